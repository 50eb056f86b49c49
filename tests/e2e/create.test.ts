import { expect, test } from 'vitest';
import { hubspotInvoicesOf, ownProperties, propertiesOf, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { compose, createInvoice, expectSentAsApproved, readReview, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { cardOf, createFromReview, dealAddress, documentRow, openComposer, toReview } from './support/story.ts';

const office = useOffice();

test('[S0-10] [B-02] from the card to one invoice whose bytes are those that were approved', async () => {
  const deal = dealLike(office.world, 'From the card');
  const made = watchInvoices(office);
  const page = await office.browser.context.newPage();
  await page.goto(dealAddress(office.portal, deal.id, '?rerender=off'));
  const card = await cardOf(page);
  const composer = await openComposer(office.browser, card);
  const { headline, approved } = await createInvoice(composer);

  const [invoice] = made();
  expect(made()).toHaveLength(1);
  expect(headline).toBe(`Invoice ${invoice?.['DocNumber']} created`);
  expect(approved.requests).toHaveLength(1);
  expectSentAsApproved(office, approved);
  await documentRow(card, String(invoice?.['DocNumber'])).waitFor();
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);
});
