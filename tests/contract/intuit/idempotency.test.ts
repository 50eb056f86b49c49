// requestid, lost answers, doubled requests: one document whatever happens on the way.

import type { Fault, ManagedWorld, Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Api, apiOf, fault, type Json, line, quietSandbox, ref } from './support.ts';

let sandbox: Sandbox;
let beginning: ReturnType<ManagedWorld['snapshot']>;
let api: Api;
let body: Json;

beforeAll(async () => {
  sandbox = await quietSandbox();
  beginning = sandbox.world.snapshot();
  api = apiOf(sandbox);
  const [customer] = await api.rows('select * from Customer maxresults 1');
  const [item] = await api.rows("select * from Item where Type = 'Service' maxresults 1");
  body = { CustomerRef: ref(customer!['Id']), Line: [line(item!['Id'], 1, 10, 10)] };
});
beforeEach(() => sandbox.world.restore(beginning));
afterAll(() => sandbox.close());

const count = async (): Promise<number> =>
  (await api.query('select count(*) from Invoice')).body['QueryResponse'].totalCount;
const plan = (action: Fault['action'], more: Partial<Fault> = {}): void => {
  sandbox.world.state.faults.push({
    service: 'quickbooks',
    method: 'POST',
    path: '/invoice',
    times: 1,
    action,
    ...more,
  });
};

test('a repeated requestid answers the first answer to the letter, and nothing is done again', async () => {
  const before = await count();
  const first = await api.post('/invoice?requestid=a1', body);
  sandbox.world.advance(60_000);
  const second = await api.post('/invoice?requestid=a1', { ...body, PrivateNote: 'another payload' });
  expect(second.body).toEqual(first.body);
  expect(await count()).toBe(before + 1);
});

test('the first success is replayed even after the document was deleted', async () => {
  const first = await api.post('/invoice?requestid=a1', body);
  await api.post('/invoice?operation=delete', { Id: first.body['Invoice'].Id, SyncToken: '0' });
  expect((await api.post('/invoice?requestid=a1', body)).body).toEqual(first.body);
  expect((await api.get(`/invoice/${first.body['Invoice'].Id}`)).status).toBe(400);
});

test('a refusal is stored, or forgotten, as the switch says', async () => {
  const wrong = { ...body, CustomerRef: ref('99999') };
  expect(fault(await api.post('/invoice?requestid=r1', wrong)).code).toBe('2500');
  expect(fault(await api.post('/invoice?requestid=r1', body)).code).toBe('2500');
  sandbox.world.state.switches.refusalsStored = false;
  expect(fault(await api.post('/invoice?requestid=r2', wrong)).code).toBe('2500');
  expect((await api.post('/invoice?requestid=r2', body)).status).toBe(200);
});

test('an id is forgotten after the time the switch names', async () => {
  sandbox.world.state.switches.requestIdRetentionMs = 60_000;
  const first = await api.post('/invoice?requestid=a1', body);
  sandbox.world.advance(30_000);
  expect((await api.post('/invoice?requestid=a1', body)).body).toEqual(first.body);
  sandbox.world.advance(31_000);
  expect((await api.post('/invoice?requestid=a1', body)).body['Invoice'].Id).not.toBe(
    first.body['Invoice'].Id,
  );
});

test('ids belong to one company and to one operation, and have at most 50 characters', async () => {
  await api.post('/invoice?requestid=a1', body);
  expect(fault(await api.post('/customer?requestid=a1', { DisplayName: 'Other' })).code).toBe('600');
  expect((await apiOf(sandbox, 1).post('/term?requestid=a1', { Name: 'Net 7', DueDays: 7 })).status).toBe(
    200,
  );
  expect(fault(await api.post(`/invoice?requestid=${'x'.repeat(51)}`, body)).code).toBe('2050');
});

test('what the gateway refuses is not stored', async () => {
  sandbox.world.state.switches.rateLimits = true;
  for (let call = 0; call < 10; call += 1) await api.get('/preferences');
  expect((await api.post('/invoice?requestid=g1', body)).status).toBe(429);
  sandbox.world.advance(1_001);
  expect((await api.post('/invoice?requestid=g1', body)).status).toBe(200);
});

test('a lost answer: the work is done, the caller sees a closed connection, the same id brings the answer', async () => {
  const before = await count();
  plan('drop-after');
  await expect(api.post('/invoice?requestid=l1', body)).rejects.toThrow(TypeError);
  expect(await count()).toBe(before + 1);
  expect((await api.post('/invoice?requestid=l1', body)).status).toBe(200);
  expect(await count()).toBe(before + 1);
  expect(sandbox.world.exchanges.some((exchange) => exchange.status === 0)).toBe(true);
});

test('a lost request: nothing is done', async () => {
  const before = await count();
  plan('drop-before');
  await expect(api.post('/invoice', body)).rejects.toThrow(TypeError);
  expect(await count()).toBe(before);
});

test('a doubled request makes one invoice with a requestid, two without', async () => {
  const before = await count();
  plan('duplicate', { times: 2 });
  expect((await api.post('/invoice?requestid=d1', body)).status).toBe(200);
  expect(await count()).toBe(before + 1);
  expect((await api.post('/invoice', body)).status).toBe(200);
  expect(await count()).toBe(before + 3);
});

test('planned statuses come in the vendor’s shape, after as many calls as asked', async () => {
  plan('status', { after: 1, status: 429 });
  plan('status', { after: 1, status: 503, body: 'maintenance' });
  const statuses = [];
  for (let call = 0; call < 4; call += 1) statuses.push((await api.post('/invoice', body)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(2);
  expect(statuses.toSorted()).toEqual([200, 200, 429, 503]);
});

test('a batch: at most 30 items, ids of at most 10 characters, void and duplicate numbers by optionsData', async () => {
  const item = (bId: string, more: Json) => ({ bId, ...more });
  const made = await api.create('Invoice', body);
  const answer = await api.post('/batch?requestid=b1', {
    BatchItemRequest: [
      item('1', { operation: 'update', optionsData: 'void', Invoice: { Id: made['Id'], SyncToken: '0' } }),
      item('12345678901', { Query: 'select * from Term' }),
      item('3', { operation: 'delete', Invoice: { Id: made['Id'], SyncToken: '1' } }),
    ],
  });
  const [voided, tooLong, deleted] = answer.body['BatchItemResponse'];
  expect(voided.Invoice).toMatchObject({ TotalAmt: 0, PrivateNote: 'Voided' });
  expect(tooLong.Fault.Error[0].code).toBe('2050');
  expect(deleted.Invoice.status).toBe('Deleted');
  const many = Array.from({ length: 31 }, (_, index) => item(String(index), { Query: 'select * from Term' }));
  expect(fault(await api.post('/batch', { BatchItemRequest: many })).code).toBe('1040');
});
