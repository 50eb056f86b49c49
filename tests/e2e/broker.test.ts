// A sales rep who is no QuickBooks administrator connects through the team's broker.
import { expect, test } from 'vitest';
import { dealLike } from './support/deals.ts';
import { compose, createInvoice, expectSentAsApproved, watchInvoices } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';
import { storedText } from './support/storage.ts';

const broker = 'https://broker.sidebill.test';
const office = useOffice({ allowed: `${broker}/*` });

test('a rep connects through the broker, creates an invoice, and never holds a refresh token', async () => {
  const { credentials, world } = office;
  await adminConnects();
  const setup = await office.browser.open('setup');
  const company = setup.locator('sb-company').filter({ hasText: credentials.realms[0]?.name ?? '' });
  await company.getByRole('button', { name: 'Disconnect' }).click();
  await company.getByRole('button', { name: 'Disconnect' }).click();
  await setup.getByLabel('Token broker').check();
  await setup.getByLabel('Broker address').fill(broker);
  await setup.getByLabel('Broker key').fill(credentials.brokerKeys.rep);
  await setup.getByRole('button', { name: 'Connect through the broker' }).click();
  await company.getByText('Connected', { exact: true }).waitFor();

  const made = watchInvoices(office);
  const { approved } = await createInvoice(await compose(office, dealLike(world, 'Sold by a rep')));
  expect(made()).toHaveLength(1);
  expectSentAsApproved(office, approved);

  const stored = await storedText(setup);
  const { connections, adminKey } = world.state.intuit.broker;
  for (const secret of [
    connections[office.realm]?.refreshToken ?? 'none',
    adminKey,
    credentials.brokerKeys.rep,
  ]) {
    expect(stored.includes(secret)).toBe(false);
  }
  const asked = office.exchanges().filter(({ service }) => service === 'broker');
  expect(asked.map(({ url }) => new URL(url).pathname)).toContain('/v1/token');
});

/** In another browser: the QuickBooks admin connects the broker once. */
async function adminConnects(): Promise<void> {
  const { sandbox, credentials, realm } = office;
  const asked = await sandbox.fetch(`${broker}/v1/connect`, {
    method: 'POST',
    headers: { authorization: `Bearer ${credentials.brokerKeys.admin}` },
  });
  const { authorizeUrl } = (await asked.json()) as { authorizeUrl: string };
  const form = new URLSearchParams(new URL(authorizeUrl).search);
  form.set('decision', 'connect');
  form.set('realmId', realm);
  const agreed = await sandbox.fetch(new URL('/connect/oauth2/decision', authorizeUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  const back = await sandbox.fetch(agreed.headers.get('location') ?? '');
  expect(back.status).toBe(200);
}
