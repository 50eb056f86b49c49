// A candidate's evidence as the few reasons that tell, strongest first.
import type { Evidence } from '@sidebill/core/boundary';
import { t } from '../messages/index.ts';
import { capitalised, type Fact, factOf, factWords } from './fact.ts';

export interface Reason {
  /** As it stands in the middle of a sentence. */
  text: string;
  against: boolean;
}

export const MOST_REASONS = 3;
/** A fact with less than this share of the strongest one's points decides nothing. */
const TELLING_SHARE = 1 / 20;
/** A fact against a candidate is heard from this share on, even among stronger ones for it. */
const HEARD_SHARE = 1 / 10;

/**
 * What decides, strongest first and at most so many; what bars the record comes before everything. When all of them speak
 * for the candidate and something that counts speaks against it, that takes the last place.
 */
export function reasonsOf(evidence: readonly Evidence[], most = MOST_REASONS): Reason[] {
  const facts = together(evidence.filter(isFound).map(factOf)).sort((a, b) => sizeOf(b) - sizeOf(a));
  const strongest = Math.max(0, ...facts.map(({ points }) => Math.abs(points)));
  const telling = facts.filter((fact) => fact.bars || reaches(fact, strongest * TELLING_SHARE));
  const chosen = telling.slice(0, most);
  const unheard = telling.find((fact) => fact.against && reaches(fact, strongest * HEARD_SHARE));
  if (unheard && !chosen.some(({ against }) => against)) chosen.splice(most - 1, 1, unheard);
  return chosen.map((fact) => ({ text: factWords(fact), against: fact.against }));
}

/** The reasons in one line: 'Same email; name differs by legal form: Inc / GmbH'. */
export function reasonLine(evidence: readonly Evidence[], most = MOST_REASONS): string {
  return inOneLine(reasonsOf(evidence, most));
}

/** What speaks for it alone, where what speaks against it stands beside. */
export function forLine(evidence: readonly Evidence[], most = MOST_REASONS): string {
  const speaking = evidence.filter((one) => !factOf(one).against);
  return inOneLine(reasonsOf(speaking, most));
}

/** Where every comparison starts from tells nothing about this one. */
function isFound({ field }: Evidence): boolean {
  return field !== 'prior';
}

function inOneLine(reasons: readonly Reason[]): string {
  return capitalised(reasons.map(({ text }) => text).join(t('reasons.separator')));
}

function sizeOf({ points, bars }: Fact): number {
  return bars ? Number.POSITIVE_INFINITY : Math.abs(points);
}

function reaches({ points }: Fact, least: number): boolean {
  return points !== 0 && Math.abs(points) >= least;
}

/** The same name in another legal form is one thing to say, not two. */
function together(facts: readonly Fact[]): Fact[] {
  const name = facts.find(
    ({ field, level }) => field === 'name' && (level === 'same' || level === 'as-written'),
  );
  const form = facts.find(({ field, level }) => field === 'legal_form' && level === 'differs');
  if (!name || !form) return [...facts];
  const points = name.points + form.points;
  const merged = { ...form, field: name.field, level: 'form', points, against: points < 0 };
  return facts.filter((fact) => fact !== form).map((fact) => (fact === name ? merged : fact));
}
