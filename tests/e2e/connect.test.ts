// Set-up through the services' real pages, from an empty browser.
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bookRows, hubspotInvoicesOf, newRows } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { createInvoice, expectSentAsApproved } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { storedRows, storedText } from './support/storage.ts';
import { agree, connectHubSpot, connectQuickBooks } from './support/story.ts';

const office = useOffice({ connected: false });
const slowedDown = /is busy/;

test('a key that HubSpot does not know is refused and not kept', async () => {
  const setup = await office.browser.open('setup');
  await setup
    .getByLabel('Service key or private app token')
    .fill('pat-na1-00000000-0000-4000-8000-00000000dead');
  await setup.getByRole('button', { name: 'Connect', exact: true }).click();
  await setup.getByText('no longer accepts the saved sign-in').waitFor();
  await setup.reload();
  await setup.getByLabel('Service key or private app token').waitFor();
  expect(await setup.getByText('Connected', { exact: true }).count()).toBe(0);
});

test('[S1-20] [S4-16] a key without the permissions is named what it lacks', async () => {
  const setup = await office.browser.open('setup');
  await setup.getByLabel('Service key or private app token').fill(office.credentials.narrowKey);
  await setup.getByRole('button', { name: 'Connect', exact: true }).click();
  const step = setup.locator('sb-hubspot-step');
  await step.getByText('5 features need more permissions').waitFor();
  const missing = await step.locator('code').allInnerTexts();
  expect(missing).toContain('crm.objects.invoices.read');
  expect(missing).toContain('crm.objects.quotes.read');
  expect(missing).toContain('crm.schemas.deals.write');
  expect(missing).not.toContain('crm.objects.deals.read');
  const granted = new Set(office.world.state.hubspot.accessTokens[office.credentials.narrowKey]?.scopes);
  expect(missing.filter((scope) => granted.has(scope))).toEqual([]);
});

test('a consent that is cancelled connects nothing', async () => {
  const setup = await office.browser.open('setup');
  const consent = await signIn(setup);
  await consent.getByRole('button', { name: 'Cancel' }).click();
  await setup.getByText('may not do this').waitFor();
  expect(await setup.locator('sb-company').count()).toBe(0);
  expect(office.exchanges().filter(({ service }) => service === 'intuitToken')).toEqual([]);
});

test('[S1-21] [S4-16] three steps connect both services, and no secret shows anywhere', async () => {
  const { serviceKey, narrowKey, intuit, realms } = office.credentials;
  const setup = await office.browser.open('setup');
  await setup.getByRole('button', { name: 'Replace key' }).click();
  await connectHubSpotAgain(setup, serviceKey);
  await connectQuickBooks(setup, office.browser.context, intuit, realms[0]?.name ?? '');
  await setup.getByText('Open a deal in HubSpot. The card appears').waitFor();
  expect(await setup.getByText(/^Step \d of 3$/).count()).toBe(3);

  const requests = await office.browser.open('requests');
  await requests.locator('tbody tr').first().waitFor();
  const shown = (await setup.content()) + (await requests.locator('body').innerText());
  const stored = await storedText(setup);
  for (const secret of [serviceKey, narrowKey, intuit.clientSecret, ...tokens()]) {
    expect(shown.includes(secret), 'shown').toBe(false);
    expect(stored.includes(secret), 'stored in the clear').toBe(false);
  }
});

test('[S0-06] with two companies one is chosen, and only that one is written to', async () => {
  const [first, second] = office.credentials.realms;
  if (!first || !second) throw new Error('The sandbox has one company only.');
  const setup = await office.browser.open('setup');
  await setup.getByRole('button', { name: 'Connect another company' }).click();
  const consent = await signIn(setup);
  await agree(consent, second.name);
  await eventually(() => setup.locator('sb-company').getByText('Connected', { exact: true }).count()).toBe(2);

  const deal = dealLike(office.world, 'Two companies');
  const composer = await office.browser.open('composer', { portal: office.portal, ...deal });
  const choice = composer.getByLabel('Which QuickBooks company?');
  await choice.waitFor();
  expect(await choice.locator('option').allInnerTexts()).toEqual([
    expect.stringContaining(first.name),
    expect.stringContaining(second.name),
  ]);
  const before = [first, second].map(({ id }) => bookRows(office.world, id, 'Invoice'));
  await choice.selectOption(first.id);
  await composer.getByRole('button', { name: 'Next' }).click();
  await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  const { approved } = await createInvoice(composer);
  expectSentAsApproved(office, approved);
  expect(newRows(office.world, first.id, 'Invoice', before[0] ?? [])).toHaveLength(1);
  expect(newRows(office.world, second.id, 'Invoice', before[1] ?? [])).toHaveLength(0);
  expect(hubspotInvoicesOf(office.world, deal)).toHaveLength(1);

  const card = await office.browser.open('card', { portal: office.portal, ...deal });
  await eventually(() => card.getByLabel('QuickBooks company').locator('option').count()).toBe(2);
});

