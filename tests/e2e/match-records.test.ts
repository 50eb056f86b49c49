// Whole lists of HubSpot against QuickBooks: read, looked through by keyboard, saved, and of use afterwards.
import { readFile } from 'node:fs/promises';
import { plant } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { colleague, propertiesOf } from './support/books.ts';
import { dealOf } from './support/buyers.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();

async function openMatching(): Promise<Page> {
  const page = await office.browser.open('matching', {});
  await page.getByRole('button', { name: 'Read records' }).waitFor();
  await eventually(() => page.getByRole('button', { name: 'Read records' }).isEnabled()).toBe(true);
  return page;
}

async function readRecords(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read records' }).click();
  await page.getByText(/^Read [\d,]+ records of HubSpot and [\d,]+ of QuickBooks\.$/).waitFor();
  await page.getByRole('listbox').waitFor();
}

/** Of the record that the list stands at: HubSpot's name and QuickBooks's. */
async function namesAt(page: Page): Promise<string[]> {
  return page.locator('.pair .record .title').allTextContents();
}

function companiesNamed(name: string): string[] {
  const ids = Object.keys(office.world.state.hubspot.records['0-2'] ?? {});
  return ids.filter((id) => propertiesOf(office.world, { type: '0-2', id })['name'] === name);
}

function linksOf(name: string): string {
  const links = companiesNamed(name).map(
    (id) => propertiesOf(office.world, { type: '0-2', id })['sidebill_links'],
  );
  return links.filter(Boolean).join();
}

test('what is accepted by keyboard is saved in HubSpot, and what is rejected stays decided', async () => {
  const page = await openMatching();
  await readRecords(page);
  await page.getByRole('button', { name: /^Certain/ }).click();
  await page.getByRole('listbox').focus();
  const accepted: string[] = [];
  for (const key of ['a', 'Enter', 'r']) {
    accepted.push((await namesAt(page))[0] ?? '');
    await page.keyboard.press(key);
  }
  await page.getByText(/\b3 of \d+ decided/).waitFor();
  const rejected = accepted.pop() ?? '';

  await page.reload();
  await page.getByText(/\b3 of \d+ decided/).waitFor();
  await page.getByRole('button', { name: 'Save 2 links' }).click();
  await page.getByText('2 links saved in HubSpot.').waitFor();
  for (const name of accepted) expect(linksOf(name)).toMatch(new RegExp(`^${office.realm}:Customer:\\d+$`));
  expect(linksOf(rejected)).toBe('');
  await page.getByText(/\b1 of \d+ decided/).waitFor();
  await page.close();
});

test('a link that was saved decides who is billed, whatever the names say', async () => {
  const page = await openMatching();
  await page.getByRole('button', { name: /^To check/ }).click();
  await page.getByRole('option').filter({ hasNotText: 'inactive' }).first().click();
  await page.getByRole('listbox').focus();
  const [name = '', customer = ''] = await namesAt(page);
  expect(name).not.toBe(customer);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Save one link' }).click();
  await page.getByText('One link saved in HubSpot.').waitFor();
  await page.close();

  const made = watchInvoices(office);
  const company = companiesNamed(name)[0] ?? '';
  const composer = await compose(office, dealOf(office.world, 'Linked by hand', { company, contacts: [] }));
  await composer.getByText('Linked before').first().waitFor();
  await createInvoice(composer);
  expect(made()[0]?.['CustomerRef']).toMatchObject({ name: customer });
});

test('the list is exported with scores, outcomes and decisions, and no cell is a formula', async () => {
  plant(office.world, '0-2', { name: '=Harmless & Sons' }, 9);
  const page = await openMatching();
  await readRecords(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const text = await readFile((await download.path()) ?? '', 'utf8');
  const [head, ...lines] = text.trimEnd().split('\r\n');
  expect(head).toBe('left_id,left_name,right_id,right_name,score,outcome,decision,evidence');
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.some((line) => line.includes(',rejected,'))).toBe(true);
  expect(text).not.toMatch(/(^|,)[=+@]/m);
  await page.close();
});

