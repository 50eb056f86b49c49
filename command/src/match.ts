// Two lists matched, or one with itself: read, asked of the core, written.
import { realpathSync } from 'node:fs';
import { ListMatcher, type Side } from '@sidebill/core';
import { loadModule } from './module.ts';
import type { ListSource, Options } from './options.ts';
import { codeOf, Problem } from './problem.ts';
import { readList } from './read-list.ts';
import { type Found, writeLinks } from './write-links.ts';

export interface Summary {
  left: number;
  /** Records on the right; null when the left list was compared with itself. */
  right: number | null;
  links: number;
  asks: number;
}

function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT';
    throw new Problem(
      missing ? `${file} does not exist.` : `${file} cannot be read: ${(error as Error).message}`,
    );
  }
}

function describe({ id, columns }: ListSource): string {
  return JSON.stringify([id, columns.map(({ role, name }) => `${role}=${name}`).sort()]);
}

/** Whether duplicates within one list are looked for. */
function isOneList({ left, right, pairs }: Options): boolean {
  const same = placeOf(left.file) === placeOf(right.file);
  if (!same || pairs) return false;
  if (describe(left) !== describe(right))
    throw new Problem(
      `${left.file} stands on both sides with different columns; to compare its rows, say --pairs.`,
    );
  return true;
}

async function addList(matcher: ListMatcher, side: Side, source: ListSource): Promise<string[]> {
  const roles = source.columns.map(({ role }) => role);
  return readList(source, (rows) => matcher.add(side, roles, rows));
}

async function findPairs(matcher: ListMatcher, options: Options): Promise<Found> {
  const oneList = isOneList(options);
  const left = await addList(matcher, 'left', options.left);
  if (oneList) return { matcher, count: matcher.findDuplicates(), left, right: left };
  const right = await addList(matcher, 'right', options.right);
  if (options.pairs && left.length !== right.length)
    throw new Problem(`--pairs: the left list has ${left.length} rows and the right one ${right.length}.`);
  const { pairs, oneToOne, estimatePrior } = options;
  const count = pairs ? matcher.compareRows({ oneToOne }) : matcher.match({ oneToOne, estimatePrior });
  return { matcher, count, left, right };
}

/** The core ends where no memory is left; what it says then is not for people. */
function explained(error: unknown): unknown {
  return error instanceof WebAssembly.RuntimeError
    ? new Problem(
        `These lists are too large for the memory of one run: match them in parts. (${error.message})`,
      )
    : error;
}

/** Errors: throws a Problem, and writes nothing, when the input is not as it should be */
export async function match(options: Options): Promise<Summary> {
  const { out, left, right } = options;
  const matcher = new ListMatcher(await loadModule(), options.kind);
  try {
    const found = await findPairs(matcher, options);
    const counts = writeLinks(out, [left.file, right.file], found);
    return {
      left: found.left.length,
      right: found.right === found.left ? null : found.right.length,
      ...counts,
    };
  } catch (error) {
    throw explained(error);
  }
}
