// Runs a doctest program and reads its XML report.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DoctestSuite } from '../suites.ts';
import { type ChildEnd, runChild } from './child.ts';
import { resultsFolder, type SuiteResult, type TestResult } from './results.ts';

export async function runDoctest(suite: DoctestSuite): Promise<SuiteResult> {
  const report = join(resultsFolder, `${suite.name}.doctest.xml`);
  rmSync(report, { force: true });
  const program = join('build/native', suite.program);
  const end = await runChild(program, ['--reporters=xml', `--out=${report}`], suite);
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
  return { suite: suite.name, ...readDoctestReport(text, end) };
}

/** A crash is a problem of its own: the cases after it never ran. */
export function readDoctestReport(xml: string, end: ChildEnd): Pick<SuiteResult, 'tests' | 'problems'> {
  const tests = [...xml.matchAll(/<TestCase\b([^>]*?)(?:\/>|>([\s\S]*?)(?:<\/TestCase>|$(?![\s\S])))/g)].map(
    ([, attributes = '', body = '']) => readCase(attributes, body),
  );
  const crashed = end.code === null || !xml.trimEnd().endsWith('</doctest>');
  const explained = !crashed && tests.some((test) => test.state === 'failed');
  return { tests, problems: explained || end.problem === '' ? [] : [end.problem] };
}

function readCase(attributes: string, body: string): TestResult {
  const file = relative(process.cwd(), attribute(attributes, 'filename'));
  const name = attribute(attributes, 'name').trim();
  if (attribute(attributes, 'skipped') === 'true') return { file, name, state: 'skipped' };
  if (/<OverallResultsAsserts\b[^>]*test_case_success="true"/.test(body))
    return { file, name, state: 'passed' };
  return { file, name, state: 'failed', message: failuresIn(body) };
}

function failuresIn(body: string): string {
  const expressions = [...body.matchAll(/<Expression success="false"([^>]*)>([\s\S]*?)<\/Expression>/g)];
  const lines = expressions.map(([, attributes = '', inner = '']) => {
    const info = [...inner.matchAll(/<Info>([\s\S]*?)<\/Info>/g)].map((match) =>
      unescapeXml(match[1] ?? '').trim(),
    );
    const place = `${relative(process.cwd(), attribute(attributes, 'filename'))}:${attribute(attributes, 'line')}`;
    const what = `${attribute(attributes, 'type')}( ${element(inner, 'Original')} ) is ${element(inner, 'Expanded')}`;
    return `${place}: ${[what, ...info].join('; ')}`;
  });
  for (const [, text = ''] of body.matchAll(/<Exception\b[^>]*>([\s\S]*?)<\/Exception>/g)) {
    lines.push(`exception: ${unescapeXml(text).trim()}`);
  }
  return lines.join('\n  ') || 'it did not come to its end';
}

function attribute(attributes: string, name: string): string {
  return unescapeXml(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function element(body: string, name: string): string {
  return unescapeXml(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(body)?.[1] ?? '').trim();
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}
