// Companies with several contacts and the deals they buy with; none of them known to QuickBooks.
import type { ManagedWorld } from '@sidebill/sandbox';
import { newCustomerDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { Page } from 'playwright-core';
import { propertiesOf, type RecordKey } from './books.ts';
import { addLineLike, linesOf } from './deals.ts';
import { eventually } from './eventually.ts';

export interface PlantedBuyer {
  company: string;
  contacts: string[];
}

const people = ['Ana', 'Bo', 'Ana'];

/** A company with three contacts, two of whom have one name. */
export function plantCompany(world: ManagedWorld, name: string): PlantedBuyer {
  const company = plant(world, '0-2', { name, domain: `${name.toLowerCase()}.example` }, 9);
  const contacts = people.map((firstname, index) => {
    const email = `${firstname.toLowerCase()}${index}@${name.toLowerCase()}.example`;
    const contact = plant(world, '0-1', { firstname, lastname: name, email }, 9);
    tie(world, contact, company);
    return contact.id;
  });
  return { company: company.id, contacts };
}

export function dealOf(world: ManagedWorld, name: string, { company, contacts }: PlantedBuyer): RecordKey {
  const like = { type: '0-3', id: newCustomerDeal.id };
  const { pipeline = '', dealstage = '', deal_currency_code = 'USD' } = propertiesOf(world, like);
  const closedate = new Date(world.now()).toISOString();
  const values = { dealname: name, pipeline, dealstage, deal_currency_code, closedate };
  const deal = { type: '0-3', id: plant(world, '0-3', values, 1).id };
  const key = { typeId: '0-3', id: deal.id };
  tie(world, key, { typeId: '0-2', id: company });
  for (const id of contacts) tie(world, key, { typeId: '0-1', id });
  for (const line of linesOf(world, like)) addLineLike(world, deal, line, {});
  return deal;
}

/** A new customer by this policy, for this contact. */
export async function planCustomer(
  composer: Page,
  policy: string,
  contact: string,
  name: string,
): Promise<void> {
  await composer.getByRole('button', { name: 'New customer' }).click();
  await composer.getByLabel('Name the customer after').selectOption(policy);
  await composer.getByLabel('Billing contact').selectOption(contact);
  await eventually(() => composer.getByLabel('Name in QuickBooks').inputValue()).toBe(name);
}
