// Who is billed: the best matches with their reasons, a search over all customers, or a new one.
import type { CustomerCandidate } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import '../components/finder.ts';
import { t } from '../messages/index.ts';
import { breakdowns, type Scored } from '../reasons/breakdown.ts';
import { reasonList, why } from '../reasons/list.ts';
import type { Composing } from './composing.ts';
import { contactField } from './customer-plan.ts';
import { issuesBelow } from './fields.ts';
import { newCustomer } from './new-customer.ts';

/** So many candidates are shown at once; the search finds all others. */
const MOST_SHOWN = 4;

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
  const others = draft.view.customer_candidates.filter(({ id }) => id !== chosen?.id).slice(0, MOST_SHOWN);
  const hasChoice = draft.view.customer_plan.contacts.length > 1;
  return html`${chosen ? chosenCustomer(chosen) : nothing}
    ${chosen && hasChoice ? contactField(draft, (contact_id) => draft.billTo(contact_id)) : nothing}
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
      .create=${createEntry}
      @picked=${(event: CustomEvent<string>) => composing.pickCustomer(event.detail)}
      @create=${(event: CustomEvent<string>) => composing.createCustomer(event.detail)}
    ></sb-finder>
    ${breakdowns((chosen ? [chosen, ...others] : others).map(named))}`;
}

function createEntry(text: string): { title: string; detail: string } {
  return { title: t('customer.createNamed', { name: text }), detail: t('customer.createHint') };
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
    <p class="name break"><bdi>${candidate.display_name}</bdi></p>
    <p class="soft break">${facts(candidate)}</p>
    ${
      candidate.evidence.length === 0
        ? html`<p class="small faint">${t('customer.bySearch')}</p>`
        : html`<div>
          <h3 class="visually-hidden">${t('customer.why')}</h3>
          ${reasonList(candidate.evidence)}
        </div>`
    }
  </div>`;
}

function otherCustomer({ draft }: Composing, candidate: CustomerCandidate): TemplateResult {
  const [best, second] = draft.view.customer_candidates;
  return html`<li>
    <div class="grow">
      <p class="name break"><bdi>${candidate.display_name}</bdi></p>
      ${why(candidate.evidence, best && second?.id === candidate.id ? best.evidence : null)}
      <p class="small faint break">${facts(candidate)}</p>
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

function named({ display_name, score, evidence }: CustomerCandidate): Scored {
  return { name: display_name, score, evidence };
}

function facts(candidate: CustomerCandidate): string {
  const company = candidate.company_name === candidate.display_name ? '' : candidate.company_name;
  const told = candidate.active || candidate.evidence.some(({ field }) => field === 'active');
  return [told ? '' : t('customer.inactive'), company, candidate.email, candidate.currency]
    .filter(Boolean)
    .join(' · ');
}
