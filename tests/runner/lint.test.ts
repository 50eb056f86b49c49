// tools/lint.sh with stand-ins for its four programs: all of them run, and the last line is the verdict.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let root: string;
let programs: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sidebill-lint-'));
  programs = join(root, 'node_modules/.bin');
  cpSync('tools', join(root, 'tools'), { recursive: true });
  mkdirSync(programs, { recursive: true });
  mkdirSync(join(root, 'core'));
  writeFileSync(join(root, 'core/one.cpp'), '');
  spawnSync('git', ['init', '--quiet'], { cwd: root });
  for (const program of ['clang-format', 'biome', 'tsc', 'clang-tidy', 'cmake']) stand(program, 0, '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** tools/env.sh has this folder first on the PATH. */
function stand(program: string, code: number, says: string): void {
  const path = join(programs, program);
  writeFileSync(path, `#!/bin/sh\ncat <<'END'\n${says}\nEND\nexit ${code}\n`);
  chmodSync(path, 0o755);
}

function check() {
  const end = spawnSync(join(root, 'tools/lint.sh'), ['check'], { encoding: 'utf8' });
  const lines = end.stdout.trim().split('\n');
  return { code: end.status, parts: lines.filter((line) => /^lint: [\w-]+$/.test(line)), last: lines.at(-1) };
}

const parts = ['lint: clang-format', 'lint: biome', 'lint: tsc', 'lint: clang-tidy'];

describe('make lint', () => {
  test('says that the code is clean when every part is', () => {
    expect(check()).toEqual({ code: 0, parts: [...parts, 'lint: clean'], last: 'lint: clean' });
  });

  test('runs every part whatever the first ones find, and counts what each found', () => {
    stand(
      'clang-format',
      1,
      'core/one.cpp:1:2: error: code should be clang-formatted [-Wclang-format-violations]',
    );
    stand(
      'biome',
      1,
      'web/a.ts:1:5 lint/style/useConst  FIXABLE  ━━━━━\n\n  × This let.\n\nweb/b.ts format ━━━━\n\ncheck ━━━━━',
    );
    stand('tsc', 2, "web/a.ts(3,1): error TS2304: Cannot find name 'x'.\n  and why");
    stand(
      'clang-tidy',
      1,
      '1200 warnings generated.\ncore/a.h:3:4: error: bad [bugprone-x]\ncore/a.h:3:4: error: bad [bugprone-x]',
    );
    const { code, parts: ran, last } = check();
    expect(ran).toEqual(parts);
    expect(last).toBe('lint: findings in clang-format (1), biome (2), tsc (1), clang-tidy (1)');
    expect(code).toBe(1);
  });

  test('names a program that fails without a finding', () => {
    stand('tsc', 134, 'out of memory');
    expect(check()).toEqual({
      code: 1,
      parts,
      last: 'lint: findings in tsc (it failed: build/logs/lint-tsc.log)',
    });
  });
});
