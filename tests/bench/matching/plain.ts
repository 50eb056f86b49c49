// The same index as most would write it: trigrams as strings in a Map, folding by the language's own means. It shows how
// much of the yardstick's speed is craft.
import type { Built, Contender } from './contender.ts';

function trigramsOf(text: string): string[] {
  const bare = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const folded = ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= folded.length; at += 1) grams.add(folded.slice(at, at + 3));
  return [...grams];
}

class PlainIndex implements Built {
  private readonly numbers = new Map<string, number>();
  private readonly lists: Uint32Array[];
  private readonly weights: Float32Array;
  private readonly norms: Float32Array;
  private readonly sums: Float32Array;

  constructor(names: readonly string[]) {
    const lists: number[][] = [];
    const gramsOf = names.map((name, record) =>
      trigramsOf(name).map((gram) => {
        let number = this.numbers.get(gram);
        if (number === undefined) {
          number = lists.length;
          this.numbers.set(gram, number);
          lists.push([]);
        }
        lists[number]!.push(record);
        return number;
      }),
    );
    this.lists = lists.map((list) => Uint32Array.from(list));
    this.weights = Float32Array.from(
      lists,
      (list) => Math.log((names.length + 1) / (list.length + 0.5)) ** 2,
    );
    this.norms = Float32Array.from(gramsOf, (grams) =>
      Math.sqrt(grams.reduce((sum, gram) => sum + this.weights[gram]!, 0)),
    );
    this.sums = new Float32Array(names.length);
  }

  top(text: string, count: number): number[] {
    const met: number[] = [];
    for (const gram of trigramsOf(text)) {
      const number = this.numbers.get(gram);
      if (number === undefined) continue;
      const weight = this.weights[number]!;
      for (const record of this.lists[number]!) {
        if (this.sums[record] === 0) met.push(record);
        this.sums[record]! += weight;
      }
    }
    const likeness = (record: number) => this.sums[record]! / this.norms[record]!;
    const best: number[] = [];
    for (const record of met) {
      if (best.length === count && likeness(record) <= likeness(best[count - 1]!)) continue;
      if (best.length === count) best.pop();
      const at = best.findIndex((other) => likeness(other) < likeness(record));
      best.splice(at < 0 ? best.length : at, 0, record);
    }
    for (const record of met) this.sums[record] = 0;
    return best;
  }
}

export const plain: Contender = { name: 'plain JavaScript', build: (names) => new PlainIndex(names) };
