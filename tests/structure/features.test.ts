import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFeatureIds, checkFeatureProofs, readFeatures } from './checks/features.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const rowIds = () => read('tests/structure/feature-rows.txt').trim().split('\n');
const originalList = '../shared/features.md';

const ran = (state: 'passed' | 'failed' | 'skipped') => ({
  suite: 'e2e',
  tests: [{ file: 'tests/e2e/create.test.ts', name: 'create > a double click makes one invoice', state }],
  problems: [],
});
const claim = '| S0-17 | works | tests/e2e/create.test.ts: create > a double click makes one invoice |';

describe('docs/features.md', () => {
  test('has one well-formed line per row', () => {
    const { rows, titles, problems } = readFeatures(read('docs/features.md'));
    expect(problems).toEqual([]);
    expect([...titles.keys()]).toEqual(rowIds());
    expect(checkFeatureIds(rows, rowIds())).toEqual([]);
  });

  test('names only test files that exist', () => {
    const { rows } = readFeatures(read('docs/features.md'));
    const gone = rows.flatMap(({ id, proofs }) =>
      proofs.filter(({ file }) => !existsSync(file)).map(({ file }) => `${id}: ${file} does not exist`),
    );
    expect(gone).toEqual([]);
  });

  test.skipIf(!existsSync(originalList))('the row ids are those of the original list', () => {
    const ids = [...read(originalList).matchAll(/^\| *((?:S\d|B)-\d+)/gm)].map((match) => match[1]);
    expect(rowIds()).toEqual(ids);
  });

  test('a missing, doubled or unknown row is caught', () => {
    const { rows } = readFeatures('| S0-01 | not yet | |\n| S0-01 | not yet | |\n| S9-99 | not yet | |\n');
    expect(checkFeatureIds(rows, ['S0-01', 'S0-02'])).toEqual([
      'S0-02 is missing',
      'S0-01 stands twice',
      'S9-99 is no row of the list',
    ]);
  });

  test('a line of another form is caught', () => {
    const lines = [
      '| S0-01 | done | |',
      '| S0-01 | works | |',
      '| S0-01 | works | by eye |',
      '|S0-01| not yet | |',
      '| S0-01 | not yet |',
      '| S0-01 | not yet | | A title |',
      '| S0-01 | works | a.ts: one',
      '- S0-01 A title',
      '- S0-01: A title of more words than anybody reads today',
      '- S0-01: A title\n- S0-01: Another',
    ];
    for (const line of lines) expect(readFeatures(line).problems, line).not.toEqual([]);
    expect(readFeatures('| S0-01 | partly | |\n- S0-01: A title').problems).toEqual([]);
  });

  test('several tests of one row are told apart', () => {
    expect(readFeatures('| S0-17 | works | a.ts: one: two ; b.cpp: money: three |').rows[0]?.proofs).toEqual([
      { file: 'a.ts', name: 'one: two' },
      { file: 'b.cpp', name: 'money: three' },
    ]);
  });

  test('a row that works needs its test to have run and passed', () => {
    const { rows } = readFeatures(claim);
    expect(checkFeatureProofs(rows, [ran('passed')])).toEqual([]);
    expect(checkFeatureProofs(rows, [ran('failed')])[0]).toContain('a test that failed');
    expect(checkFeatureProofs(rows, [ran('skipped')])[0]).toContain('a test that was skipped');
    expect(checkFeatureProofs(rows, [ran('passed'), ran('failed')])).toHaveLength(1);
    expect(checkFeatureProofs(rows, [])[0]).toContain('a test that did not run');
  });
});
