// Golden cases: files that say what goes into an export of the core and what comes out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

export interface Call {
  call: string;
  input: unknown;
}

export interface Case extends Call {
  /** The stage: the folder below tests/golden. */
  stage: string;
  /** What is special about it: the file's name. */
  name: string;
  path: string;
  about: string;
  /** Calls that the same session has answered before. */
  before: Call[];
  expected: unknown;
}

const runs = 'runs';
/** A check is about its issue and not about everything else on the page: these compare what they name. */
const comparedByName: ReadonlySet<string> = new Set(['preflight']);

function filesBelow(part: string): string[] {
  return readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(folder, part, file))
    .sort();
}

/** Every file that is a case; reading one that is none throws when it is read. */
export function caseFiles(): string[] {
  return filesBelow('.').filter((path) => !relative(folder, path).startsWith(`${runs}/`));
}

export function runFiles(): string[] {
  return filesBelow(runs);
}

export function nameOf(path: string): string {
  return relative(folder, path).replace(/\.json$/, '');
}

export function readCase(path: string): Case {
  const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Case>;
  const { about, call, input, before = [], expected } = read;
  if (!about || !call || input === undefined || expected === undefined) {
    throw new Error(`${path} needs about, call, input and expected.`);
  }
  const [stage = '', name = ''] = nameOf(path).split('/');
  return { stage, name, path, about, call, input, before, expected };
}

/** What of an answer the case speaks about. */
export function comparable(one: Case, answer: unknown): unknown {
  return comparedByName.has(one.stage) ? membersNamedBy(one.expected, answer) : answer;
}

/** The members that `named` has, all the way down; lists are compared whole. */
function membersNamedBy(named: unknown, value: unknown): unknown {
  if (!isObject(named) || !isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(named).map((member) => [member, membersNamedBy(named[member], value[member])]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts what came out in place of what was expected; the rest of the file stays as somebody wrote it. */
export function rewriteExpected(one: Case, answer: unknown): void {
  const text = readFileSync(one.path, 'utf8');
  const place = text.lastIndexOf('\n  "expected":');
  if (place < 0) throw new Error(`${one.path}: expected must be the last member.`);
  const expected = JSON.stringify(comparable(one, answer), null, 2).replaceAll('\n', '\n  ');
  writeFileSync(one.path, `${text.slice(0, place)}\n  "expected": ${expected}\n}\n`);
}
