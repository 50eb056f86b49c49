// Choosing customer and products with the reasons in sight, and by keyboard alone.
import { ambiguousCustomerDeal, freeTextDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bookRows, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();

test('[B-04] two customers that fit say why, and why not; their points sum to their score', async () => {
  const composer = await compose(office, { type: '0-3', id: ambiguousCustomerDeal.id });
  const candidates = composer.locator('section[aria-labelledby=customer-title] .candidates li');
  await candidates.first().waitFor();
  const reasons = await candidates.allInnerTexts();
  expect(reasons[0]).toMatch(/[Ss]ame (name|email)/);
  expect(reasons[1]).toMatch(/[Ss]ame (name|email)/);
  expect(reasons[1]).toMatch(/Why not: \S|Nothing compared sets it apart/);
  await composer.getByText('How the matches were scored').first().click();
  const tables = await composer.getByRole('table').all();
  expect(tables.length).toBeGreaterThanOrEqual(2);
  for (const table of tables) {
    const shown = await table.locator('[role=row]:not(.head) .figure').allInnerTexts();
    const points = shown.map((text) => Number(text.replaceAll(/[,+]/g, '')));
    expect(points.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(points.at(-1));
  }
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);
});

test('[S0-10] another customer is found as one types and billed, by keyboard alone', async () => {
  const made = watchInvoices(office);
  const wanted = bookRows(office.world, office.realm, 'Customer').findLast(isPlain) as Entity;
  const name = String(wanted['DisplayName']);
  const composer = await compose(office, dealLike(office.world, 'Billed to somebody else'));
  const search = composer.getByRole('combobox', { name: 'Search QuickBooks customers' });
  const taken_ms = await typeMeasured(search, name);
  console.log(`search as one types: ${summary(taken_ms)} over ${taken_ms.length} keys`);
  await composer.getByRole('option', { name }).first().waitFor();
  await composer.keyboard.press('ArrowDown');
  await composer.keyboard.press('Home');
  await composer.keyboard.press('Enter');
  await eventually(() => composer.locator('.chosen .name').innerText()).toBe(name);
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(made()).toHaveLength(1);
  expect(made()[0]?.['CustomerRef']).toMatchObject({ value: wanted.Id });
});

test('[S0-11] a product of QuickBooks becomes a line: its id, price and tax code are in the invoice', async () => {
  const made = watchInvoices(office);
  const item = bookRows(office.world, office.realm, 'Item').find(isSold) as Entity;
  const composer = await compose(office, dealLike(office.world, 'One product more'));
  const before = await composer.locator('fieldset.line').count();
  await composer.getByRole('button', { name: 'Add product' }).press('Enter');
  const search = composer.getByRole('combobox', { name: 'Add a product from QuickBooks' });
  await search.pressSequentially(String(item['Sku']));
  await composer
    .getByRole('option', { name: String(item['Name']) })
    .first()
    .waitFor();
  await composer.keyboard.press('Enter');
  await eventually(() => composer.locator('fieldset.line').count()).toBe(before + 1);
  await createInvoice(composer);
  const lines = made()[0]?.['Line'] as Record<string, Record<string, unknown>>[];
  const added = lines.filter(({ SalesItemLineDetail }) => SalesItemLineDetail).at(-1);
  expect(added?.['SalesItemLineDetail']).toMatchObject({
    ItemRef: { value: item.Id },
    UnitPrice: item['UnitPrice'],
    Qty: 1,
    TaxCodeRef: { value: item['Taxable'] ? 'TAX' : 'NON' },
  });
});

test('[S2-08] [S2-09] lines that QuickBooks does not know are marked, and nothing is created until each is settled', async () => {
  const made = watchInvoices(office);
  const itemsBefore = bookRows(office.world, office.realm, 'Item').length;
  const composer = await compose(office, dealLike(office.world, 'Free text', freeTextDeal.id));
  const review = composer.getByRole('button', { name: 'Review', exact: true });
  await eventually(() => marks(composer)).toEqual(['Not in QuickBooks', 'Not in QuickBooks']);
  expect(await review.isDisabled()).toBe(true);

  const [first, second] = [0, 1].map((index) => composer.locator('fieldset.line').nth(index));
  const item = bookRows(office.world, office.realm, 'Item').find(isSold) as Entity;
  await first?.getByRole('button', { name: 'Search all products' }).press('Enter');
  await composer.keyboard.type(String(item['Sku']));
  await first
    ?.getByRole('option', { name: String(item['Name']) })
    .first()
    .waitFor();
  await composer.keyboard.press('Enter');
  await eventually(() => marks(composer)).toEqual(['', 'Not in QuickBooks']);
  expect(await review.isDisabled()).toBe(true);
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);

  await second?.getByRole('button', { name: 'Create in QuickBooks' }).click();
  expect(await second?.getByLabel('Name', { exact: true }).inputValue()).toBe('Room hire');
  await second?.getByLabel('Income account').selectOption({ index: 1 });
  await createInvoice(composer);
  expect(made()).toHaveLength(1);
  expect(bookRows(office.world, office.realm, 'Item')).toHaveLength(itemsBefore + 1);
});

function isPlain({ Active, DisplayName, CurrencyRef }: Entity): boolean {
  return (
    Active !== false &&
    /^[A-Za-z ]{8,}$/.test(String(DisplayName)) &&
    (CurrencyRef as { value?: string } | undefined)?.value === 'USD'
  );
}

function isSold({ Active, Type, Sku, UnitPrice }: Entity): boolean {
  return Active !== false && Type === 'Service' && Boolean(Sku) && Number(UnitPrice) > 0;
}

function marks(composer: Page): Promise<string[]> {
  return composer
    .locator('fieldset.line')
    .evaluateAll((lines) => lines.map((line) => line.querySelector('.tag.alert')?.textContent?.trim() ?? ''));
}

/** From each key to the list that answers it, worker and back included. */
async function typeMeasured(search: Locator, text: string): Promise<number[]> {
  const taken = await search.evaluateHandle((input) => {
    const finder = (input.getRootNode() as ShadowRoot).host;
    const taken_ms: number[] = [];
    let typed_ms = 0;
    input.addEventListener('input', () => (typed_ms = performance.now()), { capture: true });
    finder.addEventListener('answered', () => taken_ms.push(performance.now() - typed_ms));
    return taken_ms;
  });
  await search.focus();
  for (const [index, key] of [...text].entries()) {
    await search.page().keyboard.type(key);
    await search.page().waitForFunction(([all, count]) => all.length > count, [taken, index] as const);
  }
  return taken.jsonValue();
}

function summary(taken: readonly number[]): string {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, slowest ${at(1)} ms`;
}
