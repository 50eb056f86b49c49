// Two lists brought together: the question, its right answer, and the plain way to decide.
import { Random } from '../../property/random.ts';
import type { Hits, Join } from './contender.ts';
import { generatedNames } from './names.ts';
import { misspelled } from './questions.ts';

const seed = 11;
/** Of the left list, in percent, that are on the right too. */
const shared = 80;

export interface Lists {
  left: string[];
  right: string[];
  truth: Join;
}

/** Names of the one list misspelled as people do it; one in five belongs to nobody on the right. */
export function generatedLists(leftCount: number, rightCount: number): Lists {
  const random = new Random(seed);
  const all = generatedNames(rightCount + leftCount);
  const right = all.slice(0, rightCount);
  const left: string[] = [];
  const truth = new Int32Array(leftCount).fill(-1);
  const taken = new Set<number>();
  while (left.length < leftCount) {
    const isShared = random.chance(shared);
    const place = isShared ? random.below(rightCount) : rightCount + left.length;
    if (taken.has(place)) continue;
    taken.add(place);
    if (isShared) truth[left.length] = place;
    left.push(misspelled(all[place]!, random));
  }
  return { left, right, truth };
}

/** Takes the most alike pair, then the next of which neither is taken, down to what is like enough. */
export function joinGreedily(
  left: readonly string[],
  rightCount: number,
  likeEnough: number,
  best: (name: string) => Hits,
): Join {
  const pairs: { from: number; to: number; likeness: number }[] = [];
  for (let from = 0; from < left.length; from += 1) {
    const { records, likenesses } = best(left[from]!);
    for (let i = 0; i < records.length && likenesses[i]! >= likeEnough; i += 1) {
      pairs.push({ from, to: records[i]!, likeness: likenesses[i]! });
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness);
  const join = new Int32Array(left.length).fill(-1);
  const taken = new Uint8Array(rightCount);
  for (const { from, to } of pairs) {
    if (join[from] !== -1 || taken[to] === 1) continue;
    join[from] = to;
    taken[to] = 1;
  }
  return join;
}
