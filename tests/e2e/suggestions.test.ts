// Invoices that others made in QuickBooks are suggested on the deal that they bill.
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { recordCard } from './support/adding.ts';
import { hubspotInvoicesOf, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { billElsewhere, meteredReads } from './support/elsewhere.ts';
import { compose, createInvoice, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { clickSeen, documentRow } from './support/story.ts';

const office = useOffice();

const lookButton = (card: Frame) =>
  card.getByRole('button', { name: 'Look for this deal’s invoices in QuickBooks' });

async function lookInQuickBooks(card: Frame): Promise<void> {
  await lookButton(card).waitFor();
  await clickSeen(lookButton(card));
}

test('[S0-23] an invoice made in QuickBooks itself is suggested on its deal and added with one click', async () => {
  const made = watchInvoices(office);
  await createInvoice(await compose(office, dealLike(office.world, 'Billed here')));
  const [ours] = made();
  const deal = dealLike(office.world, 'Billed elsewhere');
  const invoice = await billElsewhere(office, deal, 'SHOP-1');
  const before = JSON.stringify(invoice);
  const reads = meteredReads(office);
  const card = await recordCard(office, deal);
  await lookButton(card).waitFor();
  expect(meteredReads(office)).toBe(reads);
  await lookInQuickBooks(card);
  const add = card.getByRole('button', { name: 'Add invoice SHOP-1 to this deal' });
  await add.waitFor();
  expect(meteredReads(office)).toBe(reads + 1);
  expect(await card.getByText(/same amount/i).count()).toBeGreaterThan(0);
  // The one of the other deal is that deal's, though it looks the same.
  const other = card.getByRole('button', { name: `Add invoice ${ours?.['DocNumber']} to this deal` });
  expect(await other.count()).toBe(0);
  const written = writes(office.exchanges(), 'quickbooks').length;
  await clickSeen(add);
  await documentRow(card, 'SHOP-1').waitFor();
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);
  expect(
    JSON.stringify(office.world.state.intuit.companies[office.realm]?.tables['Invoice']?.[invoice.Id]),
  ).toBe(before);
  expect(writes(office.exchanges(), 'quickbooks')).toHaveLength(written);
});

test('[S0-23] a suggestion that was dismissed stays away, and one that is known comes by itself', async () => {
  const deal = dealLike(office.world, 'Not mine');
  await billElsewhere(office, deal, 'SHOP-2');
  await billElsewhere(office, deal, 'SHOP-3');
  const card = await recordCard(office, deal);
  await lookInQuickBooks(card);
  const notMine = 'Not this deal: invoice SHOP-2';
  await clickSeen(card.getByRole('button', { name: notMine }));
  await card.getByRole('button', { name: notMine }).waitFor({ state: 'detached' });
  const reads = meteredReads(office);
  const again = await recordCard(office, deal);
  await again.getByRole('button', { name: 'Add invoice SHOP-3 to this deal' }).waitFor();
  expect(await again.getByRole('button', { name: notMine }).count()).toBe(0);
  expect(meteredReads(office)).toBe(reads);
});
