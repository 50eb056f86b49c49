import { discountDeal, tieredDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { colleague, hubspotInvoicesOf, propertiesOf, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import {
  cardOf,
  clickSeen,
  createFromReview,
  dealAddress,
  documentRow,
  openComposer,
  openDetails,
  toReview,
} from './support/story.ts';

const office = useOffice();

test('[S0-10] [S0-18] [B-02] from the card to one invoice, its bytes as approved, its preview as booked', async () => {
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
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);
  const row = documentRow(card, String(invoice?.['DocNumber']));
  await openDetails(row);
  expect(await row.locator('.details .sum .figure').innerText()).toBe(dollars(Number(invoice?.['TotalAmt'])));
});

test('[B-02] one field that is changed on the page is one row of the review that changes', async () => {
  const deal = dealLike(office.world, 'Dry run');
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await composer.getByLabel('Due date').fill('2027-03-31');
  await composer.getByLabel('Message to the customer').fill('Thank you');
  await composer.getByLabel('Private memo').fill('PO 1');
  const edits: [label: string, value: string, rows: string[]][] = [
    ['Message to the customer', 'Tack', ['CustomerMemo.value']],
    ['Private memo', 'PO 2', ['PrivateNote']],
    ['Invoice email', 'other@example.com', ['BillEmail.Address']],
    ['Invoice date', '2027-01-15', ['TxnDate']],
    ['Due date', '2027-04-30', ['DueDate']],
    ['Description', 'Other words', ['Line[0].Description']],
    // The amount is no field: it is what quantity and price come to.
    ['Quantity', '9', ['Line[0].Amount', 'Line[0].SalesItemLineDetail.Qty']],
    ['Price', '8.75', ['Line[0].Amount', 'Line[0].SalesItemLineDetail.UnitPrice']],
  ];
  let before = await reviewRows(composer);
  for (const [label, value, rows] of edits) {
    await composer.getByLabel(label, { exact: true }).first().fill(value);
    const after = await reviewRows(composer);
    expect(changedIn(before, after), label).toEqual(rows);
    before = after;
  }
  await composer.getByLabel('Taxable').first().check();
  const taxed = await reviewRows(composer);
  expect(changedIn(before, taxed)).toEqual(['Line[0].SalesItemLineDetail.TaxCodeRef.value']);
  expect(made()).toEqual([]);
});

test('[B-02] the review prints company, its id, environment and the accounts it posts to', async () => {
  const composer = await compose(office, dealLike(office.world, 'Where it goes'));
  await toReview(composer);
  const aside = composer.locator('aside.summary');
  const [company] = office.credentials.realms;
  expect(await aside.locator('.company').innerText()).toBe(company?.name);
  expect(await aside.locator('.realm').innerText()).toBe(office.realm);
  expect(await aside.locator('.tag').innerText()).toBe('Production');
  const postings = (await aside.locator('.postings > div').allInnerTexts()).map((text) => text.split('\n'));
  expect(postings.map(([kind, account]) => [kind, account])).toEqual([
    ['Owed by the customer', 'Accounts Receivable (A/R)'],
    ['Income', 'Services'],
  ]);
  expect(new Set(postings.map((parts) => parts.at(-1))).size).toBe(1);
});

test('[S0-19] the invoice is created and not sent', async () => {
  const deal = dealLike(office.world, 'Created, not sent');
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await toReview(composer);
  expect(await composer.getByText('not sent to the customer').isVisible()).toBe(true);
  await createFromReview(composer);
  expect(made()[0]).toMatchObject({ EmailStatus: 'NotSet' });
  expect(writes(office.exchanges(), 'quickbooks')).toHaveLength(1);
  expect(office.exchanges().filter(({ url }) => /\/send(\?|$)/.test(url))).toEqual([]);
});

test('[S0-21] the deal says what QuickBooks says: after creation, a payment and another due date', async () => {
  const deal = dealLike(office.world, 'Told to the deal');
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await createInvoice(composer);
  const id = made()[0]?.Id ?? '';
  const current = (): Record<string, unknown> => made()[0] ?? {};
  expect(told(deal)).toEqual(expected(current(), 'open', '0.00'));

  await colleague(office, 'payment', {
    CustomerRef: current()['CustomerRef'],
    TotalAmt: 1000,
    Line: [{ Amount: 1000, LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] }],
  });
  const page = await office.browser.context.newPage();
  await page.goto(dealAddress(office.portal, deal.id, '?rerender=off'));
  const card = await cardOf(page);
  const row = documentRow(card, String(current()['DocNumber']));
  await openDetails(row);
  await clickSeen(row.getByRole('button', { name: 'Refresh' }));
  await row.getByText('Partly paid').waitFor();
  await eventually(() => told(deal)).toEqual(expected(current(), 'partially-paid', '1000.00'));

  await colleague(office, 'invoice', { Id: id, DueDate: '2027-03-31' });
  await clickSeen(card.getByRole('button', { name: 'Refresh from QuickBooks' }));
  await eventually(() => told(deal)).toEqual(expected(current(), 'partially-paid', '1000.00'));
  expect(told(deal).due).toBe('2027-03-31');

  function told(of: typeof deal) {
    const own = propertiesOf(office.world, of);
    return {
      number: own['sidebill_invoice_number'],
      status: own['sidebill_invoice_status'],
      due: own['sidebill_invoice_due_date'],
      recipient: own['sidebill_invoice_recipient'],
      collected: own['sidebill_invoice_amount_collected'],
    };
  }
  function expected(invoice: Record<string, unknown>, status: string, collected: string) {
    return {
      number: invoice['DocNumber'],
      status,
      due: invoice['DueDate'],
      recipient: `${named(invoice['CustomerRef'])} <${(invoice['BillEmail'] as { Address: string }).Address}>`,
      collected,
    };
  }
});

