// A company that recognizes revenue over time: each line says from when on.
import { realmIds } from '@sidebill/sandbox/intuit/seed/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { type Abroad, connectAlso, dealAbroad } from './support/abroad.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const prairie: Abroad = { realm: realmIds.manual, name: 'Prairie Field Services', currency: 'USD' };

beforeAll(async () => {
  const company = office.world.state.intuit.companies[prairie.realm];
  Object.assign(company?.preferences['ProductAndServicesPrefs'] as object, { RevenueRecognition: true });
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
