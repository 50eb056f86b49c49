// The shell under `make`: what a long step prints, and that two builds of a kind never meet.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const tools = resolve('tools');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidebill-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A script that runs as those of tools/ do, in a folder of its own. */
const bash = (script: string) => [
  '-euo',
  'pipefail',
  '-c',
  `. ${tools}/stage.sh; . ${tools}/lock.sh; ${script}`,
];

function shell(script: string, env: Record<string, string> = {}) {
  const end = spawnSync('bash', bash(script), {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, VERBOSE: '', ...env },
  });
  return {
    code: end.status,
    lines: end.stdout
      .replace(/\d+ s$/gm, 'N s')
      .trimEnd()
      .split('\n'),
  };
}

/** The same, still running: what it has said so far, and the end of its input. */
function start(script: string) {
  const child = spawn('bash', bash(script), { cwd: folder, env: { ...process.env, VERBOSE: '' } });
  const running = { said: '', end: () => child.stdin.end() };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    running.said += text;
  });
  return running;
}

const log = (name: string) => readFileSync(join(folder, 'build/logs', `${name}.log`), 'utf8');

describe('a long step', () => {
  test('is one line when it ends well, and its output is in the log', () => {
    expect(shell(`stage core 'build: core' bash -c 'echo out; echo err >&2'`)).toEqual({
      code: 0,
      lines: ['build: core … N s'],
    });
    expect(log('core')).toBe('out\nerr\n');
  });

  test('shows the end of its output and where the rest is when it fails, and ends the script', () => {
    const { code, lines } = shell(`stage core 'build: core' bash -c 'seq 100; exit 3'; echo 'never reached'`);
    expect(code).toBe(3);
    expect(lines[0]).toBe('build: core … failed after N s');
    expect(lines.slice(1, -1)).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 41)));
    expect(lines.at(-1)).toBe('All of its output: build/logs/core.log');
    expect(log('core').split('\n')).toHaveLength(101);
  });

  test('shows everything as it comes with VERBOSE=1, fails all the same, and keeps its log', () => {
    const loud = { VERBOSE: '1' };
    expect(shell(`stage core 'build: core' echo out`, loud).lines).toEqual([
      'build: core …',
      'out',
      'build: core … N s',
    ]);
    expect(shell(`stage core 'build: core' bash -c 'echo out; exit 3'`, loud).code).toBe(3);
    expect(log('core')).toBe('out\n');
  });

  test('is named before it starts', async () => {
    const waiting = start(`stage core 'build: core' cat`);
    await expect.poll(() => waiting.said).toBe('build: core … ');
    waiting.end();
    await expect.poll(() => waiting.said).toMatch(/^build: core … \d+ s\n$/);
  });
});

describe('builds of a kind', () => {
  test('wait for each other and say so; another kind and two readers do not wait', async () => {
    const first = start('lock_build wasm; echo locked; cat');
    await expect.poll(() => first.said).toBe('locked\n');

    expect(shell('lock_build native; echo built').lines).toEqual(['built']);
    const second = start('lock_build wasm --shared; echo built');
    await expect.poll(() => second.said).toBe('wasm: another build is running; waiting\n');
    first.end();
    await expect.poll(() => second.said).toBe('wasm: another build is running; waiting\nbuilt\n');
    expect(shell('lock_build wasm --shared; (lock_build wasm --shared; echo both)').lines).toEqual(['both']);
  });
});

describe('tools', () => {
  test('every script of the shell can be read by it', () => {
    const scripts = execFileSync('git', ['ls-files', 'tools/*.sh', '.ci/run'], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(scripts.length).toBeGreaterThan(4);
    for (const script of scripts) expect(spawnSync('bash', ['-n', script]).status, script).toBe(0);
  });
});
