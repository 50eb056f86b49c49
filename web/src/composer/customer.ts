// Who is billed: the chosen customer with its evidence, the runner-up, a search, or a new customer.
import type { Choices, CustomerCandidate } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { evidenceList, evidenceSummary, scores } from '../components/evidence.ts';
import '../components/finder.ts';
import { t } from '../messages/index.ts';
import type { Composing } from './composing.ts';
import type { NewCustomer } from './draft.ts';
import { issuesBelow, textField } from './fields.ts';

export function customerSection(composing: Composing): TemplateResult {
  const { draft } = composing;
  const { customer } = draft.choices;
  return html`<section class="panel block" aria-labelledby="customer-title">
    <div class="spread">
      <h2 id="customer-title" tabindex="-1" data-path="/customer">${t('customer.title')}</h2>
      <button class="link small" @click=${() => draft.swapCustomer()}>
        ${customer.kind === 'create' ? t('customer.createBack') : t('customer.create')}
      </button>
    </div>
    ${issuesBelow(draft, '/customer')}
    ${customer.kind === 'create' ? newCustomer(composing, customer) : existingCustomer(composing)}
  </section>`;
}

function existingCustomer(composing: Composing): TemplateResult {
  const { draft } = composing;
  const { customer } = draft.choices;
  const chosen = customer.kind === 'existing' ? draft.customer(customer.id) : undefined;
  const others = draft.view.customer_candidates.filter((candidate) => candidate.id !== chosen?.id);
  return html`${chosen ? chosenCustomer(chosen) : nothing}
    ${chosen || others.length > 0 ? nothing : nobodyFits()}
    ${
      others.length === 0
        ? nothing
        : html`<div>
          <h3 class="label">${othersTitle(chosen, others.length)}</h3>
          <ul class="candidates">
            ${others.map((candidate) => otherCustomer(composing, candidate))}
          </ul>
        </div>`
    }
    <sb-finder
      .label=${t('customer.search')}
      .hint=${t('customer.searchHint')}
      .search=${composing.searchCustomers}
      @picked=${(event: CustomEvent<string>) => composing.pickCustomer(event.detail)}
    ></sb-finder>
    ${scores(chosen ? [chosen, ...others] : others)}`;
}

function nobodyFits(): TemplateResult {
  return html`<p class="soft">${t('customer.noneStep')}</p>`;
}

function othersTitle(chosen: CustomerCandidate | undefined, count: number): string {
  if (!chosen) return t('customer.candidates');
  return count === 1 ? t('customer.runnerUp') : t('customer.alternatives');
}

function chosenCustomer(candidate: CustomerCandidate): TemplateResult {
  return html`<div class="chosen">
    <p class="name break">${candidate.display_name}</p>
    <p class="soft break">${facts(candidate)}</p>
    ${
      candidate.evidence.length === 0
        ? html`<p class="small faint">${t('customer.bySearch')}</p>`
        : html`<div>
          <h3 class="visually-hidden">${t('customer.why')}</h3>
          ${evidenceList(candidate.evidence, [candidate.display_name, candidate.email, candidate.currency])}
        </div>`
    }
  </div>`;
}

function otherCustomer({ draft }: Composing, candidate: CustomerCandidate): TemplateResult {
  return html`<li>
    <div class="grow">
      <p class="break">${candidate.display_name}</p>
      <p class="small faint break">
        ${[evidenceSummary(candidate.evidence), facts(candidate)].filter(Boolean).join(' · ')}
      </p>
    </div>
    <button
      class="button tight"
      aria-label=${t('customer.chooseName', { name: candidate.display_name })}
      @click=${() => draft.chooseCustomer(candidate)}
    >
      ${t('customer.choose')}
    </button>
  </li>`;
}

function facts(candidate: CustomerCandidate): string {
  const company = candidate.company_name === candidate.display_name ? '' : candidate.company_name;
  const active = candidate.active ? '' : t('customer.inactive');
  return [active, company, candidate.email, candidate.currency].filter(Boolean).join(' · ');
}

function newCustomer({ draft }: Composing, customer: NewCustomer): TemplateResult {
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
  return html`<div class="fields">
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
