// Reasons as a list with a sign for or against, never by colour alone.
import type { Evidence } from '@sidebill/core/boundary';
import { css, html, type TemplateResult } from 'lit';
import { icon } from '../components/icons.ts';
import { t } from '../messages/index.ts';
import { capitalised } from './fact.ts';
import { forLine, reasonLine, reasonsOf } from './reasons.ts';
import { whyNot } from './why-not.ts';

export function reasonList(evidence: readonly Evidence[]): TemplateResult {
  return html`<ul class="reasons">
    ${reasonsOf(evidence).map(
      ({ text, against }) => html`<li class=${against ? 'against' : 'for'}>
        ${icon(against ? 'close' : 'check')}
        <span class="break"
          >${against ? html`<span class="visually-hidden">${t('reasons.against')} </span>` : ''}${capitalised(text)}</span
        >
      </li>`,
    )}
  </ul>`;
}

/**
 * The reasons of one among several. Of the runner-up, what speaks for it and then what sets it behind the best match: so
 * nothing is said twice. Further ones differ more, and their own reasons say in what.
 */
export function why(evidence: readonly Evidence[], best: readonly Evidence[] | null): TemplateResult {
  const lines = best ? [forLine(evidence), whyNot(best, evidence)] : [reasonLine(evidence)];
  return html`${lines.filter(Boolean).map((line) => html`<p class="small soft break">${line}</p>`)}`;
}

export const reasonStyles = css`
  .reasons {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--gap-3);
  }
  .reasons li {
    display: grid;
    grid-template-columns: 16px minmax(0, auto);
    gap: 0 5px;
  }
  .reasons svg {
    margin-top: 1px;
  }
  .reasons .for svg {
    color: var(--good);
  }
  .reasons .against svg {
    color: var(--bad);
  }
`;
