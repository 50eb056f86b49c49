// A deal's quotes are billed in place of its own lines; those that were not published, or have expired, say so.
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bookRows, hubspotInvoicesOf, newRows, type RecordKey } from './support/books.ts';
import { dealOf, plantCompany } from './support/buyers.ts';
import { addLineLike, dealLike, linesOf } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const DAY_MS = 86_400_000;

/** ISO date so many days from today. */
const day = (days: number) => new Date(office.world.now() + days * DAY_MS).toISOString().slice(0, 10);

interface Offer {
  status?: string;
  expires?: string;
  quantity?: string;
}

/** A quote of the deal with the first of its lines. */
function quote(
  deal: RecordKey,
  title: string,
  { status = 'APPROVAL_NOT_NEEDED', expires = day(20), quantity = '3' }: Offer = {},
): string {
  const values = { hs_title: title, hs_status: status, hs_expiration_date: expires, hs_currency: 'USD' };
  const planted = plant(office.world, '0-14', values, 1);
  tie(office.world, { typeId: deal.type, id: deal.id }, planted);
  const [line = ''] = linesOf(office.world, deal);
  addLineLike(office.world, { type: '0-14', id: planted.id }, line, { quantity });
  return planted.id;
}

/** The form leaves when another source is chosen, and stands again with the new draft, the field focused. */
async function billFrom(composer: Page, id: string): Promise<void> {
  await composer.getByLabel('Bill from').selectOption(id);
  await composer.getByLabel('Bill from').waitFor({ state: 'detached' });
  await composer.getByLabel('Bill from').waitFor();
  expect(await composer.getByLabel('Bill from').inputValue()).toBe(id);
  await composer.locator('#source:focus').waitFor();
}

const quantities = (invoice: unknown) =>
  (invoice as { Line: { SalesItemLineDetail?: { Qty: number } }[] }).Line.flatMap(
    ({ SalesItemLineDetail }) => SalesItemLineDetail?.Qty ?? [],
  );

test('[S0-07] [S0-08] a quote whose buyer QuickBooks knows is billed to it, with the lines of the quote', async () => {
  const made = watchInvoices(office);
  const deal = dealLike(office.world, 'Quoted, known');
  const id = quote(deal, 'Offer for the workshop');
  const plain = await compose(office, dealLike(office.world, 'Not quoted'));
  expect(await plain.getByLabel('Bill from').count()).toBe(0);
  await createInvoice(plain);
  await plain.close();

  const composer = await compose(office, deal);
  await billFrom(composer, id);
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  const [own, quoted] = made();
  expect(made()).toHaveLength(2);
  expect(quoted?.['CustomerRef']).toEqual(own?.['CustomerRef']);
  expect(quantities(quoted)).toEqual([3]);
  expect(quantities(own)).not.toEqual([3]);
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);
});

test('[S0-08] a quote whose buyer QuickBooks does not know: one is picked, or created', async () => {
  const made = watchInvoices(office);
  const before = bookRows(office.world, office.realm, 'Customer');
  const buyer = plantCompany(office.world, 'Sandwort');
  const first = dealOf(office.world, 'Sandwort, first', buyer);
  const id = quote(first, 'Sandwort offer');
  const composer = await compose(office, first);
  await billFrom(composer, id);
  await composer.getByRole('button', { name: 'New customer' }).click();
  await eventually(() => composer.getByLabel('Name in QuickBooks').inputValue()).toBe('Sandwort');
  await createInvoice(composer);
  const [created] = newRows(office.world, office.realm, 'Customer', before);
  expect(created).toMatchObject({ DisplayName: 'Sandwort' });
  expect(made()[0]?.['CustomerRef']).toMatchObject({ value: created?.Id });

  await composer.close();

  const other = dealOf(office.world, 'Hawkbit, first', plantCompany(office.world, 'Hawkbit'));
  const offered = quote(other, 'Hawkbit offer');
  const picking = await compose(office, other);
  await billFrom(picking, offered);
  await picking.getByLabel('Search QuickBooks customers').fill('Sandwort');
  await picking
    .getByRole('option', { name: /^Sandwort/ })
    .first()
    .click();
  await createInvoice(picking);
  expect(made()[1]?.['CustomerRef']).toMatchObject({ value: created?.Id });
});

test('[S0-09] only what was published and has not expired can be chosen, the others say why', async () => {
  const deal = dealLike(office.world, 'Quoted often');
  quote(deal, 'Good', { expires: day(0) });
  quote(deal, 'Old', { expires: day(-2) });
  quote(deal, 'Sketch', { status: 'DRAFT' });
  quote(deal, 'Asked', { status: 'PENDING_APPROVAL' });
  quote(deal, 'Refused', { status: 'REJECTED' });
  const composer = await compose(office, deal);
  const options = await composer
    .getByLabel('Bill from')
    .locator('option')
    .evaluateAll((all) =>
      all.map((one) => `${one.textContent.trim()}${(one as HTMLOptionElement).disabled ? ' -' : ''}`),
    );
  expect(options[0]).toBe('The deal’s own line items');
  expect(options).toContain('Quote: Good');
  expect(options.filter((one) => one.endsWith(' -')).sort()).toEqual([
    'Quote: Asked (waiting for approval) -',
    expect.stringMatching(/^Quote: Old \(expired .+\) -$/),
    'Quote: Refused (rejected) -',
    'Quote: Sketch (not published) -',
  ]);
});
