// How it ended: what now exists, what was approved and what was booked, and what is left to do.
import type { CreateInvoiceReport, DocumentView, Issue } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '../commands.ts';
import { statusBadge } from '../components/badge.ts';
import { outsideLink } from '../components/checked-link.ts';
import { icon } from '../components/icons.ts';
import { issueNotice, quietNotes } from '../components/notice.ts';
import { money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import { isZero } from './summary.ts';

export interface ResultActions {
  startOver: () => void;
  openSetup: () => void;
}

export function result(run: RunView, actions: ResultActions): TemplateResult {
  const report = run.state === 'done' ? (run.report as CreateInvoiceReport) : null;
  if (report === null) return failed(run, actions);
  if (report.outcome === 'cancelled') return cancelled(run, report, actions);
  return finished(run, report, actions);
}

/** The report of a run that led to an invoice, its own or the one that was there before. */
export function madeBy(run: RunView | null): CreateInvoiceReport | null {
  if (run?.state !== 'done') return null;
  const report = run.report as CreateInvoiceReport;
  return report.outcome === 'cancelled' ? null : report;
}

export function progress(run: RunView): TemplateResult {
  return html`<section class="panel block narrow" aria-live="polite">
    <sb-progress .view=${run}></sb-progress>
    <sb-progress full .view=${run}></sb-progress>
    <p class="small soft">${t('run.survives')}</p>
  </section>`;
}

function finished(run: RunView, report: CreateInvoiceReport, actions: ResultActions): TemplateResult {
  const { document } = report;
  const [loud, quiet] = byLoudness([...report.issues, ...run.issues]);
  return html`<section class="panel block narrow result">
    <div class="row top">
      <span class="sign good">${icon('check')}</span>
      <h2 id="stage" tabindex="-1">${headline(report)}</h2>
    </div>
    ${report.outcome === 'existing' ? html`<p class="soft">${t('result.existingText')}</p>` : nothing}
    ${document ? figures(report, document) : nothing}
    ${loud.map((issue) => issueNotice(issue, actions.openSetup))}
    ${
      document
        ? outsideLink(document.url, [t('result.open'), icon('external')], { class: 'button primary' })
        : nothing
    }
    ${quietNotes(quiet, actions.openSetup)} ${steps(run)}
    <p class="small soft">${t('result.closeHint')}</p>
  </section>`;
}

/** What differs from the approval must be seen; what HubSpot could not take in is only worth a line. */
function byLoudness(issues: readonly Issue[]): [loud: Issue[], quiet: Issue[]] {
  const isLoud = ({ code, severity }: Issue) => severity === 'error' || code.startsWith('document-');
  return [issues.filter(isLoud), issues.filter((issue) => !isLoud(issue))];
}

export function headline({ outcome, document }: CreateInvoiceReport): string {
  const number = document?.number ?? '';
  const kind = document?.kind ?? 'invoice';
  if (outcome === 'existing') return word('existed', kind, { number });
  return word('created', kind, number === '' ? {} : { number });
}

function figures(report: CreateInvoiceReport, document: DocumentView): TemplateResult {
  const { currency } = document.total;
  const agrees =
    report.outcome === 'created' && !report.issues.some(({ code }) => code.startsWith('document-'));
  const same = report.approved_total === report.returned_total;
  return html`<div class="spread">
      <span class="break">${document.customer_name}</span>
      <span class="row">${document.status.map((status) => statusBadge(status))}</span>
    </div>
    <dl class="sums">
      ${sum(t('result.approved'), money(report.approved_total, currency))}
      ${sum(t('result.returned'), money(report.returned_total, currency), 'total')}
      ${report.returned_tax === null || isZero(report.returned_tax) ? nothing : sum(t('result.tax'), money(report.returned_tax, currency), 'faint')}
    </dl>
    ${agrees ? html`<p class="clear">${icon('check')} ${t(same ? 'result.agrees' : 'result.agreesWithTax')}</p>` : nothing}`;
}

function sum(label: string, value: string, look = ''): TemplateResult {
  return html`<div class=${look}>
    <dt>${label}</dt>
    <dd class="figure">${value}</dd>
  </div>`;
}

function failed(run: RunView, actions: ResultActions): TemplateResult {
  return html`<section class="panel block narrow result">
    <div class="row top">
      <span class="sign bad">${icon('error')}</span>
      <h2 id="stage" tabindex="-1">${t('result.failed')}</h2>
    </div>
    ${run.issues.map((issue) => issueNotice(issue, actions.openSetup))}
    <button class="button primary" @click=${actions.startOver}>${t('common.retry')}</button>
    ${steps(run)}
  </section>`;
}

function cancelled(run: RunView, report: CreateInvoiceReport, actions: ResultActions): TemplateResult {
  const issues = [...report.issues, ...run.issues];
  return html`<section class="panel block narrow result">
    <h2 id="stage" tabindex="-1">${t('compose.discarded')}</h2>
    <p class="soft">${t(discardedText(run, issues))}</p>
    ${issues.map((issue) => issueNotice(issue, actions.openSetup))}
    <button class="button" @click=${actions.startOver}>${t('compose.startOver')}</button>
    ${steps(run)}
  </section>`;
}

/** A write that was sent may have been taken in, whatever came back. */
function discardedText(run: RunView, issues: readonly Issue[]) {
  if (issues.some(({ code }) => code === 'write-uncertain')) return 'compose.discardedInDoubt';
  return run.steps.some(({ write }) => write) ? 'compose.discardedAfterWrites' : 'compose.discardedText';
}

function steps(run: RunView): TemplateResult | typeof nothing {
  if (run.steps.length === 0) return nothing;
  return html`<details>
    <summary>${t('result.stepsDone')}</summary>
    <sb-progress full .view=${run}></sb-progress>
  </details>`;
}
