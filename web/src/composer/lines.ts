// The lines of the invoice, each a row that reads as a table where there is room.
import type { LineChoice } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../components/icons.ts';
import { money } from '../format.ts';
import { t } from '../messages/index.ts';
import type { Composing } from './composing.ts';
import type { Draft } from './draft.ts';
import { idOf, issuesBelow, numberField, textArea } from './fields.ts';
import { addProductPanel, foundBy, itemPanel, unmatched, unmatchedMark } from './item.ts';
import { isCoded, taxCell, taxOfAllLines } from './line-tax.ts';
import { serviceDate, serviceDateOfAllLines } from './service-date.ts';

const BLANK: LineChoice = {
  source_id: '',
  include: true,
  item: { kind: 'undecided' },
  description: '',
  quantity: '1',
  unit_price: '',
  discount_percent: '',
  taxable: false,
  tax_code: '',
  service_date: '',
};

export function linesSection(composing: Composing): TemplateResult {
  const { draft } = composing;
  const { lines } = draft.choices;
  return html`<section class="panel block lines ${isCoded(draft.view) ? 'by-code' : ''}" aria-labelledby="lines-title">
    <h2 id="lines-title" tabindex="-1" data-path="/lines">${t('lines.title')}</h2>
    ${issuesBelow(draft, '/lines')} ${allLines(draft)}
    ${lines.length === 0 ? nothing : columnNames(isCoded(draft.view))}
    ${repeat(
      lines,
      (_, index) => index,
      (line, index) => lineRow(composing, line, index),
    )}
    ${
      composing.openItem === 'new'
        ? addProductPanel(composing)
        : html`<div class="row">
          <button
            class="button tight"
            data-path="/lines/add"
            @click=${() => composing.searchItem('new')}
          >
            ${icon('search')}${t('lines.addProduct')}
          </button>
          <button class="button tight" @click=${() => draft.edit({ lines: [...lines, BLANK] })}>
            ${icon('plus')}${t('lines.add')}
          </button>
        </div>`
    }
  </section>`;
}

/** What most documents have alike on every line. */
function allLines(draft: Draft): TemplateResult | typeof nothing {
  if (draft.choices.lines.length < 2) return nothing;
  return html`<div class="row all-lines">${taxOfAllLines(draft)} ${serviceDateOfAllLines(draft)}</div>`;
}

function columnNames(coded: boolean): TemplateResult {
  return html`<div class="columns small faint" aria-hidden="true">
    <span></span><span>${t('lines.item')}</span><span class="end">${t('lines.quantity')}</span
    ><span class="end">${t('lines.price')}</span><span class="end">${t('lines.discount')}</span
    ><span>${coded ? t('lines.taxCode') : t('lines.taxable')}</span><span class="end">${t('lines.amount')}</span>
  </div>`;
}

function lineRow(composing: Composing, line: LineChoice, index: number): TemplateResult {
  const { draft } = composing;
  const path = `/lines/${index}`;
  const number = index + 1;
  const computed = draft.view.lines[index];
  const amount = line.include ? (computed?.amount ?? '') : '';
  return html`<fieldset class="line ${line.include ? '' : 'excluded'}">
    <legend class="visually-hidden">${t('lines.line', { number })}</legend>
    <div class="include">
      ${includeControl(composing, line, index)}
      <span class="caption small soft" aria-hidden="true">${t('lines.line', { number })}</span>
    </div>
    <div class="what">
      ${itemButton(composing, line, index)} ${issuesBelow(draft, `${path}/item`)}
      ${composing.openItem === index ? itemPanel(composing, line, index) : nothing}
      ${textArea(
        {
          draft,
          path: `${path}/description`,
          label: t('lines.description'),
          value: line.description,
          changed: (description) => draft.editLine(index, { description }),
          offer: (description) => draft.editLine(index, { description }),
        },
        line.description.length > 34 ? 2 : 1,
      )}
      ${isUnmatched(line) && composing.openItem !== index ? unmatched(composing, line, index) : nothing}
      ${serviceDate(draft, line, index)} ${issuesBelow(draft, path)} ${lineFacts(composing, line, index)}
    </div>
    ${(
      [
        ['quantity', t('lines.quantity')],
        ['unit_price', t('lines.price')],
        ['discount_percent', t('lines.discount')],
      ] as const
    ).map(([name, label]) => numberCell(draft, index, name, label))}
    ${taxCell(draft, line, index)}
    <div class="cell amount">
      <div class="field">
        <span class="label caption">${t('lines.amount')}</span>
        <output class="figure" data-path="${path}/amount" for="${idOf(`${path}/quantity`)} ${idOf(`${path}/unit_price`)}"
          >${line.include ? (amount === '' ? '—' : money(amount, draft.view.currency)) : t('lines.excluded')}</output
        >
      </div>
      ${issuesBelow(draft, `${path}/amount`)}
    </div>
  </fieldset>`;
}

