// What is billed: the deal's own line items, or one of its quotes. Those that cannot be say why.
import type { BillingSource } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { date } from '../format.ts';
import { t, word } from '../messages/index.ts';
import type { Draft } from './draft.ts';

export function sourceSection(
  draft: Draft,
  choose: (quote: string) => void,
): TemplateResult | typeof nothing {
  const { sources } = draft.view;
  if (sources.length < 2) return nothing;
  return html`<section class="panel block">
    <div>
      <label class="label" for="source">${t('source.label')}</label>
      <select
        id="source"
        class="input"
        aria-describedby="source-hint"
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${sources.map(
          (source) => html`<option
            value=${source.quote}
            ?selected=${source.chosen}
            ?disabled=${source.state !== 'good' && !source.chosen}
          >
            ${sourceText(source)}
          </option>`,
        )}
      </select>
      <p class="small soft" id="source-hint">${t('source.hint')}</p>
    </div>
  </section>`;
}

function sourceText({ quote, name, state, expires }: BillingSource): string {
  if (quote === '') return t('source.deal');
  const named = { name: name || t('source.unnamed') };
  if (state === 'good') return t('source.quote', named);
  return t('source.unusable', {
    ...named,
    why: word('quoteStates', state, expires ? { date: date(expires) } : {}),
  });
}
