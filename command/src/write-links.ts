// The pairs as a CSV file, best first.
import { closeSync, existsSync, openSync, realpathSync, writeSync } from 'node:fs';
import type { ListMatcher } from '@sidebill/core';
import { stringify } from 'csv-stringify/sync';
import { Problem } from './problem.ts';

const pairsPerPart = 5000;

export interface Found {
  matcher: ListMatcher;
  count: number;
  /** The ids, by place. */
  left: string[];
  right: string[];
}

interface Counts {
  links: number;
  asks: number;
}

function writeAll(file: number, { matcher, count, left, right }: Found): Counts {
  let links = 0;
  writeSync(file, stringify([['left_id', 'right_id', 'score', 'outcome', 'evidence']]));
  for (let from = 0; from < count; from += pairsPerPart) {
    const evidence = matcher.evidence(from, pairsPerPart);
    const pairs = matcher.pairs(from, pairsPerPart);
    links += pairs.filter(({ outcome }) => outcome === 'link').length;
    const rows = pairs.map((pair, at) => [
      left[pair.left],
      right[pair.right],
      pair.score,
      pair.outcome,
      evidence[at],
    ]);
    writeSync(file, stringify(rows));
  }
  return { links, asks: count - links };
}

/** Errors: throws a Problem when the file cannot be written, or is one of the lists */
export function writeLinks(out: string, lists: string[], found: Found): Counts {
  if (existsSync(out) && lists.some((list) => realpathSync(list) === realpathSync(out)))
    throw new Problem(`--out ${out} is one of the lists: it is left as it is.`);
  let file: number;
  try {
    file = openSync(out, 'w');
  } catch (error) {
    throw new Problem(`${out} cannot be written: ${(error as Error).message}`);
  }
  try {
    return writeAll(file, found);
  } finally {
    closeSync(file);
  }
}
