// Making an invoice, and what must be true of it afterwards: exactly one, exactly as approved.
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import type { Page } from 'playwright-core';
import { bookRows, newRows, type RecordKey } from './books.ts';
import type { Office } from './office.ts';
import type { Approved } from './review.ts';
import { createFromReview, toReview } from './story.ts';

export { expectSentAsApproved } from './approvals.ts';

/** Opens the composer for a record, as the card's button does. */
export async function compose(
  office: Office,
  { type, id }: RecordKey,
  realm = office.realm,
  form: Record<string, string> = {},
): Promise<Page> {
  const composer = await office.browser.open('composer', { portal: office.portal, realm, type, id, ...form });
  await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  return composer;
}

/** Edit, review, create; gives the result's headline and what was approved. */
export async function createInvoice(composer: Page): Promise<{ headline: string; approved: Approved }> {
  const approved = await toReview(composer);
  return { approved, headline: await createFromReview(composer) };
}

/** Invoices of the company that were not there when this was called. */
export function watchInvoices(office: Office, realm = office.realm): () => Entity[] {
  const before = bookRows(office.world, realm, 'Invoice');
  return () => newRows(office.world, realm, 'Invoice', before);
}
