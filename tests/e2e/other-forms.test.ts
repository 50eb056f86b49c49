// Estimates and sales receipts: from the deal, once, exactly as approved, and known to the deal.
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import { expect, test } from 'vitest';
import { type Abroad, dealAbroad } from './support/abroad.ts';
import { recordCard } from './support/adding.ts';
import { bookRows, hubspotInvoicesOf, newRows, ownProperties, type RecordKey } from './support/books.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { clickSeen } from './support/story.ts';

const office = useOffice();

function dealOf(title: string, prices: readonly string[]): RecordKey {
  const company: Abroad = { realm: office.realm, name: 'Harborline Supply Co.', currency: 'USD' };
  return dealAbroad(office.world, company, title, prices);
}

function watch(kind: string): () => Entity[] {
  const before = bookRows(office.world, office.realm, kind);
  return () => newRows(office.world, office.realm, kind, before);
}

test('[S2-11] an estimate is made from the card, the deal keeps it, and the invoice that follows closes it', async () => {
  const deal = dealOf('Offered', ['800.00', '200.00']);
  const estimates = watch('Estimate');
  const card = await recordCard(office, deal);
  const opened = office.browser.context.waitForEvent('page');
  await clickSeen(card.getByRole('button', { name: 'Create estimate' }));
  const composer = await opened;
  await composer.getByRole('heading', { name: 'New estimate for Offered' }).waitFor();
  await composer.getByLabel('Valid until').fill('2027-01-31');
  const { approved, headline } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  const [estimate] = estimates();
  expect(estimates()).toHaveLength(1);
  expect(headline).toBe(`Estimate ${estimate?.['DocNumber']} created`);
  expect(estimate).toMatchObject({ TxnStatus: 'Pending', ExpirationDate: '2027-01-31' });
  await eventually(async () => ownProperties(office.world, deal)['sidebill_links']).toBe(
    `${office.realm}:Estimate:${estimate?.Id}`,
  );
  expect(hubspotInvoicesOf(office.world, deal)).toEqual([]);
  expect(ownProperties(office.world, deal)['sidebill_billed'] ?? '').toBe('');
  await composer.close();

  const again = await recordCard(office, deal);
  const row = again.locator('sb-document').filter({ hasText: `Estimate ${estimate?.['DocNumber']}` });
  await row.getByText('Pending').waitFor();
  await row.getByText('Valid until Jan 31, 2027').waitFor();

  const invoices = watchInvoices(office);
  const second = await compose(office, deal);
  await eventually(() => second.getByLabel('Estimate', { exact: true }).inputValue()).toBe(
    estimate?.Id ?? '',
  );
  const invoiced = await createInvoice(second);
  expectSentAsApproved(office, invoiced.approved);
  const [invoice] = invoices();
  expect(invoice).toMatchObject({ LinkedTxn: [{ TxnId: estimate?.Id, TxnType: 'Estimate' }] });
  expect(
    bookRows(office.world, office.realm, 'Estimate').find(({ Id }) => Id === estimate?.Id),
  ).toMatchObject({
    TxnStatus: 'Closed',
    LinkedTxn: [{ TxnId: invoice?.Id, TxnType: 'Invoice' }],
  });
});

test('[S2-12] a sales receipt: paid by the method, into the account that was chosen, and counted as collected', async () => {
  const deal = dealOf('Sold over the counter', ['250.00']);
  const receipts = watch('SalesReceipt');
  const composer = await compose(office, deal, office.realm, { document: 'salesreceipt' });
  await composer.getByRole('heading', { name: 'New sales receipt for Sold over the counter' }).waitFor();
  await composer.getByLabel('Payment method').selectOption({ index: 1 });
  await composer.getByLabel('Payment reference').fill('a reference that is much too long');
  await composer
    .getByText(/too long/i)
    .first()
    .waitFor();
  await composer.getByLabel('Payment reference').fill('CHK-1042');
  const account = composer.getByLabel('Deposit to');
  await account.selectOption({ index: 1 });
  const chosen = await account.inputValue();
  const { approved, headline } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  const [receipt] = receipts();
  expect(receipts()).toHaveLength(1);
  expect(headline).toBe(`Sales receipt ${receipt?.['DocNumber']} created`);
  expect(receipt).toMatchObject({
    Balance: 0,
    PaymentRefNum: 'CHK-1042',
    PaymentMethodRef: { value: expect.any(String) },
    DepositToAccountRef: { value: chosen },
  });
  const total = Number(receipt?.['TotalAmt']).toFixed(2);
  await eventually(async () => ownProperties(office.world, deal)).toMatchObject({
    sidebill_links: `${office.realm}:SalesReceipt:${receipt?.Id}`,
    sidebill_billed: total,
    sidebill_collected: total,
    sidebill_open: '0.00',
  });
});

test('a deal that a sales receipt billed is not billed again by an invoice unasked', async () => {
  const deal = dealOf('Sold once', ['99.00']);
  const composer = await compose(office, deal, office.realm, { document: 'salesreceipt' });
  await createInvoice(composer);
  await composer.close();
  const invoice = await compose(office, deal);
  await invoice
    .getByText(/already/)
    .first()
    .waitFor();
  expect(await invoice.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
});
