// The module in a host that makes no code of text: what `-sDYNAMIC_EXECUTION=0` promises.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { comparable, readCase } from '../golden/support/cases.ts';
import { readRecording } from '../golden/support/recording.ts';

const pathTo = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const casePath = pathTo('../golden/preflight/term-unknown.json');
const runPath = pathTo('../golden/runs/create_invoice.plain.json');

test('the module loads and works where no code may be made of text', async () => {
  const flags = ['--disallow-code-generation-from-strings', '--no-warnings'];
  const host = pathTo('support/strict-host.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, host, casePath, runPath], {
    maxBuffer: 10_000_000,
  });
  const { forbidden, answer, end } = JSON.parse(stdout) as Record<string, unknown>;
  expect(forbidden, 'the host is strict').toBe(true);
  const one = readCase(casePath);
  expect(comparable(one, answer)).toEqual(one.expected);
  expect(end).toEqual(readRecording(runPath).expected);
});
