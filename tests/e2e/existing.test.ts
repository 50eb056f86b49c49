// Invoices that stand in QuickBooks already, on all three kinds of record.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  addInvoice,
  chooseInvoice,
  customerOf,
  foundBox,
  numberOf,
  recordCard,
  searchInvoices,
} from './support/adding.ts';
import { bookRows, colleague, hubspotInvoicesOf, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { useOffice } from './support/office.ts';
import { clickSeen, documentRow, openDetails, savePdf } from './support/story.ts';

const office = useOffice();

test('[S0-25] [S0-26] several invoices are found, chosen and added at once; linked ones are marked', async () => {
  const deal = dealLike(office.world, 'Adding invoices');
  const [first, second] = invoicesOfOneCustomer();
  const card = await recordCard(office, deal);
  await searchInvoices(card, customerOf(first));
  await chooseInvoice(card, first);
  await chooseInvoice(card, second);
  const before = JSON.stringify([first, second]);
  await clickSeen(card.getByRole('button', { name: 'Add 2 invoices' }));
  await documentRow(card, numberOf(first)).waitFor();
  await documentRow(card, numberOf(second)).waitFor();
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(2);
  expect(JSON.stringify([byId(first), byId(second)])).toBe(before);
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);

  await searchInvoices(card, numberOf(first));
  const box = foundBox(card, first);
  expect(await box.isDisabled()).toBe(true);
  expect(await box.isChecked()).toBe(true);
  expect(await card.locator('sb-add-existing').getByText('Already added').count()).toBeGreaterThan(0);
  await searchInvoices(card, String(second['TotalAmt']));
  await foundBox(card, second).waitFor();
});

test('[S0-25] [S0-27] an invoice can be added to a contact and to a company, and stands on their cards', async () => {
  const links = office.world.state.hubspot.associations[`0-3/${plainDeal.id}`] ?? [];
  const invoice = someInvoice(2);
  for (const type of ['0-1', '0-2']) {
    const record = { type, id: links.find(({ toTypeId }) => toTypeId === type)?.toId ?? '' };
    const card = await recordCard(office, record);
    expect(await card.getByRole('button', { name: 'Create invoice' }).count()).toBe(0);
    await addInvoice(card, invoice);
    expect(hubspotInvoicesOf(office.world, record)).toHaveLength(1);
  }
});

test('[S0-25] a link that is removed is gone from the record, and QuickBooks is untouched', async () => {
  const deal = dealLike(office.world, 'Removing a link');
  const invoice = someInvoice(3);
  const card = await recordCard(office, deal);
  const row = await addInvoice(card, invoice);
  await card.locator('sb-add-existing').getByRole('button', { name: 'Close' }).waitFor();
  await clickSeen(card.locator('sb-add-existing').getByRole('button', { name: 'Close' }));
  const before = JSON.stringify(byId(invoice));
  await openDetails(row);
  await clickSeen(row.getByRole('button', { name: 'Remove from this deal' }));
  await clickSeen(row.getByRole('button', { name: 'Remove', exact: true }));
  await row.waitFor({ state: 'detached' });
  expect(hubspotInvoicesOf(office.world, deal)).toEqual([]);
  expect(JSON.stringify(byId(invoice))).toBe(before);
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);
  await clickSeen(card.getByRole('button', { name: 'Refresh from QuickBooks' }));
  await card.getByText('No invoices yet').waitFor();
});

test('[S3-17] [S3-11] the PDF is QuickBooks’ own to the byte, and the link opens that company and invoice', async () => {
  const deal = dealLike(office.world, 'PDF');
  const invoice = someInvoice(4);
  const card = await recordCard(office, deal);
  const row = await addInvoice(card, invoice);
  const folder = await mkdtemp(join(tmpdir(), 'sidebill-pdf-'));
  const bytes = readFileSync(await savePdf(pageOf(card), row, folder));
  expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
  expect(sha256(bytes)).toBe(sha256(await pdfOfQuickBooks(invoice)));
  const link = row.getByRole('link', { name: 'Open in QuickBooks' });
  const url = new URL((await link.getAttribute('href')) ?? '');
  expect(url.origin).toBe('https://qbo.intuit.com');
  expect(Object.fromEntries(url.searchParams)).toEqual({ txnId: invoice.Id, companyId: office.realm });
});

