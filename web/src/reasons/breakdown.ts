// The points behind a score, for whoever wants to know it to the point: a table that sums to it.
import type { Evidence } from '@sidebill/core/boundary';
import { css, html, nothing, type TemplateResult } from 'lit';
import { language, t } from '../messages/index.ts';
import { type Fact, factName, factOf } from './fact.ts';

export interface Scored {
  name: string;
  score: string;
  evidence: readonly Evidence[];
}

/** Closed until somebody asks; nothing where no candidate was scored. */
export function breakdowns(candidates: readonly Scored[]): TemplateResult | typeof nothing {
  const scored = candidates.filter(({ evidence }) => evidence.length > 0);
  if (scored.length === 0) return nothing;
  return html`<details class="breakdowns small">
    <summary>${t('reasons.scores')}</summary>
    <div class="tables">
      ${scored.map((candidate) => breakdown(candidate))}
      <p class="soft">${t('reasons.pointsMeaning')}</p>
    </div>
  </details>`;
}

/** A table by its roles: where there is no room, the two values stand below what they are. */
export function breakdown({ name, score, evidence }: Scored): TemplateResult {
  return html`<div class="breakdown" role="table">
    <p class="candidate break" role="caption">${name}</p>
    <div role="row" class="head faint">
      <span role="columnheader">${t('reasons.what')}</span>
      <span role="columnheader" class="value">${t('reasons.left')}</span>
      <span role="columnheader" class="value">${t('reasons.right')}</span>
      <span role="columnheader" class="end">${t('reasons.points')}</span>
    </div>
    ${evidence.map((one) => factRow(factOf(one)))}
    <div role="row" class="sum">
      <span role="rowheader">${t('reasons.score')}</span>
      <span role="cell" class="value"></span>
      <span role="cell" class="value"></span>
      <span role="cell" class="figure end">${new Intl.NumberFormat(language).format(Number(score))}</span>
    </div>
  </div>`;
}

function factRow(fact: Fact): TemplateResult {
  return html`<div role="row">
    <span role="rowheader">${factName(fact)}</span>
    <span role="cell" class="value break soft"><bdi>${fact.left}</bdi></span>
    <span role="cell" class="value break soft"><bdi>${fact.right}</bdi></span>
    <span role="cell" class="figure end">${signed(fact.points)}</span>
  </div>`;
}

function signed(points: number): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(points);
}

export const breakdownStyles = css`
  .breakdowns summary {
    width: fit-content;
    color: var(--ink-soft);
    cursor: pointer;
  }
  .tables {
    display: grid;
    gap: var(--gap-4);
    padding-top: var(--gap-2);
  }
  .breakdown {
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: 0 var(--gap-3);
  }
  .breakdown .candidate {
    grid-column: 1 / -1;
    font-weight: 600;
  }
  .breakdown [role='row'] {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    padding: 3px 0;
  }
  .breakdown [role='row']:not(.head, .sum) {
    border-top: 1px solid var(--line);
  }
  .breakdown .end {
    text-align: end;
  }
  .breakdown [role='rowheader'] {
    overflow-wrap: anywhere;
  }
  .breakdown .sum {
    border-top: 1px solid var(--line-strong);
    border-bottom: 3px double var(--line-strong);
    font-weight: 600;
  }
  @media (max-width: 520px) {
    .breakdown {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    }
    .breakdown [role='rowheader'],
    .breakdown [role='columnheader']:first-child {
      grid-column: 1 / 3;
    }
    .breakdown .end {
      grid-column: 3;
      grid-row: 1;
    }
    .breakdown .value {
      grid-row: 2;
    }
    .breakdown .value:empty,
    .breakdown .sum .value {
      display: none;
    }
  }
`;
