// How a line is taxed: in the US whether it is, elsewhere by which code.
import type { ComposeView, LineChoice } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { decimal } from '../format.ts';
import { t } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import { issuesBelow, type Option, selectField } from './fields.ts';

/** The company wants a code on every line. */
export function isCoded({ tax_codes }: ComposeView): boolean {
  return tax_codes.length > 0;
}

export function taxCell(draft: Draft, line: LineChoice, index: number): TemplateResult {
  return isCoded(draft.view) ? codeCell(draft, line, index) : taxableCell(draft, line, index);
}

/** One choice for all lines: most documents have one code. */
export function taxOfAllLines(draft: Draft): TemplateResult | typeof nothing {
  const { lines } = draft.choices;
  if (!isCoded(draft.view)) return nothing;
  const first = lines[0]?.tax_code ?? '';
  const common = lines.every(({ tax_code }) => tax_code === first) ? first : '';
  return html`<div class="all-taxed">
    <label class="label" for="tax-of-all">${t('lines.taxOfAll')}</label>
    <select
      id="tax-of-all"
      class="input"
      @change=${(event: Event) => {
        const tax_code = (event.target as HTMLSelectElement).value;
        if (tax_code !== '') draft.edit({ lines: lines.map((line) => ({ ...line, tax_code })) });
      }}
    >
      ${options(draft.view, t('lines.taxCodesDiffer')).map(
        ({ value, text }) => html`<option value=${value} ?selected=${value === common}>${text}</option>`,
      )}
    </select>
  </div>`;
}

function codeCell(draft: Draft, line: LineChoice, index: number): TemplateResult {
  const path = `/lines/${index}/tax_code`;
  return html`<div class="cell taxable coded">
    ${selectField(
      {
        draft,
        path,
        label: t('lines.taxCode'),
        value: line.tax_code,
        changed: (tax_code) => draft.editLine(index, { tax_code }),
        issuesElsewhere: true,
      },
      options(draft.view, t('lines.taxCodeNone')),
    )}
    ${issuesBelow(draft, path)}
  </div>`;
}

function taxableCell(draft: Draft, line: LineChoice, index: number): TemplateResult {
  const path = `/lines/${index}/taxable`;
  return html`<div class="cell taxable">
    <label class="choice field">
      <input
        class="check"
        type="checkbox"
        data-path=${path}
        .checked=${line.taxable}
        @change=${(event: Event) => draft.editLine(index, { taxable: (event.target as HTMLInputElement).checked })}
      />
      <span class="caption">${t('lines.taxable')}</span>
    </label>
    ${issuesBelow(draft, path)}
  </div>`;
}

function options({ tax_codes }: ComposeView, none: string): Option[] {
  return [
    { value: '', text: none },
    ...tax_codes.map(({ id, name, percent: whole }) => ({
      value: id,
      text: whole === null ? name : t('lines.taxCodeNamed', { name, percent: decimal(whole) }),
    })),
  ];
}
