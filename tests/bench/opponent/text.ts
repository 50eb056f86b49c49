// Text as QuickBooks takes and compares it.
import { error } from './issue.ts';
import type { Company, Issue } from './model.ts';

const letters: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  þ: 'th',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Lower case without accents, white space collapsed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const neighbours: [RegExp, string][] = [
  [/[ʹʻʼʽ‘’‚‛′]/gu, "'"],
  [/[“”„‟″]/gu, '"'],
  [/[‐‑‒–—―−]/gu, '-'],
  [/[\u2000-\u200a\u202f\u205f\u3000]/gu, ' '],
  [/[\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f/gu, ''],
  [/[\u2028\u2029]/gu, '\n'],
  [/ˆ/gu, '^'],
  [/˜/gu, '~'],
  [/•/gu, '·'],
  [/․/gu, '.'],
  [/…/gu, '...'],
  [/‹/gu, '«'],
  [/›/gu, '»'],
  [/⁄/gu, '/'],
  [/ﬀ/gu, 'ff'],
  [/ﬁ/gu, 'fi'],
  [/ﬂ/gu, 'fl'],
  [/ﬃ/gu, 'ffi'],
  [/ﬄ/gu, 'ffl'],
];
const outside = /[\u0100-\u{10ffff}]/gu;
const isOutside = /[\u0100-\u{10ffff}]/u;
const namedCharacters = 10;

function towardLatin1(text: string): string {
  const near = neighbours.reduce((sofar, [pattern, by]) => sofar.replace(pattern, by), text.normalize('NFC'));
  return isOutside.test(near) ? '' : near;
}

export function checkLatin1(text: string, company: Company, path: string, issues: Issue[]): void {
  if (!company.us_latin1 || !isOutside.test(text)) return;
  const characters = [...new Set(text.match(outside))].slice(0, namedCharacters).join(' ');
  issues.push(error('text-outside-latin1', path, { characters, suggestion: towardLatin1(text) }));
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Length and characters. */
export function checkText(
  text: string,
  limit: number,
  company: Company,
  path: string,
  issues: Issue[],
): void {
  // A text has at most as many code points as code units.
  if (text.length > limit) {
    const length = codePoints(text);
    if (length > limit) issues.push(error('text-too-long', path, { limit: `${limit}`, length: `${length}` }));
  }
  checkLatin1(text, company, path, issues);
}

const inNames: Record<string, string> = { ':': ':', '\t': 'tab', '\n': 'line break', '\r': 'line break' };

export function checkNameCharacters(name: string, path: string, issues: Issue[]): void {
  const found = /[:\t\n\r]/.exec(name);
  if (found) issues.push(error('customer-name-character', path, { character: inNames[found[0]] ?? '' }));
}

const address = /^[^\s@]+@[^\s@.]+\.[^\s@]*[^\s@.]$/;

export function checkEmails(text: string, path: string, issues: Issue[]): void {
  if (text === '') return;
  for (const part of text.split(',')) {
    const email = part.trim();
    if (!address.test(email)) issues.push(error('email-invalid', path, { text: email }));
  }
}
