// What people decided on the set-up page holds for every deal.
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { recordCard } from './support/adding.ts';
import { bookRows, hubspotInvoicesOf, newRows, propertiesOf, type RecordKey } from './support/books.ts';
import { dealOf, type PlantedBuyer, planCustomer, plantCompany } from './support/buyers.ts';
import { addLineLike, linesOf } from './support/deals.ts';
import { billElsewhere } from './support/elsewhere.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { clickSeen, documentRow } from './support/story.ts';

const office = useOffice();

async function prefer(label: string, value: string): Promise<void> {
  const setup = await office.browser.open('setup', {});
  await setup.getByLabel(label).selectOption(value);
  await setup.reload();
  await eventually(() => setup.getByLabel(label).inputValue()).toBe(value);
  await setup.close();
}

async function addByItself(on: boolean): Promise<void> {
  const setup = await office.browser.open('setup', {});
  await setup.getByLabel('Add invoices without asking').setChecked(on);
  await setup.reload();
  await eventually(() => setup.getByLabel('Add invoices without asking').isChecked()).toBe(on);
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

test('[S1-41] with the company’s name switched off, a new customer has the contact’s in what is sent', async () => {
  const before = bookRows(office.world, office.realm, 'Customer');
  for (const [naming, firm, name] of [
    ['contact', 'Eiderness', 'Ana Eiderness'],
    ['company', 'Skerryvore', 'Skerryvore'],
  ] as const) {
    await prefer('Name new customers after', naming);
    const deal = dealOf(office.world, `${firm}, first`, plantCompany(office.world, firm));
    const composer = await compose(office, deal);
    await composer.getByRole('button', { name: 'New customer' }).click();
    await eventually(() => composer.getByLabel('Name in QuickBooks').inputValue()).toBe(name);
    const { approved } = await createInvoice(composer);
    expectSentAsApproved(office, approved);
    await composer.close();
  }
  const created = newRows(office.world, office.realm, 'Customer', before);
  expect(created.map(({ DisplayName }) => DisplayName)).toEqual(['Ana Eiderness', 'Skerryvore']);
});

/** A further deal of a buyer that QuickBooks knows, with other lines than its first. */
function nextDeal(name: string, buyer: PlantedBuyer, price: string): RecordKey {
  const deal = dealOf(office.world, name, buyer);
  const [line = ''] = linesOf(office.world, deal);
  addLineLike(office.world, deal, line, { price });
  return deal;
}

async function lookFor(deal: RecordKey): Promise<Frame> {
  const card = await recordCard(office, deal);
  const look = card.getByRole('button', { name: 'Look for this deal’s invoices in QuickBooks' });
  await look.waitFor();
  await clickSeen(look);
  return card;
}

test('[S3-08] an invoice that is certainly a deal’s is added unasked, and taken off it stays away', async () => {
  const buyer = plantCompany(office.world, 'Curlewsound');
  const first = await compose(office, dealOf(office.world, 'Curlew, first', buyer));
  await planCustomer(first, 'company', buyer.contacts[0] ?? '', 'Curlewsound');
  await createInvoice(first);
  await first.close();
  await addByItself(true);

  const deal = nextDeal('Curlew, second', buyer, '77.50');
  await billElsewhere(office, deal, 'SHOP-8');
  const card = await lookFor(deal);
  await card.getByText('Invoice SHOP-8 surely belongs to this deal and was added.').waitFor();
  await documentRow(card, 'SHOP-8').waitFor();
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);

  await clickSeen(card.getByRole('button', { name: 'Undo: take invoice SHOP-8 off this deal' }));
  await documentRow(card, 'SHOP-8').waitFor({ state: 'detached' });
  await eventually(async () => hubspotInvoicesOf(office.world, deal)).toEqual([]);
  const again = await lookFor(deal);
  await again.getByText('No other invoice in QuickBooks looks like this deal.').waitFor();
  expect(await documentRow(again, 'SHOP-8').count()).toBe(0);
  expect(propertiesOf(office.world, deal)['sidebill_removed_links']).toContain(`${office.realm}:Invoice:`);
});

test('[S3-08] what may be another deal’s as well is suggested, not added; and nothing is where it is off', async () => {
  const buyer = plantCompany(office.world, 'Whimbrel');
  const first = await compose(office, dealOf(office.world, 'Whimbrel, first', buyer));
  await planCustomer(first, 'company', buyer.contacts[0] ?? '', 'Whimbrel');
  await createInvoice(first);
  await first.close();

  const [one, twin] = [nextDeal('Whimbrel, one', buyer, '31'), nextDeal('Whimbrel, twin', buyer, '31')];
  await billElsewhere(office, one, 'SHOP-9');
  for (const deal of [one, twin]) {
    const card = await lookFor(deal);
    await card.getByRole('button', { name: 'Add invoice SHOP-9 to this deal' }).waitFor();
    expect(hubspotInvoicesOf(office.world, deal)).toEqual([]);
  }
  await addByItself(false);
  const alone = nextDeal('Whimbrel, alone', buyer, '4444');
  await billElsewhere(office, alone, 'SHOP-10');
  const card = await lookFor(alone);
  await card.getByRole('button', { name: 'Add invoice SHOP-10 to this deal' }).waitFor();
  expect(hubspotInvoicesOf(office.world, alone)).toEqual([]);
});
