import { execFileSync } from 'node:child_process';
import { execPath } from 'node:process';
import { expect, it } from 'vitest';

it('the fold tables are what the committed script makes of Node’s Unicode data', () => {
  const check = () =>
    execFileSync(execPath, ['tools/generate-fold-tables.mjs', '--check'], { stdio: 'pipe' });
  expect(check).not.toThrow();
}, 60_000);
