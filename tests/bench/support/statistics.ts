// Many rounds and what stands in their middle.

/** The value below which so much (0 to 1) of the sample lies, by the nearest rank. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  const value = sorted[at];
  if (value === undefined) throw new Error('A sample needs values.');
  return value;
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}

export interface Contender {
  /** Does the work and says how long one unit of it took. */
  run(): number | Promise<number>;
}

/**
 * Lets the contenders run in turn, the order reversed from round to round, so that none has the warm machine to itself.
 * The rounds before the first that counts warm caches and compilers.
 */
export async function alternate<Name extends string>(
  contenders: Record<Name, Contender>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const taken = await contenders[name].run();
      if (round >= 0) samples[name].push(taken);
    }
  }
  return samples;
}
