// A message is a text with {names} to fill in. [A part in brackets] is left out when one of its names has no
// value, and [a part|its stand-in] is replaced then.
import { numberFormat, pluralRules } from '../intl.ts';

export interface Plural {
  one: string;
  other: string;
}
/** A plural message chooses its form by the argument `count`. */
export type Message = string | Plural;
export type Args = Readonly<Record<string, string | number | null | undefined>>;

const NAME = /\{(\w+)\}/g;
const OPTIONAL = /\[([^[\]|]*)(?:\|([^[\]|]*))?\]/g;

/** The text of a message in a language; numbers are written the language's way. */
export function fill(message: Message, args: Args, language: string): string {
  const text = typeof message === 'string' ? message : chosenForm(message, args, language);
  return text
    .replace(OPTIONAL, (_, part: string, standIn = '') =>
      namesOf(part).every((name) => given(args[name])) ? part : standIn,
    )
    .replace(NAME, (_, name: string) => worded(args[name], language));
}

/** The names a message asks for, each once. */
export function namesOf(text: string): string[] {
  return [...new Set([...text.matchAll(NAME)].map((match) => match[1] ?? ''))];
}

function chosenForm(message: Plural, args: Args, language: string): string {
  const form = pluralRules(language).select(Number(args['count'] ?? 0));
  return form === 'one' ? message.one : message.other;
}

function given(value: Args[string]): boolean {
  return value !== undefined && value !== null && value !== '';
}

function worded(value: Args[string], language: string): string {
  if (typeof value === 'number') return numberFormat(language).format(value);
  return value ?? '';
}
