// What every suite leaves behind: build/test-results/<suite>.json, read again to check docs/features.md.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TestResult {
  /** From the repository's root: tests/unit/date_test.cpp */
  file: string;
  /** Its describe blocks and itself, joined by ' > '. */
  name: string;
  state: 'passed' | 'failed' | 'skipped';
  message?: string;
}

export interface SuiteResult {
  suite: string;
  tests: TestResult[];
  /** What went wrong outside any test: a build, a crash, a file that could not be loaded, no test at all. */
  problems: string[];
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const resultsFolder = 'build/test-results';

/** A problem counts as one failed test. */
export function countResults(results: SuiteResult[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) {
    counts.failed += result.problems.length;
    for (const test of result.tests) counts[test.state] += 1;
  }
  return counts;
}

export function countsInWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What was skipped, by name, and then the plain sum alone on its line. */
export function lastLines(results: SuiteResult[]): string {
  const skipped = results.flatMap(({ tests }) => tests.filter(({ state }) => state === 'skipped'));
  const { passed, failed } = countResults(results);
  return [
    ...skipped.map(({ file, name }) => `skipped ${file}: ${name}`),
    `${passed} passed, ${failed} failed`,
  ].join('\n');
}

/** Forgets what earlier runs left: of these suites, or of all when none is named. */
export function forgetResults(suiteNames: string[]): void {
  if (suiteNames.length === 0) rmSync(resultsFolder, { recursive: true, force: true });
  for (const suite of suiteNames) rmSync(join(resultsFolder, `${suite}.json`), { force: true });
  mkdirSync(resultsFolder, { recursive: true });
}

export function storeResult(result: SuiteResult): void {
  writeFileSync(join(resultsFolder, `${result.suite}.json`), `${JSON.stringify(result, null, 1)}\n`);
}

export function readResults(folder = resultsFolder): SuiteResult[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SuiteResult);
}
