// Why the runner-up is not the best match: from the difference between the evidence of both.
import type { Evidence } from '@sidebill/core/boundary';
import { t, word } from '../messages/index.ts';
import { type Fact, factOf, factWords } from './fact.ts';

const MOST_THINGS = 2;
/** What makes less than this share of the biggest difference is left out. */
const TELLING_SHARE = 1 / 5;

interface Difference {
  field: Fact['field'];
  /** How the runner-up stands there; 'absent' when it has nothing to compare. */
  level: string;
  /** Points by which the best match leads there. */
  lead: number;
}

/** 'Why not: inactive in QuickBooks; another email; another city', or that nothing sets them apart, when nothing does. */
export function whyNot(best: readonly Evidence[], other: readonly Evidence[]): string {
  const barring = other.map(factOf).filter(({ bars }) => bars);
  const bars = barring.filter(
    ({ field }) => !best.map(factOf).some((fact) => fact.bars && fact.field === field),
  );
  const things = [...bars.map(factWords), ...lacking(best, other)];
  return things.length === 0
    ? t('whyNot.equal')
    : t('whyNot.things', { things: things.join(t('reasons.separator')) });
}

function lacking(best: readonly Evidence[], other: readonly Evidence[]): string[] {
  const differences = differencesOf(best, other);
  const biggest = differences[0]?.lead ?? 0;
  const telling = differences.filter(({ lead }) => lead >= biggest * TELLING_SHARE).slice(0, MOST_THINGS);
  return [...new Set(telling.map(lackingWords))];
}

/** Fields in which the best match leads and the runner-up is worse, the biggest lead first. */
function differencesOf(best: readonly Evidence[], other: readonly Evidence[]): Difference[] {
  const theirs = byField(other);
  const differences = [...byField(best)].flatMap(([field, fact]): Difference[] => {
    const met = theirs.get(field);
    if (met && isLevelWith(met.level, fact.level)) return [];
    return [{ field, level: levelOf(field, theirs), lead: fact.points - (met?.points ?? 0) }];
  });
  for (const [field, fact] of theirs) {
    if (!best.some((one) => one.field === field))
      differences.push({ field, level: fact.level, lead: -fact.points });
  }
  return differences
    .filter(({ field, lead }) => lead > 0 && !TOLD_APART.has(field))
    .sort((a, b) => b.lead - a.lead);
}

/** Told as what bars a record, or the same for every candidate. */
const TOLD_APART: ReadonlySet<Fact['field']> = new Set(['active', 'currency', 'prior']);

/** A name of the same words in another legal form is told by the form. */
function levelOf(field: Fact['field'], facts: ReadonlyMap<Fact['field'], Fact>): string {
  const level = facts.get(field)?.level ?? 'absent';
  const otherForm = facts.get('legal_form')?.level === 'differs';
  return field === 'name' && level === 'same' && otherForm ? 'form' : level;
}

/** At the same level, or as good as it can be, it lacks nothing that words could tell. */
function isLevelWith(level: string, best: string): boolean {
  return level === best || level === 'as-written' || (level === 'same' && best !== 'as-written');
}

/** Of several facts about one field, the one that speaks most against it names it. */
function byField(evidence: readonly Evidence[]): Map<Fact['field'], Fact> {
  const fields = new Map<Fact['field'], Fact>();
  for (const fact of evidence.map(factOf)) {
    const known = fields.get(fact.field);
    const naming = known && known.points < fact.points ? known : fact;
    fields.set(fact.field, { ...naming, points: fact.points + (known?.points ?? 0) });
  }
  return fields;
}

function lackingWords({ field, level }: Difference): string {
  const own = word('lacking', `${field}/${level}`);
  const named = { field: word('evidenceFields', field) };
  return own === word('lacking', '') ? word('lacking', level, named) : own;
}
