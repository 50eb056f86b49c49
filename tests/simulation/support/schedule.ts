// What befalls one colleague during one story, and the list of all that might.
import type { Fate, Moment } from './life.ts';
import { Dice } from './random.ts';

/** The n-th passing of any gate at this moment ends the life. */
export interface Death {
  gate: number;
  moment: Moment;
}

/** The n-th call to a service, counted from the start of the story, goes wrong in this way. */
export interface Mishap {
  service: 'quickbooks' | 'hubspotApi' | 'intuitToken';
  call: number;
  action: 'drop-before' | 'drop-after' | 'duplicate' | 'delay' | 401 | 429 | 500 | 503;
}

export interface Schedule {
  /** One life after the other; the last one lives on. */
  deaths: Death[];
  mishaps: Mishap[];
  /** After the first death the extension is another revision. */
  updated: boolean;
  /** A colleague does the same at the same time. */
  colleague: boolean;
  /** QuickBooks keeps refusals under their requestid. */
  refusalsStored: boolean;
  /** HubSpot invoices take our unique key; else they are found through the deal. */
  uniqueKey: boolean;
}

export const quiet: Schedule = {
  deaths: [],
  mishaps: [],
  updated: false,
  colleague: false,
  refusalsStored: true,
  uniqueKey: true,
};

/** The readings that the references leave open, one of each by chance. */
function reading(dice: Dice): Pick<Schedule, 'refusalsStored' | 'uniqueKey'> {
  return { refusalsStored: dice.below(2) === 0, uniqueKey: dice.below(2) === 0 };
}

export const moments: readonly Moment[] = ['before', 'during', 'after'];
const actions: readonly Mishap['action'][] = [
  'drop-before',
  'drop-after',
  'duplicate',
  'delay',
  401,
  429,
  500,
  503,
];
export const services: readonly Mishap['service'][] = ['quickbooks', 'hubspotApi', 'intuitToken'];

export interface Extent {
  /** How many gates a quiet story passes. */
  gates: number;
  /** How many calls a quiet story makes to each service. */
  calls: Record<Mishap['service'], number>;
}

/**
 * Every single death, every single mishap, and both once more with an update or a colleague; each with one reading of
 * what the references leave open, another one for another seed.
 */
export function everySchedule(extent: Extent, seed: number): Schedule[] {
  const dice = new Dice(seed);
  const deaths = moments.flatMap((moment) =>
    Array.from({ length: extent.gates }, (_, index): Death => ({ gate: index + 1, moment })),
  );
  const mishaps = services.flatMap((service) =>
    Array.from({ length: extent.calls[service] }, (_, call) =>
      actions.map((action): Mishap => ({ service, call, action })),
    ).flat(),
  );
  return [
    ...deaths.map((death) => ({ ...quiet, deaths: [death] })),
    ...deaths.map((death) => ({ ...quiet, deaths: [death], updated: true })),
    ...deaths.map((death) => ({ ...quiet, deaths: [death], colleague: true })),
    ...mishaps.map((mishap) => ({ ...quiet, mishaps: [mishap] })),
    ...mishaps.map((mishap) => ({ ...quiet, mishaps: [mishap], colleague: true })),
  ].map((schedule) => ({ ...schedule, ...reading(dice) }));
}

/** Several things at once, out of a seed. */
export function randomSchedule(seed: number, extent: Extent): Schedule {
  const dice = new Dice(seed);
  const deaths = Array.from(
    { length: dice.below(4) },
    (): Death => ({
      gate: 1 + dice.below(extent.gates),
      moment: dice.pick(moments),
    }),
  );
  const mishaps = Array.from({ length: dice.below(4) }, (): Mishap => {
    const service = dice.pick(services);
    return { service, call: dice.below(extent.calls[service] + 2), action: dice.pick(actions) };
  });
  return {
    deaths,
    mishaps,
    updated: deaths.length > 0 && dice.below(4) === 0,
    colleague: dice.below(3) === 0,
    ...reading(dice),
  };
}

/** The fate of one life: to end at its death's gate. */
export function fateOf(death: Death | undefined): Fate {
  let passed = 0;
  return (_, moment) => {
    if (!death || moment !== death.moment) return false;
    passed += 1;
    return passed === death.gate;
  };
}
