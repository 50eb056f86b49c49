// Plain calls under the 2026-09 paths: what differs from the numbered ones, and what the official client has no module for.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { association, openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const deal = landmarks.plainDeal.id;
const OBJECTS = '/crm/objects/2026-09';
const create = (type: string, properties: Record<string, unknown>, associations: unknown[] = []) =>
  portal.call('POST', `${OBJECTS}/${type}`, { properties, associations });

describe('2026-09: objects', () => {
  test('a type is named by its id, its plural or its singular', async () => {
    const bodies = await Promise.all(
      ['0-3', 'deals', 'deal'].map((type) => portal.call('GET', `${OBJECTS}/${type}/${deal}`)),
    );
    expect(bodies.map((answer) => answer.body.id)).toEqual([deal, deal, deal]);
  });

  test('answers carry the link into the app, numbered ones do not', async () => {
    const dated = await portal.call('GET', `${OBJECTS}/0-3/${deal}`);
    const numbered = await portal.call('GET', `/crm/v3/objects/0-3/${deal}`);
    expect(dated.body.url).toBe(
      `https://app.hubspot.com/contacts/${portal.credentials.portalId}/record/0-3/${deal}`,
    );
    expect(numbered.body.url).toBeUndefined();
  });

  test('defaults come when nothing is asked for; unknown names are left out, known ones without a value are null', async () => {
    const plain = await portal.call('GET', `${OBJECTS}/0-3/${deal}`);
    expect(Object.keys(plain.body.properties)).toEqual([
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ]);
    const asked = await portal.call('GET', `${OBJECTS}/0-3/${deal}?properties=description,nonsense`);
    expect(asked.body.properties).toMatchObject({ description: null });
    expect(asked.body.properties).not.toHaveProperty('nonsense');
  });

  test('create demands associations, which may be empty; v3 does not', async () => {
    const body = { properties: { name: 'No list' } };
    expect((await portal.call('POST', `${OBJECTS}/companies`, body)).status).toBe(400);
    expect((await portal.call('POST', '/crm/v3/objects/companies', body)).status).toBe(201);
  });

  test('a create with a target that does not exist makes nothing', async () => {
    const refused = await create('companies', { name: 'Half made' }, [association('999', 342)]);
    expect(refused.status).toBe(400);
    const found = await portal.call('POST', `${OBJECTS}/companies/search`, {
      query: 'Half made',
      filterGroups: [],
      sorts: [],
      after: '',
      limit: 1,
      properties: [],
    });
    expect(found.body.total).toBe(0);
  });

  test('a rule of the portal is enforced under 2026-09 and ignored under v3', async () => {
    const { switches } = portal.sandbox.world.state.hubspot;
    switches.requiredOnCreate = { '0-2': ['industry'] };
    const refused = await create('companies', { name: 'Ruled' });
    expect(refused).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ context: { propertyName: ['industry'] } }] },
    });
    expect(
      (await portal.call('POST', '/crm/v3/objects/companies', { properties: { name: 'Ruled' } })).status,
    ).toBe(201);
    switches.requiredOnCreate = {};
  });

  test('values are texts: numbers and booleans are taken, an object is not', async () => {
    const taken = await create('line_items', { name: 'Number', price: 12.5, quantity: 2 });
    expect(taken.body.properties).toMatchObject({ price: '12.5', quantity: '2', amount: '25' });
    expect((await create('line_items', { name: { a: 1 } })).status).toBe(400);
  });
});

