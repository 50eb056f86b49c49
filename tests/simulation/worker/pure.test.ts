// Small rules of the extension that need no worker.
import { describe, expect, test } from 'vitest';
import { isAppHost, recordOfPath } from '../../../extension/src/content/record-url.ts';
import { canonical, joinOf, recordOf } from '../../../extension/src/driver/identity.ts';
import { offsetsAround } from '../../../extension/src/driver/zone.ts';
import { brokerOrigin } from '../../../extension/src/tokens/broker.ts';
import { readGrant, readRedirect } from '../../../extension/src/tokens/intuit.ts';
import { addressOf, isMetered } from '../../../extension/src/transport/hosts.ts';
import { pauseAfter } from '../../../extension/src/transport/pace.ts';
import { exportLinks } from '../../../extension/src/worker/export-links.ts';
import { readShownRecord } from '../../../extension/src/worker/reports-of-pages.ts';

const request = {
  service: 'quickbooks' as const,
  account: '9',
  method: 'GET',
  path: '/v3/company/9/query?query=select',
  body: '',
  content_type: '',
  accept: 'application/json',
};

describe('addresses', () => {
  test('a record is read from its address, new form and old', () => {
    expect(recordOfPath('/contacts/123/record/0-3/456')).toEqual({ portal: '123', type: '0-3', id: '456' });
    expect(recordOfPath('/contacts/123/record/2-17/456/')).toEqual({
      portal: '123',
      type: '2-17',
      id: '456',
    });
    expect(recordOfPath('/contacts/123/deal/456/view')).toEqual({ portal: '123', type: '0-3', id: '456' });
    const none = ['/contacts/123/objects/0-3/views/all/list', '/contacts/x/record/0-3/456', '/reports/1'];
    for (const path of none) expect(recordOfPath(path), path).toBeNull();
  });

  test("only hosts of HubSpot's app count as record pages", () => {
    for (const host of ['app.hubspot.com', 'app-eu1.hubspot.com', 'app-na2.hubspot.com']) {
      expect(isAppHost(host), host).toBe(true);
    }
    for (const host of [
      'www.hubspot.com',
      'app.hubspot.com.evil.org',
      'xapp.hubspot.com',
      'app-eu1-x.hubspot.com',
    ]) {
      expect(isAppHost(host), host).toBe(false);
    }
  });

  test('a request stays on its host and in its company', () => {
    expect(addressOf(request, 'sandbox')).toBe(
      'https://sandbox-quickbooks.api.intuit.com/v3/company/9/query?query=select',
    );
    const astray = ['@evil.org/', '//evil.org/', '/v3/company/8/invoice', '/v3/company/9/../8/invoice', ''];
    for (const path of astray) {
      expect(() => addressOf({ ...request, path }, 'production'), path).toThrow();
    }
    for (const path of ['@evil.org/', '.evil.org/', '']) {
      expect(() => addressOf({ ...request, service: 'hubspot', path }, 'production'), path).toThrow();
    }
  });

  test('reads of QuickBooks are metered, writes are not', () => {
    expect(isMetered(request)).toBe(true);
    expect(isMetered({ ...request, method: 'POST', path: '/v3/company/9/query' })).toBe(true);
    expect(isMetered({ ...request, method: 'POST', path: '/v3/company/9/invoice' })).toBe(false);
    expect(isMetered({ ...request, service: 'hubspot' })).toBe(false);
  });

  test('a broker is an https address without anything hidden in it', () => {
    expect(brokerOrigin('https://broker.example.com/team')).toBe('https://broker.example.com');
    const bad = ['http://b.example', 'https://me:secret@b.example', 'https://b.example/?x', 'nothing'];
    for (const url of bad) expect(brokerOrigin(url), url).toBeNull();
  });
});

describe('identity of a run', () => {
  test('the order of fields does not matter, their values do', () => {
    expect(canonical({ b: 1, a: [2, { d: null, c: 'x' }] })).toBe(
      canonical({ a: [2, { c: 'x', d: null }], b: 1 }),
    );
    expect(joinOf('open_record', { refresh: true })).not.toBe(joinOf('open_record', { refresh: false }));
    expect(joinOf('create_invoice', { realm: '9', another: true })).toBe(
      joinOf('create_invoice', { another: false, realm: '9' }),
    );
  });

  test('a run is about the record of its input', () => {
    expect(recordOf({ record: { type: '0-1', id: '5' } })).toBe('0-1:5');
    expect(recordOf({ source: { type: '0-3', id: '7' } })).toBe('0-3:7');
    for (const input of [null, 'text', {}, { record: { type: 3 } }]) expect(recordOf(input)).toBe('');
  });

  test('what a content script says is a record only when it looks like one', () => {
    expect(readShownRecord({ portal: '1', type: '0-3', id: '2' })).toEqual({
      portal: '1',
      type: '0-3',
      id: '2',
    });
    const bad = [null, 'x', {}, { portal: '1', type: 'deal', id: '2' }, { portal: 1, type: '0-3', id: '2' }];
    for (const value of bad) expect(readShownRecord(value)).toBeNull();
  });
});

