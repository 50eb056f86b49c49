// Terms and dates, the discount on the invoice, and the texts that go with it.
import type { Choices, ComposeView } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { date } from '../format.ts';
import { t } from '../messages/index.ts';
import type { Composing } from './composing.ts';
import type { Draft } from './draft.ts';
import { numberField, selectField, textArea, textField } from './fields.ts';
import { isCoded } from './line-tax.ts';

export function termsSection({ draft }: Composing): TemplateResult {
  const { choices, view } = draft;
  const terms = view.terms.map(({ id, name }) => ({ value: id, text: name }));
  return html`<section class="panel block" aria-labelledby="terms-title">
    <h2 id="terms-title">${t('terms.title')}</h2>
    <div class="fields three">
      ${selectField(
        {
          draft,
          path: '/term_id',
          label: t('terms.terms'),
          value: choices.term_id,
          changed: (term_id) => draft.edit({ term_id }),
        },
        [{ value: '', text: ofItself(draft) }, ...terms],
      )}
      ${textField(
        {
          draft,
          path: '/date',
          label: t('terms.date'),
          value: choices.date,
          changed: (date) => draft.edit({ date }),
        },
        { type: 'date' },
      )}
      ${dueField(draft)}
      ${draft.view.next_number === null ? nothing : numberOf(draft, draft.view.next_number)}
      ${draft.view.exchange ? exchangeRate(draft, draft.view.exchange) : nothing}
    </div>
  </section>`;
}

/** What counts when nothing is chosen: the customer's terms, or the company's. */
function ofItself({ choices, view }: Draft): string {
  const effective = choices.term_id === '' ? view.term_id : '';
  const name = view.terms.find(({ id }) => id === effective)?.name;
  if (name !== undefined) return t('terms.default', { name });
  return choices.term_id === '' ? t('terms.none') : t('terms.usual');
}

/** Where the company numbers its documents by hand. */
function numberOf(draft: Draft, next: string): TemplateResult {
  return textField({
    draft,
    path: '/number',
    label: t('terms.number'),
    value: draft.choices.number,
    hint: next !== '' && draft.choices.number === next ? t('terms.numberHint') : '',
    changed: (number) => draft.edit({ number }),
  });
}

/** Where the document is in another currency than the books. */
function exchangeRate(draft: Draft, exchange: NonNullable<ComposeView['exchange']>): TemplateResult {
  const { home_currency: home, date: of } = exchange;
  return numberField({
    draft,
    path: '/exchange_rate',
    label: t('terms.exchangeRate', { currency: draft.view.currency, home }),
    value: draft.choices.exchange_rate,
    hint: of === null ? '' : t('terms.exchangeRateOf', { date: date(of) }),
    changed: (exchange_rate) => draft.edit({ exchange_rate }),
  });
}

function dueField(draft: Draft): TemplateResult {
  const { due_date } = draft.choices;
  const computed = due_date === null;
  return html`<div>
    ${textField(
      {
        draft,
        path: '/due_date',
        label: t('terms.due'),
        value: due_date ?? draft.view.due_date,
        hint: computed ? t('terms.dueComputed') : '',
        changed: (date) => draft.edit({ due_date: date === '' ? null : date }),
      },
      { type: 'date' },
    )}
    ${
      computed
        ? nothing
        : html`<button class="link small" @click=${() => draft.edit({ due_date: null })}>
          ${t('terms.dueReset')}
        </button>`
    }
  </div>`;
}

export function discountSection({ draft }: Composing): TemplateResult {
  const { discount } = draft.choices;
  return html`<section class="panel block" aria-labelledby="discount-title">
    <h2 id="discount-title">${t('discount.title')}</h2>
    <div class="fields three">
      ${selectField(
        {
          draft,
          path: '/discount',
          label: t('discount.kind'),
          value: discount.kind,
          changed: (kind) => draft.edit({ discount: discountOf(kind, discount) }),
        },
        [
          { value: 'none', text: t('discount.none') },
          { value: 'percent', text: t('discount.percent') },
          { value: 'amount', text: t('discount.amount') },
        ],
      )}
      ${
        discount.kind === 'none'
          ? nothing
          : numberField({
              draft,
              path: '/discount/value',
              label: t('discount.value'),
              value: discount.value,
              changed: (value) => draft.edit({ discount: { ...discount, value } }),
            })
      }
      ${discount.kind === 'none' || isCoded(draft.view) ? nothing : afterTax(draft, discount)}
    </div>
  </section>`;
}

function discountOf(kind: string, before: Choices['discount']): Choices['discount'] {
  if (kind !== 'percent' && kind !== 'amount') return { kind: 'none' };
  return before.kind === 'none' ? { kind, value: '' } : { ...before, kind };
}

/** In the US both ways are common, and QuickBooks has a switch for it on every form. */
function afterTax(draft: Draft, discount: Exclude<Choices['discount'], { kind: 'none' }>): TemplateResult {
  return selectField(
    {
      draft,
      path: '/discount/after_tax',
      label: t('discount.tax'),
      value: String(discount.after_tax ?? false),
      changed: (after) => draft.edit({ discount: { ...discount, after_tax: after === 'true' } }),
    },
    [
      { value: 'false', text: t('discount.beforeTax') },
      { value: 'true', text: t('discount.afterTax') },
    ],
  );
}

export function textSection({ draft }: Composing): TemplateResult {
  const { choices } = draft;
  const text = (name: 'message' | 'memo' | 'email' | 'cc', label: string, hint: string) => ({
    draft,
    path: `/${name}`,
    label,
    hint,
    value: choices[name],
    changed: (value: string) => draft.edit({ [name]: value }),
    offer: (value: string) => draft.edit({ [name]: value }),
  });
  return html`<section class="panel block" aria-labelledby="text-title">
    <h2 id="text-title">${t('text.title')}</h2>
    <div class="fields">
      <div class="whole">${textArea(text('message', t('text.message'), t('text.messageHint')), 3)}</div>
      ${textField(text('email', t('text.email'), t('text.emailHint')), { type: 'email' })}
      ${textField(text('cc', t('text.cc'), t('text.ccHint')))}
      <div class="whole">${textArea(text('memo', t('text.memo'), t('text.memoHint')), 2)}</div>
    </div>
  </section>`;
}
