// docs/features.md: one line per row, and what a row claims must have run.
import type { SuiteResult } from '../../runner/results.ts';

export type FeatureState = 'works' | 'partly' | 'not yet';

export interface FeatureRow {
  id: string;
  state: FeatureState;
  proofs: Proof[];
}

export interface Proof {
  file: string;
  name: string;
}

export interface Features {
  rows: FeatureRow[];
  /** By row id, what the row asks in a few words, for who has not the list at hand. */
  titles: Map<string, string>;
  problems: string[];
}

const states: readonly string[] = ['works', 'partly', 'not yet'] satisfies FeatureState[];
const mostTitleWords = 8;

export function readFeatures(markdown: string): Features {
  const features: Features = { rows: [], titles: new Map(), problems: [] };
  for (const line of markdown.split('\n')) {
    if (/^\|\s*(S\d|B)-/.test(line)) readRow(line, features);
    if (/^[-*]\s*(S\d|B)-/.test(line)) readTitle(line, features);
  }
  return features;
}

function readRow(line: string, features: Features): void {
  const match = /^\| ((?:S\d|B)-\d\d) \| ([^|]*?) \|(?: ([^|]+?))? \|$/.exec(line);
  const [, id = '', state = '', proofText = ''] = match ?? [];
  if (!match || !states.includes(state)) {
    features.problems.push(`not of the form "| S0-17 | works | file: test |": ${line}`);
    return;
  }
  const proofs: Proof[] = [];
  for (const text of proofText === '' ? [] : proofText.split(' ; ')) {
    const [, file, name] = /^(\S+): (.+)$/.exec(text.trim()) ?? [];
    if (file && name) proofs.push({ file, name });
    else features.problems.push(`${id}: "${text}" is not "<test file>: <test name>"`);
  }
  if (state === 'works' && proofs.length === 0) features.problems.push(`${id} says works and names no test`);
  features.rows.push({ id, state: state as FeatureState, proofs });
}

function readTitle(line: string, features: Features): void {
  const [, id = '', title = ''] = /^- ((?:S\d|B)-\d\d): (\S.*)$/.exec(line) ?? [];
  if (title === '') features.problems.push(`not of the form "- S0-17: title": ${line}`);
  else if (features.titles.has(id)) features.problems.push(`${id} has two titles`);
  else if (title.split(' ').length > mostTitleWords)
    features.problems.push(`${id} has a long title: ${title}`);
  features.titles.set(id, title);
}

export function checkFeatureIds(rows: FeatureRow[], expected: string[]): string[] {
  const ids = rows.map(({ id }) => id);
  const missing = expected.filter((id) => !ids.includes(id)).map((id) => `${id} is missing`);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`);
  const extra = ids.filter((id) => !expected.includes(id)).map((id) => `${id} is no row of the list`);
  return [...missing, ...twice, ...extra];
}

/** Each test that a row names exists, ran, and passed wherever it ran. */
export function checkFeatureProofs(rows: FeatureRow[], results: SuiteResult[]): string[] {
  const statesOf = new Map<string, string[]>();
  for (const test of results.flatMap(({ tests }) => tests)) {
    const key = `${test.file}: ${test.name}`;
    statesOf.set(key, [...(statesOf.get(key) ?? []), test.state]);
  }
  return rows
    .filter(({ state }) => state === 'works')
    .flatMap(({ id, proofs }) =>
      proofs.flatMap(({ file, name }) => {
        const key = `${file}: ${name}`;
        const found = statesOf.get(key);
        if (!found) return [`${id} names a test that did not run: ${key}`];
        const bad = found.find((state) => state !== 'passed');
        return bad ? [`${id} names a test that ${bad === 'failed' ? 'failed' : 'was skipped'}: ${key}`] : [];
      }),
    );
}
