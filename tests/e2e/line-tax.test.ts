// Outside the US: a tax code on every line, the taxes before anything is sent, and the same ones in QuickBooks.
import { addCompanyAbroad } from '@sidebill/sandbox/intuit/seed/index.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import {
  type Abroad,
  buyer,
  canada,
  codeNamed,
  connectAlso,
  dealAbroad,
  services,
} from './support/abroad.ts';
import type { RecordKey } from './support/books.ts';
import { writes } from './support/books.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();

beforeAll(async () => {
  for (const item of services(office.world, canada)) delete item['SalesTaxCodeRef'];
  await connectAlso(office, canada);
}, 60_000);

const codeOf = (composer: Page, line: number) => composer.getByLabel('Tax code', { exact: true }).nth(line);

async function open(deal: RecordKey, { realm }: Abroad = canada): Promise<Page> {
  const composer = await compose(office, deal, realm);
  await composer.getByLabel('Tax code', { exact: true }).first().waitFor();
  return composer;
}

/** Each tax as the summary has it: name and percent, and the amount. */
async function taxes(composer: Page): Promise<string[]> {
  const rows = composer.locator('aside dl.sums > div');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => `${row.querySelector('dt')?.textContent}: ${row.querySelector('dd')?.textContent}`),
  );
  return texts.filter((text) => text.includes('%')).map((text) => text.replaceAll(/\s/g, ' '));
}

test('[S0-12] a line without a tax code is named and nothing is sent; with all of them QuickBooks takes it', async () => {
  const made = watchInvoices(office, canada.realm);
  const composer = await open(dealAbroad(office.world, canada, 'Coded', ['100.00', '250.50']));
  await codeOf(composer, 0).selectOption(codeNamed(office.world, canada, 'HST ON'));
  const issue = composer.getByRole('button', { name: /^Line 2: This line has no tax code/ });
  await issue.waitFor();
  expect(await composer.getByRole('button', { name: /^Line 1: This line has no tax code/ }).count()).toBe(0);
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  await composer.getByLabel('Tax code of all lines').selectOption(codeNamed(office.world, canada, 'HST ON'));
  await eventually(() => taxes(composer)).toEqual(['HST ON (13%): CA$45.57']);
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()).toHaveLength(1);
  expect(made()[0]).toMatchObject({
    GlobalTaxCalculation: 'TaxExcluded',
    CustomerRef: { value: buyer(office.world, canada).Id },
    TxnTaxDetail: { TotalTax: 45.57 },
    TotalAmt: 396.07,
  });
  expect(writes(office.exchanges(), 'quickbooks').map(({ status }) => status)).toEqual([200]);
});

test('[S1-06] two rates, a zero rate and a discount: what is shown is what QuickBooks books, to the cent', async () => {
  const made = watchInvoices(office, canada.realm);
  const composer = await open(dealAbroad(office.world, canada, 'Mixed', ['4495.16', '33.33', '66.67']));
  const { world } = office;
  await codeOf(composer, 0).selectOption(codeNamed(world, canada, 'GST/QST QC - 9.975'));
  await codeOf(composer, 1).selectOption(codeNamed(world, canada, 'HST ON'));
  await codeOf(composer, 2).selectOption(codeNamed(world, canada, 'Zero-rated'));
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
  const made = watchInvoices(office, canada.realm);
  switches.taxRounding = 'line';
  try {
    const composer = await open(dealAbroad(office.world, canada, 'Cents', ['0.10', '0.10', '0.10']));
    await composer
      .getByLabel('Tax code of all lines')
      .selectOption(codeNamed(office.world, canada, 'HST ON'));
    await composer.getByText('QuickBooks may round the tax of each line').first().waitFor();
    await createInvoice(composer);
    expect(made()[0]).toMatchObject({ TotalAmt: 0.33 });
    await composer.getByText(/0\.34/).first().waitFor();
    await composer.getByText(/0\.33/).first().waitFor();
  } finally {
    switches.taxRounding = 'document';
  }
});

interface CountryCase {
  country: Parameters<typeof addCompanyAbroad>[1];
  prices: string[];
  codes: string[];
  taxes: string[];
  total: number;
}

// Worked out by hand. A dated rate counts as it is on the day of the invoice.
const countries: CountryCase[] = [
  {
    country: 'GB',
    prices: ['1234.56', '99.99'],
    codes: ['20.0% S', '5.0% R'],
    taxes: ['20.0% S (20%): £246.91', '5.0% R (5%): £5.00'],
    total: 1586.46,
  },
  {
    country: 'AU',
    prices: ['1999.95', '50.00'],
    codes: ['GST', 'GST free'],
    taxes: ['GST (10%): A$200.00', 'GST free (0%): A$0.00'],
    total: 2249.95,
  },
  {
    country: 'FR',
    prices: ['333.33', '12.90'],
    codes: ['TVA 20 %', 'TVA 5,5 %'],
    taxes: ['TVA 20 % (20%): €66.67', 'TVA 5,5 % (5.5%): €0.71'],
    total: 413.61,
  },
  {
    country: 'IN',
    prices: ['10001.50', '777.77'],
    codes: ['18.0% GST', '18.0% IGST'],
    taxes: ['CGST 9% (9%): ₹900.14', 'SGST 9% (9%): ₹900.14', 'IGST 18% (18%): ₹140.00'],
    total: 12719.55,
  },
  {
    country: 'RO',
    prices: ['4999.99', '10.00'],
    codes: ['TVA standard', 'TVA redusa'],
    taxes: ['TVA standard (21%): RON 1,050.00', 'TVA redusa (11%): RON 1.10'],
    total: 6061.09,
  },
  {
    country: 'SE',
    prices: ['899.00', '45.50'],
    codes: ['Moms 25 %', 'Moms 12 %'],
    taxes: ['Moms 25 % (25%): SEK 224.75', 'Moms 12 % (12%): SEK 5.46'],
    total: 1174.71,
  },
  {
    country: 'BR',
    prices: ['4321.09', '250.00'],
    codes: ['Serviços', 'Serviços com PIS sobre ISS'],
    taxes: [
      'ISS (4.6375%): R$211.98',
      'PIS (1.6525%): R$71.41',
      'COFINS (7.6125%): R$328.94',
      'PIS (1.6525%): R$4.32',
    ],
    total: 5187.74,
  },
];

test.each(countries)('[S1-07] an invoice in $country, with its own taxes to the cent', async (sale) => {
  const { realmId: realm, name, homeCurrency: currency } = addCompanyAbroad(office.world, sale.country);
  const company: Abroad = { realm, name, currency };
  await connectAlso(office, company);
  const made = watchInvoices(office, realm);
  const composer = await open(
    dealAbroad(office.world, company, `Sale in ${sale.country}`, sale.prices),
    company,
  );
  for (const [line, code] of sale.codes.entries()) {
    await codeOf(composer, line).selectOption(codeNamed(office.world, company, code));
  }
  await eventually(() => taxes(composer)).toEqual(sale.taxes);
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()).toHaveLength(1);
  expect(made()[0]).toMatchObject({ TotalAmt: sale.total, GlobalTaxCalculation: 'TaxExcluded' });
  await composer.getByText('Recorded exactly as approved').waitFor();
});
