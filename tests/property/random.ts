// Random numbers that a printed seed brings back.

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** The next 32 random bits. Source: mulberry32, Tommy Ettinger, public domain. */
  private bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return this.bits() % end;
  }

  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice;
  }

  /** So many random digits. */
  digits(count: number): string {
    let text = '';
    while (text.length < count) text += this.below(10).toString();
    return text;
  }

  /** 64 random bits, as likely small as large, of either sign. */
  integer64(): bigint {
    const size = ((BigInt(this.bits()) << 32n) | BigInt(this.bits())) >> BigInt(this.below(64));
    return BigInt.asIntN(64, this.chance(50) ? size : -size);
  }
}
