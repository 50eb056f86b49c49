// What speaks for a candidate and against it, point by point.
import type { Evidence } from '@sidebill/core/boundary';
import { css, html, type TemplateResult } from 'lit';
import { language, word } from '../messages/index.ts';
import { icon } from './icons.ts';

export function evidenceList(evidence: readonly Evidence[]): TemplateResult {
  return html`<ul class="evidence">
    ${evidence.map((fact) => {
      const against = Number(fact.weight) < 0;
      return html`<li class=${against ? 'against' : 'for'}>
        ${icon(against ? 'close' : 'check')}
        <span class="break"
          >${evidenceWords(fact)}${compared(fact) === '' ? '' : html` <span class="faint">· ${compared(fact)}</span>`}</span
        >
        <span class="figure small faint">${signed(fact.weight)}</span>
      </li>`;
    })}
  </ul>`;
}

/** One line for a list of alternatives. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  return evidence.map(evidenceWords).join(' · ');
}

function evidenceWords(fact: Evidence): string {
  return word('evidence', `${fact.field}/${fact.level}`, { field: fact.field, level: fact.level });
}

function compared({ field, left, right }: Evidence): string {
  if (field === 'active' || field === 'link') return '';
  if (left === right || right === '') return left;
  return left === '' ? right : `${left} / ${right}`;
}

function signed(weight: string): string {
  const number = Number(weight);
  return Number.isNaN(number)
    ? weight
    : new Intl.NumberFormat(language, { signDisplay: 'always' }).format(number);
}

export const evidenceStyles = css`
  .evidence li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
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
`;
