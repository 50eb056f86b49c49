// Chance out of a printed seed (mulberry32): a schedule that failed can be played again.

export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 <= x < 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  /** So many of them, in their order, chosen evenly by chance; all when there are no more. */
  sample<T>(from: readonly T[], count: number): T[] {
    let wanted = Math.min(count, from.length);
    return from.filter((_, index) => {
      const chosen = this.next() * (from.length - index) < wanted;
      if (chosen) wanted -= 1;
      return chosen;
    });
  }
}