describe('time zones', () => {
  test('offsets change where the clocks do, to the minute', () => {
    const offsets = offsetsAround('Europe/Stockholm', Date.UTC(2026, 5, 1));
    expect(offsets).toContainEqual({ from_ms: Date.UTC(2026, 2, 29, 1), offset_minutes: 120 });
    expect(offsets).toContainEqual({ from_ms: Date.UTC(2026, 9, 25, 1), offset_minutes: 60 });
  });

  test('half hours, the other side of the world, zones without summer, and unknown ones', () => {
    const at_ms = Date.UTC(2026, 0, 15);
    expect(offsetsAround('Asia/Kolkata', at_ms).map((one) => one.offset_minutes)).toEqual([330]);
    expect(offsetsAround('Pacific/Kiritimati', at_ms).map((one) => one.offset_minutes)).toEqual([840]);
    expect(offsetsAround('America/St_Johns', at_ms).map((one) => one.offset_minutes)).toContain(-210);
    expect(offsetsAround('Nowhere/Land', at_ms).map((one) => one.offset_minutes)).toEqual([0]);
  });
});

describe('answers of Intuit', () => {
  const received = (status: number, body: string) => ({
    status,
    headers: new Headers(),
    bytes: new TextEncoder().encode(body),
  });

  test('a redirect counts only with the state that was sent, a company and a code', () => {
    const back = 'https://x.chromiumapp.org/';
    expect(readRedirect(`${back}?code=c&state=s&realmId=9`, 's')).toEqual({ realm: '9', code: 'c' });
    expect(readRedirect(`${back}?code=c&state=other&realmId=9`, 's')).toEqual({ refused: 'state' });
    expect(readRedirect(`${back}?error=access_denied&state=s`, 's')).toEqual({ refused: 'denied' });
    expect(readRedirect(`${back}?code=c&state=s`, 's')).toEqual({ refused: 'incomplete' });
    expect(readRedirect(`${back}?code=c&state=s&realmId=9/../8`, 's')).toEqual({ refused: 'incomplete' });
  });

  test('only a refusal of the grant is one: everything else is worth asking again', () => {
    expect(readGrant(received(400, '{"error":"invalid_grant"}'))).toEqual({ refused: 'invalid_grant' });
    expect(readGrant(received(200, '{"access_token":"a","refresh_token":"r","expires_in":60}'))).toEqual({
      grant: { access_token: 'a', refresh_token: 'r', expires_in_s: 60 },
    });
    for (const answer of [
      received(500, ''),
      received(429, '{}'),
      received(200, 'no json'),
      received(200, '{}'),
    ]) {
      expect(readGrant(answer)).toEqual({ transient: 'cut_off' });
    }
  });
});

describe('pace', () => {
  test('an account rests when its answers say so', () => {
    expect(pauseAfter(200, new Headers())).toBe(0);
    expect(pauseAfter(200, new Headers({ 'x-hubspot-ratelimit-remaining': '50' }))).toBe(0);
    const nearlyUsedUp = {
      'x-hubspot-ratelimit-remaining': '3',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
    };
    expect(pauseAfter(200, new Headers(nearlyUsedUp))).toBe(10_000);
    expect(pauseAfter(429, new Headers({ 'retry-after': '7' }))).toBe(7_000);
    expect(pauseAfter(429, new Headers({ 'retry-after': 'soon' }))).toBe(1_000);
  });
});

describe('the export of links', () => {
  test('quotes what needs quoting, and no cell is a formula', () => {
    const row = { portal: '1', type: '0-3', id: '2', key: '9:Invoice:4', number: '=cmd|"x"', seen_ms: 0 };
    const { name, text } = exportLinks([row], Date.UTC(2026, 10, 22));
    expect(name).toBe('sidebill-links-2026-11-22.csv');
    expect(text.split('\r\n')[1]).toBe('1,0-3,2,9:Invoice:4,"\'=cmd|""x""",1970-01-01T00:00:00.000Z');
  });
});
