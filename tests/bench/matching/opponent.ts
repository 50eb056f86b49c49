// The yardstick: what a good programmer writes in under a hundred lines, an inverted index of trigrams on typed arrays that reads
// every list of the question whole.
import type { Built, Contender, Hits, Join } from './contender.ts';
import { joinGreedily } from './join.ts';

const fold = (text: string): string => {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
};

/** Shares of the cosine are whole numbers of this unit: those are added and compared faster, four at a time. */
const perShare = 1024;

class PlainIndex implements Built {
  private readonly numbers = new Map<number, number>();
  private readonly weights: Float32Array;
  private readonly listFrom: Uint32Array;
  private readonly lists: Uint32Array;
  private readonly shares: Int32Array;
  private readonly sums: Int32Array;

  constructor(names: readonly string[]) {
    const gramsOf = names.map((name) => this.gramsOf(fold(name), true));
    const counts = new Uint32Array(this.numbers.size + 1);
    for (const grams of gramsOf) for (const gram of grams) counts[gram + 1]! += 1;
    this.weights = Float32Array.from(
      counts.subarray(1),
      (count) => Math.log((names.length + 1) / (count + 0.5)) ** 2,
    );
    this.listFrom = counts;
    for (let gram = 1; gram < counts.length; gram += 1) counts[gram]! += counts[gram - 1]!;
    const next = counts.slice();
    this.lists = new Uint32Array(counts.at(-1)!);
    this.shares = new Int32Array(this.lists.length);
    this.sums = new Int32Array(Math.ceil(names.length / 4) * 4);
    for (const [record, grams] of gramsOf.entries()) {
      const norm = this.normOf(grams);
      for (const gram of grams) {
        this.lists[next[gram]!] = record;
        this.shares[next[gram]!++] = (this.weights[gram]! * perShare) / norm;
      }
    }
  }

  /** The text's trigrams, each once, by their numbers; unknown ones get the next number or are left out. */
  private gramsOf(text: string, add: boolean): number[] {
    const grams = new Set<number>();
    for (let at = 0; at + 3 <= text.length; at += 1) {
      const key = (text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1)) * 65536 + text.charCodeAt(at + 2);
      if (add && !this.numbers.has(key)) this.numbers.set(key, this.numbers.size);
      const gram = this.numbers.get(key);
      if (gram !== undefined) grams.add(gram);
    }
    return [...grams];
  }

  private normOf(grams: number[]): number {
    return Math.sqrt(grams.reduce((sum, gram) => sum + this.weights[gram]!, 0));
  }

  best(text: string, count: number): Hits {
    const { sums, lists, shares, listFrom } = this;
    const grams = this.gramsOf(fold(text), false);
    for (const gram of grams) {
      for (let at = listFrom[gram]!, end = listFrom[gram + 1]!; at < end; at += 1)
        sums[lists[at]!]! += shares[at]!;
    }
    const best: number[] = [];
    let bar = 0;
    for (let four = 0; four < sums.length; four += 4) {
      const signs =
        (bar - sums[four]!) | (bar - sums[four + 1]!) | (bar - sums[four + 2]!) | (bar - sums[four + 3]!);
      for (let record = four; signs < 0 && record < four + 4; record += 1) {
        if (sums[record]! > bar) bar = this.insert(best, record, count);
      }
    }
    const norm = this.normOf(grams) * perShare;
    const likenesses = Float64Array.from(best, (record) => sums[record]! / norm);
    sums.fill(0);
    return { records: Int32Array.from(best), likenesses };
  }

  /** Keeps the best in order; returns what a further one has to exceed. */
  private insert(best: number[], record: number, count: number): number {
    const { sums } = this;
    let at = best.length < count ? best.length : count - 1;
    for (; at > 0 && sums[best[at - 1]!]! < sums[record]!; at -= 1) best[at] = best[at - 1]!;
    best[at] = record;
    return best.length === count ? sums[best[count - 1]!]! : 0;
  }

  top(text: string, count: number): Int32Array {
    return this.best(text, count).records;
  }
}

const candidates = 10;
const likeEnough = 0.5;

function join(left: readonly string[], right: readonly string[]): Join {
  const index = new PlainIndex(right);
  return joinGreedily(left, right.length, likeEnough, (name) => index.best(name, candidates));
}

export const opponent: Contender = {
  name: 'hand-written JavaScript',
  build: (names) => new PlainIndex(names),
  join,
};