/** A narrow field whose issues get the width of the row, right below it. */
function numberCell(
  draft: Draft,
  index: number,
  name: 'quantity' | 'unit_price' | 'discount_percent',
  label: string,
): TemplateResult {
  const path = `/lines/${index}/${name}`;
  return html`<div class="cell ${name}">
    ${numberField({
      draft,
      path,
      label,
      value: draft.choices.lines[index]?.[name] ?? '',
      changed: (value) => draft.editLine(index, { [name]: value }),
      issuesElsewhere: true,
    })}
    ${issuesBelow(draft, path)}
  </div>`;
}

function includeControl({ draft }: Composing, line: LineChoice, index: number): TemplateResult {
  const number = index + 1;
  if (line.source_id === '') {
    return html`<button
      class="button quiet icon"
      aria-label=${t('lines.removeLine', { number })}
      title=${t('lines.removeLine', { number })}
      @click=${() => draft.edit({ lines: draft.choices.lines.filter((_, at) => at !== index) })}
    >
      ${icon('close')}
    </button>`;
  }
  return html`<input
    class="check"
    type="checkbox"
    aria-label=${t('lines.include', { number })}
    data-path="/lines/${index}/include"
    .checked=${line.include}
    @change=${(event: Event) => draft.editLine(index, { include: isChecked(event) })}
  />`;
}

function itemButton(composing: Composing, line: LineChoice, index: number): TemplateResult {
  const name = line.item.kind === 'undecided' ? '' : line.item.name;
  const wrong = composing.draft.issuesAt(`/lines/${index}/item`).some(({ severity }) => severity === 'error');
  return html`<button
    class="item ${name === '' ? 'open' : ''} ${wrong ? 'wrong' : ''}"
    data-path="/lines/${index}/item"
    aria-expanded=${composing.openItem === index}
    aria-describedby="${idOf(`/lines/${index}/item`)}-issues"
    @click=${() => composing.toggleItem(index)}
  >
    <span class="grow break"
      ><bdi>${name === '' ? t('lines.itemNone') : name}</bdi
      ><span class="visually-hidden">${t('lines.ofLine', { number: index + 1 })}</span></span
    >
    ${line.item.kind === 'create' ? html`<span class="tag">${t('lines.itemNew')}</span>` : nothing}
    ${isUnmatched(line) ? unmatchedMark(composing, index) : nothing} ${icon('down')}
  </button>`;
}

/** A line of the deal for which QuickBooks has no product, or several. */
function isUnmatched(line: LineChoice): boolean {
  return line.include && line.source_id !== '' && line.item.kind === 'undecided';
}

function lineFacts(composing: Composing, line: LineChoice, index: number): TemplateResult | typeof nothing {
  const { draft } = composing;
  const computed = draft.view.lines[index];
  const facts = [
    line.source_id === '' ? t('lines.byHand') : foundBy(composing, line, index),
    computed?.recurrence ? t('lines.recurrence', { text: computed.recurrence }) : '',
    line.discount_percent !== '' && computed?.net_unit_price
      ? t('lines.net', { price: money(computed.net_unit_price, draft.view.currency) })
      : '',
    computed?.account ? t('lines.account', { account: computed.account }) : '',
  ].filter(Boolean);
  return facts.length === 0 ? nothing : html`<p class="small faint">${facts.join(' · ')}</p>`;
}

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}
