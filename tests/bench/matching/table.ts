// The figures as a table that is read in a terminal and in docs/benchmarks.md.
import { textTable } from './document.ts';
import type { Found } from './measure.ts';
import { opponent } from './opponent.ts';
import { named } from './verdict.ts';

/** How many times as fast as the yardstick. */
export interface Ratios {
  build: number;
  question: number;
  mean: number;
  join?: number;
  match?: number;
}

export function ratiosOf(one: Found, yardstick: Found): Ratios {
  const join = one.join && yardstick.join ? { join: yardstick.join.ms / one.join.ms } : {};
  const match = one.match && yardstick.join ? { match: yardstick.join.ms / one.match.ms } : {};
  return {
    build: yardstick.build_ms / one.build_ms,
    question: yardstick.question_us / one.question_us,
    mean: yardstick.mean_us / one.mean_us,
    ...join,
    ...match,
  };
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const share = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const none = '';

function time(value: number | undefined, ratio?: number): string {
  if (value === undefined) return none;
  return ratio === undefined ? number.format(value) : `${number.format(value)} (${number.format(ratio)}×)`;
}

function quality(join: Found['join']): string {
  return join ? `${share.format(join.precision)} / ${share.format(join.recall)}` : none;
}

interface Column {
  head: string;
  cell(one: Found, ratios: Ratios): string;
}

const columns: Column[] = [
  { head: '', cell: ({ name }) => name },
  { head: 'build, ms', cell: ({ build_ms }, { build }) => time(build_ms, build) },
  { head: 'question, µs', cell: ({ question_us }, { question }) => time(question_us, question) },
  { head: 'mean, µs', cell: ({ mean_us }, { mean }) => time(mean_us, mean) },
  { head: 'recall@5', cell: ({ recall }) => share.format(recall) },
  { head: 'of', cell: ({ questions }) => `${questions}` },
  { head: 'bytes/name', cell: ({ bytes_per_name }) => time(bytes_per_name) },
  { head: 'restore, ms', cell: ({ restore_ms }) => time(restore_ms) },
  { head: 'join, ms', cell: ({ join }, ratios) => time(join?.ms, ratios.join) },
  {
    head: 'join P / R',
    cell: ({ join }) => quality(join),
  },
  { head: 'by evidence, ms', cell: ({ match }, { match: ratio }) => time(match?.ms, ratio) },
  { head: 'P / R', cell: ({ match }) => quality(match) },
];

/** In brackets how many times as fast as the yardstick. Columns in which nobody has anything are left out. */
export function tableOf(found: readonly Found[]): string {
  const yardstick = named(found, opponent.name);
  const filled = columns
    .map(({ head, cell }) => [head, ...found.map((one) => cell(one, ratiosOf(one, yardstick)))])
    .filter(([, ...cells]) => cells.some((cell) => cell !== none));
  return textTable([0, ...found.map((_, row) => row + 1)].map((row) => filled.map((cells) => cells[row]!)));
}
