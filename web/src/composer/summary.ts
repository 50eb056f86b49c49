// What the draft comes to and what is still to settle; stands beside the form while it is edited.
import type { ComposeView, Issue } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../components/icons.ts';
import { decimal, money } from '../format.ts';
import { issueText, t } from '../messages/index.ts';
import type { Draft } from './draft.ts';

export interface SummaryActions {
  goTo: (path: string) => void;
  review: () => void;
  discard: () => void;
}

export function summary(draft: Draft, actions: SummaryActions): TemplateResult {
  return html`<aside class="panel block summary" aria-labelledby="summary-title">
    <h2 id="summary-title">${t('compose.summary')}</h2>
    ${totalsList(draft.view)} ${issueList(draft, actions)}
    <div class="wide-only">${reviewButton(draft, actions)}</div>
    <button class="button quiet wide" @click=${actions.discard}>${t('compose.discard')}</button>
  </aside>`;
}

/** Narrow windows keep the total and the way on in sight. */
export function totalBar(view: ComposeView, next: TemplateResult): TemplateResult {
  return html`<footer class="bar">
    <div>
      <span class="small faint">${totalLabel(view)}</span>
      <p class="figure sum">${moneyOrDash(view.totals.total, view.currency)}</p>
    </div>
    <div>${next}</div>
  </footer>`;
}

export function reviewButton({ view }: Draft, { review }: SummaryActions): TemplateResult {
  return html`<button class="button primary wide" ?disabled=${!view.ready} @click=${review}>
    ${t('compose.toReview')}
  </button>`;
}

export function totalsList(view: ComposeView): TemplateResult {
  const { totals, currency } = view;
  return html`<dl class="sums" aria-live="polite">
    ${row(t('totals.subtotal'), moneyOrDash(totals.subtotal, currency))}
    ${isZero(totals.discount) ? nothing : row(t('totals.discount'), `−${moneyOrDash(totals.discount, currency)}`)}
    ${isZero(totals.taxable) || totals.tax.kind === 'rates' ? nothing : row(t('totals.taxable'), moneyOrDash(totals.taxable, currency), 'faint')}
    ${taxRow(view)} ${row(totalLabel(view), moneyOrDash(totals.total, currency), 'total')}
    ${atHome(view)}
  </dl>`;
}

/** What the books will have, where they are in another currency. */
function atHome({ exchange }: ComposeView): TemplateResult | typeof nothing {
  if (!exchange?.total) return nothing;
  const { home_currency: home, total, rate } = exchange;
  return row(t('totals.atHome', { rate: decimal(rate) }), money(total, home), 'small faint');
}

function taxRow({ totals: { tax }, currency }: ComposeView): TemplateResult {
  switch (tax.kind) {
    case 'none':
      return row(t('totals.tax'), t('totals.taxNone'), 'soft');
    case 'quickbooks':
      return row(t('totals.tax'), t('totals.taxQuickBooks'), 'soft');
    case 'rates':
      return html`${tax.parts.map((part) =>
        row(
          t('totals.taxOfRate', { name: part.name, percent: decimal(part.percent) }),
          moneyOrDash(part.amount, currency),
        ),
      )}`;
    case 'predicted':
      return html`${row(t('totals.taxPredicted'), moneyOrDash(tax.amount, currency))}
        <div class="small faint basis">
          <dt class="visually-hidden">${t('totals.taxPredicted')}</dt>
          <dd>${t('totals.taxBasis', { percent: decimal(tax.percent), basis: tax.basis })}</dd>
        </div>`;
  }
}

function totalLabel({ totals }: ComposeView): string {
  return totals.tax.kind === 'quickbooks' ? t('totals.totalBeforeTax') : t('totals.total');
}

function row(label: string, value: string, look = ''): TemplateResult {
  return html`<div class=${look}>
    <dt>${label}</dt>
    <dd class="figure">${value}</dd>
  </div>`;
}

function moneyOrDash(amount: string, currency: string): string {
  return amount === '' ? '—' : money(amount, currency);
}

export function isZero(amount: string): boolean {
  return amount === '' || /^-?0+(\.0+)?$/.test(amount);
}

function issueList(draft: Draft, actions: SummaryActions): TemplateResult {
  const { issues } = draft;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const notes = issues.filter(({ severity }) => severity === 'warning');
  if (issues.length === 0) return html`<p class="clear">${icon('check')} ${t('compose.allClear')}</p>`;
  return html`<div class="todo">
    ${group(t('compose.toReviewBlocked', { count: errors.length }), errors, actions)}
    ${group(t('compose.notes', { count: notes.length }), notes, actions)}
  </div>`;
}

function group(
  title: string,
  issues: readonly Issue[],
  actions: SummaryActions,
): TemplateResult | typeof nothing {
  if (issues.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul>
      ${issues.map(
        (issue) => html`<li class=${issue.severity}>
          ${icon(issue.severity)}
          <button class="to-field" @click=${() => actions.goTo(issue.path)}>
            ${lineName(issue.path)}${issueText(issue).text}
          </button>
        </li>`,
      )}
    </ul>`;
}

function lineName(path: string): string {
  const index = /^\/lines\/(\d+)/.exec(path)?.[1];
  return index === undefined ? '' : `${t('lines.line', { number: Number(index) + 1 })}: `;
}
