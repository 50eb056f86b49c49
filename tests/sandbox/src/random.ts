// The seeded generator (mulberry32): the same seed gives the same world.

/** One step: the next state and a number 0 <= x < 1. */
export function mulberry32(state: number): { state: number; value: number } {
  const next = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return { state: next, value: ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296 };
}

/** A generator of its own, for data that must not depend on what else was drawn before. */
export interface Dice {
  next(): number;
  /** An integer from low to high, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  chance(probability: number): boolean;
}

export function createDice(seed: number): Dice {
  let state = seed | 0;
  const next = () => {
    const step = mulberry32(state);
    state = step.state;
    return step.value;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (choices) => choices[between(0, choices.length - 1)]!,
    chance: (probability) => next() < probability,
  };
}
