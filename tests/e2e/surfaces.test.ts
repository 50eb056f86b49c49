// What holds for all surfaces of the real extension: accessible to everyone, and talking to nobody else.
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose, createInvoice } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { cardOf, clickSeen, dealAddress, documentRow, openDetails, toReview } from './support/story.ts';

const office = useOffice();
const services = [
  'api.hubapi.com',
  'developer.api.intuit.com',
  'oauth.platform.intuit.com',
  'quickbooks.api.intuit.com',
];

test('card, composer, review, result, set-up and request list have no accessibility violation', async () => {
  const deal = dealLike(office.world, 'For everyone');
  const found: Record<string, unknown[]> = {};
  const page = await office.browser.context.newPage();
  await page.goto(dealAddress(office.portal, deal.id, '?rerender=off&latency=10'));
  const card = await cardOf(page);
  await card.getByRole('button', { name: 'Create invoice' }).waitFor();
  found['empty card'] = await violations(card);
  await clickSeen(card.getByRole('button', { name: 'Add existing invoice' }));
  found['add existing'] = await violations(card);

  const composer = await compose(office, deal);
  found['composer'] = await violations(composer);
  await toReview(composer);
  await composer.getByText('Exact requests').click();
  found['review'] = await violations(composer);
  await composer.getByRole('button', { name: 'Create invoice' }).click();
  const heading = composer.getByRole('heading', { name: /^Invoice .* created$/ });
  await heading.waitFor();
  found['result'] = await violations(composer);

  const number = /Invoice (\S+) created/.exec(await heading.innerText())?.[1] ?? '';
  await openDetails(documentRow(card, number));
  found['card with an invoice'] = await violations(card);
  for (const name of ['setup', 'requests', 'sidepanel'] as const) {
    const surface = await office.browser.open(name);
    await surface.locator('main').waitFor();
    found[name] = await violations(surface);
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
});

test('[B-09] every request goes to HubSpot or Intuit, and the list shows each of them without a secret', async () => {
  await createInvoice(await compose(office, dealLike(office.world, 'No middleman')));
  const page = await office.browser.open('requests');
  await page.locator('tbody tr').first().waitFor();
  const rows = await page.locator('tbody tr').allInnerTexts();
  const hosts = rows.map((row) => services.find((host) => row.includes(host)) ?? row);
  expect([...new Set(hosts)].filter((host) => !services.includes(host))).toEqual([]);

  const listed = new Set(
    await page.locator('tbody tr').evaluateAll((all) => all.map((row) => row.textContent ?? '')),
  );
  const calls = office
    .exchanges()
    .filter(({ service }) => ['hubspotApi', 'quickbooks', 'intuitToken'].includes(service));
  expect(calls.length).toBeGreaterThan(10);
  for (const { method, url } of calls) {
    const { pathname } = new URL(url);
    const shown = [...listed].some(
      (row) => row.includes(method) && row.includes(decodeURIComponent(pathname)),
    );
    expect(shown, `${method} ${pathname}`).toBe(true);
  }
  const text = await page.content();
  const { accessTokens, grants } = office.world.state.intuit;
  const { serviceKey, intuit } = office.credentials;
  const secrets = [
    serviceKey,
    intuit.clientSecret,
    ...Object.keys(accessTokens),
    ...grants.map(({ refreshToken }) => refreshToken),
  ];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(/Bearer|Basic |refresh_token=/);
});

test('the side panel follows the tab that is open: one record, another, and none', async () => {
  const { context } = office.browser;
  const billed = dealLike(office.world, 'Followed and billed');
  await createInvoice(await compose(office, billed));
  const unbilled = dealLike(office.world, 'Followed');
  const openDeal = async ({ id }: { id: string }) => {
    const page = await context.newPage();
    await page.goto(dealAddress(office.portal, id, '?rerender=off&latency=10'));
    await cardOf(page);
    return page;
  };
  const panel = await office.browser.open('sidepanel');
  const shows = async (what: string, documents: number) => {
    await eventually(() => recordsOf(panel), what).toEqual(what === '' ? [] : [what]);
    const sign =
      what === '' ? panel.getByText('No record open') : panel.getByText('Create', { exact: false });
    await sign.first().waitFor();
    await eventually(() => panel.locator('sb-document').count(), what).toBe(documents);
  };
  const first = await openDeal(billed);
  await shows(billed.id, 1);
  const second = await openDeal(unbilled);
  await shows(unbilled.id, 0);
  await first.bringToFront();
  await shows(billed.id, 1);
  const elsewhere = await context.newPage();
  await elsewhere.goto('about:blank');
  await elsewhere.bringToFront();
  await shows('', 0);
  await second.bringToFront();
  await shows(unbilled.id, 0);
  // The same tab goes elsewhere, and back.
  await second.goto('about:blank');
  await shows('', 0);
  await second.goBack();
  await shows(unbilled.id, 0);
  await second.close();
  await first.bringToFront();
  await shows(billed.id, 1);
});

test('under a dark system the card in HubSpot’s light page is light, and what stands alone is dark', async () => {
  const page = await office.browser.context.newPage();
  await page.emulateMedia({ colorScheme: 'dark' });
  const { id } = dealLike(office.world, 'Light among light');
  await page.goto(dealAddress(office.portal, id, '?rerender=off&latency=10'));
  const card = await cardOf(page);
  await card.getByRole('button', { name: 'Create invoice' }).waitFor();
  expect(await lightness(card)).toBeGreaterThan(0.9);
  const panel = await office.browser.open('sidepanel');
  await panel.emulateMedia({ colorScheme: 'dark' });
  await panel.locator('sb-blank').waitFor();
  expect(await lightness(panel)).toBeLessThan(0.2);
});

/** The records of the cards that a page shows. */
function recordsOf(page: Page): Promise<string[]> {
  return page
    .locator('sb-card')
    .evaluateAll((all) => all.map((card) => (card as unknown as { record: { id: string } }).record.id));
}

/** How light a surface's ground is painted: 0 for black, 1 for white. */
function lightness(surface: Page | Frame): Promise<number> {
  return surface.evaluate(() => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const [red = 0, green = 0, blue = 0] = (ground.match(/[\d.]+/g) ?? []).map(Number);
    return (red + green + blue) / (3 * 255);
  });
}

/** What axe finds on a surface as it stands, shadow roots included. */
async function violations(surface: Page | Frame): Promise<{ id: string; targets: string[] }[]> {
  // Through the debugger, so that the page's own policy stays as strict as it is shipped.
  await surface.evaluate(axe.source);
  return surface.evaluate(async () => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations: all } = await checker.run(document, { resultTypes: ['violations'] });
    return all.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => String(target)) }));
  });
}
