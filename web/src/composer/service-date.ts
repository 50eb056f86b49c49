// When the service of a line was given, where the company's forms have that column.
import type { LineChoice } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import { textField } from './fields.ts';

export function serviceDate(draft: Draft, line: LineChoice, index: number): TemplateResult | typeof nothing {
  if (draft.view.service_dates === 'off') return nothing;
  return textField(
    {
      draft,
      path: `/lines/${index}/service_date`,
      label: t('lines.serviceDate'),
      value: line.service_date,
      changed: (service_date) => draft.editLine(index, { service_date }),
      class: 'day',
    },
    { type: 'date' },
  );
}

/** One choice for all lines: most documents are for one day. */
export function serviceDateOfAllLines(draft: Draft): TemplateResult | typeof nothing {
  const { lines } = draft.choices;
  if (draft.view.service_dates !== 'demanded') return nothing;
  const first = lines[0]?.service_date ?? '';
  const common = lines.every(({ service_date }) => service_date === first) ? first : '';
  return html`<div class="all-taxed">
    <label class="label" for="service-date-of-all">${t('lines.serviceDateOfAll')}</label>
    <input
      id="service-date-of-all"
      class="input"
      type="date"
      .value=${common}
      @change=${(event: Event) => {
        const service_date = (event.target as HTMLInputElement).value;
        draft.edit({ lines: lines.map((line) => ({ ...line, service_date })) });
      }}
    />
  </div>`;
}
