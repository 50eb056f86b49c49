// Display names in the sandbox: one space over three lists, compared no more leniently than QuickBooks might.
import type { Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, apiOf, fault, type Json, quietSandbox } from './support.ts';

let sandbox: Sandbox;
let api: Api;

beforeAll(async () => {
  sandbox = await quietSandbox();
  api = apiOf(sandbox);
  await api.create('Customer', { DisplayName: 'Zebra Café & Co' });
  await api.create('Vendor', { DisplayName: 'Yak Traders' });
  await api.create('Employee', { GivenName: 'Xenia', FamilyName: 'Quist' });
  const asleep = await api.create('Customer', { DisplayName: 'Walrus Ltd' });
  await api.post('/customer', { Id: asleep['Id'], SyncToken: '0', sparse: true, Active: false });
});
afterAll(() => sandbox.close());

/** The code of the refusal, or null. */
async function refusal(body: Json): Promise<string | null> {
  const answer = await api.post('/customer?minorversion=75', body);
  return answer.status === 200 ? null : fault(answer).code;
}

describe('a name that somebody has is refused', () => {
  test.each([
    ['Zebra Café & Co', 'as it is'],
    ['ZEBRA CAFÉ & CO', 'in capitals'],
    [' Zebra Café & Co ', 'with spaces at its ends'],
    ['Zebra  Café & Co', 'with spaces within'],
    ['Zebra Cafe & Co', 'without the accent'],
    ['Zebra Cafe\u00a0& Co', 'with a space that does not break'],
    ['yak traders', 'of a vendor'],
    ['xenia quist', 'of an employee, built from its parts'],
    ['Walrus Ltd', 'of an inactive customer'],
    ['Walrus Ltd (deleted)', 'of an inactive customer, with its mark'],
  ])('%s (%s)', async (name) => {
    expect(await refusal({ DisplayName: name })).toBe('6240');
  });

  test('beneath another customer too', async () => {
    const above = await api.create('Customer', { DisplayName: 'Vole Holding' });
    const below = { ParentRef: { value: above['Id'] }, Job: true };
    expect(await refusal({ ...below, DisplayName: 'Yak Traders' })).toBe('6240');
    expect(await refusal({ ...below, DisplayName: 'Vole Branch' })).toBeNull();
    expect(await refusal({ DisplayName: 'vole branch' })).toBe('6240');
  });
});

test.each(['Zebra Café and Co', 'Zebra Café & Co.', 'Zebra Café & Co (2)', 'Yak-Traders'])(
  'a name that differs in more than that is taken: %s',
  async (name) => {
    expect(await refusal({ DisplayName: name })).toBeNull();
  },
);

/** Two customers of the seeded books whose names differ in a space and in capitals only. */
async function seededTwins(): Promise<[Json, Json]> {
  const rows = await api.rows('select * from Customer where Active IN (true, false) maxresults 1000');
  const single = (row: Json) => String(row['DisplayName']).toLowerCase().replaceAll('  ', ' ');
  for (const doubled of rows.filter((row) => / {2}/.test(String(row['DisplayName'])))) {
    const twin = rows.find((row) => row !== doubled && single(row) === single(doubled));
    if (twin) return [doubled, twin];
  }
  throw new Error('The seeded books have no twins.');
}

test('who has a name keeps it, also beside one that is nearly the same from years ago', async () => {
  const [one, other] = await seededTwins();
  const change = (row: Json, fields: Json) =>
    api.post('/customer', { Id: row['Id'], SyncToken: row['SyncToken'], sparse: true, ...fields });
  expect((await change(one, { Notes: 'asked' })).status).toBe(200);
  expect(fault(await change(other, { DisplayName: String(one['DisplayName']).toLowerCase() })).code).toBe(
    '6240',
  );
});

test('under the plain reading, spaces within and accents do tell names apart', async () => {
  const plain = await quietSandbox({ displayNames: 'plain' });
  const books = apiOf(plain);
  for (const DisplayName of ['Zebra Café', 'Zebra  Café', 'Zebra Cafe'])
    await books.create('Customer', { DisplayName });
  const answer = await books.post('/customer', { DisplayName: ' zebra café ' });
  expect(fault(answer).code).toBe('6240');
  await plain.close();
});
