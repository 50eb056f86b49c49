// One click, one invoice, whatever happens on the way.
import type { Fault } from '@sidebill/sandbox';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hubspotInvoicesOf, propertiesOf, type RecordKey, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { toReview } from './support/story.ts';

const office = useOffice();
const creation = '/v3/company/\\d+/invoice\\?';

test('[S0-17] one invoice after a double click', async () => {
  const { composer, only } = await ready('Double click');
  await composer.getByRole('button', { name: 'Create invoice' }).dblclick();
  await only(composer);
});

test('[S0-17] one invoice from two tabs', async () => {
  const { composer, deal, only } = await ready('Two tabs');
  const other = await compose(office, deal);
  await toReview(other);
  // The slower tab may find its button gone: its page shows the run by then.
  const both = [composer, other].map((page) =>
    page.getByRole('button', { name: 'Create invoice' }).click({ timeout: 3_000 }),
  );
  await Promise.allSettled(both);
  await only(composer);
  await only(other);
});

test('[S0-17] one invoice when the page is reloaded mid-request', async () => {
  const { composer, only } = await ready('Reloaded');
  await createAndHold(composer);
  await composer.reload();
  await composer.getByText('Creating the invoice').first().waitFor();
  await only(composer);
});

test('[S0-17] [B-03] one invoice when the worker is killed mid-request', async () => {
  const { composer, only } = await ready('Killed');
  await createAndHold(composer);
  await office.browser.killWorker();
  expect(creations()).toHaveLength(0);
  await only(composer);
  await eventually(() => creations().length).toBe(2);
  expect(new Set(creations().map(({ url }) => new URL(url).searchParams.get('requestid'))).size).toBe(1);
});

test('pages that leave while the worker starts interrupt no run that others follow', async () => {
  const { composer, deal, only } = await ready('Leaving');
  await createAndHold(composer);
  const run = new URL(composer.url()).searchParams.get('run') ?? '';
  for (let times = 0; times < 8; times += 1) {
    const page = await office.browser.open('card', { portal: office.portal, ...deal });
    await office.browser.killWorker();
    await page.evaluate((name) => {
      for (let line = 0; line < 5; line += 1) chrome.runtime.connect({ name }).disconnect();
      chrome.runtime.connect({ name });
    }, `run:${run}`);
    await page.close();
  }
  await only(composer);
});

test('[S0-17] [B-03] one invoice when worker and page are gone, and the card shows it going on', async () => {
  const { composer, deal, only } = await ready('All gone');
  await createAndHold(composer, 2);
  const address = composer.url();
  await composer.close();
  await office.browser.killWorker();
  const card = await office.browser.open('card', { portal: office.portal, ...deal });
  await card.getByText('Creating an invoice').waitFor();
  await card.locator('sb-document').waitFor({ timeout: 60_000 });
  const again = await office.browser.context.newPage();
  await again.goto(address);
  await only(again);
});

test('[S0-17] [B-03] one invoice when the answer is lost', async () => {
  const { composer, only } = await ready('Lost answer');
  plan({ path: creation, action: 'drop-after' });
  await create(composer);
  await only(composer);
  expect(creations()).toHaveLength(2);
  office.complaints.length = 0; // the browser reports the closed connection
});

test('one invoice when the network is gone and comes back', async () => {
  const { composer, only, made } = await ready('Offline');
  await office.browser.context.setOffline(true);
  await create(composer);
  await composer.getByText('waiting').first().waitFor();
  expect(made()).toEqual([]);
  await office.browser.context.setOffline(false);
  await only(composer);
  office.complaints.length = 0; // the browser reports each call that could not leave
});

test('an expired access token is renewed on the way', async () => {
  const { composer, only } = await ready('Expired token');
  await control('expire-tokens');
  await create(composer);
  await only(composer);
  expect(office.exchanges().filter(({ service }) => service === 'intuitToken')).toHaveLength(1);
});

test('a refresh token that changes with every use is kept', async () => {
  office.world.state.switches.rotateRefreshTokenAlways = true;
  const tokens = new Set<string>();
  for (const name of ['Rotated once', 'Rotated twice']) {
    const { composer, only } = await ready(name);
    await control('expire-tokens');
    await create(composer);
    await only(composer);
    tokens.add(currentGrant());
  }
  expect(tokens.size).toBe(2);
});

test('QuickBooks and HubSpot asking to slow down are waited for', async () => {
  const { composer, only } = await ready('Slow down');
  plan({ path: creation, action: 'status', status: 429 });
  plan({
    service: 'hubspotApi',
    method: 'POST',
    path: '^/crm/objects/2026-09/0-53$',
    action: 'status',
    status: 429,
  });
  await create(composer);
  await only(composer);
});

test('a fault of QuickBooks itself is survived', async () => {
  const { composer, only } = await ready('Fault 500');
  plan({ path: creation, action: 'status', status: 500 });
  await create(composer);
  await only(composer);
});

test('a deal that changed after the approval is shown again before anything is written', async () => {
  const { composer, deal, made } = await ready('Changed meanwhile');
  propertiesOf(office.world, deal)['deal_currency_code'] = 'EUR';
  await create(composer);
  await composer.locator('sb-notice').getByText('The deal was changed in HubSpot').waitFor();
  expect(made()).toEqual([]);
});

