// The extension as it was built: its manifest and files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../checks/files.ts';
import type { Manifest } from '../checks/manifest.ts';

export const browsers = ['chromium', 'firefox'] as const;
export type Browser = (typeof browsers)[number];

export function folderOf(browser: Browser): string {
  const folder = join('build/extension', browser);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} is not built: run make extension`);
  return folder;
}

export function readManifest(browser: Browser): Manifest {
  return JSON.parse(readFileSync(join(folderOf(browser), 'manifest.json'), 'utf8')) as Manifest;
}

/** Paths inside the package. */
export function listFiles(browser: Browser): string[] {
  return readdirSync(folderOf(browser), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folderOf(browser).length + 1))
    .sort();
}

/** Files read byte for byte, so that addresses inside binary files are seen as well. */
export function readFiles(browser: Browser, matches: RegExp): SourceFile[] {
  return listFiles(browser)
    .filter((path) => matches.test(path))
    .map((path) => ({ path, text: readFileSync(join(folderOf(browser), path), 'latin1') }));
}
