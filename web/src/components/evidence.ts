// What speaks for a candidate and against it, in words; the numbers behind the ranking are a detail of their own.
import type { CustomerCandidate, Evidence } from '@sidebill/core/boundary';
import { css, html, nothing, type TemplateResult } from 'lit';
import { language, t, word } from '../messages/index.ts';
import { icon } from './icons.ts';

const AGAINST: ReadonlySet<string> = new Set(['differs', 'inactive']);
/** Levels of a search: one side is only what was typed. */
const SEARCHED: ReadonlySet<string> = new Set(['begins', 'words-begin', 'contains', 'contains-part']);

/** `shown` stands right above and need not be repeated. */
export function evidenceList(evidence: readonly Evidence[], shown: readonly string[]): TemplateResult {
  return html`<ul class="evidence">
    ${evidence.map((fact) => {
      const against = AGAINST.has(fact.level);
      const both = compared(fact);
      return html`<li class=${against ? 'against' : 'for'}>
        ${icon(against ? 'close' : 'check')}
        <span class="break"
          >${evidenceWords(fact)}${both === '' || shown.includes(both) ? nothing : html` <span class="faint">· ${both}</span>`}</span
        >
      </li>`;
    })}
  </ul>`;
}

/** One line for a list of alternatives. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  return evidence.map(evidenceWords).join(' · ');
}

/** What speaks most for it, strongest first: enough for one line. */
export function speaksFor(evidence: readonly Evidence[]): string {
  return evidence
    .filter(({ weight }) => Number(weight) > 0)
    .sort((left, right) => Number(right.weight) - Number(left.weight))
    .slice(0, SPEAKING)
    .map((fact, index) => (index === 0 ? evidenceWords(fact) : lowerFirst(evidenceWords(fact))))
    .join(', ');
}

const SPEAKING = 4;

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Why one stands above the other, for whoever wants to know it to the point. */
export function scores(
  candidates: readonly Pick<CustomerCandidate, 'display_name' | 'evidence' | 'score'>[],
): TemplateResult | typeof nothing {
  const scored = candidates.filter(({ evidence }) => evidence.length > 0);
  if (scored.length === 0) return nothing;
  return html`<details class="scores small">
    <summary>${t('customer.scores')}</summary>
    ${scored.map(
      ({ display_name, evidence, score }) => html`<h4 class="break">${display_name}</h4>
        <dl>
          ${evidence.map((fact) => points(evidenceWords(fact), signed(fact.weight)))}
          ${points(t('customer.score'), score, 'sum')}
        </dl>`,
    )}
  </details>`;
}

function points(name: string, value: string, look = ''): TemplateResult {
  return html`<div class="spread ${look}">
    <dt>${name}</dt>
    <dd class="figure">${value}</dd>
  </div>`;
}

function evidenceWords(fact: Evidence): string {
  return word('evidence', `${fact.field}/${fact.level}`);
}

function compared({ field, level, left, right }: Evidence): string {
  if (field === 'active' || field === 'link' || SEARCHED.has(level)) return '';
  if (left === right || right === '') return left;
  return left === '' ? right : `${left} / ${right}`;
}

function signed(weight: string): string {
  const number = Number(weight);
  return Number.isNaN(number)
    ? weight
    : new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(number);
}

export const evidenceStyles = css`
  .evidence li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 6px;
    padding: 3px 0;
  }
  .evidence svg {
    margin-top: 1px;
  }
  .evidence .for svg {
    color: var(--good);
  }
  .evidence .against svg {
    color: var(--bad);
  }
  .scores h4 {
    margin: 0;
    padding: 4px 0 2px;
    font-weight: 600;
  }
  .scores dl {
    max-width: 380px;
    margin-bottom: var(--gap-2);
    color: var(--ink-soft);
  }
  .scores .sum {
    border-top: 1px solid var(--line);
    color: var(--ink);
    font-weight: 500;
  }
`;
