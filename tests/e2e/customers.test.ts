// Who is billed when it is not plain, and names that are no names.
import {
  ambiguousCustomerDeal,
  htmlNameDeal,
  newCustomerDeal,
  noContactDeal,
} from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import { expect, test } from 'vitest';
import { bookRows, hubspotInvoicesOf, newRows } from './support/books.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { cardOf, dealAddress, documentRow, openComposer } from './support/story.ts';

const office = useOffice();

test('[S0-10] a deal that two customers fit is asked about, and the chosen one is billed', async () => {
  const made = watchInvoices(office);
  const composer = await compose(office, { type: '0-3', id: ambiguousCustomerDeal.id });
  await composer.getByText('Compare the reasons').first().waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  const choices = composer.getByRole('button', { name: /^Choose / });
  expect(await choices.count()).toBeGreaterThanOrEqual(2);
  const name = ((await choices.nth(1).getAttribute('aria-label')) ?? '').replace('Choose ', '');
  await choices.nth(1).click();
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()).toHaveLength(1);
  expect(made()[0]?.['CustomerRef']).toMatchObject({ name });
});

test('[S0-10] a customer that QuickBooks does not know is created once, together with the invoice', async () => {
  const before = bookRows(office.world, office.realm, 'Customer');
  const made = watchInvoices(office);
  const composer = await compose(office, { type: '0-3', id: newCustomerDeal.id });
  await composer.getByRole('button', { name: 'New customer' }).click();
  await eventually(() => composer.getByLabel('Name in QuickBooks').inputValue()).toBe('Larkspur Observatory');
  await createInvoice(composer);
  const [customer, ...others] = newRows(office.world, office.realm, 'Customer', before);
  expect(others).toEqual([]);
  expect(customer).toMatchObject({ DisplayName: 'Larkspur Observatory' });
  expect(made()).toHaveLength(1);
  expect(made()[0]?.['CustomerRef']).toMatchObject({ value: customer?.Id });
});

test('a deal without a contact is billed to its company', async () => {
  const made = watchInvoices(office);
  const composer = await compose(office, { type: '0-3', id: noContactDeal.id });
  await createInvoice(composer);
  expect(made()).toHaveLength(1);
});

test('HTML in a deal’s and a line’s name is text on every surface and in QuickBooks', async () => {
  const deal = { type: '0-3', id: htmlNameDeal.id };
  const made = watchInvoices(office);
  const page = await office.browser.context.newPage();
  await page.goto(dealAddress(office.portal, deal.id, '?rerender=off'));
  const card = await cardOf(page);
  const composer = await openComposer(office.browser, card);
  await composer.getByRole('heading', { name: htmlNameDeal.name }).waitFor();
  await createInvoice(composer);
  await documentRow(card, String(made()[0]?.['DocNumber'])).waitFor();
  for (const surface of [composer, page, card]) {
    expect(await surface.locator('img[src="x"], b').count()).toBe(0);
    expect(await surface.evaluate(() => '__injected' in globalThis)).toBe(false);
  }
  expect(JSON.stringify(made()[0]?.['Line'])).toContain('<b>Label</b> printer & stand');
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);
});
