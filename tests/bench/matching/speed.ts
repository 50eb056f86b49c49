// How fast names are found, beside what else a browser could use: a table, and build/bench-matching-speed.json.
//
//   node tests/bench/matching/speed.ts               in Node and in a headless Chromium
//   node tests/bench/matching/speed.ts --document    and puts the table into docs/benchmarks.md
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildMatching } from '../support/build.ts';
import { putIntoDocument } from './document.ts';
import { startChromium } from './in-chromium.ts';
import { type Found, measureAll, type Work } from './measure.ts';
import { opponent } from './opponent.ts';
import { sidebillName } from './sidebill.ts';
import { ratiosOf, tableOf } from './table.ts';
import { tuned } from './tuned.ts';
import { named, refusal } from './verdict.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const target = fromRoot('build/bench-matching-speed.json');

const works: Work[] = [
  {
    names: 50_000,
    questions: 200,
    buildRounds: 7,
    questionRounds: 15,
    packages: { slowQuestions: 10 },
    joined: 10_000,
    joinRounds: 3,
  },
  {
    names: 200_000,
    questions: 200,
    buildRounds: 5,
    questionRounds: 11,
    packages: null,
    joined: 0,
    joinRounds: 0,
  },
];

interface Part {
  place: string;
  names: number;
  joined: number;
  found: Found[];
}

async function measureIn(place: string, measure: (work: Work) => Promise<Found[]>): Promise<Part[]> {
  const parts: Part[] = [];
  for (const work of works) {
    const found = await measure(work);
    const problem = work.packages && refusal(place, found);
    if (problem) throw new Error(problem);
    parts.push({ place, names: work.names, joined: work.joined, found });
  }
  return parts;
}

const whole = new Intl.NumberFormat('en');

function textOf({ place, names, joined, found }: Part): string {
  const lists = joined > 0 ? `, and ${whole.format(joined)} joined with them` : '';
  return `### ${place}, ${whole.format(names)} names${lists}\n\n${tableOf(found)}`;
}

/** What 200,000 names cost of what 50,000 do. */
function growthOf(parts: readonly Part[]): string[] {
  const [small, large] = parts;
  if (!small || !large) return [];
  return large.found.map((one) => {
    const before = named(small.found, one.name);
    const build = (one.build_ms / before.build_ms).toFixed(1);
    const question = (one.question_us / before.question_us).toFixed(1);
    return `${one.name} ${build} / ${question}`;
  });
}

/** The tuned one is not the yardstick, but what it is beaten by is said too. */
function besideTuned({ found }: Part): string {
  const { build, question, mean } = ratiosOf(named(found, sidebillName), named(found, tuned.name));
  const times = (ratio: number) => `${ratio.toFixed(1)}×`;
  return `Beside the tuned JavaScript, Sidebill builds ${times(build)}, answers ${times(question)} and in the mean ${times(mean)} as fast.`;
}

function loadNow(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(', ');
}

async function measureEverywhere(): Promise<Part[][]> {
  await buildMatching();
  const wasm = readFileSync(fromRoot('build/wasm/bench/bench_matching.wasm'));
  const inNode = await measureIn(`Node ${process.versions.node}`, (work) => measureAll(work, wasm));
  const chromium = await startChromium(wasm);
  try {
    return [inNode, await measureIn(`Chromium ${chromium.version}`, chromium.measure)];
  } finally {
    await chromium.close();
  }
}

setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc');

const options = process.argv.slice(2);
if (options.some((option) => option !== '--document')) throw new Error('usage: speed.ts [--document]');
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}`;
const loadBefore = loadNow();
const places = await measureEverywhere();
const load = `load (1, 5, 15 minutes) ${loadBefore} before and ${loadNow()} after`;
const text = [
  `${machine}; ${load}`,
  ...places.flatMap((parts) => [
    ...parts.flatMap((part) => [textOf(part), besideTuned(part)]),
    `Four times the names cost so many times as much to build / to ask: ${growthOf(parts).join('; ')}.`,
  ]),
].join('\n\n');
console.log(text);
const results = places.flat().map(({ found, ...part }) => ({
  ...part,
  found: found.map((one) => ({ ...one, ratios: ratiosOf(one, named(found, opponent.name)) })),
}));
mkdirSync(fromRoot('build'), { recursive: true });
writeFileSync(target, `${JSON.stringify({ machine, load, results }, null, 2)}\n`);
console.log(`\n${target}`);
if (options.includes('--document')) putIntoDocument('speed', text);
