// What the portal refuses, and in which words.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const deal = landmarks.plainDeal.id;
const OBJECTS = '/crm/objects/2026-09';

describe('refusals: who may call', () => {
  test.each([
    ['no token', null],
    ['an unknown token', 'pat-na1-nobody'],
  ])('%s is 401', async (_about, token) => {
    const answer = await portal.call('GET', '/account-info/2026-09/details', undefined, token);
    expect(answer).toMatchObject({
      status: 401,
      body: { status: 'error', category: 'INVALID_AUTHENTICATION' },
    });
  });

  test.each([
    ['GET', `${OBJECTS}/invoices`, 'crm.objects.invoices.read'],
    ['GET', `${OBJECTS}/0-101`, 'crm.objects.commercepayments.read'],
    ['POST', '/crm/properties/2026-09/deals', 'crm.schemas.deals.write'],
    ['POST', '/crm/properties/2026-09/line_items/groups', 'e-commerce'],
    ['GET', `${OBJECTS}/deals/${deal}?associations=invoices`, 'crm.objects.invoices.read'],
  ])('%s %s with the narrow key names the scope', async (method, path, scope) => {
    const answer = await portal.call(
      method,
      path,
      method === 'POST' ? {} : undefined,
      portal.credentials.narrowKey,
    );
    expect(answer.status).toBe(403);
    expect(answer.body.errors[0].context.requiredGranularScopes).toContain(scope);
  });

  test('there are no CORS headers, and a preflight is refused', async () => {
    const preflight = await portal.call('OPTIONS', `${OBJECTS}/deals`);
    const plain = await portal.call('GET', `${OBJECTS}/deals/${deal}`);
    expect(preflight.status).toBe(405);
    for (const answer of [preflight, plain])
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('refusals: values', () => {
  test.each([
    ['deals', { nonsense: '1' }, 'PROPERTY_DOESNT_EXIST'],
    ['deals', { hs_acv: '1' }, 'READ_ONLY_VALUE'],
    ['deals', { amount: 'twelve' }, 'INVALID_INTEGER'],
    ['deals', { amount: '1e3' }, 'INVALID_INTEGER'],
    ['deals', { deal_currency_code: 'GBP' }, 'INVALID_OPTION'],
    ['deals', { deal_currency_code: 'usd' }, 'INVALID_OPTION'],
    ['deals', { dealstage: 'nowhere' }, 'INVALID_OPTION'],
    ['deals', { closedate: '31.12.2026' }, 'INVALID_DATE'],
    ['deals', { hubspot_owner_id: '1' }, 'INVALID_OPTION'],
    ['quotes', { hs_expiration_date: '1795000000123' }, 'INVALID_DATE'],
    ['quotes', { hs_expiration_date: '2026-02-30' }, 'INVALID_DATE'],
    ['invoices', { hs_currency: 'USD', hs_balance_due: '0' }, 'READ_ONLY_VALUE'],
    ['invoices', { hs_currency: 'USD', hs_invoice_number: '1' }, 'PROPERTY_DOESNT_EXIST'],
    ['invoices', { hs_currency: 'USD', hs_invoice_billable: 'yes' }, 'INVALID_OPTION'],
    ['contacts', { email: 'not an address' }, 'INVALID_EMAIL'],
    ['contacts', { firstname: 'x'.repeat(65_537) }, 'TOO_LONG'],
  ])('%s %o is %s', async (type, properties, code) => {
    const answer = await portal.call('POST', `${OBJECTS}/${type}`, { properties, associations: [] });
    expect(answer).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR', errors: [{ code }] } });
    const embedded = JSON.parse(answer.body.message.replace('Property values were not valid: ', ''));
    expect(embedded[0]).toMatchObject({ isValid: false, error: code });
  });

  test('several wrong values come in one refusal', async () => {
    const properties = { nonsense: '1', amount: 'x', hs_mrr: '2' };
    const answer = await portal.call('PATCH', `${OBJECTS}/deals/${deal}`, { properties });
    expect(answer.body.errors.map((error: { code: string }) => error.code)).toEqual([
      'PROPERTY_DOESNT_EXIST',
      'INVALID_INTEGER',
      'READ_ONLY_VALUE',
    ]);
  });

  test('a contact with a known e-mail address is a conflict that names its id', async () => {
    const properties = { email: 'twice@refusals.example' };
    const first = await portal.call('POST', `${OBJECTS}/contacts`, { properties, associations: [] });
    const second = await portal.call('POST', `${OBJECTS}/contacts`, {
      properties: { email: 'TWICE@refusals.example' },
      associations: [],
    });
    expect(second).toMatchObject({
      status: 409,
      body: { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${first.body.id}` },
    });
  });

  test('a unique value that stands elsewhere is CONFLICTING_UNIQUE_VALUE', async () => {
    const body = { properties: { name: 'P', hs_sku: 'REFUSALS-1' }, associations: [] };
    await portal.call('POST', `${OBJECTS}/products`, body);
    const answer = await portal.call('POST', `${OBJECTS}/products`, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ code: 'CONFLICTING_UNIQUE_VALUE' }] },
    });
  });

  test('unreadable JSON and an overlong address are told apart', async () => {
    expect((await portal.call('POST', `${OBJECTS}/deals`, '{"properties":')).body.category).toBe(
      'VALIDATION_ERROR',
    );
    expect((await portal.call('GET', `${OBJECTS}/deals?properties=${'x'.repeat(8000)}`)).status).toBe(414);
  });

  test.each([
    [`${OBJECTS}/deals/999`, 404],
    [`${OBJECTS}/nothing/1`, 400],
    [`${OBJECTS}/deals/${deal}?idProperty=hs_object_id`, 400],
    [`${OBJECTS}/deals/x?idProperty=dealname`, 400],
    ['/crm/properties/2026-09/deals/nonsense', 404],
    ['/crm/v9/anything', 404],
  ])('GET %s is %i', async (path, status) => {
    expect((await portal.call('GET', path)).status).toBe(status);
  });
});

describe('refusals: batches', () => {
  const contact = (email: string, more: object = {}) => ({
    properties: { email },
    associations: [],
    ...more,
  });
  const batch = (action: string, body: unknown, type = 'contacts') =>
    portal.call('POST', `${OBJECTS}/${type}/batch/${action}`, body);

  test('without trace ids the first conflict is reported and nothing is created', async () => {
    await batch('create', { inputs: [contact('known@batch.example')] });
    const answer = await batch('create', {
      inputs: [contact('fresh@batch.example'), contact('known@batch.example')],
    });
    expect(answer.status).toBe(409);
    expect(
      (await portal.call('GET', `${OBJECTS}/contacts/fresh@batch.example?idProperty=email`)).status,
    ).toBe(404);
  });

  test('with trace ids the rest is created, and each error names its input', async () => {
    const inputs = ['fresh2@batch.example', 'known@batch.example'].map((email, index) =>
      contact(email, { objectWriteTraceId: `t${index}` }),
    );
    const answer = await batch('create', { inputs });
    expect(answer).toMatchObject({
      status: 207,
      body: {
        numErrors: 1,
        results: [{ objectWriteTraceId: 't0' }],
        errors: [{ context: { objectWriteTraceId: ['t1'] } }],
      },
    });
    portal.sandbox.world.state.hubspot.switches.partialBatchStatus = 'complete';
    expect(await batch('create', { inputs })).toMatchObject({
      status: 201,
      body: { numErrors: 2, results: [] },
    });
    portal.sandbox.world.state.hubspot.switches.partialBatchStatus = 'multi-status';
  });

  test('an e-mail address as id changes nothing and is no error', async () => {
    const answer = await batch('update', {
      inputs: [{ id: 'known@batch.example', properties: { firstname: 'X' } }],
    });
    expect(answer).toMatchObject({ status: 200, body: { results: [] } });
  });

  test.each([
    ['update', { inputs: [{ id: 'x', idProperty: 'firstname', properties: {} }] }, /non-unique 0-1 property/],
    ['update', { inputs: [{ id: '101', idProperty: 'hs_object_id', properties: {} }] }, /non-unique/],
    ['upsert', { inputs: [{ id: 'a@b.example', properties: {} }] }, /idProperty/],
    ['upsert', { inputs: [{ id: '1', idProperty: 'hs_object_id', properties: {} }] }, /non-unique/],
    [
      'update',
      {
        inputs: [
          { id: '101', properties: {} },
          { id: '101', properties: {} },
        ],
      },
      /Duplicate/,
    ],
    [
      'read',
      { inputs: Array.from({ length: 101 }, (_, index) => ({ id: String(index) })), properties: [] },
      /maximum/,
    ],
    ['read', { inputs: [{ id: '1' }] }, /properties is required/],
    ['archive', { inputs: [] }, /empty/],
  ])('%s %# is refused', async (action, body, message) => {
    const answer = await batch(action, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toMatch(message);
  });
});

describe('refusals: property definitions', () => {
  const definition = { groupName: 'dealinformation', label: 'L', type: 'string', fieldType: 'text' };
  const define = (more: object, type = 'deals') =>
    portal.call('POST', `/crm/properties/2026-09/${type}`, { ...definition, ...more });

  test.each([
    ['a mismatched field type', { name: 'a1', fieldType: 'number' }, 400],
    ['a reserved name', { name: 'hs_mine' }, 400],
    ['capitals in the name', { name: 'Mine' }, 400],
    ['an unknown group', { name: 'a2', groupName: 'nowhere' }, 400],
    ['a name that exists', { name: 'dealname' }, 400],
    ['an enumeration without options', { name: 'a3', type: 'enumeration', fieldType: 'select' }, 400],
    ['a unique date', { name: 'a4', type: 'date', fieldType: 'date', hasUniqueValue: true }, 400],
  ])('%s is refused', async (_about, more, status) => {
    const answer = await define(more);
    expect(answer.status).toBe('name' in more && more.name === 'dealname' ? 409 : status);
  });

  test('the eleventh unique property is refused', async () => {
    for (let index = 0; index < 10; index += 1) {
      expect((await define({ name: `unique_${index}`, hasUniqueValue: true })).status).toBe(201);
    }
    expect((await define({ name: 'unique_10', hasUniqueValue: true })).status).toBe(400);
  });

  test('invoices take a unique property only where the switch says so', async () => {
    const more = { name: 'link', groupName: 'invoiceinformation', hasUniqueValue: true };
    expect((await define(more, 'invoices')).status).toBe(400);
    portal.sandbox.world.state.switches.invoiceUniqueProperty = true;
    expect((await define(more, 'invoices')).status).toBe(201);
    const inputs = [
      {
        id: 'r:Invoice:1',
        idProperty: 'link',
        properties: { hs_currency: 'USD', hs_invoice_billable: 'false' },
      },
    ];
    const upsert = () => portal.call('POST', `${OBJECTS}/invoices/batch/upsert`, { inputs });
    expect([(await upsert()).body.results[0].new, (await upsert()).body.results[0].new]).toEqual([
      true,
      false,
    ]);
  });

  test("HubSpot's own definitions cannot be changed or archived", async () => {
    expect((await portal.call('PATCH', '/crm/properties/2026-09/deals/amount', { label: 'X' })).status).toBe(
      400,
    );
    expect((await portal.call('DELETE', '/crm/properties/2026-09/deals/amount')).status).toBe(400);
  });
});