test('[B-02] a company or an account that is not the connected one gets nothing', async () => {
  const deal = dealLike(office.world, 'Wrong address');
  const made = watchInvoices(office);
  const wrongCompany = { portal: office.portal, realm: '9341453172058999', ...deal };
  const company = await office.browser.open('composer', wrongCompany);
  await company
    .getByText(/not connected|another company/)
    .first()
    .waitFor();
  const wrongPortal = { portal: '99999999', realm: office.realm, ...deal };
  const portal = await office.browser.open('composer', wrongPortal);
  await portal
    .getByText(/another HubSpot account|not connected/)
    .first()
    .waitFor();
  expect(made()).toEqual([]);
  expect(
    office
      .exchanges()
      .filter(({ method }) => method !== 'GET')
      .map(({ url }) => url),
  ).toEqual([]);
});

test('[B-02] nothing is written anywhere when the access turns out to be another company’s', async () => {
  const { composer, deal, made } = await ready('Another company behind the token');
  const other = office.credentials.realms[1]?.id ?? '';
  const elsewhere = watchInvoices(office, other);
  const { grants, accessTokens } = office.world.state.intuit;
  const mine = [...grants, ...Object.values(accessTokens)].filter(({ realmId }) => realmId === office.realm);
  expect(mine.length).toBeGreaterThan(0);
  for (const access of mine) access.realmId = other;
  await create(composer);
  const notice = composer.locator('sb-notice[tone="bad"]').first();
  await notice.waitFor();
  expect(await notice.locator('.heading').innerText()).toMatch(/QuickBooks.*no longer/s);
  expect(creations().map(({ status }) => status)).toEqual(creations().map(() => 403));
  expect([...made(), ...elsewhere()]).toEqual([]);
  expect(hubspotInvoicesOf(office.world, deal)).toEqual([]);
  expect(writes(office.exchanges(), 'hubspotApi')).toEqual([]);
  for (const access of mine) access.realmId = office.realm;
});

test('a store that cannot be read is told on the card and in the composer, and both go on when it can', async () => {
  const deal = dealLike(office.world, 'Unreadable');
  const worker = await office.browser.worker();
  await worker.evaluate(() => {
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (this.name === 'runs') throw new DOMException('planted', 'UnknownError');
      return get.call(this, key);
    };
    Object.assign(globalThis, { mend: () => Object.assign(IDBObjectStore.prototype, { get }) });
  });
  const card = await office.browser.open('card', { portal: office.portal, ...deal });
  await card.getByText('Sidebill ran into a problem (UnknownError).').waitFor();
  const composer = await office.browser.open('composer', { portal: office.portal, ...deal });
  await composer.getByText('Sidebill ran into a problem (UnknownError).').waitFor();
  expect(office.complaints.filter((complaint) => complaint.includes('cannot be read'))).not.toEqual([]);

  await worker.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  office.complaints.length = 0;
  for (const page of [card, composer]) await page.reload();
  await card.getByRole('button', { name: 'Create invoice' }).waitFor();
  await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  expect(await composer.getByText('ran into a problem').count()).toBe(0);
});

interface Ready {
  composer: Page;
  deal: RecordKey;
  made: ReturnType<typeof watchInvoices>;
  /** The page tells of the one invoice there is, and it is the one that was approved. */
  only(page: Page): Promise<void>;
}

/** A deal of its own, composed and reviewed: the next click creates. */
async function ready(name: string): Promise<Ready> {
  const deal = dealLike(office.world, name);
  const made = watchInvoices(office);
  const composer = await compose(office, deal);
  const approved = await toReview(composer);
  const only = async (page: Page) => {
    await page
      .getByRole('heading', { name: /^Invoice .* (created|already existed)$/ })
      .waitFor({ timeout: 90_000 });
    expect(made()).toHaveLength(1);
    expect(await page.getByRole('heading', { name: /^Invoice/ }).innerText()).toContain(
      String(made()[0]?.['DocNumber']),
    );
    expectSentAsApproved(office, approved);
    expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);
  };
  return { composer, deal, made, only };
}

function create(composer: Page): Promise<void> {
  return composer.getByRole('button', { name: 'Create invoice' }).click();
}

/** Clicks, and returns while QuickBooks is at work: its answers take three seconds, so many times. */
async function createAndHold(composer: Page, times = 1): Promise<void> {
  const fault = plan({ path: creation, action: 'delay', delayMs: 3_000, times });
  await create(composer);
  await eventually(() => fault.times).toBe(times - 1);
}

function plan(fault: Partial<Fault> & Pick<Fault, 'path' | 'action'>): Fault {
  const planned: Fault = { service: 'quickbooks', method: 'POST', times: 1, ...fault };
  office.world.state.faults.push(planned);
  return planned;
}

function creations() {
  return writes(office.exchanges(), 'quickbooks');
}

async function control(what: string): Promise<void> {
  const answer = await office.sandbox.control.inject({
    method: 'POST',
    url: `/quickbooks/${office.realm}/${what}`,
  });
  expect(answer.statusCode).toBe(200);
}

function currentGrant(): string {
  const { grants } = office.world.state.intuit;
  return grants
    .filter(({ realmId, revoked }) => realmId === office.realm && !revoked)
    .map(({ refreshToken }) => refreshToken)
    .join();
}