test('[S0-20] every stage is reached and shown: open, to be sent, sent, partly paid, paid, overdue', async () => {
  const deal = dealLike(office.world, 'Stages');
  const item = bookRows(office.world, office.realm, 'Item').find(
    ({ Type, Active }) => Type === 'Service' && Active !== false,
  );
  const customer = invoicesOfOneCustomer()[0]['CustomerRef'];
  const { Invoice: invoice } = (await colleague(office, 'invoice', {
    CustomerRef: customer,
    DueDate: '2099-01-01',
    BillEmail: { Address: 'stages@example.com' },
    Line: [
      {
        Amount: 100,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef: { value: item?.Id }, TaxCodeRef: { value: 'NON' } },
      },
    ],
  })) as { Invoice: Entity };
  const card = await recordCard(office, deal);
  const row = await addInvoice(card, invoice);
  const change = (fields: Record<string, unknown>) =>
    colleague(office, 'invoice', { Id: invoice.Id, ...fields });
  const pay = (amount: number) =>
    colleague(office, 'payment', {
      CustomerRef: customer,
      TotalAmt: amount,
      Line: [{ Amount: amount, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
    });
  const shows = async (...badges: string[]) => {
    await clickSeen(card.getByRole('button', { name: 'Refresh from QuickBooks' }));
    await eventually(() => row.locator('.badge').allInnerTexts()).toEqual(badges);
  };
  expect(await row.locator('.badge').allInnerTexts()).toEqual(['Open']);
  await change({ EmailStatus: 'NeedToSend' });
  await shows('To be sent');
  await change({ EmailStatus: 'EmailSent' });
  await shows('Sent');
  await pay(99.99);
  await shows('Partly paid');
  await change({ DueDate: twoDaysAgo() });
  await shows('Overdue', 'Partly paid');
  await pay(0.01);
  await shows('Paid');
});

function pageOf(card: Frame): Page {
  return card.page();
}

/** Invoices of the customer that has the most of them, oldest first. */
function invoicesOfOneCustomer(): [Entity, Entity, ...Entity[]] {
  const byCustomer = new Map<string, Entity[]>();
  for (const invoice of bookRows(office.world, office.realm, 'Invoice')) {
    byCustomer.set(customerOf(invoice), [...(byCustomer.get(customerOf(invoice)) ?? []), invoice]);
  }
  const [most] = [...byCustomer.values()].sort((left, right) => right.length - left.length);
  const [first, second, ...others] = most ?? [];
  if (!first || !second) throw new Error('No customer has two invoices.');
  return [first, second, ...others];
}

/** One of the invoices that the books began with. */
function someInvoice(index: number): Entity {
  const invoice = bookRows(office.world, office.realm, 'Invoice')[index];
  if (!invoice) throw new Error(`There is no invoice ${index}.`);
  return invoice;
}

function byId({ Id }: Entity): Entity | undefined {
  return bookRows(office.world, office.realm, 'Invoice').find((row) => row.Id === Id);
}

async function pdfOfQuickBooks({ Id }: Entity): Promise<Buffer> {
  const { accessTokens } = office.world.state.intuit;
  const token = Object.entries(accessTokens).find(
    ([, { realmId, expiresAtMs }]) => realmId === office.realm && expiresAtMs > office.world.now(),
  )?.[0];
  const answer = await office.sandbox.fetch(
    `https://quickbooks.api.intuit.com/v3/company/${office.realm}/invoice/${Id}/pdf?minorversion=75`,
    { headers: { authorization: `Bearer ${token}`, accept: 'application/pdf' } },
  );
  return Buffer.from(await answer.arrayBuffer());
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Past in the company's time zone too, whatever the hour. */
function twoDaysAgo(): string {
  return new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
}
