// Lines whose products QuickBooks has not: asked about, created, or put on one product, as was decided once.
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import { expect, test } from 'vitest';
import { type Abroad, dealAbroad } from './support/abroad.ts';
import { bookRows, newRows, type RecordKey } from './support/books.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();
const name = 'Harborline Supply Co.';

/** A deal with a product that QuickBooks knows, and with these that it does not. */
function dealWith(title: string, products: readonly string[]): RecordKey {
  const { world, realm } = office;
  const company: Abroad = { realm, name, currency: 'USD' };
  const deal = dealAbroad(world, company, title, ['10.00']);
  products.forEach((product, index) => {
    const values = { name: product, hs_sku: '', price: '75.00', quantity: '2' };
    const position = { hs_position_on_quote: String(index + 1), hs_line_item_currency_code: 'USD' };
    const record = world.state.hubspot.records[deal.type]?.[deal.id];
    if (record)
      tie(world, { typeId: deal.type, id: record.id }, plant(world, '0-8', { ...values, ...position }, 1));
  });
  return deal;
}

async function decide(missing: string, account = ''): Promise<void> {
  const setup = await office.browser.open('setup', {});
  await setup.getByLabel(`Products that ${name} does not have`).selectOption(missing);
  const accounts = setup.getByLabel(`Income account in ${name}`);
  if (missing === 'ask') await accounts.waitFor({ state: 'detached' });
  else if (account !== '') await accounts.selectOption({ label: account });
  await setup.reload();
  const kept = setup.getByLabel(`Products that ${name} does not have`);
  await eventually(() => kept.inputValue()).toBe(missing);
  await setup.close();
}

interface SalesLine {
  Description?: string;
  SalesItemLineDetail?: { ItemRef: { name: string } };
}

const linesOf = (invoice: Entity | undefined): SalesLine[] => Object(invoice)['Line'] as SalesLine[];
const itemsOf = (invoice: Entity | undefined): string[] =>
  linesOf(invoice).flatMap(({ SalesItemLineDetail }) => SalesItemLineDetail?.ItemRef.name ?? []);

const items = (): Entity[] => bookRows(office.world, office.realm, 'Item');

test('[S2-17] asked: nothing is created until the line is settled', async () => {
  const composer = await compose(office, dealWith('Asked', ['Roof inspection, drone']));
  await composer
    .getByRole('button', { name: /^Line 2: .*product/i })
    .first()
    .waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
});

test('[S2-17] created: exactly one product with the income account that was chosen', async () => {
  await decide('create', 'Services');
  const before = items();
  for (const title of ['First of two', 'Second of two']) {
    const made = watchInvoices(office);
    const composer = await compose(office, dealWith(title, ['Gutter guard, cedar']));
    const { approved } = await createInvoice(composer);
    expectSentAsApproved(office, approved);
    expect(itemsOf(made()[0])).toContain('Gutter guard, cedar');
    await composer.close();
  }
  const created = newRows(office.world, office.realm, 'Item', before);
  expect(created.map((item) => item['Name'])).toEqual(['Gutter guard, cedar']);
  expect(created[0]).toMatchObject({ IncomeAccountRef: { name: 'Services' } });
});

test('[S1-15] the stand-in: off at first, then all such lines are put on one product and say so', async () => {
  await decide('stand-in', 'Services');
  const before = items();
  for (const title of ['Odd jobs', 'More odd jobs']) {
    const made = watchInvoices(office);
    const composer = await compose(office, dealWith(title, ['Moss removal', 'Heron decoy']));
    await eventually(() =>
      composer.locator('button.item').filter({ hasText: 'Custom line item' }).count(),
    ).toBe(2);
    const { approved } = await createInvoice(composer);
    expectSentAsApproved(office, approved);
    expect(itemsOf(made()[0]).slice(1)).toEqual(['Custom line item', 'Custom line item']);
    expect(
      linesOf(made()[0])
        .slice(1, 3)
        .map(({ Description }) => Description),
    ).toEqual(['Moss removal', 'Heron decoy']);
    await composer.close();
  }
  const created = newRows(office.world, office.realm, 'Item', before);
  expect(created.map((item) => item['Name'])).toEqual(['Custom line item']);
});

test('[S1-16] without its income account the stand-in is not used; only income accounts are offered', async () => {
  await decide('ask');
  const setup = await office.browser.open('setup', {});
  await setup.getByLabel(`Products that ${name} does not have`).selectOption('stand-in');
  const accounts = setup.getByLabel(`Income account in ${name}`);
  await accounts.selectOption('');
  await setup.getByText('Choose it first: until then you are asked for each line.').waitFor();
  const offered = await accounts.locator('option').allInnerTexts();
  const income = bookRows(office.world, office.realm, 'Account')
    .filter((account) => account['AccountType'] === 'Income' && account['Active'] !== false)
    .map((account) => String(account['Name']));
  expect(offered.slice(1).sort()).toEqual(income.sort());
  const composer = await compose(office, dealWith('No account', ['Weather vane']));
  await composer
    .getByRole('button', { name: /^Line 2: .*product/i })
    .first()
    .waitFor();
});
