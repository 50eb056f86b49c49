// A company that numbers its documents by hand: HubSpot's own app made no invoices there.
import { realmIds } from '@sidebill/sandbox/intuit/seed/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { type Abroad, connectAlso, dealAbroad } from './support/abroad.ts';
import { bookRows } from './support/books.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const prairie: Abroad = { realm: realmIds.manual, name: 'Prairie Field Services', currency: 'USD' };

beforeAll(() => connectAlso(office, prairie), 60_000);

test('[S0-22] the next number is filled in, one that is taken is refused before, and the invoice has it', async () => {
  const { world } = office;
  const made = watchInvoices(office, prairie.realm);
  const used = bookRows(world, prairie.realm, 'Invoice').map((one) => String(one['DocNumber']));
  const composer = await compose(office, dealAbroad(world, prairie, 'Numbered', ['120.00']), prairie.realm);
  const number = composer.getByLabel('Invoice number');
  const proposed = await number.inputValue();
  expect(proposed).not.toBe('');
  expect(used).not.toContain(proposed);
  await number.fill(used.at(-1) ?? '');
  await composer.getByText('QuickBooks already has an invoice with this number').first().waitFor();
  const review = composer.getByRole('button', { name: 'Review', exact: true }).first();
  expect(await review.isDisabled()).toBe(true);
  await number.fill(proposed);
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()).toHaveLength(1);
  expect(made()[0]).toMatchObject({ DocNumber: proposed });
});
