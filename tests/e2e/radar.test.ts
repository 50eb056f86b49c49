// A draft that repeats an invoice of another tool is held up before anything is made.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hubspotInvoicesOf, type RecordKey } from './support/books.ts';
import { changeLine, dealLike, linesOf } from './support/deals.ts';
import { billElsewhere, meteredReads } from './support/elsewhere.ts';
import { eventually } from './support/eventually.ts';
import { compose, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { readReview } from './support/review.ts';
import { createFromReview } from './support/story.ts';

const office = useOffice();
let twice: RecordKey;
let once: RecordKey;

beforeAll(async () => {
  twice = dealAt('Billed twice, and meant so', 3456);
  once = dealAt('Billed once is enough', 4567);
  await billElsewhere(office, twice, 'SHOP-3456');
  await billElsewhere(office, once, 'SHOP-4567');
});

/** A deal of the same customer that nothing but its amount tells from the other. */
function dealAt(name: string, price: number): RecordKey {
  const deal = dealLike(office.world, name);
  const [first = ''] = linesOf(office.world, deal);
  changeLine(office.world, first, { price: String(price) });
  return deal;
}

const told = (composer: Page) => composer.getByText('QuickBooks already has this invoice').first();

async function review(composer: Page): Promise<void> {
  await composer.getByRole('button', { name: 'Review', exact: true }).click();
}

test('[B-14] a draft that repeats an invoice of another tool waits for the person to confirm it', async () => {
  const composer = await compose(office, twice);
  const made = watchInvoices(office);
  const reads = meteredReads(office);
  await review(composer);
  await told(composer).waitFor();
  expect(meteredReads(office)).toBe(reads + 1);
  const create = composer.getByRole('button', { name: 'Create invoice' });
  expect(await create.isDisabled()).toBe(true);
  expect(await composer.getByRole('link', { name: /SHOP-3456/ }).count()).toBe(1);
  expect(await composer.getByRole('link', { name: /SHOP-4567/ }).count()).toBe(0);
  await composer.getByRole('button', { name: 'This is another invoice' }).click();
  await eventually(() => create.isDisabled()).toBe(false);
  await readReview(composer);
  await createFromReview(composer);
  expect(made()).toHaveLength(1);
});

test('[B-14] the invoice that is there already is added instead, and none is made', async () => {
  const composer = await compose(office, once);
  const made = watchInvoices(office);
  const reads = meteredReads(office);
  await told(composer).waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  await composer.getByRole('button', { name: 'Add that one to the deal instead' }).click();
  await eventually(() => hubspotInvoicesOf(office.world, once).length).toBe(1);
  await eventually(() => composer.getByText(/discarded|cancel/i).count()).toBeGreaterThan(0);
  expect(made()).toEqual([]);
  expect(meteredReads(office)).toBe(reads);
});
