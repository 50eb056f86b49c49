// Splits a query into words, texts and signs. Source: reference/quickbooks.md 5.
import { faults, refuse } from '../refusal.ts';

export type Token =
  | { kind: 'word'; text: string; at: number }
  | { kind: 'text'; text: string; at: number }
  | { kind: 'number'; text: string; at: number }
  | { kind: 'sign'; text: string; at: number }
  | { kind: 'end'; text: ''; at: number };

const word = /[A-Za-z_][A-Za-z0-9_.]*/y;
const number = /\d+/y;
const sign = /<=|>=|!=|[=<>(),*]/y;
const space = /\s+/y;

export function tokens(query: string): Token[] {
  const result: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(query)?.[0];
  };
  while (at < query.length) {
    const blank = take(space);
    if (blank) {
      at += blank.length;
      continue;
    }
    if (query[at] === "'") {
      const read = readText(query, at);
      result.push({ kind: 'text', text: read.text, at });
      at = read.end;
      continue;
    }
    const found = [
      ['word', take(word)],
      ['number', take(number)],
      ['sign', take(sign)],
    ].find(([, text]) => text);
    if (!found) lexicalError(query, at);
    const [kind, text] = found as ['word' | 'number' | 'sign', string];
    result.push({ kind, text, at });
    at += text.length;
  }
  return [...result, { kind: 'end', text: '', at }];
}

/** A text in single quotes; `\'` and `\\` are escapes, a doubled quote is none, and only Latin-1 is in the lexer's set. */
function readText(query: string, start: number): { text: string; end: number } {
  let text = '';
  let at = start + 1;
  while (at < query.length) {
    const character = query[at]!;
    if (character === "'") return { text, end: at + 1 };
    if (character === '\\' && (query[at + 1] === "'" || query[at + 1] === '\\')) {
      text += query[at + 1];
      at += 2;
      continue;
    }
    if (character > '\u00ff' || character < ' ') lexicalError(query, at);
    text += character;
    at += 1;
  }
  return lexicalError(query, at);
}

function lexicalError(query: string, at: number): never {
  const shown =
    at < query.length
      ? `"${query[at]}" (${query.codePointAt(at)}), after : "${query.slice(Math.max(0, at - 10), at)}"`
      : '<EOF>';
  return refuse(faults.parse(`Lexical error at line 1, column ${at + 1}.  Encountered: ${shown}`));
}
