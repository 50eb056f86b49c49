// How good the matching is on lists with known answers: every set through the command, with the one configuration that
// there is for its kind, and its score beside floor and bar.
//
//   node tests/bench/matching/quality.ts               a table, and build/bench-matching-quality.json
//   node tests/bench/matching/quality.ts --document    and puts the table into docs/benchmarks.md
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Aim, aims } from './aims.ts';
import {
  type Dataset,
  datasetFolder,
  type FoundLink,
  type Kind,
  readDatasets,
  readFoundLinks,
  readNamePairs,
  type Side,
  whyAbsent,
} from './datasets.ts';
import { putIntoDocument, textTable } from './document.ts';
import {
  linkOf,
  type Score,
  scoreDecisions,
  scoreDuplicates,
  scoreLinks,
  shareOfNearest,
} from './scoring.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const folder = fromRoot('build/matching');
const target = fromRoot('build/bench-matching-quality.json');

interface Asked {
  kind: Kind;
  left: Side;
  right: Side;
  flags: string[];
}

/** What the command wrote, and how long it took from start to end. */
interface Answer {
  links: FoundLink[];
  seconds: number;
}

function ask({ kind, left, right, flags }: Asked): Answer {
  const out = join(folder, 'links.csv');
  const sides = Object.entries({ left, right }).flatMap(([side, { file, id, columns }]) => [
    ...[`--${side}`, file, `--${side}-columns`, columns],
    ...(id === '' ? [] : [`--${side}-id`, id]),
  ]);
  const start = performance.now();
  const args = [fromRoot('command/src/main.ts'), '--kind', kind, ...sides, ...flags, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The command ended with ${status}: ${stderr}`);
  return { links: readFoundLinks(readFileSync(out, 'utf8')), seconds: (performance.now() - start) / 1000 };
}

interface Result {
  name: string;
  score: Score | { nearest: number };
  links: number;
  asks: number;
  seconds: number;
  aim: Aim | undefined;
}

function scoreOf(set: Dataset, found: FoundLink[]): Result['score'] {
  if (set.score === 'nearest') {
    const pairs = found.map(({ left, right }) => [left, right] as const);
    return { nearest: shareOfNearest(pairs, set.clusters) };
  }
  const linked = found.filter(({ outcome }) => outcome === 'link');
  if (set.left.file === set.right.file) {
    const pairs = linked.map(({ left, right }) => [left, right] as const);
    return scoreDuplicates(pairs, set.gold);
  }
  return scoreLinks(
    linked.map(({ left, right }) => linkOf(left, right)),
    set.gold,
  );
}

function resultOf(name: string, { links, seconds }: Answer, score: Result['score']): Result {
  const linked = links.filter(({ outcome }) => outcome === 'link').length;
  return { name, score, links: linked, asks: links.length - linked, seconds, aim: aims[name] };
}

function scoreSet(set: Dataset): Result {
  const answer = ask({ ...set, flags: set.oneToOne ? ['--one-to-one'] : [] });
  return resultOf(set.name, answer, scoreOf(set, answer.links));
}

/** Given pairs, row by row: linked or not. */
function scorePairs(): Result {
  const file = join(datasetFolder, 'name_pairs.csv');
  const side = (column: string): Side => ({ file, id: '', columns: `name=${column}` });
  const answer = ask({ kind: 'customers', left: side('name1'), right: side('name2'), flags: ['--pairs'] });
  const linked = new Set(answer.links.filter(({ outcome }) => outcome === 'link').map(({ left }) => left));
  const pairs = readNamePairs();
  const decided = pairs.map((_, at) => linked.has(String(at + 1)));
  return resultOf(
    'name_pairs',
    answer,
    scoreDecisions(
      decided,
      pairs.map(({ same }) => same),
    ),
  );
}

const share = (value: number | undefined) => (value === undefined ? '' : value.toFixed(4));

function verdictOf({ score, aim }: Result): string {
  if (!aim?.bar || !('f1' in score)) return '';
  const missed = score.f1 < aim.bar || score.precision < (aim.precision ?? 0);
  return missed ? 'missed' : 'reached';
}

function rowOf(result: Result): string[] {
  const { name, score, links, asks, seconds, aim } = result;
  const bar = aim?.bar ? `${aim.bar}${aim.precision ? `, P ${aim.precision}` : ''}` : '';
  const figures =
    'f1' in score
      ? [share(score.f1), share(score.precision), share(score.recall)]
      : [`nearest ${share(score.nearest)}`, '', ''];
  return [
    name,
    ...figures,
    `${links}`,
    `${asks}`,
    aim ? `${aim.floor}` : '',
    bar,
    verdictOf(result),
    seconds.toFixed(1),
  ];
}

const absent = whyAbsent();
const options = process.argv.slice(2);
if (options.some((option) => option !== '--document')) throw new Error('usage: quality.ts [--document]');
if (absent) {
  console.log(absent);
} else {
  mkdirSync(folder, { recursive: true });
  const results = [...readDatasets().map(scoreSet), scorePairs()];
  const head = ['set', 'F1', 'P', 'R', 'links', 'asks', 'floor', 'bar', '', 's'];
  const text = textTable([head, ...results.map(rowOf)]);
  console.log(text);
  writeFileSync(target, `${JSON.stringify(results, null, 2)}\n`);
  if (options.includes('--document')) putIntoDocument('quality', text);
}
