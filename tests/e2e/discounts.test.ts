// A discount on the whole invoice: percent or amount, before or after tax, as QuickBooks books it.

import { realmIds } from '@sidebill/sandbox/intuit/seed/index.ts';
import { expect, test } from 'vitest';
import { type Abroad, dealAbroad } from './support/abroad.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const harborline: Abroad = { realm: realmIds.automated, name: 'Harborline Supply Co.', currency: 'USD' };

test.each([
  { kind: 'percent', value: '10', taxed: 'Taken off before tax', after: true, discount: 100 },
  { kind: 'percent', value: '12.5', taxed: 'Taken off after tax', after: false, discount: 125 },
  { kind: 'amount', value: '99.99', taxed: 'Taken off before tax', after: true, discount: 99.99 },
  { kind: 'amount', value: '0.01', taxed: 'Taken off after tax', after: false, discount: 0.01 },
])('[S3-23] $kind $value, $taxed', async ({ kind, value, taxed, after, discount }) => {
  const made = watchInvoices(office);
  const composer = await compose(
    office,
    dealAbroad(office.world, harborline, `Off ${kind} ${value}`, ['600.00', '400.00']),
  );
  for (const line of [0, 1]) await composer.getByLabel('Taxable').nth(line).check();
  await composer.getByLabel('Discount on the invoice').selectOption(kind);
  await composer.getByLabel('Discount value').fill(value);
  await composer.getByLabel('Tax on the discount').selectOption({ label: taxed });
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  const [invoice] = made();
  const { TotalTax } = Object(invoice?.['TxnTaxDetail']) as { TotalTax: number };
  expect(invoice).toMatchObject({ ApplyTaxAfterDiscount: after });
  expect(invoice?.['TotalAmt']).toBeCloseTo(1000 - discount + TotalTax, 2);
});

test('[S3-25] a tax that stands as a line of its own is warned against; the account of each line is shown', async () => {
  const deal = dealAbroad(office.world, harborline, 'Taxed by hand', ['600.00', '49.50']);
  const composer = await compose(office, deal);
  await composer
    .getByText(/^Posts to |· Posts to /)
    .first()
    .waitFor();
  await composer.getByLabel('Description').nth(1).fill('Sales tax 8.25%');
  await composer.getByRole('button', { name: /^Line 2: This line bills a tax as a product/ }).waitFor();
  await composer.getByLabel('Description').nth(1).fill('Tax return for 2025');
  await composer
    .getByRole('button', { name: /This line bills a tax as a product/ })
    .waitFor({ state: 'detached' });
});
