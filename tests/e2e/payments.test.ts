// What was paid on an invoice, looked at on its card.
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { addInvoice, recordCard } from './support/adding.ts';
import { bookRows, colleague } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { useOffice } from './support/office.ts';
import { clickSeen, openDetails } from './support/story.ts';

const office = useOffice();

test('[S3-10] [S3-11] a payment shows its method, its reference and where the rest went, and opens in QuickBooks', async () => {
  const invoice = await invoiceOver(100);
  const method = bookRows(office.world, office.realm, 'PaymentMethod').at(-1);
  const payment = await pay(invoice, 60, {
    TotalAmt: 75.5,
    TxnDate: '2026-11-03',
    PaymentMethodRef: { value: method?.Id },
    PaymentRefNum: '<b>10452</b>',
  });
  const second = await pay(invoice, 15.25, { TxnDate: '2026-11-04' });
  const { payments } = await detailsOf(invoice, 'Payments');
  const shown = payments.locator('details');
  await eventually(() => shown.locator('summary .figure').allInnerTexts()).toEqual(['$60.00', '$15.25']);
  expect(await payments.locator('.balance .figure').innerText()).toBe('$24.75');

  await clickSeen(shown.first().locator('summary'));
  expect(await factsOf(shown.first())).toEqual({
    Method: String(method?.['Name']),
    Reference: '<b>10452</b>',
    Received: '$75.50',
    'Applied here': '$60.00',
    Unapplied: '$15.50',
  });
  await clickSeen(shown.last().locator('summary'));
  expect(await factsOf(shown.last())).toMatchObject({ Method: 'Not recorded', Reference: 'Not recorded' });
  for (const [place, { Id }] of [
    [shown.first(), payment],
    [shown.last(), second],
  ] as const) {
    const link = place.getByRole('link', { name: 'View payment in QuickBooks' });
    const url = new URL((await link.getAttribute('href')) ?? '');
    expect(url.origin + url.pathname).toBe('https://qbo.intuit.com/app/recvpayment');
    expect(Object.fromEntries(url.searchParams)).toEqual({ txnId: Id, companyId: office.realm });
  }
});

test('[S3-10] payments are read once, and again with the invoice', async () => {
  const invoice = await invoiceOver(100);
  const payment = await pay(invoice, 40, { PaymentRefNum: 'first' });
  const { row, payments } = await detailsOf(invoice, 'Payments read once');
  await payments.locator('details').waitFor();
  expect(paymentReads()).toBe(1);
  const name = row.getByRole('button', { name: /^Details of invoice/ });
  await clickSeen(name);
  await payments.waitFor({ state: 'detached' });
  await clickSeen(name);
  await payments.locator('details').waitFor();
  expect(paymentReads()).toBe(1);

  await colleague(office, 'payment', { Id: payment.Id, PaymentRefNum: 'second' });
  await clickSeen(row.getByRole('button', { name: 'Refresh' }));
  await eventually(() => paymentReads()).toBe(2);
  await eventually(async () => (await factsOf(payments.locator('details')))['Reference']).toBe('second');
});

/** An invoice of the books' own customer, over this amount. */
async function invoiceOver(amount: number): Promise<Entity> {
  const item = bookRows(office.world, office.realm, 'Item').find(
    ({ Type, Active }) => Type === 'Service' && Active !== false,
  );
  const [any] = bookRows(office.world, office.realm, 'Invoice');
  const detail = { ItemRef: { value: item?.Id }, TaxCodeRef: { value: 'NON' } };
  const { Invoice } = (await colleague(office, 'invoice', {
    CustomerRef: any?.['CustomerRef'],
    Line: [{ Amount: amount, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: detail }],
  })) as { Invoice: Entity };
  return Invoice;
}

async function pay(invoice: Entity, amount: number, fields: Record<string, unknown>): Promise<Entity> {
  const { Payment } = (await colleague(office, 'payment', {
    CustomerRef: invoice['CustomerRef'],
    TotalAmt: amount,
    Line: [{ Amount: amount, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
    ...fields,
  })) as { Payment: Entity };
  return Payment;
}

/** The invoice on the card of a deal of its own, opened. */
async function detailsOf(invoice: Entity, about: string): Promise<{ row: Locator; payments: Locator }> {
  const card = await recordCard(office, dealLike(office.world, about));
  const row = await addInvoice(card, invoice);
  await openDetails(row);
  return { row, payments: row.locator('sb-payments') };
}

/** The words of a payment's preview, whether it stands open or not. */
async function factsOf(payment: Locator): Promise<Record<string, string>> {
  const texts = async (selector: string) => payment.locator(selector).allTextContents();
  const [terms, facts] = [await texts('dt'), await texts('dd')];
  return Object.fromEntries(terms.map((term, index) => [term.trim(), (facts[index] ?? '').trim()]));
}

function paymentReads(): number {
  return office
    .exchanges()
    .filter(({ url, requestBody }) => decodeURIComponent(`${url} ${requestBody}`).includes('FROM Payment '))
    .length;
}
