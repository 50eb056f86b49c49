// What holds for all surfaces of the real extension: accessible to everyone, and talking to nobody else.
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dealLike } from './support/deals.ts';
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