test('products and contacts are matched too, each side read once', async () => {
  const page = await openMatching();
  for (const list of ['Products', 'Contacts']) {
    await page.getByRole('button', { name: list, exact: true }).click();
    await eventually(() => page.getByRole('button', { name: 'Read records' }).isEnabled()).toBe(true);
    await readRecords(page);
    expect(await page.getByRole('option').count()).toBeGreaterThan(0);
  }
  const urls = office.exchanges().map(({ url }) => url);
  expect(new Set(urls).size, 'no page is asked for twice').toBe(urls.length);
});

/** Contacts that were made of customers, by the link that only they have. */
function importedContacts(): Map<string, string> {
  const ids = Object.keys(office.world.state.hubspot.records['0-1'] ?? {});
  const linked = ids.map((id) => [propertiesOf(office.world, { type: '0-1', id })['sidebill_link'], id]);
  return new Map(linked.filter((one): one is [string, string] => Boolean(one[0])));
}

async function customerOf(values: Record<string, unknown>): Promise<string> {
  const { Customer } = (await colleague(office, 'customer', values)) as { Customer: { Id: string } };
  return `${office.realm}:Customer:${Customer.Id}`;
}

async function openContacts(): Promise<Page> {
  const page = await openMatching();
  await page.getByRole('button', { name: 'Contacts', exact: true }).click();
  await eventually(() => page.getByRole('button', { name: 'Read records' }).isEnabled()).toBe(true);
  return page;
}

test('[S1-17] contacts are made of all customers that have none, once, and a contact made so is invoiced', async () => {
  const address = { Line1: '4 Reed Lane', City: 'Salem', CountrySubDivisionCode: 'OR', PostalCode: '97301' };
  const person = { GivenName: 'Quill', FamilyName: 'Quagmire', CompanyName: 'Quagmire Reeds' };
  const email = { PrimaryEmailAddr: { Address: 'quill@quagmire.example' } };
  const first = await customerOf({ DisplayName: 'Quagmire Reeds', ...person, ...email, BillAddr: address });
  const second = await customerOf({ DisplayName: 'Xebec Chandlery', CompanyName: 'Xebec Chandlery' });
  const page = await openContacts();
  await readRecords(page);
  await page.getByText(/^[\d,]+ customers of QuickBooks match no contact\.$/).waitFor();
  await page.getByRole('button', { name: 'Create contacts…' }).click();
  await page.getByRole('checkbox').nth(1).uncheck();
  const create = page.getByRole('button', { name: /^Create [\d,]+ contacts$/ });
  const count = Number((await create.textContent())?.replaceAll(/\D/g, ''));
  await create.click();
  // Seven customers share the address of an office; of an address HubSpot takes one contact.
  await page
    .getByText(
      `${count} contacts created in HubSpot. 6 of them have no email address, because another contact has it.`,
    )
    .waitFor({ timeout: 90_000 });
  const made = importedContacts();
  expect(made.size).toBe(count);
  expect(propertiesOf(office.world, { type: '0-1', id: made.get(first) ?? '' })).toMatchObject({
    firstname: 'Quill',
    lastname: 'Quagmire',
    company: 'Quagmire Reeds',
    email: 'quill@quagmire.example',
    address: '4 Reed Lane',
    city: 'Salem',
    state: 'OR',
    zip: '97301',
    sidebill_links: first,
  });
  expect(propertiesOf(office.world, { type: '0-1', id: made.get(second) ?? '' })['lastname']).toBe(
    'Xebec Chandlery',
  );

  await page.getByText('One customer of QuickBooks matches no contact.').waitFor();
  await page.getByRole('button', { name: 'Create contacts…' }).click();
  await page.getByRole('button', { name: 'Create one contact' }).click();
  await page.getByText('One contact created in HubSpot.').waitFor();
  expect(importedContacts().size).toBe(count + 1);
  await page.close();

  const invoices = watchInvoices(office);
  const contacts = [made.get(second) ?? ''];
  const company = plant(office.world, '0-2', { name: 'Somewhere else entirely' }, 9).id;
  const composer = await compose(office, dealOf(office.world, 'Imported', { company, contacts }));
  await composer.getByText('Linked before').first().waitFor();
  await createInvoice(composer);
  expect(invoices()[0]?.['CustomerRef']).toMatchObject({ name: 'Xebec Chandlery' });
});
