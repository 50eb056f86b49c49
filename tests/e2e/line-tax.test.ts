// Outside the US: a tax code on every line, the taxes before anything is sent, and the same ones in QuickBooks.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { RecordKey } from './support/books.ts';
import { writes } from './support/books.ts';
import { buyer, canada, canadianDeal, codeNamed, connectCanada, services } from './support/canada.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();

beforeAll(async () => {
  for (const item of services(office.world)) delete item['SalesTaxCodeRef'];
  await connectCanada(office);
}, 60_000);

const codeOf = (composer: Page, line: number) => composer.getByLabel('Tax code', { exact: true }).nth(line);

async function open(deal: RecordKey): Promise<Page> {
  const composer = await compose(office, deal, canada);
  await composer.getByLabel('Tax code', { exact: true }).first().waitFor();
  return composer;
}

/** Each tax as the summary has it: name and percent, and the amount. */
async function taxes(composer: Page): Promise<string[]> {
  const rows = composer.locator('aside dl.sums > div');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => `${row.querySelector('dt')?.textContent}: ${row.querySelector('dd')?.textContent}`),
  );
  return texts.filter((text) => text.includes('%'));
}

test('[S0-12] a line without a tax code is named and nothing is sent; with all of them QuickBooks takes it', async () => {
  const made = watchInvoices(office, canada);
  const composer = await open(canadianDeal(office.world, 'Coded', ['100.00', '250.50']));
  await codeOf(composer, 0).selectOption(codeNamed(office.world, 'HST ON'));
  const issue = composer.getByRole('button', { name: /^Line 2: This line has no tax code/ });
  await issue.waitFor();
  expect(await composer.getByRole('button', { name: /^Line 1: This line has no tax code/ }).count()).toBe(0);
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  await composer.getByLabel('Tax code of all lines').selectOption(codeNamed(office.world, 'HST ON'));
  await eventually(() => taxes(composer)).toEqual(['HST ON (13%): CA$45.57']);
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()).toHaveLength(1);
  expect(made()[0]).toMatchObject({
    GlobalTaxCalculation: 'TaxExcluded',
    CustomerRef: { value: buyer(office.world).Id },
    TxnTaxDetail: { TotalTax: 45.57 },
    TotalAmt: 396.07,
  });
  expect(writes(office.exchanges(), 'quickbooks').map(({ status }) => status)).toEqual([200]);
});

test('[S1-06] two rates, a zero rate and a discount: what is shown is what QuickBooks books, to the cent', async () => {
  const made = watchInvoices(office, canada);
  const composer = await open(canadianDeal(office.world, 'Mixed', ['4495.16', '33.33', '66.67']));
  const { world } = office;
  await codeOf(composer, 0).selectOption(codeNamed(world, 'GST/QST QC - 9.975'));
  await codeOf(composer, 1).selectOption(codeNamed(world, 'HST ON'));
  await codeOf(composer, 2).selectOption(codeNamed(world, 'Zero-rated'));
  await composer.getByLabel('Discount on the invoice').selectOption('percent');
  await composer.getByLabel('Discount value').fill('10');
  await eventually(async () => (await taxes(composer)).length).toBe(4);
  const shown = await taxes(composer);
  const total = await composer.locator('aside dl.sums > .total dd').innerText();
  await createInvoice(composer);
  const booked = shown.map((text) => ({ Amount: Number(text.split('$')[1]?.replaceAll(',', '')) }));
  expect(made()[0]).toMatchObject({
    TxnTaxDetail: { TaxLine: booked },
    TotalAmt: Number(total.replaceAll(/[^\d.]/g, '')),
  });
  await composer.getByText('Recorded exactly as approved').waitFor();
});

test('where QuickBooks rounds otherwise than anything read could tell, that is said before, and the difference after', async () => {
  const { switches } = office.world.state;
  const made = watchInvoices(office, canada);
  switches.taxRounding = 'line';
  try {
    const composer = await open(canadianDeal(office.world, 'Cents', ['0.10', '0.10', '0.10']));
    await composer.getByLabel('Tax code of all lines').selectOption(codeNamed(office.world, 'HST ON'));
    await composer.getByText('QuickBooks may round the tax of each line').first().waitFor();
    await createInvoice(composer);
    expect(made()[0]).toMatchObject({ TotalAmt: 0.33 });
    await composer.getByText(/0\.34/).first().waitFor();
    await composer.getByText(/0\.33/).first().waitFor();
  } finally {
    switches.taxRounding = 'document';
  }
});
