// Search with its lag and its bounds, and the limits of calls.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { openPortal, type Portal } from './portal.ts';

const SEARCH = '/crm/objects/2026-09/deals/search';
const empty = { filterGroups: [], sorts: [], after: '', limit: 10, properties: ['dealname'] };
const filter = (propertyName: string, operator: string, more: object = {}) => ({
  propertyName,
  operator,
  ...more,
});

describe('search', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal({ searchLagMs: 2000 });
  });
  afterAll(() => portal.close());

  const search = (more: object) => portal.call('POST', SEARCH, { ...empty, ...more });
  const totalOf = async (...filters: object[]) => (await search({ filterGroups: [{ filters }] })).body.total;

  test('a new record is found after the lag, a changed one as it was before', async () => {
    const byName = (name: string) => totalOf(filter('dealname', 'EQ', { value: name }));
    const created = await portal.call('POST', '/crm/objects/2026-09/deals', {
      properties: { dealname: 'Lagging one' },
      associations: [],
    });
    expect(await byName('Lagging one')).toBe(0);
    portal.sandbox.world.advance(2000);
    expect(await byName('lagging ONE')).toBe(1);
    await portal.call('PATCH', `/crm/objects/2026-09/deals/${created.body.id}`, {
      properties: { dealname: 'Lagging two' },
    });
    expect([await byName('Lagging one'), await byName('Lagging two')]).toEqual([1, 0]);
    portal.sandbox.world.advance(2000);
    expect([await byName('Lagging one'), await byName('Lagging two')]).toEqual([0, 1]);
    await portal.call('DELETE', `/crm/objects/2026-09/deals/${created.body.id}`);
    expect(await byName('Lagging two')).toBe(0);
  });

  test.each([
    [filter('dealname', 'IN', { values: ['onboarding and data migration'] }), 1],
    [filter('dealname', 'IN', { values: ['Onboarding and data migration'] }), 0],
    [filter('deal_currency_code', 'IN', { values: ['JPY'] }), null],
    [filter('deal_currency_code', 'EQ', { value: 'usd' }), 0],
    [filter('dealname', 'CONTAINS_TOKEN', { value: 'onboard*' }), 1],
    [filter('dealname', 'CONTAINS_TOKEN', { value: 'onboard' }), 0],
    [filter('description', 'HAS_PROPERTY'), 0],
    [filter('description', 'NOT_HAS_PROPERTY'), 60],
    [filter('hs_object_id', 'EQ', { value: landmarks.plainDeal.id }), 1],
    [filter('amount', 'BETWEEN', { value: '12499.99', highValue: '12500' }), 1],
    [filter('createdate', 'GT', { value: '1' }), 60],
    [filter('associations.contact', 'EQ', { value: '1' }), 0],
  ])('%o', async (wanted, total) => {
    const found = await totalOf(wanted);
    if (total === null) expect(found).toBeGreaterThan(0);
    else expect(found).toBe(total);
  });

  test.each([
    ['a field that is left out', { sorts: undefined }],
    ['more than 200 on a page', { limit: 201 }],
    ['a page beyond 10,000', { after: '9995' }],
    ['a cursor that is no integer', { after: 'abc' }],
    ['six groups', { filterGroups: Array(6).fill({ filters: [filter('amount', 'HAS_PROPERTY')] }) }],
    [
      'seven filters in a group',
      { filterGroups: [{ filters: Array(7).fill(filter('amount', 'HAS_PROPERTY')) }] },
    ],
    [
      'nineteen filters',
      { filterGroups: Array(4).fill({ filters: Array(5).fill(filter('amount', 'HAS_PROPERTY')) }) },
    ],
    ['an unknown property', { filterGroups: [{ filters: [filter('nonsense', 'HAS_PROPERTY')] }] }],
    ['an unknown operator', { filterGroups: [{ filters: [filter('amount', 'LIKE', { value: '1' })] }] }],
    ['an operator without its value', { filterGroups: [{ filters: [filter('amount', 'GT')] }] }],
    ['two sorts', { sorts: ['amount', 'dealname'] }],
    ['a body of more than 3,000 characters', { query: 'x'.repeat(3000) }],
  ])('%s is refused', async (_about, more) => {
    expect((await search(more)).status).toBe(400);
  });

  test('numbered paths take the guide’s form of a sort and need no field', async () => {
    const sorts = [{ propertyName: 'dealname', direction: 'DESCENDING' }];
    const answer = await portal.call('POST', '/crm/v3/objects/deals/search', { sorts, limit: 2 });
    expect(answer.body.total).toBe(60);
    expect((await portal.call('POST', '/crm/v3/objects/deals/search', {})).status).toBe(200);
  });
});

describe('limits', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal({ rateLimits: true });
  });
  afterAll(() => portal.close());

  test('the sixth search of a second is refused, whoever asks, and answers carry no rate headers', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) {
      const token = index % 2 === 0 ? portal.credentials.serviceKey : portal.credentials.narrowKey;
      const answer = await portal.call('POST', SEARCH, empty, token);
      statuses.push(answer.status);
      expect(answer.headers.get('x-hubspot-ratelimit-max')).toBeNull();
      if (index === 5) {
        expect(answer.body).toMatchObject({
          errorType: 'RATE_LIMIT',
          policyName: 'SECONDLY',
          message: 'You have reached your secondly limit.',
        });
        expect(answer.body).not.toHaveProperty('category');
      }
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    portal.sandbox.world.advance(1001);
    expect((await portal.call('POST', SEARCH, empty)).status).toBe(200);
  });

  test('the burst limit counts per key, tells what is left, and ends after ten seconds', async () => {
    portal.sandbox.world.advance(20_000);
    portal.sandbox.world.state.hubspot.portal.tenSecondLimit = 3;
    const path = '/account-info/2026-09/details';
    const remaining: (string | null)[] = [];
    for (let index = 0; index < 3; index += 1) {
      remaining.push((await portal.call('GET', path)).headers.get('x-hubspot-ratelimit-remaining'));
    }
    expect(remaining).toEqual(['2', '1', '0']);
    const refused = await portal.call('GET', path);
    expect(refused).toMatchObject({ status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } });
    expect((await portal.call('GET', path, undefined, portal.credentials.narrowKey)).status).toBe(200);
    portal.sandbox.world.advance(10_001);
    expect((await portal.call('GET', path)).status).toBe(200);
  });

  test('the daily limit belongs to the account', async () => {
    portal.sandbox.world.advance(20_000);
    const { portal: account } = portal.sandbox.world.state.hubspot;
    account.dailyLimit = 0;
    const answer = await portal.call(
      'GET',
      '/account-info/2026-09/details',
      undefined,
      portal.credentials.narrowKey,
    );
    expect(answer).toMatchObject({ status: 429, body: { policyName: 'DAILY' } });
  });
});
