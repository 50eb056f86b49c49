import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issuesEn } from '../../web/src/messages/issues.en.ts';
import { sourceFiles } from './checks/files.ts';
import {
  checkIssueCodes,
  checkIssueMessages,
  checkPreflightCases,
  preflightCodes,
  readIssueCodes,
} from './checks/issue-codes.ts';

const codes = () => readIssueCodes(readFileSync('core/base/issue_codes.h', 'utf8'));
const two = readIssueCodes(
  'SIDEBILL_CODE(books_closed, "books-closed")\nSIDEBILL_CODE(term_unknown, "term-unknown")',
);

describe('issue codes', () => {
  test('each has one text, spelled as its name', () => {
    expect(codes().length).toBeGreaterThan(50);
    expect(checkIssueCodes(codes())).toEqual([]);
  });

  test('a doubled or misspelled text is caught', () => {
    const broken = readIssueCodes(
      'SIDEBILL_CODE(a_b, "a-b") SIDEBILL_CODE(a_c, "a-b") // SIDEBILL_CODE(d, "e")',
    );
    expect(checkIssueCodes(broken)).toEqual(['a_c has the text "a-b"', '"a-b" stands twice']);
  });

  test('each has a sentence and a next step in English', () => {
    expect(checkIssueMessages(codes(), issuesEn)).toEqual([]);
  });

  test('a missing sentence, an empty next step and a sentence for nothing are caught', () => {
    const messages = { 'books-closed': { text: 'The books are closed.', step: ' ' }, 'no-code': {} };
    expect(checkIssueMessages(two, messages)).toEqual([
      'books-closed has no next step',
      'term-unknown has no sentence',
      '"no-code" has a sentence, but is no code',
    ]);
  });

  test('each code that preflight can raise has a golden case that expects it', () => {
    const sources = sourceFiles(['core/billing'], /\/preflight[^/]*\.cpp$|\/preflight\/.*\.cpp$/);
    const cases = new Map(
      sourceFiles(['tests/golden/preflight'], /\.json$/).map(({ path, text }) => [path, text]),
    );
    expect(preflightCodes(sources).length).toBeGreaterThan(10);
    expect(checkPreflightCases(preflightCodes(sources), cases)).toEqual([]);
  });

  test('a missing case, and one that expects something else, are caught', () => {
    const source = {
      path: 'core/billing/preflight.cpp',
      text: 'error(Code::books_closed); warning(Code::term_unknown);',
    };
    const found = preflightCodes([source]);
    const cases = new Map([
      ['tests/golden/preflight/books-closed.json', '{"expected":{"issues":[{"code":"x"}]}}'],
    ]);
    expect(checkPreflightCases(found, cases)).toEqual([
      'tests/golden/preflight/books-closed.json expects no books-closed',
      'tests/golden/preflight/term-unknown.json is missing',
    ]);
  });
});
