// Several contacts of one company: a customer each, or one that they share; never a name that QuickBooks refuses.
import { linkedIds } from '@sidebill/sandbox/hubspot/links.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import { expect, test } from 'vitest';
import { bookRows, hubspotInvoicesOf, newRows, propertiesOf } from './support/books.ts';
import { dealOf, planCustomer, plantCompany } from './support/buyers.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
function customersSince(before: Entity[]): string[] {
  return newRows(office.world, office.realm, 'Customer', before).map(({ DisplayName }) =>
    String(DisplayName),
  );
}

test('[S1-42] each contact of a company becomes a customer of its own, and QuickBooks refuses no name', async () => {
  const buyer = plantCompany(office.world, 'Kelpline');
  const before = bookRows(office.world, office.realm, 'Customer');
  const names = ['Ana Kelpline', 'Bo Kelpline', 'Ana Kelpline (Kelpline)'];
  for (const [index, name] of names.entries()) {
    const made = watchInvoices(office);
    const contact = buyer.contacts[index] ?? '';
    const composer = await compose(office, dealOf(office.world, `Kelp ${name}`, buyer));
    await planCustomer(composer, 'contact', contact, name);
    if (index === 2) await composer.getByText('“Ana Kelpline” was passed over: a customer has it').waitFor();
    await createInvoice(composer);
    expect(made()).toHaveLength(1);
    await composer.close();
  }
  expect(customersSince(before)).toEqual(names);
});

test('[S1-43] [S1-18] [S2-06] one customer is shared: the chosen contact is billed and tied, the others get copies', async () => {
  const buyer = plantCompany(office.world, 'Tidewell');
  const [first = '', second = ''] = buyer.contacts;
  const before = bookRows(office.world, office.realm, 'Customer');
  const made = watchInvoices(office);
  const deal = dealOf(office.world, 'Tide, first order', buyer);
  const composer = await compose(office, deal);
  await composer.getByRole('button', { name: 'New customer' }).click();
  await eventually(() => composer.getByLabel('Billing contact').inputValue()).toBe(first);
  await composer.getByLabel('Name the customer after').selectOption('shared');
  await composer.getByLabel('Billing contact').selectOption(second);
  await eventually(() => composer.getByLabel('Copies to').inputValue()).toBe(
    'ana0@tidewell.example, ana2@tidewell.example',
  );
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(customersSince(before)).toEqual(['Tidewell']);
  expect(made()[0]).toMatchObject({
    BillEmail: { Address: 'bo1@tidewell.example' },
    BillEmailCc: { Address: 'ana0@tidewell.example, ana2@tidewell.example' },
  });
  const [mirrored = ''] = hubspotInvoicesOf(office.world, deal);
  expect(linkedIds(office.world.state.hubspot, { typeId: '0-53', id: mirrored }, '0-1')).toEqual([second]);
});

test('[S2-06] with a customer that is there the first contact is billed, unless another is chosen', async () => {
  const buyer = plantCompany(office.world, 'Reedmoor');
  const [first = '', second = ''] = buyer.contacts;
  const opening = await compose(office, dealOf(office.world, 'Reed, first order', buyer));
  await planCustomer(opening, 'company', first, 'Reedmoor');
  await createInvoice(opening);
  const before = bookRows(office.world, office.realm, 'Customer');

  const made = watchInvoices(office);
  const deal = dealOf(office.world, 'Reed, second order', buyer);
  const composer = await compose(office, deal);
  await eventually(() => composer.getByLabel('Billing contact').inputValue()).toBe(first);
  await composer.getByLabel('Billing contact').selectOption(second);
  await eventually(() => composer.getByLabel('Invoice email').inputValue()).toBe('bo1@reedmoor.example');
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(customersSince(before)).toEqual([]);
  expect(made()[0]).toMatchObject({ BillEmail: { Address: 'bo1@reedmoor.example' } });
  const [mirrored = ''] = hubspotInvoicesOf(office.world, deal);
  expect(linkedIds(office.world.state.hubspot, { typeId: '0-53', id: mirrored }, '0-1')).toEqual([second]);
});

test('[B-05] beneath a company that QuickBooks does not know: it is made first, in the same run, and once', async () => {
  const buyer = plantCompany(office.world, 'Eelgrass');
  const before = bookRows(office.world, office.realm, 'Customer');
  const made = watchInvoices(office);
  const names = ['Ana Eelgrass', 'Bo Eelgrass'];
  for (const [index, name] of names.entries()) {
    const composer = await compose(office, dealOf(office.world, `Eel ${name}`, buyer));
    await planCustomer(composer, 'sub-customer', buyer.contacts[index] ?? '', name);
    const first = composer.getByText('The company becomes a customer first: Eelgrass');
    if (index === 0) await first.waitFor();
    else expect(await first.count()).toBe(0);
    const { approved } = await createInvoice(composer);
    expectSentAsApproved(office, approved);
    await composer.close();
  }
  const created = newRows(office.world, office.realm, 'Customer', before);
  expect(created.map(({ DisplayName }) => DisplayName)).toEqual(['Eelgrass', ...names]);
  const [company, ...people] = created;
  for (const person of people)
    expect(person).toMatchObject({
      Job: true,
      ParentRef: { value: company?.Id },
      FullyQualifiedName: `Eelgrass:${person['DisplayName']}`,
    });
  expect(made().map((invoice) => invoice['CustomerRef'])).toMatchObject(
    people.map(({ Id }) => ({ value: Id })),
  );
  const linksOf = (type: string, id: string) => propertiesOf(office.world, { type, id })['sidebill_links'];
  expect(linksOf('0-2', buyer.company)).toBe(`${office.realm}:Customer:${company?.Id}`);
  expect(linksOf('0-1', buyer.contacts[0] ?? '')).toBe(`${office.realm}:Customer:${people[0]?.Id}`);
});
