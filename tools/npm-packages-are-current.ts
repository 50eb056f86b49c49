// Exits 0 when node_modules holds exactly what package-lock.json names, 1 otherwise.
import { readFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  link?: boolean;
  optional?: boolean;
}

function packagesOf(lockFile: string): Record<string, LockedPackage> | null {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const locked = packagesOf('package-lock.json');
if (!locked) throw new Error('package-lock.json is missing');
const installed = packagesOf('node_modules/.package-lock.json');

// Packages for other machines are optional, and rightly absent.
const differs = Object.entries(locked).some(([path, entry]) => {
  if (!path.startsWith('node_modules/') || entry.link) return false;
  const there = installed?.[path];
  return there ? there.version !== entry.version : !entry.optional;
});
process.exitCode = installed && !differs ? 0 : 1;