test('[S0-13] only TAX and NON are sent; the tax that QuickBooks adds is shown with the difference', async () => {
  const deal = dealLike(office.world, 'Taxed by QuickBooks', discountDeal.id);
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  for (const box of await composer.getByLabel('Taxable').all()) await box.check();
  const approved = await toReview(composer);
  const announced = await taxRow(composer);
  await createFromReview(composer);
  const [invoice] = made();
  expectSentAsApproved(office, approved);
  const sent = JSON.parse(approved.requests[0]?.body ?? '{}') as Record<string, unknown>;
  expect(JSON.stringify(sent).match(/"TaxCodeRef":\{"value":"([^"]+)"/g)).toEqual(
    Array(3).fill('"TaxCodeRef":{"value":"TAX"'),
  );
  expect(sent['TxnTaxDetail']).toBeUndefined();
  const tax = Number(Object(invoice?.['TxnTaxDetail'])['TotalTax']);
  expect(tax).toBeGreaterThan(0);
  const result = composer.locator('.result');
  expect(announced).toMatch(/Set by QuickBooks|estimate/);
  await result.getByText('Includes sales tax').waitFor();
  expect(await result.innerText()).toContain(dollars(tax));
  expect(await result.innerText()).toContain(dollars(Number(invoice?.['TotalAmt'])));
});

test('[S0-14] the due date follows the terms, a chosen date wins, and no date is shifted', async () => {
  const deal = dealLike(office.world, 'Terms and dates');
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  await composer.getByLabel('Invoice date').fill('2027-01-31');
  await composer
    .getByLabel('Terms', { exact: true })
    .selectOption({ label: await termLike(composer, 'Net 30') });
  await eventually(() => composer.getByLabel('Due date').inputValue()).toBe('2027-03-02');
  await composer.getByLabel('Invoice date').fill('2028-01-30');
  await eventually(() => composer.getByLabel('Due date').inputValue()).toBe('2028-02-29');
  await composer.getByLabel('Due date').fill('2028-03-15');
  await createInvoice(composer);
  expect(made()[0]).toMatchObject({ TxnDate: '2028-01-30', DueDate: '2028-03-15' });
});

