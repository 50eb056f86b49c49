// How far JavaScript goes: the yardstick's index tuned by measuring, three times its length. It too reads every list of the
// question whole. Each entry carries what it adds to its record's cosine, so that the best records are found by
// comparing whole numbers, eight at a time. Tried and slower: sums in floating point, a list of the records met.
import type { Built, Contender, Hits, Join } from './contender.ts';
import { joinGreedily } from './join.ts';

const unknown = 0xffffffff;
const gramCount = 64 ** 3;
const space = 1;
const letters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

/** What each code unit becomes: up to four signs of six bits, one per byte, the first lowest. Filled as they are met. */
const folded = new Uint32Array(65536).fill(unknown);

/** 1 is a space, 2 to 37 are letters and digits; letters of other scripts share the rest. */
function signOf(letter: string): number {
  const plain = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter);
  if (plain >= 0) return plain + 2;
  return /[\p{L}\p{N}\p{Cs}]/u.test(letter) ? 38 + (letter.charCodeAt(0) % 26) : space;
}

function foldUnit(unit: number): number {
  const bare = String.fromCharCode(unit)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’`]/gu, '');
  const plain = bare.replace(/[^a-z0-9]/g, (sign) => letters[sign] ?? sign);
  const packed =
    [...plain].slice(0, 4).reduce((bits, sign, at) => bits | (signOf(sign) << (at * 8)), 0) >>> 0;
  folded[unit] = packed;
  return packed;
}

/** The unit in which an entry's share of the cosine is kept. */
const perShare = 256;

/** Whether none of the eight sums from here on is above the bar: differences of whole numbers, and their signs at once. */
function noneAbove(bar: number, sums: Int32Array, at: number): boolean {
  const signs =
    (bar - sums[at]!) |
    (bar - sums[at + 1]!) |
    (bar - sums[at + 2]!) |
    (bar - sums[at + 3]!) |
    (bar - sums[at + 4]!) |
    (bar - sums[at + 5]!) |
    (bar - sums[at + 6]!) |
    (bar - sums[at + 7]!);
  return signs >= 0;
}

export class TrigramIndex implements Built {
  private readonly seenIn = new Int32Array(gramCount).fill(-1);
  private readonly listFrom = new Uint32Array(gramCount + 1);
  private readonly weights = new Int32Array(gramCount);
  private readonly lists: Uint32Array;
  private readonly shares: Int32Array;
  private readonly sums: Int32Array;
  private texts = 0;

  constructor(names: readonly string[]) {
    const longest = names.reduce((sum, name) => sum + name.length * 4 + 2, 0);
    const grams = new Uint32Array(longest);
    const ends = new Uint32Array(names.length);
    let used = 0;
    for (let record = 0; record < names.length; record += 1) {
      used = this.collect(names[record]!, grams, used);
      ends[record] = used;
    }
    this.weigh(grams.subarray(0, used), names.length);
    this.lists = new Uint32Array(used);
    this.shares = new Int32Array(used);
    this.sums = new Int32Array(Math.ceil(names.length / 8) * 8);
    this.fill(grams, ends);
  }

  /** Puts the text's trigrams, each once, behind each other from `start` on; returns where they end. */
  private collect(text: string, grams: Uint32Array, start: number): number {
    const { seenIn } = this;
    const stamp = this.texts++;
    let used = start;
    let window = space;
    let first = true;
    for (let i = 0; i <= text.length; i += 1) {
      const unit = i < text.length ? text.charCodeAt(i) : 32;
      let signs = folded[unit]!;
      if (signs === unknown) signs = foldUnit(unit);
      for (; signs !== 0; signs >>>= 8) {
        const sign = signs & 63;
        if (sign === space && (window & 63) === space) continue;
        window = ((window << 6) | sign) & (gramCount - 1);
        if (first) first = false;
        else if (seenIn[window] !== stamp) {
          seenIn[window] = stamp;
          grams[used++] = window;
        }
      }
    }
    return used;
  }

  /** The square of log((n + 1) / (df + 1/2)) in 1/4096, and where each list begins. */
  private weigh(grams: Uint32Array, records: number): void {
    const { listFrom, weights } = this;
    for (const gram of grams) listFrom[gram + 1]! += 1;
    for (let gram = 0; gram < gramCount; gram += 1) {
      const count = listFrom[gram + 1]!;
      if (count > 0) weights[gram] = 4096 * Math.log((records + 1) / (count + 0.5)) ** 2;
      listFrom[gram + 1] = listFrom[gram]! + count;
    }
  }

  private fill(grams: Uint32Array, ends: Uint32Array): void {
    const { lists, shares, weights } = this;
    const next = this.listFrom.slice(0, gramCount);
    let start = 0;
    for (let record = 0; record < ends.length; record += 1) {
      const end = ends[record]!;
      let square = 0;
      for (let i = start; i < end; i += 1) square += weights[grams[i]!]!;
      const perWeight = perShare / Math.sqrt(square);
      for (; start < end; start += 1) {
        const gram = grams[start]!;
        const at = next[gram]!++;
        lists[at] = record;
        shares[at] = weights[gram]! * perWeight;
      }
    }
  }

  /** The best records and their cosines. */
  best(text: string, count: number): Hits {
    const grams = new Uint32Array(text.length * 4 + 2);
    const used = this.collect(text, grams, 0);
    const { sums, lists, shares, listFrom, weights } = this;
    let square = 0;
    for (let i = 0; i < used; i += 1) {
      const gram = grams[i]!;
      square += weights[gram]!;
      for (let at = listFrom[gram]!, end = listFrom[gram + 1]!; at < end; at += 1) {
        sums[lists[at]!]! += shares[at]!;
      }
    }
    const hits = this.select(count, perShare * Math.sqrt(square));
    sums.fill(0);
    return hits;
  }

  private select(count: number, whole: number): Hits {
    const { sums } = this;
    const best = new Int32Array(count);
    const records = new Int32Array(count);
    let kept = 0;
    let bar = 0;
    for (let eight = 0; eight < sums.length; eight += 8) {
      if (noneAbove(bar, sums, eight)) continue;
      for (let record = eight; record < eight + 8; record += 1) {
        const sum = sums[record]!;
        if (sum <= bar) continue;
        if (kept < count) kept += 1;
        let at = kept - 1;
        for (; at > 0 && best[at - 1]! < sum; at -= 1) {
          best[at] = best[at - 1]!;
          records[at] = records[at - 1]!;
        }
        best[at] = sum;
        records[at] = record;
        bar = kept < count ? 0 : best[count - 1]!;
      }
    }
    return {
      records: records.subarray(0, kept),
      likenesses: Float64Array.from(best.subarray(0, kept), (sum) => sum / whole),
    };
  }

  top(text: string, count: number): Int32Array {
    return this.best(text, count).records;
  }

  bytes(): number {
    const { seenIn, listFrom, weights, lists, shares, sums } = this;
    return [seenIn, listFrom, weights, lists, shares, sums].reduce((all, part) => all + part.byteLength, 0);
  }
}

const candidates = 10;
const likeEnough = 0.5;

function join(left: readonly string[], right: readonly string[]): Join {
  const index = new TrigramIndex(right);
  return joinGreedily(left, right.length, likeEnough, (name) => index.best(name, candidates));
}

export const tuned: Contender = {
  name: 'tuned JavaScript',
  build: (names) => new TrigramIndex(names),
  join,
};
