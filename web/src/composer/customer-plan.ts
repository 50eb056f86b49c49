// Whom a new customer stands for and who is billed; how its name came about.
import type { NamePolicy, PolicyPlan } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { t, word } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import { selectField } from './fields.ts';

export function customerPlan(draft: Draft): TemplateResult {
  const { policies } = draft.view.customer_plan;
  const chosen = policies.find(({ policy }) => policy === draft.choices.naming.policy) ?? policies[0];
  const byContact = (contact_id: string) => draft.nameBy({ ...draft.choices.naming, contact_id });
  return html`<div class="fields">${contactField(draft, byContact)} ${policyField(draft, chosen?.policy ?? 'company')}</div>
    ${chosen ? explanation(chosen) : nothing}`;
}

/** Which contact of the deal is billed: the billing contact, else the first, until another is chosen. */
export function contactField(draft: Draft, changed: (id: string) => void): TemplateResult | typeof nothing {
  const { contacts, contact_id } = draft.view.customer_plan;
  if (contacts.length === 0) return nothing;
  return selectField(
    {
      draft,
      path: '/naming/contact_id',
      label: t('plan.contact'),
      hint: t(draft.choices.customer.kind === 'create' ? 'plan.contactHint' : 'plan.contactEmail'),
      value: contact_id,
      changed,
    },
    contacts.map(({ id, name, email }) => ({
      value: id,
      text: email === '' ? t('plan.noEmail', { name }) : [name, email].filter(Boolean).join(' · '),
    })),
  );
}

function policyField(draft: Draft, value: NamePolicy): TemplateResult | typeof nothing {
  const { policies } = draft.view.customer_plan;
  if (policies.length < 2) return nothing;
  return selectField(
    {
      draft,
      path: '/naming/policy',
      label: t('plan.policy'),
      value,
      changed: (policy) => draft.nameBy({ ...draft.choices.naming, policy: policy as NamePolicy }),
    },
    policies
      .filter(({ available, policy }) => available || policy === value)
      .map((one) => ({ value: one.policy, text: choiceText(one) })),
  );
}

function choiceText({ policy, name, parent_name, available }: PolicyPlan): string {
  const words = { policy: word('policies', policy), name, parent: parent_name };
  if (!available) return t('plan.unavailable', words);
  return parent_name === '' ? t('plan.choice', words) : t('plan.beneath', words);
}

/** What was passed over, changed or left out on the way to the name. */
function explanation(chosen: PolicyPlan): TemplateResult | typeof nothing {
  const reasons = [
    ...(chosen.parent_is_new ? [t('plan.parentFirst', { parent: chosen.parent_name })] : []),
    ...(chosen.cc === '' ? [] : [t('plan.copies', { cc: chosen.cc })]),
    ...chosen.avoided.map(({ name, why }) => t('plan.avoided', { name, why: word('avoided', why) })),
    ...chosen.changes.map(({ part, step, characters }) =>
      t('plan.changed', { part: word('planParts', part), step: word('planSteps', step), characters }),
    ),
    ...chosen.problems.map(({ problem, detail }) =>
      t('plan.problem', { problem: word('planProblems', problem), detail }),
    ),
  ];
  if (reasons.length === 0) return nothing;
  return html`<ul class="plan small soft" aria-label=${t('plan.why')}>
    ${reasons.map((reason) => html`<li class="break">${reason}</li>`)}
  </ul>`;
}
