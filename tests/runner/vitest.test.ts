import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readVitestReport } from './vitest.ts';

const file = (name: string, rest: object) => ({
  name: join(process.cwd(), name),
  status: 'passed',
  message: '',
  assertionResults: [],
  ...rest,
});
const one = (title: string, status: string, failureMessages: string[] = []) => ({
  ancestorTitles: ['card'],
  title,
  status,
  failureMessages,
});
const report = (...testResults: object[]) => JSON.stringify({ testResults });

describe('vitest reports', () => {
  test('names carry their describe blocks, files are told from the root', () => {
    const assertionResults = [
      one('mounts', 'passed'),
      one('moves', 'pending'),
      one('breaks', 'failed', ['why']),
    ];
    const { tests } = readVitestReport(report(file('tests/e2e/card.test.ts', { assertionResults })), {
      code: 1,
      problem: 'ended with code 1',
    });
    expect(tests).toEqual([
      { file: 'tests/e2e/card.test.ts', name: 'card > mounts', state: 'passed' },
      { file: 'tests/e2e/card.test.ts', name: 'card > moves', state: 'skipped' },
      { file: 'tests/e2e/card.test.ts', name: 'card > breaks', state: 'failed', message: 'why' },
    ]);
  });

  test('a file that cannot be loaded is a problem', () => {
    const broken = file('tests/e2e/broken.test.ts', { status: 'failed', message: 'no such module' });
    const { problems } = readVitestReport(report(broken), { code: 1, problem: 'ended with code 1' });
    expect(problems).toEqual(['tests/e2e/broken.test.ts: no such module']);
  });

  test('an error outside every test is a problem', () => {
    const good = file('a.test.ts', { assertionResults: [one('works', 'passed')] });
    const { problems } = readVitestReport(report(good), { code: 1, problem: 'ended with code 1' });
    expect(problems).toEqual(['ended with code 1']);
  });

  test('a crash without a report is a problem', () => {
    const end = { code: null, problem: 'crashed with SIGKILL' };
    expect(readVitestReport('', end)).toEqual({ tests: [], problems: ['crashed with SIGKILL'] });
  });
});
