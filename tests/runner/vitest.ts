// Runs one vitest project and reads its JSON report.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { VitestSuite } from '../suites.ts';
import { type ChildEnd, runChild } from './child.ts';
import { resultsFolder, type SuiteResult, type TestResult } from './results.ts';

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      failureMessages?: string[] | null;
    }[];
  }[];
}

export async function runVitest(suite: VitestSuite): Promise<SuiteResult> {
  const report = join(resultsFolder, `${suite.name}.vitest-report`);
  rmSync(report, { force: true });
  const args = [
    'run',
    `--project=${suite.name}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    suite.serial ? '--no-file-parallelism' : '--maxWorkers=2',
  ];
  const end = await runChild('node_modules/.bin/vitest', args, suite);
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
  return { suite: suite.name, ...readVitestReport(text, end) };
}

export function readVitestReport(json: string, end: ChildEnd): Pick<SuiteResult, 'tests' | 'problems'> {
  if (json === '') return { tests: [], problems: [end.problem || 'vitest left no report'] };
  const report = JSON.parse(json) as VitestReport;
  const tests: TestResult[] = [];
  const problems: string[] = [];
  for (const file of report.testResults) {
    const path = relative(process.cwd(), file.name);
    for (const test of file.assertionResults) tests.push(readTest(path, test));
    const loaded = file.assertionResults.length > 0;
    if (!loaded && file.status !== 'passed')
      problems.push(`${path}: ${file.message || 'could not be loaded'}`);
  }
  const explained = problems.length > 0 || tests.some((test) => test.state === 'failed');
  if (end.problem !== '' && !(explained && end.code !== null)) problems.push(end.problem);
  return { tests, problems };
}

type ReportedTest = VitestReport['testResults'][number]['assertionResults'][number];

function readTest(file: string, test: ReportedTest): TestResult {
  const name = [...test.ancestorTitles, test.title].join(' > ');
  if (test.status === 'passed') return { file, name, state: 'passed' };
  if (test.status === 'failed') {
    return { file, name, state: 'failed', message: (test.failureMessages ?? []).join('\n') };
  }
  return { file, name, state: 'skipped' };
}
