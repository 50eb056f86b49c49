// The sandbox as a program and as a world: addresses, certificate, control, snapshot, log.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createSandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf, type Json, noon, quietSandbox } from './support.ts';

let child: ChildProcess;
let folder: string;
let start: Json;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
  const main = new URL('../../sandbox/src/main.ts', import.meta.url).pathname;
  child = spawn(process.execPath, [
    main,
    '--log',
    join(folder, 'log.jsonl'),
    '--redirect-uri',
    'https://abc.chromiumapp.org/',
  ]);
  const [first] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  start = JSON.parse(first) as Json;
}, 60_000);

afterAll(async () => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true });
});

function ask(
  address: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const ca = readFileSync(start['caFile'], 'utf8');
    const request = https.request(address, { method, ca, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

test('the line it prints has every address and credential', () => {
  for (const name of [
    'hubspotApp',
    'hubspotApi',
    'quickbooks',
    'intuitAuthorize',
    'intuitToken',
    'control',
    'broker',
    'front',
  ]) {
    expect(start[name], name).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  }
  expect(start['intuit'].redirectUri).toBe('https://abc.chromiumapp.org/');
  expect(
    start['realms'].map((realm: Json) => [realm['country'], realm['homeCurrency'], realm['currencies']]),
  ).toEqual([
    ['US', 'USD', ['USD']],
    ['US', 'USD', ['USD']],
    ['CA', 'CAD', ['CAD', 'USD', 'EUR', 'JPY']],
  ]);
  for (const realm of start['realms'])
    expect(realm.accessToken.length * realm.refreshToken.length).toBeGreaterThan(0);
});

test('its certificate is good for the vendors’ hosts, and the log has the vendor’s address without secrets', async () => {
  const [realm] = start['realms'];
  const headers = { authorization: `Bearer ${realm.accessToken}`, accept: 'application/json' };
  const answer = await ask(`${start['quickbooks']}/v3/company/${realm.id}/preferences`, 'GET', headers);
  expect(answer.status).toBe(200);
  const lines = (await readFile(join(folder, 'log.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Json);
  const logged = lines.find((exchange) => exchange['url'].endsWith('/preferences'))!;
  expect(logged['url']).toBe(`https://quickbooks.api.intuit.com/v3/company/${realm.id}/preferences`);
  expect(logged['requestHeaders'].authorization).toBe('Bearer [masked]');
  expect(JSON.stringify(lines)).not.toContain(realm.accessToken);
});

test('the books are changed at the control address, and a reset undoes it', async () => {
  const [realm] = start['realms'];
  const control = (path: string, body: Json) =>
    ask(`${start['control']}${path}`, 'POST', { 'content-type': 'application/json' }, JSON.stringify(body));
  const made = await control(`/quickbooks/${realm.id}/customer`, { DisplayName: 'Made by a colleague' });
  expect(made.status).toBe(200);
  const { Customer } = JSON.parse(made.text) as Json;
  const changed = JSON.parse(
    (await control(`/quickbooks/${realm.id}/customer`, { Id: Customer.Id, Notes: 'x' })).text,
  ) as Json;
  expect(changed['Customer']).toMatchObject({ SyncToken: '1', Notes: 'x' });
  expect(
    JSON.parse(
      (await control(`/quickbooks/${realm.id}/tax-rate`, { name: 'California sales tax', percent: 8 })).text,
    ),
  ).toMatchObject({ RateValue: 8 });
  expect((await control('/switches', { noSuchSwitch: true })).status).toBe(400);
  expect((await control('/reset', {})).status).toBe(200);
  const rate = JSON.parse((await ask(`${start['control']}/state`)).text).intuit.companies[realm.id].tables
    .TaxRate;
  expect(Object.values<Json>(rate).find((row) => row['Name'] === 'California sales tax')!['RateValue']).toBe(
    7.25,
  );
});

test('a connection that is dropped is really closed', async () => {
  await ask(
    `${start['control']}/faults`,
    'POST',
    { 'content-type': 'application/json' },
    JSON.stringify({ service: 'quickbooks', path: '/term', times: 2, action: 'drop-before' }),
  );
  const [realm] = start['realms'];
  await expect(ask(`${start['quickbooks']}/v3/company/${realm.id}/term/1`)).rejects.toThrow(
    /socket hang up|ECONNRESET/,
  );
  await ask(`${start['control']}/faults`, 'DELETE');
});

test('the same seed and clock give the same world; a snapshot brings it back', async () => {
  const [one, two] = [
    await createSandbox({ seed: 3, fakeClock: noon }),
    await createSandbox({ seed: 3, fakeClock: noon }),
  ];
  expect(one.world.snapshot()).toEqual(two.world.snapshot());
  const snapshot = one.world.snapshot();
  await apiOf(one).create('Customer', { DisplayName: 'Only after the snapshot' });
  expect(one.world.snapshot().intuit).not.toEqual(snapshot.intuit);
  one.world.restore(snapshot);
  expect(one.world.snapshot()).toEqual(snapshot);
  await one.close();
  await two.close();
});

test('the main company is large and messy', async () => {
  const sandbox = await quietSandbox();
  const api = apiOf(sandbox);
  const customers = await api.rows('select * from Customer where Active IN (true, false) maxresults 1000');
  const items = await api.rows('select * from Item where Active IN (true, false) maxresults 1000');
  const invoices = await api.rows('select * from Invoice maxresults 1000');
  expect([customers.length, items.length, invoices.length]).toEqual([400, 150, 120]);
  const names = customers.map((row) => String(row['DisplayName']));
  for (const mark of [/'/, /&/, /[À-ÿ]/, / \(deleted\)$/, / {2}/])
    expect(
      names.some((name) => mark.test(name)),
      String(mark),
    ).toBe(true);
  const emails = customers.map((row) => row['PrimaryEmailAddr']?.Address).filter(Boolean);
  expect(new Set(emails).size).toBeLessThan(emails.length);
  const skus = items.map((row) => row['Sku']).filter(Boolean);
  expect(new Set(skus).size).toBeLessThan(skus.length);
  expect(new Set(items.map((row) => row['Type']))).toEqual(
    new Set(['Service', 'NonInventory', 'Inventory', 'Group', 'Category']),
  );
  expect(
    invoices.some((row) => row['TotalAmt'] === 0 && String(row['PrivateNote']).startsWith('Voided')),
  ).toBe(true);
  expect(invoices.some((row) => row['Balance'] > 0 && row['Balance'] < row['TotalAmt'])).toBe(true);
  expect(invoices.some((row) => row['Balance'] > 0 && row['DueDate'] < '2026-11-22')).toBe(true);
  expect(invoices.some((row) => row['EmailStatus'] === 'EmailSent')).toBe(true);
  await sandbox.close();
});
