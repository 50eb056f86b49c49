// What people decided on the set-up page holds for every deal.
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import { expect, test } from 'vitest';
import { bookRows, newRows } from './support/books.ts';
import { dealOf, type PlantedBuyer, planCustomer, plantCompany } from './support/buyers.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();

async function prefer(label: string, value: string): Promise<void> {
  const setup = await office.browser.open('setup', {});
  await setup.getByLabel(label).selectOption(value);
  await setup.reload();
  await eventually(() => setup.getByLabel(label).inputValue()).toBe(value);
  await setup.close();
}

/** A firm of its own, with one contact of this name and address. */
function plantBuyer(
  name: string,
  contact: { firstname: string; lastname: string; email: string },
): PlantedBuyer {
  const company = plant(office.world, '0-2', { name }, 9);
  const person = plant(office.world, '0-1', contact, 9);
  tie(office.world, person, company);
  return { company: company.id, contacts: [person.id] };
}

test('[S2-05] first name, last name and email decide: the same three are billed, with the score', async () => {
  const bo = { firstname: 'Bo', lastname: 'Marram', email: 'bo@marram.example' };
  const buyer = plantBuyer('Marram', bo);
  const first = await compose(office, dealOf(office.world, 'Marram, first', buyer));
  await planCustomer(first, 'contact', buyer.contacts[0] ?? '', 'Bo Marram');
  await createInvoice(first);
  await first.close();

  await prefer('Find a deal’s customer by', 'same-contact');
  const before = bookRows(office.world, office.realm, 'Customer');
  const made = watchInvoices(office);
  const elsewhere = dealOf(office.world, 'Marram, elsewhere', plantBuyer('Quite another firm', bo));
  const composer = await compose(office, elsewhere);
  await composer.getByText('Same first name, last name and email').first().waitFor();
  await composer.getByText('How the matches were scored').click();
  await composer.getByRole('row', { name: /Same first name, last name and email.*\+3,000/ }).waitFor();
  await createInvoice(composer);
  expect(newRows(office.world, office.realm, 'Customer', before)).toEqual([]);
  expect(made()[0]?.['CustomerRef']).toMatchObject({ name: 'Bo Marram' });
});

test('[S2-05] who has not all three is a new customer, planned and created once', async () => {
  const before = bookRows(office.world, office.realm, 'Customer');
  const made = watchInvoices(office);
  const boris = { firstname: 'Boris', lastname: 'Marram', email: 'bo@marram.example' };
  const composer = await compose(
    office,
    dealOf(office.world, 'Marram, third', plantBuyer('Marram two', boris)),
  );
  await eventually(() => composer.getByLabel('Name in QuickBooks').inputValue()).toBe('Marram two');
  await createInvoice(composer);
  const created = newRows(office.world, office.realm, 'Customer', before);
  expect(created.map(({ DisplayName }) => DisplayName)).toEqual(['Marram two']);
  expect(made()[0]?.['CustomerRef']).toMatchObject({ value: created[0]?.Id });
  await prefer('Find a deal’s customer by', 'evidence');
});

test('new customers are named as decided, where the deal has what it takes', async () => {
  await prefer('Name new customers after', 'company-with-contact');
  const composer = await compose(
    office,
    dealOf(office.world, 'Saltmarsh, first', plantCompany(office.world, 'Saltmarsh')),
  );
  await composer.getByRole('button', { name: 'New customer' }).click();
  await eventually(() => composer.getByLabel('Name in QuickBooks').inputValue()).toBe(
    'Saltmarsh (Ana Saltmarsh)',
  );
  await prefer('Name new customers after', 'company');
});
