// A sale in another currency than the books: at a rate that is shown, with what it comes to at home.
import { beforeAll, expect, test } from 'vitest';
import { type Abroad, canada, codeNamed, connectAlso, dealAbroad } from './support/abroad.ts';
import { colleague, ownProperties } from './support/books.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const inDollars: Abroad = { ...canada, currency: 'USD' };
const inYen: Abroad = { ...canada, currency: 'JPY' };

beforeAll(async () => {
  const { realm } = canada;
  const yen = { DisplayName: 'Kamogawa Books', CurrencyRef: { value: 'JPY' } };
  await colleague({ sandbox: office.sandbox, realm }, 'customer', yen);
  await connectAlso(office, canada);
}, 60_000);

test('[S0-24] an invoice in another currency is booked at the rate shown, and the deal says what it is worth at home', async () => {
  const { world } = office;
  const made = watchInvoices(office, canada.realm);
  const deal = dealAbroad(world, inDollars, 'Across the border', ['1000.00']);
  const composer = await compose(office, deal, canada.realm);
  const rate = composer.getByLabel('Exchange rate: 1 USD in CAD');
  expect(await rate.inputValue()).toBe('1.38');
  await composer.getByText(/QuickBooks’ rate of/).waitFor();
  await composer.getByLabel('Tax code', { exact: true }).selectOption(codeNamed(world, canada, 'HST ON'));
  await composer.locator('aside dl.sums').getByText('CA$1,559.40').waitFor();
  await rate.fill('1.405');
  await composer.locator('aside dl.sums').getByText('CA$1,587.65').waitFor();
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()[0]).toMatchObject({
    CurrencyRef: { value: 'USD' },
    ExchangeRate: 1.405,
    TotalAmt: 1130,
    HomeTotalAmt: 1587.65,
  });
  await composer.getByText('Recorded exactly as approved').waitFor();
  await eventually(async () => ownProperties(world, deal)).toMatchObject({
    sidebill_currency: 'USD',
    sidebill_billed: '1130.00',
    sidebill_exchange_rate: '1.405',
    sidebill_home_currency: 'CAD',
    sidebill_billed_home: '1587.65',
  });
});

test('without a rate nothing is sent; a currency without cents is billed in whole units', async () => {
  const { world } = office;
  const made = watchInvoices(office, canada.realm);
  const deal = dealAbroad(world, inYen, 'Across the ocean', ['12345.60']);
  const composer = await compose(office, deal, canada.realm);
  const review = composer.getByRole('button', { name: 'Review', exact: true }).first();
  await composer.getByLabel('Tax code', { exact: true }).selectOption(codeNamed(world, canada, 'HST ON'));
  const rate = composer.getByLabel('Exchange rate: 1 JPY in CAD');
  await rate.fill('');
  await composer.getByText('There is no exchange rate for JPY').first().waitFor();
  expect(await review.isDisabled()).toBe(true);
  await rate.fill('0.0094');
  await composer
    .getByText(/does not come to a whole amount of JPY: 12345\.60/)
    .first()
    .waitFor();
  expect(await review.isDisabled()).toBe(true);
  await composer.getByLabel('Price').first().fill('12345');
  await composer.getByText('QuickBooks may keep hundredths of JPY').first().waitFor();
  await createInvoice(composer);
  expect(made()[0]).toMatchObject({
    CurrencyRef: { value: 'JPY' },
    TotalAmt: 13949.85,
    ExchangeRate: 0.0094,
  });
  await composer
    .getByText(/13,950/)
    .first()
    .waitFor();
});
