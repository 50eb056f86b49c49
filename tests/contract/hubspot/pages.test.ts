// The app host without a browser: policy, languages, escaping, data of the pages, consent.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const page = (path: string, init?: RequestInit) =>
  portal.sandbox.fetch(`https://app.hubspot.com${path}`, init);
const record = (id: string, tail = '') => `/contacts/${portal.credentials.portalId}/record/0-3/${id}${tail}`;

describe('record pages', () => {
  test('scripts run by nonce only, and frames are forbidden', async () => {
    const answer = await page(record(landmarks.plainDeal.id));
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([0-9a-f]+)'/.exec(policy)?.[1];
    expect(policy).toContain("frame-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe');
    const scripts = (await answer.text()).match(/<script [^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  });

  test.each([
    ['?lang=de', {}, 'Kontakte'],
    ['?lang=ja', {}, 'コンタクト'],
    ['', { cookie: 'a=b; hubspot-ui-lang=de' }, 'Kontakte'],
    ['?lang=xx', {}, 'Contacts'],
  ])('%s with %o speaks of %s', async (query, headers, word) => {
    const answer = await page(`/sandbox-ui/record/0-3/${landmarks.plainDeal.id}${query}`, { headers });
    const { view } = await answer.json();
    expect(view.cards[0].title).toBe(word);
  });

  test('a deal shows its parties and its line items in their order', async () => {
    const { view } = await (await page(`/sandbox-ui/record/0-3/${landmarks.plainDeal.id}`)).json();
    const card = (id: string) => view.cards.find((candidate: { id: string }) => candidate.id === id);
    expect(view.title).toBe(landmarks.plainDeal.name);
    expect(card('ASSOCIATION_V3/0-2').items).toHaveLength(1);
    expect(card('LINE_ITEMS/0-3').items.map((item: { quantity: string }) => item.quantity)).toEqual([
      '1',
      '1',
      '4',
    ]);
  });

  test('the hostile script comes only where it is asked for', async () => {
    const plain = await (await page(record(landmarks.plainDeal.id))).text();
    const hostile = await (await page(record(landmarks.plainDeal.id, '?hostile=read'))).text();
    expect([plain.includes('hostile.js'), hostile.includes('hostile.js')]).toEqual([false, true]);
  });

  test('old addresses open the same page, another account none', async () => {
    expect(
      (await page(`/contacts/${portal.credentials.portalId}/deal/${landmarks.plainDeal.id}/`)).status,
    ).toBe(200);
    expect((await page(`/contacts/1/record/0-3/${landmarks.plainDeal.id}`)).status).toBe(404);
    expect((await page('/sandbox-ui/record/0-3/1')).status).toBe(404);
  });
});

describe('consent page', () => {
  const authorize = (more: Record<string, string> = {}) => {
    const { clientId, redirectUri } = portal.credentials.hubspotOauth;
    return page(
      `/oauth/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, scope: 'oauth', ...more })}`,
    );
  };

  test('it names the scopes, escaped', async () => {
    const html = await (await authorize({ state: '"><script>' })).text();
    expect(html).toContain('<li>oauth</li>');
    expect(html).not.toContain('"><script>');
  });

  test.each([
    [{ client_id: 'x' }],
    [{ redirect_uri: 'https://evil.example/' }],
    [{ scope: '' }],
    [{ scope: 'oauth not.declared' }],
  ])('%o is refused', async (more) => {
    expect((await authorize(more)).status).toBe(400);
  });

  test('a denial sends no callback', async () => {
    const { clientId, redirectUri } = portal.credentials.hubspotOauth;
    const form = { client_id: clientId, redirect_uri: redirectUri, scope: 'oauth', decision: 'cancel' };
    const answer = await page('/oauth/authorize/decision', {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
  });
});