test('[S0-15] what US QuickBooks can store arrives unchanged; anything else is flagged before sending', async () => {
  const deal = dealLike(office.world, 'A message');
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  const message = composer.getByLabel('Message to the customer');
  await message.fill('Danke 🎉 für alles — 你好');
  await composer.getByText('cannot store').first().waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  const text = 'Merci, señor Müller!\n½ price until 31 March © Sidebill';
  await message.fill(text);
  await createInvoice(composer);
  expect(made()[0]?.['CustomerMemo']).toEqual({ value: text });
});

test('[S2-04] what cannot be billed is said with its reason, and nothing is written', async () => {
  const composer = await compose(office, dealLike(office.world, 'Not to be billed', tieredDeal.id));
  await composer.getByText('tiered prices').first().waitFor();
  await composer.getByLabel('Due date').fill('2020-01-01');
  await composer.getByText('before the invoice date').first().waitFor();
  expect(await composer.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);
  expect(writes(office.exchanges(), 'hubspotApi')).toEqual([]);
});

test('[S0-16] twenty times to the review and back loses and changes nothing', async () => {
  const composer = await compose(office, dealLike(office.world, 'Back and forth'));
  await composer.getByLabel('Message to the customer').fill('Tack så mycket & <b>hej</b>\nline two');
  await composer.getByLabel('Private memo').fill('PO 4711');
  await composer.getByLabel('Quantity').first().fill('2.5');
  await composer.getByLabel('Invoice date').fill('2027-02-28');
  await composer.getByLabel('Due date').fill('2027-04-01');
  const before = await entered(composer);
  for (let turn = 0; turn < 20; turn += 1) {
    await toReview(composer);
    if (turn % 2 === 0) await composer.getByRole('button', { name: 'Back' }).click();
    else await composer.goBack();
    await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
    expect(await entered(composer)).toEqual(before);
  }
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);
});

test('a second invoice for a deal is made only when it is asked for', async () => {
  const deal = dealLike(office.world, 'Two invoices');
  const made = watchInvoices(office);
  await createInvoice(await compose(office, deal));
  const again = await compose(office, deal);
  await again
    .getByText(/already (exists|has an invoice)/)
    .first()
    .waitFor();
  expect(await again.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
  await again.getByRole('button', { name: 'Create another' }).click();
  await createInvoice(again);
  expect(made()).toHaveLength(2);
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(2);
});

/** To the review and back; its rows by the field's name in the request. */
async function reviewRows(composer: Page): Promise<Map<string, string>> {
  await toReview(composer);
  const rows = await composer
    .locator('tr:has(td.after)')
    .evaluateAll((all) =>
      all.map((row): [string, string] => [
        row.querySelector('th')?.title ?? '',
        row.querySelector('.after')?.textContent ?? '',
      ]),
    );
  await composer.getByRole('button', { name: 'Back' }).click();
  await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  return new Map(rows);
}

function changedIn(before: Map<string, string>, after: Map<string, string>): string[] {
  const fields = [...new Set([...before.keys(), ...after.keys()])];
  return fields.filter((field) => before.get(field) !== after.get(field)).sort();
}

/** Everything that stands in the form's fields, in order. */
function entered(page: Page): Promise<string[]> {
  return page.locator('input, textarea, select').evaluateAll((fields) =>
    fields.map((field) => {
      if (field instanceof HTMLInputElement && field.type === 'checkbox') return String(field.checked);
      return (field as HTMLInputElement).value;
    }),
  );
}

/** The row about sales tax, label and figure. */
async function taxRow(page: Page): Promise<string> {
  return page.locator('.sums > div').filter({ hasText: 'Sales tax' }).first().innerText();
}

/** The label of the terms whose name begins so: the customer's own are marked as its default. */
async function termLike(page: Page, start: string): Promise<string> {
  const labels = await page.getByLabel('Terms', { exact: true }).locator('option').allInnerTexts();
  return labels.find((label) => label.startsWith(start)) ?? '';
}

function named(reference: unknown): string {
  return (reference as { name: string }).name;
}

function dollars(amount: number): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(amount);
}
