// Whether the figures may be shown at all: a weak yardstick makes anybody look fast.
import type { Found } from './measure.ts';
import { opponent } from './opponent.ts';
import { miniSearch } from './packages.ts';

export const least = { recall: 0.99, timesMiniSearch: 7 };

export function named(found: readonly Found[], name: string): Found {
  const one = found.find((one) => one.name === name);
  if (!one) throw new Error(`${name} was not measured`);
  return one;
}

/** Why this run is not reported, or null. */
export function refusal(place: string, found: readonly Found[]): string | null {
  const yardstick = named(found, opponent.name);
  const times = named(found, miniSearch.name).question_us / yardstick.question_us;
  if (yardstick.recall < least.recall) {
    return `${place}: the ${opponent.name} finds ${yardstick.recall}, and ${least.recall} is the least. Nothing is reported.`;
  }
  if (times < least.timesMiniSearch) {
    return `${place}: the ${opponent.name} is ${times.toFixed(1)} times as fast as MiniSearch, and ${least.timesMiniSearch} is the least. Nothing is reported.`;
  }
  return null;
}
