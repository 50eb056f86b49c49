// The measuring itself, the same in Node and in a page: contenders take turns, and of many rounds the middle counts.
import { alternate, median, type Contender as Runner } from '../support/statistics.ts';
import type { Built, Contender, Join } from './contender.ts';
import { handWritten, packages } from './contenders.ts';
import { generatedLists, type Lists } from './join.ts';
import { generatedNames } from './names.ts';
import { type Question, questionsFor } from './questions.ts';

export interface Work {
  names: number;
  questions: number;
  buildRounds: number;
  questionRounds: number;
  /** The packages too, of which the slow ones answer only so many of the questions, in one round. */
  packages: { slowQuestions: number } | null;
  /** Names on the left of the join; 0 joins nothing. */
  joined: number;
  joinRounds: number;
}

export interface Found {
  name: string;
  build_ms: number;
  /** One question: the middle one of the questions, each by its middle round; and the mean of all in the middle round. */
  question_us: number;
  mean_us: number;
  /** How many of the questions have their answer among the first five, 0 to 1. */
  recall: number;
  questions: number;
  bytes_per_name?: number;
  restore_ms?: number;
  join?: Joined;
  match?: Joined;
}

interface Joined {
  ms: number;
  precision: number;
  recall: number;
}

const shown = 5;

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

function byName<T>(all: readonly Contender[], make: (contender: Contender) => T): Record<string, T> {
  return Object.fromEntries(all.map((contender) => [contender.name, make(contender)]));
}

/** What others left behind is collected before the clock runs, so that nobody pays for it. */
function collectGarbage(): void {
  if (!globalThis.gc) throw new Error('The bench needs --expose-gc.');
  globalThis.gc();
}

/** A forced collection throws compiled code away too, so the work is done once before it is timed. */
async function timedWarm(work: () => Built | Promise<Built>): Promise<number> {
  collectGarbage();
  const warm = await work();
  warm.release?.();
  const { ms, result } = await timed(work);
  result.release?.();
  return ms;
}

async function measureBuilds(all: readonly Contender[], names: readonly string[], rounds: number) {
  const runners = byName(
    all,
    (contender): Runner => ({ run: () => timedWarm(() => contender.build(names)) }),
  );
  return alternate(runners, { rounds, warmUp: 1 });
}

/** Asks all questions once; each question's time is kept, and how many found their answer. */
class Asking implements Runner {
  readonly times: number[][];
  readonly questions: readonly Question[];
  private readonly built: Built;
  hits = 0;

  constructor(built: Built, questions: readonly Question[]) {
    this.built = built;
    this.questions = questions;
    this.times = questions.map(() => []);
  }

  run(): number {
    this.hits = 0;
    const begin = performance.now();
    for (const [number, { text, answer }] of this.questions.entries()) {
      const start = performance.now();
      const records = this.built.top(text, shown);
      this.times[number]!.push(performance.now() - start);
      for (let i = 0; i < records.length; i += 1) this.hits += records[i] === answer ? 1 : 0;
    }
    return (performance.now() - begin) / this.questions.length;
  }
}

async function measureQuestions(
  all: readonly Contender[],
  built: Record<string, Built>,
  questions: readonly Question[],
  rounds: number,
) {
  const askings = byName(all, ({ name }) => new Asking(built[name]!, questions));
  const warmUp = rounds > 1 ? 3 : 0;
  const means = await alternate(askings, { rounds, warmUp });
  return byName(all, ({ name }) => {
    const { times, hits } = askings[name]!;
    return {
      question_us: 1000 * median(times.map((rounds) => median(rounds.slice(warmUp)))),
      mean_us: 1000 * median(means[name]!),
      recall: hits / questions.length,
      questions: questions.length,
    };
  });
}

async function measureRestore(
  contender: Contender,
  built: Built,
  rounds: number,
): Promise<number | undefined> {
  const snapshot = built.snapshot?.();
  if (!snapshot || !contender.restore) return undefined;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timedWarm(async () => contender.restore!(snapshot)));
  }
  return median(times);
}

const byEvidence = (name: string) => `${name} by evidence`;

type Joining = (left: readonly string[], right: readonly string[]) => Join | Promise<Join>;

/** Every way to join that there is, by its name. */
function joiningsOf(all: readonly Contender[]): Map<string, Joining> {
  const joinings = new Map<string, Joining>();
  for (const { name, join, match } of all) {
    if (join) joinings.set(name, join);
    if (match) joinings.set(byEvidence(name), match);
  }
  return joinings;
}

function qualityOf(join: Join, truth: Join): { precision: number; recall: number } {
  const linked = join.filter((to) => to >= 0).length;
  const correct = join.filter((to, from) => to >= 0 && to === truth[from]).length;
  return { precision: correct / linked, recall: correct / truth.filter((to) => to >= 0).length };
}

async function measureJoins(all: readonly Contender[], { left, right, truth }: Lists, rounds: number) {
  const quality: Record<string, { precision: number; recall: number }> = {};
  const runners: Record<string, Runner> = {};
  for (const [name, join] of joiningsOf(all)) {
    runners[name] = {
      async run() {
        const { ms, result } = await timed(async () => join(left, right));
        quality[name] = qualityOf(result, truth);
        return ms;
      },
    };
  }
  const samples = await alternate(runners, { rounds, warmUp: 1 });
  const joins: Record<string, Joined> = {};
  for (const [name, times] of Object.entries(samples)) joins[name] = { ms: median(times), ...quality[name]! };
  return joins;
}

async function measureGroup(all: readonly Contender[], names: string[], questions: Question[], work: Work) {
  const samples = await measureBuilds(all, names, work.buildRounds);
  const built: Record<string, Built> = {};
  for (const contender of all) built[contender.name] = await contender.build(names);
  const answers = await measureQuestions(all, built, questions, work.questionRounds);
  const found: Found[] = [];
  for (const contender of all) {
    const { name } = contender;
    const bytes = built[name]!.bytes?.();
    const restore_ms = await measureRestore(contender, built[name]!, work.buildRounds);
    found.push({
      name,
      build_ms: median(samples[name]!),
      ...answers[name]!,
      ...(bytes === undefined ? {} : { bytes_per_name: bytes / names.length }),
      ...(restore_ms === undefined ? {} : { restore_ms }),
    });
    built[name]!.release?.();
  }
  return found;
}

/** All the figures of this place, those of the slow contenders last. The module is Sidebill's own. */
export async function measureAll(work: Work, wasm: BufferSource): Promise<Found[]> {
  const all = [...(await handWritten(wasm)), ...(work.packages ? packages : [])];
  const names = generatedNames(work.names);
  const questions = questionsFor(names, work.questions);
  const quick = all.filter(({ slow }) => !slow);
  const slow = all.filter((contender) => contender.slow);
  const found = await measureGroup(quick, names, questions, work);
  if (work.packages && slow.length > 0) {
    const few = { ...work, buildRounds: 3, questionRounds: 1 };
    found.push(...(await measureGroup(slow, names, questions.slice(0, work.packages.slowQuestions), few)));
  }
  if (work.joined === 0) return found;
  const joins = await measureJoins(all, generatedLists(work.joined, work.names), work.joinRounds);
  return found.map((one) => {
    const [join, match] = [joins[one.name], joins[byEvidence(one.name)]];
    return { ...one, ...(join ? { join } : {}), ...(match ? { match } : {}) };
  });
}
