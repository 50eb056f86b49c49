// Invoices that the draft may repeat: nobody makes it without having seen them.
import type { DuplicateView, Issue, RecentInvoicesReport } from '@sidebill/core';
import { html, nothing, type TemplateResult } from 'lit';
import { outsideLink } from '../components/checked-link.ts';
import { issueNotice } from '../components/notice.ts';
import { speaksFor } from '../components/speaks-for.ts';
import { date, money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import type { Runs } from '../runs.ts';
import type { Draft } from './draft.ts';

export interface DuplicateActions {
  /** Puts the invoice that exists beside the deal and makes none. */
  addInstead: (key: string) => void;
}

/** Looks through what the customer has in QuickBooks, once for each customer of a draft. */
export class Radar {
  looking = false;
  /** Why QuickBooks could not be asked. */
  issues: Issue[] = [];
  readonly #runs: Runs;
  readonly #changed: () => void;
  /** Customer and number that were looked for. */
  #sought = '';
  #draft: Draft | null = null;

  constructor(runs: Runs, changed: () => void) {
    this.#runs = runs;
    this.#changed = changed;
  }

  async look(draft: Draft): Promise<void> {
    const { choices, rows } = draft.view;
    const { customer } = choices;
    if (customer.kind !== 'existing') return;
    // One that QuickBooks gives itself is not sent, whatever was typed.
    const number = rows.find(({ label }) => label === 'doc-number')?.after ?? '';
    const sought = `${customer.id} ${number}`;
    if (draft === this.#draft && sought === this.#sought) return;
    this.#draft = draft;
    this.#sought = sought;
    this.#tell(true, []);
    const { realm } = draft.question.question.basis.company;
    const { report, issues } = await this.#runs.toEnd<RecentInvoicesReport>('recent_invoices', {
      realm,
      customer: customer.id,
      number,
    });
    if (draft !== this.#draft || sought !== this.#sought) return;
    const unread = [...issues, ...(report?.issues ?? [])];
    // Asked again the next time when there was no answer.
    if (unread.length > 0) this.#sought = '';
    if (report) draft.knowDocuments(report.documents);
    this.#tell(false, unread);
  }

  #tell(looking: boolean, issues: Issue[]): void {
    this.looking = looking;
    this.issues = issues;
    this.#changed();
  }
}

export function duplicatesSection(
  draft: Draft,
  { addInstead }: DuplicateActions,
): TemplateResult | typeof nothing {
  const { duplicates } = draft.view;
  if (duplicates.length === 0) return nothing;
  const open = duplicates.filter(({ beside }) => !beside);
  const exact = open.some((one) => one.exact);
  return html`<sb-notice
    tone=${open.length > 0 ? 'warn' : 'calm'}
    .heading=${t(exact ? 'repeat.exact' : open.length > 0 ? 'repeat.similar' : 'repeat.confirmed')}
    .text=${open.length > 0 ? t('repeat.step') : ''}
  >
    <ul class="stack">
      ${duplicates.map((one) => row(draft, one, addInstead))}
    </ul>
  </sb-notice>`;
}

function row(draft: Draft, duplicate: DuplicateView, addInstead: (key: string) => void): TemplateResult {
  const { document, evidence, beside } = duplicate;
  const number = document.number || t('card.noNumber');
  return html`<li class="repeat">
    <p class="break">
      <strong>${outsideLink(document.url, number, { label: t('card.openNumberInQuickBooks', { name: word('documents', document.kind, { number }) }) })}</strong>
      <span class="figure">${money(document.total.amount, document.total.currency)}</span> · ${date(document.date)}
    </p>
    <p class="small soft break">${speaksFor(evidence)}</p>
    <div class="row">
      <button
        class="button tight"
        data-path="/beside"
        @click=${() => draft.standBeside(document.key, !beside)}
      >
        ${beside ? t('another.undo') : t('repeat.beside')}
      </button>
      <button class="button quiet tight" @click=${() => addInstead(document.key)}>${t('repeat.addInstead')}</button>
    </div>
  </li>`;
}

/** What is going on before Create may be pressed, and why it could not be done. */
export function radarNotes({ looking, issues }: Radar): TemplateResult | typeof nothing {
  if (looking) return html`<p class="small soft" role="status">${t('repeat.looking')}</p>`;
  if (issues.length === 0) return nothing;
  return html`<sb-notice tone="warn" .heading=${t('repeat.notLooked')} .text=${t('repeat.notLookedStep')}>
    ${issues.map((issue) => issueNotice(issue))}
  </sb-notice>`;
}
