// One piece of evidence, read: how many points, for or against, and its two values as a person wants to see them.
import type { Evidence } from '@sidebill/core/boundary';
import { decimal } from '../format.ts';
import { word } from '../messages/index.ts';

export interface Fact {
  field: Evidence['field'];
  level: string;
  /** HubSpot's value, or what was typed; '' where it says nothing. */
  left: string;
  /** QuickBooks's value. */
  right: string;
  points: number;
  /** Keeps the record from being taken, whatever speaks for it. */
  bars: boolean;
  against: boolean;
}

const BARS: ReadonlySet<string> = new Set(['active/inactive', 'currency/differs', 'link/differs']);
/** Their values are ids or nothing at all. */
const WITHOUT_VALUES: ReadonlySet<string> = new Set(['link', 'active']);
/** Signs of a value that a sentence quotes; the table of points has it whole. */
const LONGEST = 40;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

export function factOf(evidence: Evidence): Fact {
  const { field, level } = evidence;
  const weight = Number(evidence.weight);
  const points = Number.isNaN(weight) ? 0 : weight;
  const bars = BARS.has(`${field}/${level}`);
  return {
    field,
    level,
    left: shown(evidence, evidence.left),
    right: shown(evidence, evidence.right),
    points,
    bars,
    against: bars || points < 0 || (points === 0 && level === 'differs'),
  };
}

export function pointsOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, one) => sum + factOf(one).points, 0);
}

/** The fact in words, with its values where the sentence has a place for them. */
export function factWords({ field, level, left, right }: Fact): string {
  const both = left !== '' && right !== '' && left !== right;
  return word('evidence', `${field}/${level}`, both ? { left: quoted(left), right: quoted(right) } : {});
}

/** The fact in words alone, where its values stand beside it. */
export function factName({ field, level }: Fact): string {
  return capitalised(word('evidence', `${field}/${level}`));
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

/** Short enough for a sentence; written from right to left it keeps to itself and does not turn the words around it. */
function quoted(value: string): string {
  const signs = [...value];
  const text = signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('').trimEnd()}…` : value;
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

function shown({ field }: Evidence, value: string): string {
  if (WITHOUT_VALUES.has(field)) return '';
  return field === 'price' ? decimal(value) : value;
}
