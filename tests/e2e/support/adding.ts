// Adding invoices that stand in QuickBooks to the record in front, as a person does it.
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { RecordKey } from './books.ts';
import type { Office } from './office.ts';
import { cardOf, clickSeen, dealAddress, documentRow } from './story.ts';

/** The card of a record in its page, as it stands in the right column. */
export async function recordCard(office: Office, { type, id }: RecordKey): Promise<Frame> {
  const page = await office.browser.context.newPage();
  await page.goto(dealAddress(office.portal, id, '?rerender=off').replace('/0-3/', `/${type}/`));
  return cardOf(page);
}

export async function searchInvoices(card: Frame, text: string): Promise<void> {
  const field = card.getByLabel('Number, customer or amount');
  if ((await field.count()) === 0)
    await clickSeen(card.getByRole('button', { name: 'Add existing invoice' }));
  await field.fill(text);
}

/** The check box of an invoice that was found. */
export function foundBox(card: Frame, invoice: Entity): Locator {
  return card
    .locator('sb-add-existing')
    .getByRole('checkbox', { name: `${numberOf(invoice)} ${customerOf(invoice)}` });
}

export async function chooseInvoice(card: Frame, invoice: Entity): Promise<void> {
  const box = foundBox(card, invoice);
  await clickSeen(box);
  expect(await box.isChecked()).toBe(true);
}

/** Finds it by its number and adds it; gives its row on the card. */
export async function addInvoice(card: Frame, invoice: Entity): Promise<Locator> {
  await searchInvoices(card, numberOf(invoice));
  await chooseInvoice(card, invoice);
  await clickSeen(card.getByRole('button', { name: 'Add invoice' }));
  const row = documentRow(card, numberOf(invoice));
  await row.waitFor();
  return row;
}

export function numberOf(invoice: Entity): string {
  return String(invoice['DocNumber']);
}

export function customerOf(invoice: Entity): string {
  return (invoice['CustomerRef'] as { name: string }).name;
}
