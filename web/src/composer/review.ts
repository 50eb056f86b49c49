// The last look before anything is written: effects in order, the exact payload, where it goes.
import type { ComposeView, PlannedEffect } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import { totalsList } from './summary.ts';

export interface ReviewActions {
  back: () => void;
  create: () => void;
}

export interface ReviewPlace {
  company: string;
  environment: 'production' | 'sandbox' | null;
  sending: boolean;
}

type Row = ComposeView['rows'][number];

const DOCUMENT_TITLES = {
  customer: () => t('review.customer'),
  item: () => t('review.item'),
  invoice: () => t('review.invoice'),
} as const;
const SHORT_HASH = 12;

export function review(draft: Draft, place: ReviewPlace, actions: ReviewActions): TemplateResult {
  const { view } = draft;
  return html`<div class="columns-two">
    <div class="stack">
      <section class="panel block" aria-labelledby="effects-title">
        <h2 id="effects-title">${t('review.effects')}</h2>
        <ol class="effects">
          ${view.effects.map(
            (effect, index) => html`<li>
              <span class="figure faint">${index + 1}</span>
              <span class="break">${effectWords(effect)}</span>
              <span class="small faint">${word('services', effect.service)}</span>
            </li>`,
          )}
        </ol>
        <p class="small soft">${t('review.notSent')}</p>
      </section>
      <section class="panel block" aria-labelledby="payload-title">
        <h2 id="payload-title">${t('review.payload')}</h2>
        ${(['customer', 'item', 'invoice'] as const).map((document) => payloadTable(draft, document))}
        <details>
          <summary>${t('review.exact')}</summary>
          ${view.payloads.map(
            ({ method, path, body }) => html`<figure>
              <figcaption class="mono small break">${method} ${path}</figcaption>
              <pre class="mono small" tabindex="0" aria-label="${method} ${path}">${indented(body)}</pre>
            </figure>`,
          )}
        </details>
      </section>
    </div>
    <aside class="panel block summary" aria-labelledby="into-title">
      <div>
        <h2 id="into-title" class="small faint into">${t('review.into')}</h2>
        <p class="company break">${place.company}</p>
        ${environmentTag(place.environment)}
      </div>
      ${totalsList(view)} ${postingsList(view)}
      <dl class="facts">
        <div>
          <dt class="faint">${t('review.realm')}</dt>
          <dd class="mono realm">${draft.question.question.basis.company.realm}</dd>
        </div>
        <div>
          <dt class="faint">${t('review.fingerprint')}</dt>
          <dd class="mono fingerprint" title=${t('review.fingerprintHint')}>${view.hash.slice(0, SHORT_HASH)}</dd>
        </div>
      </dl>
      <button class="button primary wide" ?disabled=${place.sending || !view.ready} @click=${actions.create}>
        ${place.sending ? t('review.creating') : t('review.create')}
      </button>
      <button class="button wide" ?disabled=${place.sending} @click=${actions.back}>${t('common.back')}</button>
    </aside>
  </div>`;
}

function postingsList({ postings, currency }: ComposeView): TemplateResult | typeof nothing {
  if (postings.length === 0) return nothing;
  return html`<div>
    <h2 class="small faint into">${t('review.postings')}</h2>
    <dl class="sums postings">
      ${postings.map(
        ({ kind, account, amount }) => html`<div>
          <dt>
            ${word('postings', kind)}
            <span class="account break">${account || t('review.accountByQuickBooks')}</span>
          </dt>
          <dd class="figure">${amount === '' ? '—' : money(amount, currency)}</dd>
        </div>`,
      )}
    </dl>
  </div>`;
}

export function environmentTag(environment: ReviewPlace['environment']): TemplateResult | typeof nothing {
  if (environment === null) return nothing;
  return html`<span class="tag ${environment}"
    >${environment === 'sandbox' ? t('compose.sandbox') : t('compose.production')}</span
  >`;
}

function effectWords({ action, args }: PlannedEffect): string {
  const { total = '', currency = '' } = args;
  return word('actions', action, { ...args, total: total === '' ? '' : money(total, currency) });
}

function payloadTable(draft: Draft, document: Row['document']): TemplateResult | typeof nothing {
  const rows = draft.view.rows.filter((row) => row.document === document);
  if (rows.length === 0) return nothing;
  const changes = rows.some((row) => row.before !== null);
  return html`<table>
    <caption>
      ${DOCUMENT_TITLES[document]()}
    </caption>
    <colgroup>
      <col class="field" />
    </colgroup>
    <thead class=${changes ? '' : 'visually-hidden'}>
      <tr>
        <th scope="col">${t('review.field')}</th>
        ${changes ? html`<th scope="col">${t('review.before')}</th>` : nothing}
        <th scope="col">${t('review.after')}</th>
      </tr>
    </thead>
    ${groupsOf(rows).map((group) => payloadGroup(draft, group, changes))}
  </table>`;
}

interface Group {
  /** Number of the line, or null for what belongs to the whole document. */
  line: number | null;
  rows: Row[];
}

/** What belongs to the whole document first, then the rows of each line under its number. */
function groupsOf(rows: readonly Row[]): Group[] {
  const whole: Group = { line: null, rows: [] };
  const lines = new Map<number, Group>();
  for (const row of rows) {
    const index = /^Line\[(\d+)\]/.exec(row.field)?.[1];
    const line = Number(index) + 1;
    const group = index === undefined ? whole : (lines.get(line) ?? { line, rows: [] });
    group.rows.push(row);
    if (index !== undefined) lines.set(line, group);
  }
  return [whole, ...lines.values()].filter((group) => group.rows.length > 0);
}

function payloadGroup(draft: Draft, { line, rows }: Group, changes: boolean): TemplateResult {
  return html`<tbody>
    ${
      line === null
        ? nothing
        : html`<tr class="group">
          <th scope="rowgroup" colspan=${changes ? 3 : 2}>${t('review.line', { number: line })}</th>
        </tr>`
    }
    ${rows.map((row) => payloadRow(draft, row, changes))}
  </tbody>`;
}

function payloadRow(draft: Draft, row: Row, changes: boolean): TemplateResult {
  const name = draft.nameOf(row.label, row.after) || word('values', `${row.label}/${row.after}`);
  return html`<tr>
    <th scope="row" title=${row.field}>${word('fields', row.label)}</th>
    ${changes ? html`<td class="break">${row.before === null ? nothing : html`<del>${row.before}</del>`}</td>` : nothing}
    <td class="break after">${row.after}${name === '' ? nothing : html` <span class="soft">${name}</span>`}</td>
  </tr>`;
}

/** The same bytes, laid out to be read; as they are where they are no JSON. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (fault) {
    if (fault instanceof SyntaxError) return body;
    throw fault;
  }
}
