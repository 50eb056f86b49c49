// How right the core is about generated books and drafts: counts, and the tables printed from them.
import type { LineProgram } from '../program.ts';
import { addsUp, askRepeated, askTied } from './ask.ts';
import { makeBook } from './books.ts';
import { makeCase } from './drafts.ts';

export interface TieCounts {
  deals: number;
  invoices: number;
  /** Invoices that belong to a deal. */
  pairs: number;
  links: number;
  rightLinks: number;
  questions: number;
  /** Questions whose first candidate is right. */
  rightQuestions: number;
  /** Invoices of no deal that are asked about all the same. */
  needlessQuestions: number;
  /** Candidates whose prior and evidence do not sum to their score. */
  wrongSums: number;
}

export async function measureTies(
  program: LineProgram,
  firstSeed: number,
  seeds: number,
): Promise<TieCounts> {
  const counts: TieCounts = {
    deals: 0,
    invoices: 0,
    pairs: 0,
    links: 0,
    rightLinks: 0,
    questions: 0,
    rightQuestions: 0,
    needlessQuestions: 0,
    wrongSums: 0,
  };
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const book = makeBook(seed);
    counts.deals += book.deals.length;
    for (const { invoice, outcome, candidates } of await askTied(program, book)) {
      const truth = book.truth.get(invoice) ?? null;
      const right = truth !== null && candidates[0]?.id === truth;
      counts.invoices += 1;
      counts.pairs += Number(truth !== null);
      counts.links += Number(outcome === 'link');
      counts.rightLinks += Number(outcome === 'link' && right);
      counts.questions += Number(outcome === 'ask');
      counts.rightQuestions += Number(outcome === 'ask' && right);
      counts.needlessQuestions += Number(outcome === 'ask' && truth === null);
      counts.wrongSums += candidates.filter((one) => !addsUp(one)).length;
    }
  }
  return counts;
}

export interface RadarCounts {
  exact: number;
  /** Exact ones that were found and called exact. */
  exactFound: number;
  near: number;
  /** Drafts that repeat nothing. */
  others: number;
  /** By the least score that is told: near ones found, and drafts of the rest with a false alarm. */
  curve: { least: number; nearFound: number; alarms: number; falseAlarms: number; precision: number }[];
  /** At the threshold of the core. */
  nearFound: number;
  alarms: number;
  /** Of those that repeat nothing, how many are called exact. */
  exactAlarms: number;
  wrongSums: number;
}

const curveScores = [-300, -150, 0, 150, 300, 450, 600] as const;

export async function measureRadar(
  program: LineProgram,
  firstSeed: number,
  drafts: number,
): Promise<RadarCounts> {
  const cases = Array.from({ length: drafts }, (_, index) => makeCase(firstSeed + index));
  const found = await askRepeated(program, cases);
  const compared = await askRepeated(program, cases, true);
  const all = cases.map((one, index) => ({
    ...one,
    found: found[index] ?? [],
    compared: compared[index] ?? [],
  }));
  const of = (kind: string) => all.filter((one) => one.kind === kind);
  const curve = curveScores.map((least) => {
    const told = all.map((one) => one.compared.filter(({ score, exact }) => exact || score >= least));
    const right = all.filter(({ repeats }, at) => told[at]?.some(({ id }) => id === repeats));
    const tellings = told.reduce((sum, { length }) => sum + length, 0);
    const falseAlarms = all.filter(
      ({ repeats }, at) => repeats === null && (told[at]?.length ?? 0) > 0,
    ).length;
    return {
      least,
      nearFound: right.filter(({ kind }) => kind === 'near').length,
      alarms: tellings,
      falseAlarms,
      precision: tellings === 0 ? 1 : right.length / tellings,
    };
  });
  return {
    exact: of('exact').length,
    exactFound: of('exact').filter(({ found: told, repeats }) =>
      told.some(({ id, exact }) => exact && id === repeats),
    ).length,
    near: of('near').length,
    others: of('none').length,
    curve,
    nearFound: of('near').filter(({ found: told, repeats }) => told.some(({ id }) => id === repeats)).length,
    alarms: of('none').filter(({ found: told }) => told.length > 0).length,
    exactAlarms: of('none').filter(({ found: told }) => told.some(({ exact }) => exact)).length,
    wrongSums: compared.flat().filter((one) => !addsUp(one)).length,
  };
}
