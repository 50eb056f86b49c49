// What a company's own settings demand: a service date on each line, and dates in books that are open.
import { realmIds } from '@sidebill/sandbox/intuit/seed/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { type Abroad, connectAlso, dealAbroad } from './support/abroad.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const prairie: Abroad = { realm: realmIds.manual, name: 'Prairie Field Services', currency: 'USD' };

beforeAll(async () => {
  const company = office.world.state.intuit.companies[prairie.realm];
  const { ProductAndServicesPrefs, AccountingInfoPrefs } = Object(company?.preferences);
  Object.assign(ProductAndServicesPrefs, { RevenueRecognition: true });
  Object.assign(AccountingInfoPrefs, { BookCloseDate: '2026-06-30' });
  await connectAlso(office, prairie);
}, 60_000);

test('[S1-08] a line without its service date is named, and each line is booked with its own', async () => {
  const made = watchInvoices(office, prairie.realm);
  const deal = dealAbroad(office.world, prairie, 'Served', ['120.00', '80.00']);
  const composer = await compose(office, deal, prairie.realm);
  await composer.getByRole('button', { name: /^Line 2: This line has no service date/ }).waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  await composer.getByLabel('Service date of all lines').fill('2026-11-02');
  await composer.getByLabel('Service date of all lines').press('Tab');
  await composer.getByLabel('Service date', { exact: true }).nth(1).fill('2026-12-01');
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  const lines = made()[0]?.['Line'] as Array<{ SalesItemLineDetail?: { ServiceDate?: string } }>;
  const dates = lines.flatMap(({ SalesItemLineDetail }) => SalesItemLineDetail?.ServiceDate ?? []);
  expect(dates).toEqual(['2026-11-02', '2026-12-01']);
});

test('[S1-11] an invoice dated in a closed period is refused before it is sent; QuickBooks would refuse it', async () => {
  const made = watchInvoices(office, prairie.realm);
  const deal = dealAbroad(office.world, prairie, 'Late', ['120.00']);
  const composer = await compose(office, deal, prairie.realm);
  await composer.getByLabel('Service date', { exact: true }).fill('2026-06-01');
  await composer.getByLabel('Invoice date').fill('2026-06-30');
  await composer
    .getByRole('button', { name: /books are closed/i })
    .first()
    .waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  await composer.getByLabel('Invoice date').fill('2026-07-01');
  await createInvoice(composer);
  expect(made()).toHaveLength(1);
  expect(made()[0]).toMatchObject({ TxnDate: '2026-07-01' });
  const late = { CustomerRef: made()[0]?.['CustomerRef'], TxnDate: '2026-06-30', Line: [] };
  const answer = await office.sandbox.control.inject({
    method: 'POST',
    url: `/quickbooks/${prairie.realm}/invoice`,
    payload: { ...late, Line: made()[0]?.['Line'] },
  });
  expect(answer.body).toMatch(/"code":"6(200|210)"/);
});