describe('2026-09: associations', () => {
  test('a list answers with toObjectId, or with id where the portal does so', async () => {
    const path = `${OBJECTS}/0-3/${deal}/associations/0-8`;
    expect((await portal.call('GET', path)).body.results[0]).toHaveProperty('toObjectId');
    portal.sandbox.world.state.hubspot.switches.associationListStyle = 'id';
    expect((await portal.call('GET', path)).body.results[0]).toMatchObject({ type: 'deal_to_line_item' });
    portal.sandbox.world.state.hubspot.switches.associationListStyle = 'toObjectId';
  });

  test('batches answer 200 where v4 answers 201 and 204', async () => {
    const pair = { from: { id: deal }, to: { id: '101' } };
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }];
    const [dated, numbered] = ['/crm/associations/2026-09', '/crm/v4/associations'].map(
      (base) => `${base}/deals/contacts/batch`,
    );
    const created = await Promise.all(
      [dated, numbered].map((base) =>
        portal.call('POST', `${base}/create`, { inputs: [{ ...pair, types }] }),
      ),
    );
    expect(created.map((answer) => answer.status)).toEqual([200, 201]);
    const archive = { inputs: [{ from: pair.from, to: [pair.to] }] };
    const archived = await Promise.all(
      [dated, numbered].map((base) => portal.call('POST', `${base}/archive`, archive)),
    );
    expect(archived.map((answer) => answer.status)).toEqual([200, 204]);
  });

  test.each([
    ['a pair without any type', 'products', 'deals', 3],
    ['a type of the other direction', 'deals', 'contacts', 4],
    ['a type of another pair', 'deals', 'contacts', 341],
  ])('%s is refused', async (_about, from, to, associationTypeId) => {
    const body = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }];
    const answer = await portal.call('PUT', `${OBJECTS}/${from}/${deal}/associations/${to}/101`, body);
    expect(answer).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  test('deleting the unlabelled type removes the association altogether', async () => {
    const company = (await create('companies', { name: 'Unlabelled' }, [association(deal, 6)])).body.id;
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 }];
    const inputs = [{ from: { id: deal }, to: { id: company }, types }];
    await portal.call('POST', '/crm/associations/2026-09/deals/companies/batch/labels/archive', { inputs });
    const left = await portal.call('GET', `${OBJECTS}/companies/${company}/associations/deals`);
    expect(left.body.results).toEqual([]);
  });

  test('a line item has one parent', async () => {
    const line = (await portal.call('GET', `${OBJECTS}/0-3/${deal}/associations/0-8`)).body.results[0]
      .toObjectId;
    const other = await portal.call(
      'PUT',
      `${OBJECTS}/0-3/${landmarks.noLinesDeal.id}/associations/default/0-8/${line}`,
    );
    expect(other.status).toBe(400);
  });

  test('a record without associations is an error entry of a batch read', async () => {
    const answer = await portal.call('POST', '/crm/associations/2026-09/deals/contacts/batch/read', {
      inputs: [{ id: landmarks.noContactDeal.id }],
    });
    expect(answer).toMatchObject({
      status: 207,
      body: { numErrors: 1, errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }] },
    });
  });
});

describe('2026-09: the portal', () => {
  test('account details name portal, currencies and the host of its pages', async () => {
    const answer = await portal.call('GET', '/account-info/2026-09/details');
    expect(answer.body).toMatchObject({
      portalId: Number(portal.credentials.portalId),
      companyCurrency: 'USD',
      additionalCurrencies: ['EUR', 'CAD', 'JPY'],
      uiDomain: 'app.hubspot.com',
      utcOffsetMilliseconds: -18_000_000,
    });
  });

  test.each([
    ['/settings/currencies/2026-09/codes', 4],
    ['/settings/currencies/2026-09/exchange-rates', 3],
    ['/tax-rates/2026-09/tax-rates', 3],
    ['/crm/owners/2026-09', 3],
    ['/crm/pipelines/2026-09/deals', 2],
    ['/crm/associations/2026-09/deals/companies/labels', 2],
  ])('%s lists %i entries', async (path, count) => {
    const answer = await portal.call('GET', path);
    expect(answer.body.results).toHaveLength(count);
  });

  test('introspection tells only whether a token is active, and needs the secret', async () => {
    const { clientId, clientSecret } = portal.credentials.hubspotOauth;
    const post = (form: Record<string, string>) =>
      portal.sandbox.fetch('https://api.hubapi.com/oauth/2026-09/token/introspect', {
        method: 'POST',
        body: new URLSearchParams(form),
      });
    const answer = await post({ client_id: clientId, client_secret: clientSecret, token: 'unknown' });
    expect(await answer.json()).toEqual({ active: false });
    expect((await post({ client_id: clientId, token: 'unknown' })).status).toBe(400);
  });
});

describe('2026-09: associations of many records', () => {
  test('a batch read gives a page of each record, and the rest after it', async () => {
    const path = '/crm/associations/2026-09/0-3/0-8/batch/read';
    const read = async (after?: string) => {
      const answer = await portal.call('POST', path, {
        inputs: [after ? { id: deal, after } : { id: deal }],
      });
      return answer.body.results[0];
    };
    const idsIn = (result: { to: { toObjectId: string }[] }) => result.to.map(({ toObjectId }) => toObjectId);
    const { switches } = portal.sandbox.world.state;
    const all = await read();
    expect(all.to.length).toBeGreaterThan(2);
    expect(all.paging).toBeUndefined();
    const usual = switches.associationPageSize;
    switches.associationPageSize = 2;
    const first = await read();
    const rest = await read(first.paging.next.after);
    switches.associationPageSize = usual;
    expect(idsIn(first)).toEqual(idsIn(all).slice(0, 2));
    expect(idsIn(rest)).toEqual(idsIn(all).slice(2, 4));
  });
});