test('[S4-17] disconnecting revokes at Intuit and wipes the tokens; the links can still be exported', async () => {
  const setup = await office.browser.open('setup');
  const own = office.credentials.intuit.clientId;
  const living = () =>
    office.world.state.intuit.grants.filter(
      ({ clientId, revoked, realmId }) => clientId === own && !revoked && connectedRealms().includes(realmId),
    );
  expect(living().length).toBeGreaterThanOrEqual(2);
  for (const remaining of [1, 0]) {
    const company = setup.locator('sb-company').first();
    await company.getByRole('button', { name: 'Disconnect' }).click();
    await company.getByText('Access is revoked').waitFor();
    await company.getByRole('button', { name: 'Disconnect' }).click();
    await eventually(() => setup.locator('sb-company').count()).toBe(remaining);
  }
  const hubspot = setup.locator('sb-hubspot-step');
  await hubspot.getByRole('button', { name: 'Disconnect' }).click();
  await hubspot.getByRole('button', { name: 'Disconnect' }).click();
  await setup.getByLabel('Service key or private app token').waitFor();
  expect(living()).toEqual([]);
  expect(await storedRows(setup, 'secrets')).toEqual([]);

  const download = setup.waitForEvent('download');
  await setup.getByRole('button', { name: 'Export links' }).click();
  const path = join(await mkdtemp(join(tmpdir(), 'sidebill-links-')), 'links.csv');
  await (await download).saveAs(path);
  const lines = readFileSync(path, 'utf8').trim().split('\r\n');
  expect(lines[0]).toBe('portal,record_type,record_id,document,number,last_seen');
  expect(lines.slice(1).join()).toMatch(
    new RegExp(`${office.portal},0-3,\\d+,${office.realm}:Invoice:\\d+,\\d+,`),
  );
});

test('a connection that a busy service delays appears by itself, and the page stops saying that it is busy', async () => {
  // Longer than a worker may sleep: it is woken by an alarm, long after the page had its answer.
  office.world.state.switches.retryAfterSeconds = 40;
  const busy = { path: '', action: 'status', status: 429, times: 1 } as const;
  office.world.state.faults.push({ service: 'hubspotApi', ...busy }, { service: 'quickbooks', ...busy });
  const setup = await office.browser.open('setup');
  await setup.getByLabel('Service key or private app token').fill(office.credentials.serviceKey);
  await setup.getByRole('button', { name: 'Connect', exact: true }).click();
  const hubspot = setup.locator('sb-hubspot-step');
  await hubspot.getByText(slowedDown).waitFor();
  const consent = await signIn(setup);
  await agree(consent, office.credentials.realms[0]?.name ?? '');
  const quickbooks = setup.locator('sb-quickbooks-step');
  await quickbooks.getByText(slowedDown).waitFor();
  expect(await setup.getByText('Connected', { exact: true }).count()).toBe(0);

  for (const step of [hubspot, quickbooks]) {
    await step.getByText('Connected', { exact: true }).waitFor({ timeout: 90_000 });
    await eventually(() => step.getByText(slowedDown).count()).toBe(0);
  }
  await setup.getByText('Open a deal in HubSpot. The card appears').waitFor();
  office.world.state.switches.retryAfterSeconds = 1;
}, 150_000);

test('a company whose access cannot be revoked is forgotten all the same, and that is said', async () => {
  office.world.state.faults.push({
    service: 'intuitToken',
    path: 'revoke',
    action: 'status',
    status: 503,
    times: 1,
  });
  const setup = await office.browser.open('setup');
  const company = setup.locator('sb-company');
  await company.getByRole('button', { name: 'Disconnect' }).click();
  await company.getByRole('button', { name: 'Disconnect' }).click();
  await setup.getByText('Intuit could not be told that access has ended.').waitFor();
  expect(await company.count()).toBe(0);
  expect((await storedRows(setup, 'secrets')).map((row) => (row as { name: string }).name)).toEqual([
    `hubspot:${office.portal}`,
  ]);
  office.complaints.length = 0; // the browser reports the answer
});

async function connectHubSpotAgain(setup: Page, key: string): Promise<void> {
  await connectHubSpot(setup, key);
  await setup.getByText('All permissions are granted').waitFor();
}

/** Fills in the company's own keys and gives Intuit's consent page. */
async function signIn(setup: Page): Promise<Page> {
  const { clientId, clientSecret } = office.credentials.intuit;
  await setup.getByLabel('Client ID').fill(clientId);
  await setup.getByLabel('Client secret').fill(clientSecret);
  const consent = office.browser.context.waitForEvent('page');
  await setup.getByRole('button', { name: 'Sign in to Intuit' }).click();
  return consent;
}

/** Every token that Intuit has given out. */
function tokens(): string[] {
  const { accessTokens, grants } = office.world.state.intuit;
  return [...Object.keys(accessTokens), ...grants.map(({ refreshToken }) => refreshToken)];
}

function connectedRealms(): string[] {
  return office.credentials.realms.slice(0, 2).map(({ id }) => id);
}
