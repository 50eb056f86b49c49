// The one test runner: every suite of suites.ts, each a child process, counted by its own report.
//
//   node tests/run.ts            all suites
//   node tests/run.ts unit e2e   these only
//
// The last line is `N passed, N failed`, skipped tests are named before it; the exit code agrees with it.
import { runChild } from './runner/child.ts';
import { runDoctest } from './runner/doctest.ts';
import {
  countResults,
  countsInWords,
  forgetResults,
  lastLines,
  type SuiteResult,
  storeResult,
} from './runner/results.ts';
import { runVitest } from './runner/vitest.ts';
import { type Build, type Suite, suites } from './suites.ts';

const buildOrder: Build[] = ['native', 'fuzz', 'wasm', 'extension'];
const buildLimitMinutes = 10;
/** The long proofs may take as long as they need. */
const patience = process.env['SIDEBILL_PROOF'] ? 20 : 1;

/** Builds what the suites need, in order, and returns what could not be built. Each build says its own line. */
async function buildFor(chosen: Suite[]): Promise<Set<Build>> {
  const failed = new Set<Build>();
  for (const build of buildOrder) {
    if (!chosen.some((suite) => suite.needs.includes(build))) continue;
    const end = await runChild('tools/build.sh', [build], { limitMinutes: buildLimitMinutes });
    if (end.code === 0) continue;
    console.log(`build ${build}: ${end.problem}`);
    failed.add(build);
  }
  return failed;
}

async function runSuite(suite: Suite, unbuilt: Set<Build>): Promise<SuiteResult> {
  const lacking = suite.needs.filter((build) => unbuilt.has(build));
  if (lacking.length > 0) {
    return {
      suite: suite.name,
      tests: [],
      problems: [`not run: ${lacking.join(' and ')} could not be built`],
    };
  }
  const patient = { ...suite, limitMinutes: suite.limitMinutes * patience };
  const result = patient.kind === 'doctest' ? await runDoctest(patient) : await runVitest(patient);
  if (result.tests.length === 0 && result.problems.length === 0) result.problems.push('no test was found');
  return result;
}

/** The runners have shown the whole story above; here a failure is its name and first line. */
function printResult(result: SuiteResult, seconds: number): void {
  for (const test of result.tests) {
    if (test.state === 'failed')
      console.log(`FAILED ${test.file}: ${test.name}\n  ${test.message?.split('\n')[0] ?? ''}`);
  }
  for (const problem of result.problems) console.log(`FAILED ${result.suite}: ${problem}`);
  console.log(`${result.suite}: ${countsInWords(countResults([result]))} (${seconds.toFixed(1)} s)`);
}

function choose(names: string[]): Suite[] {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `no such suite: ${unknown.join(', ')}; there are ${suites.map((suite) => suite.name).join(', ')}`,
    );
  }
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

async function runAll(chosen: Suite[]): Promise<SuiteResult[]> {
  const unbuilt = await buildFor(chosen);
  const results: SuiteResult[] = [];
  for (const suite of chosen) {
    console.log(`\n== ${suite.name}`);
    const started = performance.now();
    const result = await runSuite(suite, unbuilt);
    storeResult(result);
    printResult(result, (performance.now() - started) / 1000);
    results.push(result);
  }
  return results;
}

const names = process.argv.slice(2);
const chosen = choose(names);
forgetResults(names);
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';
const results = await runAll(chosen);
console.log(`\n${lastLines(results)}`);
process.exitCode = countResults(results).failed === 0 ? 0 : 1;
