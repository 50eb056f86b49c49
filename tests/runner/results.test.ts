import { describe, expect, test } from 'vitest';
import { countResults, countsInWords, lastLines } from './results.ts';

describe('counts', () => {
  test('tests are summed over suites, and a problem counts as one failure', () => {
    const unit = {
      suite: 'unit',
      tests: [
        { file: 'a', name: '1', state: 'passed' as const },
        { file: 'a', name: '2', state: 'failed' as const },
        { file: 'a', name: '3', state: 'skipped' as const },
      ],
      problems: [],
    };
    const broken = { suite: 'e2e', tests: [], problems: ['not run: extension could not be built'] };
    expect(countResults([unit, broken])).toEqual({ passed: 1, failed: 2, skipped: 1 });
  });

  test('the last line is plain, skipped tests are named before it', () => {
    const tests = [
      { file: 'a', name: '1', state: 'passed' as const },
      { file: 'a', name: '2', state: 'skipped' as const },
    ];
    expect(lastLines([{ suite: 'unit', tests, problems: ['no'] }])).toBe('skipped a: 2\n1 passed, 1 failed');
  });

  test('a line of one suite counts skipped tests when there are some', () => {
    expect(countsInWords({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(countsInWords({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  });
});
