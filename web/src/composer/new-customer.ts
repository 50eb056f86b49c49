// The fields of a customer that is created together with the invoice.
import type { Choices } from '@sidebill/core/boundary';
import { html, type TemplateResult } from 'lit';
import { t } from '../messages/index.ts';
import type { Composing } from './composing.ts';
import { customerPlan } from './customer-plan.ts';
import type { NewCustomer } from './draft.ts';
import { textField } from './fields.ts';

export function newCustomer({ draft }: Composing, customer: NewCustomer): TemplateResult {
  const field = (name: Exclude<keyof NewCustomer, 'kind'>, label: string, type = 'text', hint = '') =>
    textField(
      {
        draft,
        path: `/customer/${name}`,
        label,
        value: customer[name],
        hint,
        changed: (value) =>
          draft.edit({ customer: { ...currentNew(draft.choices, customer), [name]: value } }),
        offer: (suggestion) =>
          draft.edit({ customer: { ...currentNew(draft.choices, customer), [name]: suggestion } }),
      },
      { type },
    );
  return html`${customerPlan(draft)}<div class="fields">
    <div class="whole">${field('display_name', t('customer.displayName'))}</div>
    <div class="whole">${field('company_name', t('customer.companyName'))}</div>
    ${field('given_name', t('customer.givenName'))} ${field('family_name', t('customer.familyName'))}
    ${field('email', t('customer.email'), 'email')} ${field('phone', t('customer.phone'), 'tel')}
    ${field('currency', t('customer.currency'), 'text', t('customer.currencyFixed'))}
  </div>`;
}

function currentNew(choices: Choices, fallback: NewCustomer): NewCustomer {
  return choices.customer.kind === 'create' ? choices.customer : fallback;
}
