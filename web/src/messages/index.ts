// The one way for a page to get a sentence. Later languages are further catalogues of the same keys.
import type { Issue } from '@sidebill/core/boundary';
import { dateIn, moneyIn } from '../intl.ts';
import { en } from './en.ts';
import { issuesEn, unknownIssueEn } from './issues.en.ts';
import { type Args, fill, type Message } from './message.ts';
import { wordsEn } from './words.en.ts';
import { workerIssuesEn } from './worker-issues.en.ts';

export type MessageKey = keyof typeof en;
export type WordList = keyof typeof wordsEn;

/** A sentence on what is the case, and one on what to do about it. */
export interface IssueText {
  text: string;
  step: string;
}

export const language = 'en';

export function t(key: MessageKey, args: Args = {}): string {
  return fill(en[key] as Message, args, language);
}

/** The words for a code out of the core; the list's sentence for codes that it does not hold. */
export function word(list: WordList, code: string, args: Args = {}): string {
  const words: { readonly [code: string]: Message } = wordsEn[list].words;
  const message = Object.hasOwn(words, code) ? words[code] : undefined;
  return fill(message ?? wordsEn[list].unknown, { code, ...args }, language);
}

export function issueText(issue: Pick<Issue, 'code' | 'args'>): IssueText {
  const texts: Readonly<Record<string, IssueText>> = { ...issuesEn, ...workerIssuesEn };
  const found = (Object.hasOwn(texts, issue.code) ? texts[issue.code] : undefined) ?? unknownIssueEn;
  const args = { ...readable(issue.args), code: issue.code };
  return { text: fill(found.text, args, language), step: fill(found.step, args, language) };
}

/** Amounts among the facts of an issue; other numbers there are names and counts. */
const AMOUNTS: ReadonlySet<string> = new Set(['stated', 'computed', 'total', 'approved', 'returned']);

/** Services and purposes arrive as codes, amounts and dates as plain text; a sentence wants them readable. */
function readable(args: Readonly<Record<string, string>>): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, readableFact(name, value, args['currency'] ?? '')]),
  );
}

function readableFact(name: string, value: string, currency: string): string {
  if (value === '') return '';
  if (name === 'service') return word('services', value);
  if (name === 'purpose') return word('purposes', value);
  if (name === 'kind') return word('kinds', value);
  if (AMOUNTS.has(name)) return readableAmount(value, currency);
  return dateIn(language, value);
}

/** An amount may bring its own currency: '4310.00 USD'. */
function readableAmount(value: string, currency: string): string {
  const [, amount, own] = /^(\S+) ([A-Z]{3})$/.exec(value) ?? [null, value, currency];
  return dateIn(language, moneyIn(language, amount ?? value, own ?? currency));
}
