// What a record's invoices add up to, one line per currency, closed by the double rule of a ledger.
import type { RecordCard } from '@sidebill/core/boundary';
import { css, html, nothing, type TemplateResult } from 'lit';
import { money } from '../format.ts';
import { t } from '../messages/index.ts';

export function totalsTable(totals: RecordCard['totals']): TemplateResult | typeof nothing {
  if (totals.length === 0) return nothing;
  return html`<div class="totals" role="group" aria-label=${t('card.totals')}>
    ${totals.map(
      (sum) => html`<dl>
        ${figure(t('card.billed'), sum.billed, sum.currency)} ${figure(t('card.open'), sum.open, sum.currency)}
        ${figure(t('card.overdue'), sum.overdue, sum.currency, Number(sum.overdue) > 0)}
      </dl>`,
    )}
  </div>`;
}

function figure(label: string, amount: string, currency: string, alarming = false): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd class="figure ${alarming ? 'bad' : ''}">${money(amount, currency)}</dd>
  </div>`;
}

export const totalsStyles = css`
  .totals {
    border-top: 1px solid var(--line);
    border-bottom: 3px double var(--line-strong);
  }
  .totals dl {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px var(--gap-3);
    padding: var(--gap-2) 0;
  }
  .totals dl + dl {
    border-top: 1px solid var(--line);
  }
  .totals dt {
    font-size: var(--text-s);
    color: var(--ink-faint);
  }
  .totals dd {
    font-weight: 600;
  }
  .totals dd.bad {
    color: var(--bad);
  }
`;
