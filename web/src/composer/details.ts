// Terms and dates, the discount on the invoice, and the texts that go with it.
import type { Choices, ComposeView } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { date, money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import type { Composing } from './composing.ts';
import type { Draft } from './draft.ts';
import { numberField, selectField, textArea, textField } from './fields.ts';
import { isCoded } from './line-tax.ts';

export function termsSection(composing: Composing): TemplateResult {
  const { draft } = composing;
  const { view } = draft;
  const isInvoice = view.document === 'invoice';
  return html`<section class="panel block" aria-labelledby="terms-title">
    <h2 id="terms-title">${t(isInvoice ? 'terms.title' : 'terms.titleShort')}</h2>
    <div class="fields three">
      ${isInvoice ? termsField(draft) : nothing}
      ${dayField(draft, 'date', word('formDates', view.document))}
      ${isInvoice ? dueField(draft) : nothing}
      ${view.document === 'estimate' ? dayField(draft, 'expiration', t('terms.validUntil'), t('terms.noEnd')) : nothing}
      ${view.next_number === null ? nothing : numberOf(draft, view.next_number)}
      ${view.exchange ? exchangeRate(draft, view.exchange) : nothing}
      ${isInvoice ? estimateField(draft) : nothing}
    </div>
  </section>
  ${view.document === 'salesreceipt' ? paymentSection(draft) : nothing}`;
}

function termsField(draft: Draft): TemplateResult {
  const terms = draft.view.terms.map(({ id, name }) => ({ value: id, text: name }));
  return selectField(
    {
      draft,
      path: '/term_id',
      label: t('terms.terms'),
      value: draft.choices.term_id,
      changed: (term_id) => draft.edit({ term_id }),
    },
    [{ value: '', text: ofItself(draft) }, ...terms],
  );
}

function dayField(draft: Draft, name: 'date' | 'expiration', label: string, hint = ''): TemplateResult {
  return textField(
    {
      draft,
      path: `/${name}`,
      label,
      hint,
      value: draft.choices[name],
      changed: (value) => draft.edit({ [name]: value }),
    },
    { type: 'date' },
  );
}

/** Nothing where the customer has no estimate on the deal. */
function estimateField(draft: Draft): TemplateResult | typeof nothing {
  const { choices, view } = draft;
  const { customer } = choices;
  const own = view.estimates.filter(
    ({ customer_id }) => customer.kind === 'existing' && customer.id === customer_id,
  );
  if (own.length === 0) return nothing;
  return selectField(
    {
      draft,
      path: '/estimate_id',
      label: t('terms.estimate'),
      value: choices.estimate_id,
      changed: (estimate_id) => draft.edit({ estimate_id }),
    },
    [
      { value: '', text: t('terms.estimateNone') },
      ...own.map(({ id, number, total }) => ({
        value: id,
        text: t('terms.estimateOf', { number, total: money(total, view.currency) }),
      })),
    ],
  );
}

/** How a sale was paid that is paid already; what is left open QuickBooks fills in. */
function paymentSection(draft: Draft): TemplateResult {
  const { choices, view } = draft;
  const named = (list: readonly { id: string; name: string }[], none: string) => [
    { value: '', text: none },
    ...list.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return html`<section class="panel block" aria-labelledby="payment-title">
    <h2 id="payment-title">${t('terms.payment')}</h2>
    <div class="fields three">
      ${selectField(
        {
          draft,
          path: '/payment_method_id',
          label: t('terms.method'),
          value: choices.payment_method_id,
          changed: (payment_method_id) => draft.edit({ payment_method_id }),
        },
        named(view.payment_methods, t('terms.methodNone')),
      )}
      ${textField({
        draft,
        path: '/payment_reference',
        label: t('terms.reference'),
        hint: t('terms.referenceHint'),
        value: choices.payment_reference,
        changed: (payment_reference) => draft.edit({ payment_reference }),
      })}
      ${selectField(
        {
          draft,
          path: '/deposit_account_id',
          label: t('terms.depositTo'),
          value: choices.deposit_account_id,
          changed: (deposit_account_id) => draft.edit({ deposit_account_id }),
        },
        named(view.deposit_accounts, t('terms.depositUsual')),
      )}
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
    label: word('formNumbers', draft.view.document),
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
