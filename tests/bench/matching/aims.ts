// What each set's score stands beside: the floor that plain trigram TF-IDF with greedy one-to-one reaches (with one fixed
// threshold), and the bar that is to be reached.

export interface Aim {
  floor: number;
  bar?: number;
  /** Of the links, at least. */
  precision?: number;
}

export const aims: Record<string, Aim> = {
  'synth customers': { floor: 0.942, bar: 0.975, precision: 0.985 },
  'synth items': { floor: 0.713, bar: 0.9 },
  'Abt-Buy': { floor: 0.882, bar: 0.95 },
  'Abt-Buy OPEN': { floor: 0.829, bar: 0.94 },
  FEBRL4: { floor: 0.995, bar: 0.998 },
  'FEBRL4 OPEN': { floor: 0.995 },
  'FEBRL4 names': { floor: 0.817 },
  fake_1000: { floor: 0.844, bar: 0.93 },
  chicago_orgs: { floor: 0.838, bar: 0.9 },
  patstat: { floor: 0.991 },
  name_pairs: { floor: 0.653 },
};
