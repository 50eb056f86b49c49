// The loop of `make dev`: the sandbox runs, the extension rebuilds and reloads itself, the core is rebuilt on change.
import { type ChildProcess, spawn } from 'node:child_process';
import { utimesSync, watch } from 'node:fs';
import { createInterface } from 'node:readline';

const quietMs = 200;
const children = new Set<ChildProcess>();

/** Starts a program in a process group of its own and prints its lines under its name. */
function start(name: string, command: string, args: string[]): Promise<number | null> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`[${name}] ${line}`));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
}

/** Runs `work` after changes have been quiet for a moment, never twice at once, and again if more came meanwhile. */
function coalesce(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, quietMs);
  };
}

async function rebuildCore(): Promise<void> {
  for (const part of ['wasm', 'native']) {
    const code = await start(part, 'tools/build.sh', [part]);
    console.log(`[${part}] ${code === 0 ? 'built' : `failed with code ${code}`}`);
    if (code !== 0) return;
  }
  // WXT watches sources only; the module is built from others.
  const now = new Date();
  utimesSync('extension/src/core.ts', now, now);
}

function keepRunning(name: string, command: string, args: string[]): void {
  start(name, command, args).then(
    (code) => console.log(`[${name}] ended with code ${code}`),
    (error: Error) => console.log(`[${name}] ${error.message}`),
  );
}

/** However this ends, nothing stays behind. */
function endChildren(): void {
  for (const { pid } of children) if (pid !== undefined) process.kill(-pid, 'SIGTERM');
}

process.once('exit', endChildren);
process.once('SIGINT', () => process.exit(0)).once('SIGTERM', () => process.exit(0));
keepRunning('sandbox', 'npm', ['run', '--silent', 'sandbox']);
keepRunning('extension', 'npm', ['run', '--silent', '--workspace', 'extension', 'dev']);
const changed = coalesce(rebuildCore);
for (const folder of ['core', 'wasm']) {
  watch(folder, { recursive: true }, (_, file) => {
    if (file && /\.(h|cpp|txt)$/.test(file)) changed();
  });
}
console.log('dev: watching core and wasm; Ctrl-C ends everything');
