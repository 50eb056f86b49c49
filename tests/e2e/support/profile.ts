// A browser that is connected to both services, made once through the real pages and copied for each test file.
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSandbox, credentialsOf, type Sandbox, type WorldState } from '@sidebill/sandbox';
import { extensionDirectory, startBrowser } from './browser.ts';
import { connectHubSpot, connectQuickBooks } from './story.ts';

const folder = fileURLToPath(new URL('../../../build/e2e/', import.meta.url));
const sandboxSource = fileURLToPath(new URL('../../sandbox/src/', import.meta.url));
const kept = join(folder, 'connected');
/** Lists count as read anew for so long. */
const goodFor_ms = 30 * 60_000;
/** What Chromium rebuilds by itself, and what ties a profile to a running browser. */
const leftOut = /^(Singleton.*|Cache|Code Cache|GPUCache|Crashpad|.*_crx_cache|.*ShaderCache|Dawn.*Cache)$/;

/**
 * The sandbox that tests play against. It asks for no long waits, and counts no calls a second: on a busy machine they
 * arrive in bunches. What being asked to slow down does is a test of its own.
 */
export function testSandbox(): Promise<Sandbox> {
  return createSandbox({ seed: 1, switches: { retryAfterSeconds: 1, searchLagMs: 200, rateLimits: false } });
}

export interface ConnectedProfile {
  profile: string;
  world: WorldState;
}

/** A copy of the connected profile, and what the services knew when it was made. */
export async function connectedProfile(): Promise<ConnectedProfile> {
  const made = await fingerprint();
  if ((await knownFingerprint()) !== made) await make(made);
  const profile = await mkdtemp(join(tmpdir(), 'sidebill-e2e-'));
  await cp(join(kept, 'profile'), profile, {
    recursive: true,
    filter: (source) => !leftOut.test(basename(source)),
  });
  return { profile, world: JSON.parse(await readFile(join(kept, 'world.json'), 'utf8')) as WorldState };
}

async function knownFingerprint(): Promise<string | null> {
  try {
    const { mtimeMs } = await stat(join(kept, 'fingerprint'));
    return Date.now() - mtimeMs < goodFor_ms ? await readFile(join(kept, 'fingerprint'), 'utf8') : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function make(made: string): Promise<void> {
  await rm(kept, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const profile = await mkdtemp(join(folder, 'making-'));
  const sandbox = await testSandbox();
  const { front } = await sandbox.listen();
  const browser = await startBrowser({ sandbox, front, profile, headless: true });
  try {
    const credentials = credentialsOf(sandbox.world);
    sandbox.world.state.intuit.apps[0]?.redirectUris.push(browser.redirectAddress);
    const setup = await browser.open('setup');
    await connectHubSpot(setup, credentials.serviceKey);
    await connectQuickBooks(setup, browser.context, credentials.intuit, credentials.realms[0]?.name ?? '');
  } finally {
    await browser.close();
    await sandbox.close();
  }
  await mkdir(kept);
  await rename(profile, join(kept, 'profile'));
  await writeFile(join(kept, 'world.json'), JSON.stringify(sandbox.world.snapshot()));
  await writeFile(join(kept, 'fingerprint'), made);
}

/** Of the extension's bytes and the sandbox's source: another one of either makes another profile. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const root of [extensionDirectory, sandboxSource]) {
    const files = await readdir(root, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  }
  return hash.digest('hex');
}

/**
 * Notes in a profile that its person has allowed the extension one more host. Chromium then grants the request
 * without its prompt, which nothing can answer in a browser without a window; the request itself is still made.
 */
export async function allowHost(profile: string, extensionId: string, pattern: string): Promise<void> {
  const path = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(path, 'utf8')) as Preferences;
  const known = preferences.extensions.settings[extensionId];
  if (!known) throw new Error('The profile does not know the extension.');
  known.runtime_granted_permissions = {
    api: [],
    explicit_host: [pattern],
    manifest_permissions: [],
    scriptable_host: [],
  };
  await writeFile(path, JSON.stringify(preferences));
}

interface Preferences {
  extensions: { settings: Record<string, { runtime_granted_permissions?: Record<string, string[]> }> };
}
