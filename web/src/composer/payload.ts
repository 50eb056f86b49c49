// What a request carries, put as a person reads it: facts with their meaning first, and the lines as lines of a bill.
import type { ComposeView } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { date, decimal, money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import type { Draft } from './draft.ts';

export type Row = ComposeView['rows'][number];

/** One record that QuickBooks is to have. */
export interface PayloadPart {
  document: Row['document'];
  facts: Row[];
  /** Rows of each line of a bill, in order. */
  lines: Row[][];
}

const TITLES = {
  customer: () => t('review.customer'),
  item: () => t('review.item'),
  invoice: () => word('forms', 'invoice'),
  estimate: () => word('forms', 'estimate'),
  salesreceipt: () => word('forms', 'salesreceipt'),
} as const;
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'unit-price']);
const DATES: ReadonlySet<string> = new Set(['txn-date', 'due-date', 'expiration-date', 'service-date']);
const NUMBERS: ReadonlySet<string> = new Set(['qty', 'discount-percent', 'exchange-rate']);
const TEXTS: ReadonlySet<string> = new Set(['customer-memo', 'description', 'private-note']);
/** Told by the way a line is drawn, or beside it. */
const IN_THE_LINE: ReadonlySet<string> = new Set([
  'amount',
  'description',
  'detail-type',
  'discount-percent',
  'item-ref',
  'percent-based',
  'qty',
  'tax-code-ref',
  'unit-price',
]);

/** Rows as they come, one part for each request: a field that comes again belongs to the next record. */
export function partsOf(rows: readonly Row[]): PayloadPart[] {
  const parts: PayloadPart[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    let part = parts.at(-1);
    if (part === undefined || part.document !== row.document || seen.has(row.field)) {
      part = { document: row.document, facts: [], lines: [] };
      parts.push(part);
      seen.clear();
    }
    seen.add(row.field);
    const index = /^Line\[(\d+)\]/.exec(row.field)?.[1];
    if (index === undefined) part.facts.push(row);
    else {
      const line = part.lines[Number(index)] ?? [];
      line.push(row);
      part.lines[Number(index)] = line;
    }
  }
  return parts;
}

/** A value in the reader's writing. What it names stands for its id, which is told beside it. */
export function readable(row: Pick<Row, 'label'>, value: string, name: string, currency: string): string {
  if (name !== '') return name;
  if (AMOUNTS.has(row.label)) return money(value, currency);
  if (DATES.has(row.label)) return date(value);
  if (NUMBERS.has(row.label)) return decimal(value);
  if (value === 'true') return t('review.yes');
  if (value === 'false') return t('review.no');
  return value;
}

export function payloadPart(draft: Draft, part: PayloadPart): TemplateResult {
  const [who, when, texts] = [
    part.facts.filter(({ label }) => label === 'customer-ref'),
    part.facts.filter(({ label }) => label !== 'customer-ref' && !TEXTS.has(label)),
    part.facts.filter(({ label }) => TEXTS.has(label)),
  ];
  return html`<div class="part">
    <h3>${TITLES[part.document]()}</h3>
    <dl class="facts">${[...who, ...when, ...texts].map((row) => fact(draft, part, row))}</dl>
    ${
      part.lines.length === 0
        ? nothing
        : html`<ol class="bill" aria-label=${t('review.lines')}>
          ${part.lines.map((line) => billLine(draft, part, line))}
        </ol>`
    }
  </div>`;
}

function fact(draft: Draft, part: PayloadPart, row: Row): TemplateResult {
  const name = nameOf(draft, row.label, row.after);
  const told = (value: string) =>
    readable(row, value, nameOf(draft, row.label, value), currencyOf(draft, part));
  return html`<div class=${TEXTS.has(row.label) ? 'whole' : ''}>
    <dt>${word('fields', row.label)}</dt>
    <dd class="break">
      ${row.before === null ? nothing : html`<del>${told(row.before)}</del> `}<span class="value">${told(row.after)}</span>
      ${isId(row.after) && name !== '' ? html`<span class="small faint">${t('review.id', { id: row.after })}</span>` : nothing}
    </dd>
  </div>`;
}

function billLine(draft: Draft, part: PayloadPart, rows: readonly Row[]): TemplateResult {
  const currency = currencyOf(draft, part);
  const value = (label: string) => rows.find((row) => row.label === label)?.after ?? '';
  const isDiscount = value('detail-type') === 'DiscountLineDetail';
  const [item, description, amount] = [
    draft.nameOf('item-ref', value('item-ref')),
    value('description'),
    value('amount'),
  ];
  const kind = word('values', `detail-type/${value('detail-type')}`);
  const about = [
    description === '' || description === item ? '' : item,
    word('values', `tax-code-ref/${value('tax-code-ref')}`),
    ...rows.filter(({ label }) => !IN_THE_LINE.has(label)).map((row) => told(draft, row, currency)),
  ].filter(Boolean);
  return html`<li>
    <div class="what">
      <p class="break">${(isDiscount ? '' : description || item) || kind}</p>
      ${about.length === 0 ? nothing : html`<p class="small faint break">${about.join(' · ')}</p>`}
    </div>
    <span class="times figure soft">${timesOf(value, currency)}</span>
    <span class="amount figure">${amount === '' ? '' : `${isDiscount ? '−' : ''}${money(amount, currency)}`}</span>
  </li>`;
}

function timesOf(value: (label: string) => string, currency: string): string {
  if (value('discount-percent') !== '')
    return t('review.percent', { percent: decimal(value('discount-percent')) });
  if (value('qty') === '' || value('unit-price') === '') return '';
  return t('review.times', { quantity: decimal(value('qty')), price: money(value('unit-price'), currency) });
}

function told(draft: Draft, row: Row, currency: string): string {
  return `${word('fields', row.label)}: ${readable(row, row.after, nameOf(draft, row.label, row.after), currency)}`;
}

function nameOf(draft: Draft, label: string, value: string): string {
  return draft.nameOf(label, value) || word('values', `${label}/${value}`);
}

function currencyOf({ view, question }: Draft, { document }: PayloadPart): string {
  return document === view.document ? view.currency : question.question.basis.company.home_currency;
}

/** A word of QuickBooks' own is told in full by its meaning; a number of its lists is worth naming. */
function isId(value: string): boolean {
  return /^\d+$/.test(value);
}

/** Field by field as it goes out, for whoever wants to compare. */
export function exactTable(part: PayloadPart): TemplateResult {
  const rows = [...part.facts, ...part.lines.flat()];
  const changes = rows.some(({ before }) => before !== null);
  return html`<table class="exact">
    <caption>
      ${TITLES[part.document]()}
    </caption>
    <thead class="visually-hidden">
      <tr>
        <th scope="col">${t('review.field')}</th>
        ${changes ? html`<th scope="col">${t('review.before')}</th>` : nothing}
        <th scope="col">${t('review.after')}</th>
      </tr>
    </thead>
    <tbody class="mono small">
      ${rows.map(
        (row) => html`<tr>
          <th scope="row" title=${row.field} class="break">${breakable(row.field)}</th>
          ${changes ? html`<td class="break">${row.before === null ? nothing : html`<del>${row.before}</del>`}</td>` : nothing}
          <td class="break after">${row.after}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A long path breaks between its names, if it must. */
function breakable(path: string): TemplateResult[] {
  return path.split('.').map((name, index) => html`${index === 0 ? nothing : html`.<wbr />`}${name}`);
}
