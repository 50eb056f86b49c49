// The figures of a run, as docs/benchmarks-documents.md has them.
import type { RadarCounts, TieCounts } from './measure.ts';

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
const perThousand = (part: number, whole: number): string => ((1000 * part) / whole).toFixed(1);

export function tieLines(counts: TieCounts, seed: number, seeds: number): string[] {
  const { deals, invoices, pairs, links, rightLinks, questions, rightQuestions, needlessQuestions } = counts;
  return [
    `deals and invoices: seeds ${seed} to ${seed + seeds - 1}, ${deals} deals, ${invoices} invoices, ${pairs} of a deal`,
    `link: ${links}, precision ${percent(rightLinks, links)}, recall ${percent(rightLinks, pairs)}`,
    `link or first suggestion: recall ${percent(rightLinks + rightQuestions, pairs)}`,
    `suggestions: ${questions}, first one right ${percent(rightQuestions, questions)}`,
    `suggestions for invoices of no deal: ${perThousand(needlessQuestions, invoices - pairs)} per 1,000`,
  ];
}

export function radarLines(counts: RadarCounts, seed: number, drafts: number): string[] {
  const { exact, exactFound, near, nearFound, others, alarms } = counts;
  return [
    `drafts: seeds ${seed} to ${seed + drafts - 1}; ${exact} repeat exactly, ${near} nearly, ${others} nothing`,
    `exact ones found: ${percent(exactFound, exact)}`,
    `near ones found: ${percent(nearFound, near)}`,
    `false alarms: ${perThousand(alarms, others)} per 1,000 drafts that repeat nothing`,
  ];
}

export function curveTable({ curve, near, others }: RadarCounts): string[] {
  return [
    '| least score | near ones found | precision of what is told | false alarms per 1,000 |',
    '|---|---|---|---|',
    ...curve.map(
      ({ least, nearFound, precision, falseAlarms }) =>
        `| ${least} | ${percent(nearFound, near)} | ${percent(precision, 1)} | ${perThousand(falseAlarms, others)} |`,
    ),
  ];
}
