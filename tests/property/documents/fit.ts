// Fits the weights of core/matching/document_weights.cpp on generated books and drafts, and prints its tables:
//
//   node tests/property/documents/fit.ts
//
// Logistic regression over what the core's comparison says, in hundredths of a bit. Trained on seeds 1 to 40 alone.
import { askRepeated, askTied, documentProgram, type Found } from './ask.ts';
import { makeBook } from './books.ts';
import { makeCase } from './drafts.ts';

interface Pair {
  found: Found;
  same: boolean;
}

const rounds = 1500;
const pull = 2;
/** Their points follow from a count, or from what was linked before. */
const measured = new Set(['frequency', 'billed']);

/** What agrees speaks for, what differs against: the rest is free. */
const against = new Set([
  'differs',
  'far',
  'less',
  'more',
  'part',
  'absent',
  'month-apart',
  'touches',
  'before-deal',
]);
const free = new Set(['same-year', 'same-quarter', 'weeks', '']);

/** What a person would name first is told, though what else agrees already says it. */
const leastPoints: Readonly<Record<string, number>> = { 'lines/same': 80, 'customer/same': 100 };

function held(name: string, weight: number): number {
  const level = name.split('/')[1] ?? '';
  const least = leastPoints[name];
  if (least !== undefined) return Math.max((least / 100) * Math.LN2, weight);
  if (free.has(level)) return weight;
  return against.has(level) ? Math.min(0, weight) : Math.max(0, weight);
}

const nameOf = ({ field, level }: { field: string; level: string }) => `${field}/${level}`;

/** Natural logarithms of odds, by 'field/level'; '' is the prior. */
function weightsOf(pairs: readonly Pair[]): Map<string, number> {
  const names = [
    ...new Set(
      pairs.flatMap(({ found }) => found.evidence.filter(({ field }) => !measured.has(field)).map(nameOf)),
    ),
  ].sort();
  const places = new Map(['', ...names].map((name, place) => [name, place]));
  const rows = pairs.map(({ found, same }) => ({
    places: [0, ...found.evidence.flatMap((one) => places.get(nameOf(one)) ?? [])],
    offset: found.evidence
      .filter(({ field }) => measured.has(field))
      .reduce((sum, { weight }) => sum + (weight / 100) * Math.LN2, 0),
    same: same ? 1 : 0,
  }));
  const ordered = ['', ...names];
  const weights = new Float64Array(places.size);
  const steps = new Float64Array(places.size);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight, place) => (place === 0 ? 0 : -pull * weight));
    for (const row of rows) {
      const score = row.places.reduce((sum, place) => sum + (weights[place] ?? 0), row.offset);
      const wrong = row.same - 1 / (1 + Math.exp(-score));
      for (const place of row.places) slope[place] = (slope[place] ?? 0) + wrong;
    }
    slope.forEach((value, place) => {
      steps[place] = (steps[place] ?? 0) + value * value;
      const moved = (weights[place] ?? 0) + (0.5 * value) / (Math.sqrt(steps[place] ?? 0) + 1e-9);
      weights[place] = held(ordered[place] ?? '', moved);
    });
  }
  return new Map([...places].map(([name, place]) => [name, weights[place] ?? 0]));
}

function print(title: string, weights: Map<string, number>): void {
  console.log(`\n${title}`);
  for (const [name, weight] of weights) {
    const points = Math.round((weight / Math.LN2) * 100);
    const [field, level] = name.split('/');
    console.log(name === '' ? `prior ${points}` : `    {"${field}", "${level}", ${points}},`);
  }
}

const program = documentProgram();
const ties: Pair[] = [];
for (let seed = 1; seed <= 40; seed += 1) {
  const book = makeBook(seed);
  for (const { invoice, candidates } of await askTied(program, book)) {
    for (const found of candidates) ties.push({ found, same: book.truth.get(invoice) === found.id });
  }
}
print(`deals and invoices: ${ties.length} pairs`, weightsOf(ties));

const repeats: Pair[] = [];
const cases = Array.from({ length: 4000 }, (_, index) => makeCase(index + 1));
for (const [index, found] of (await askRepeated(program, cases, true)).entries()) {
  for (const one of found) repeats.push({ found: one, same: cases[index]?.repeats === one.id });
}
print(`drafts and documents: ${repeats.length} pairs`, weightsOf(repeats));
program.end();
