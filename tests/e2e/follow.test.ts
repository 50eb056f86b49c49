// The deal is edited in HubSpot while its composer is open: what nobody touched follows it, what was typed stays, and
// nothing is written before the person has seen it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writes } from './support/books.ts';
import { addLineLike, changeLine, dealLike, linesOf, removeLine } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { createFromReview, toReview } from './support/story.ts';

const office = useOffice();

test('a line that is changed in HubSpot follows where nobody typed, and is shown before it is written', async () => {
  const deal = dealLike(office.world, 'Line changed');
  const [first = '', second = ''] = linesOf(office.world, deal);
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await composer.getByLabel('Quantity').first().fill('7');
  await composer.getByLabel('Message to the customer').fill('As agreed');
  await toReview(composer);
  changeLine(office.world, first, { price: '999', quantity: '3' });
  changeLine(office.world, second, { quantity: '5' });

  await createAndBeShown(composer);
  expect(made()).toEqual([]);
  expect(await lineOf(composer, 0)).toMatchObject({ quantity: '7', price: '999' });
  expect(await lineOf(composer, 1)).toMatchObject({ quantity: '5' });
  expect(await composer.getByLabel('Message to the customer').inputValue()).toBe('As agreed');

  await toReview(composer);
  expect(await rowOf(composer, 'Line[0].SalesItemLineDetail.UnitPrice')).toBe('999');
  expect(await rowOf(composer, 'Line[1].SalesItemLineDetail.Qty')).toBe('5');
  await createFromReview(composer);
  expect(made()).toHaveLength(1);
  expect(billed(made()[0]).slice(0, 2)).toMatchObject([{ Qty: 7, UnitPrice: 999 }, { Qty: 5 }]);
  expect(made()[0]).toMatchObject({ CustomerMemo: { value: 'As agreed' } });
});

test('a line that is added in HubSpot is added to the draft, and what was typed stays', async () => {
  const deal = dealLike(office.world, 'Line added');
  const lines = linesOf(office.world, deal);
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await composer.getByLabel('Description').first().fill('In my own words');
  await toReview(composer);
  addLineLike(office.world, deal, lines[0] ?? '', { quantity: '11', price: '12.5' });

  await createAndBeShown(composer);
  expect(made()).toEqual([]);
  expect(await composer.getByLabel('Quantity').count()).toBe(lines.length + 1);
  expect(await lineOf(composer, 0)).toMatchObject({ description: 'In my own words' });
  expect(await lineOf(composer, lines.length)).toMatchObject({ quantity: '11', price: '12.5' });

  await toReview(composer);
  await createFromReview(composer);
  expect(made()).toHaveLength(1);
  expect(billed(made()[0])).toHaveLength(lines.length + 1);
  expect(billed(made()[0]).at(-1)).toMatchObject({ Qty: 11, UnitPrice: 12.5 });
});

test('a line that is removed in HubSpot goes, unless somebody had changed it in the draft', async () => {
  const deal = dealLike(office.world, 'Line removed');
  const lines = linesOf(office.world, deal);
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await composer.getByLabel('Price').first().fill('1234.56');
  await toReview(composer);
  removeLine(office.world, lines[0] ?? '');
  removeLine(office.world, lines[1] ?? '');

  await createAndBeShown(composer);
  expect(made()).toEqual([]);
  expect(await composer.getByLabel('Quantity').count()).toBe(lines.length - 1);
  expect(await lineOf(composer, 0)).toMatchObject({ price: '1234.56' });

  await toReview(composer);
  await createFromReview(composer);
  expect(made()).toHaveLength(1);
  expect(billed(made()[0])).toHaveLength(lines.length - 1);
  expect(billed(made()[0])[0]).toMatchObject({ UnitPrice: 1234.56 });
});

/** Approves; instead of an invoice comes the draft once more, and nothing was written anywhere. */
async function createAndBeShown(composer: Page): Promise<void> {
  await composer.getByRole('button', { name: 'Create invoice' }).click();
  await composer.locator('sb-notice').getByText('The deal was changed in HubSpot').waitFor();
  await eventually(() => composer.getByLabel('Quantity').count()).toBeGreaterThan(0);
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);
  expect(writes(office.exchanges(), 'hubspotApi')).toEqual([]);
}

/** A line of the form, as it stands there. */
async function lineOf(composer: Page, index: number) {
  const value = (label: string) => composer.getByLabel(label, { exact: true }).nth(index).inputValue();
  return {
    description: await value('Description'),
    quantity: await value('Quantity'),
    price: await value('Price'),
  };
}

/** What the review says about one field of the invoice. */
function rowOf(composer: Page, field: string): Promise<string> {
  return composer.locator(`tr:has(th[title="${field}"]) .after`).evaluate((cell) => cell.textContent ?? '');
}

interface BookedLine {
  Qty: number;
  UnitPrice: number;
}

function billed(invoice: Record<string, unknown> | undefined): BookedLine[] {
  const lines = (invoice?.['Line'] ?? []) as { DetailType: string; SalesItemLineDetail: BookedLine }[];
  return lines
    .filter(({ DetailType }) => DetailType === 'SalesItemLineDetail')
    .map(({ SalesItemLineDetail }) => SalesItemLineDetail);
}
