// Every refusal in its recorded shape: status, code, element, words.

import { credentialsOf, type ManagedWorld, type Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Api, apiOf, fault, type Json, line, quietSandbox, ref } from './support.ts';

let sandbox: Sandbox;
let beginning: ReturnType<ManagedWorld['snapshot']>;
let us: Api;
let manual: Api;
let canada: Api;
let customer: Json;
let item: Json;

beforeAll(async () => {
  sandbox = await quietSandbox();
  beginning = sandbox.world.snapshot();
  [us, manual, canada] = [apiOf(sandbox, 0), apiOf(sandbox, 1), apiOf(sandbox, 2)];
  [customer] = (await us.rows('select * from Customer maxresults 1')) as [Json];
  [item] = (await us.rows("select * from Item where Type = 'Service' maxresults 1")) as [Json];
});
beforeEach(() => sandbox.world.restore(beginning));
afterAll(() => sandbox.close());

const invoice = (changes: Json = {}): Json => ({
  CustomerRef: ref(customer['Id']),
  Line: [line(item['Id'], 1, 10, 10)],
  ...changes,
});
const deep = (detail: Json, amount = 10): Json => ({
  DetailType: 'SalesItemLineDetail',
  Amount: amount,
  SalesItemLineDetail: detail,
});

describe('an invoice is refused', () => {
  test.each<[string, () => Json, string, string | undefined]>([
    ['without customer', () => invoice({ CustomerRef: null }), '2020', 'CustomerRef'],
    ['without lines', () => invoice({ Line: [] }), '2020', 'Line'],
    [
      'with a line without Amount',
      () => invoice({ Line: [{ DetailType: 'SalesItemLineDetail', SalesItemLineDetail: {} }] }),
      '2020',
      'Amount',
    ],
    ['with an unknown property', () => invoice({ Foo: 1 }), '2010', undefined],
    ['with a number that is too long', () => invoice({ DocNumber: 'X'.repeat(33) }), '2050', 'DocNumber'],
    [
      'with letters beyond Latin-1 in a US company',
      () => invoice({ PrivateNote: 'Łódź' }),
      '2040',
      'PrivateNote',
    ],
    [
      'with an e-mail address that is none',
      () => invoice({ BillEmail: { Address: 'nobody' } }),
      '2210',
      'BillEmail.Address',
    ],
    ['with a date that is none', () => invoice({ TxnDate: '2026-02-30' }), '2060', 'TxnDate'],
    ['with an unknown EmailStatus', () => invoice({ EmailStatus: 'Maybe' }), '2170', 'EmailStatus'],
    ['for a customer that does not exist', () => invoice({ CustomerRef: ref('99999') }), '2500', ''],
    [
      'with an item that does not exist',
      () => invoice({ Line: [deep({ ItemRef: ref('99999') })] }),
      '2500',
      '',
    ],
    [
      'with a cent too little',
      () => invoice({ Line: [line(item['Id'], 128.35, 14.5, 1861.07)] }),
      '6070',
      'Line.Amount',
    ],
    [
      'with a third rounded too far',
      () => invoice({ Line: [line(item['Id'], 3, 33.33, 100)] }),
      '6070',
      'Line.Amount',
    ],
    [
      'with a discount without value',
      () =>
        invoice({
          Line: [
            line(item['Id'], 1, 10, 10),
            { DetailType: 'DiscountLineDetail', DiscountLineDetail: { PercentBased: true } },
          ],
        }),
      '6090',
      'DiscountLineDetail',
    ],
    [
      'with a line code that is not TAX or NON',
      () => invoice({ Line: [line(item['Id'], 1, 10, 10, '5')] }),
      '6100',
      'TaxCodeRef',
    ],
    ['with a total below zero', () => invoice({ Line: [line(item['Id'], 1, -10, -10)] }), '6000', 'TotalAmt'],
    ['in a foreign currency', () => invoice({ CurrencyRef: ref('EUR') }), '6000', 'CurrencyRef'],
  ])('%s', async (_about, body, code, element) => {
    const answer = await us.post('/invoice?minorversion=75', body());
    expect(fault(answer)).toMatchObject({ status: 400, code });
    expect(fault(answer).element).toBe(element);
    expect(answer.body['Fault'].type).toBe('ValidationFault');
    expect(typeof answer.body['time']).toBe('string');
  });

  test('to be mailed when there is no address', async () => {
    const bare = await us.create('Customer', { DisplayName: 'No mail' });
    const refused = fault(
      await us.post('/invoice', invoice({ CustomerRef: ref(bare['Id']), EmailStatus: 'NeedToSend' })),
    );
    expect(refused).toMatchObject({ code: '2020', element: 'BillEmail' });
  });

  test('for an inactive customer with 610, and with an inactive item with 2500', async () => {
    const [gone] = await us.rows('select * from Customer where Active IN (false) maxresults 1');
    expect(fault(await us.post('/invoice', invoice({ CustomerRef: ref(gone!['Id']) })))).toMatchObject({
      code: '610',
      element: '',
    });
    const [old] = await us.rows('select * from Item where Active = false maxresults 1');
    expect(fault(await us.post('/invoice', invoice({ Line: [line(old!['Id'], 1, 1, 1)] }))).code).toBe(
      '2500',
    );
  });

  test('in a closed period, on create, change and deletion', async () => {
    const made = await us.create('Invoice', invoice({ TxnDate: '2026-03-01' }));
    sandbox.world.state.intuit.companies[us.realmId]!.preferences['AccountingInfoPrefs'] = {
      BookCloseDate: '2026-06-30',
    };
    expect(fault(await us.post('/invoice', invoice({ TxnDate: '2026-06-30' }))).code).toBe('6200');
    const change = { Id: made['Id'], SyncToken: '0', sparse: true, PrivateNote: 'x' };
    expect(fault(await us.post('/invoice', change)).code).toBe('6200');
    expect(fault(await us.post('/invoice?operation=delete', { Id: made['Id'], SyncToken: '0' })).code).toBe(
      '6200',
    );
    expect((await us.post('/invoice', invoice({ TxnDate: '2026-07-01' }))).status).toBe(200);
  });

  test('with a number that is taken, where numbers are custom, unless duplicates are allowed', async () => {
    const [taken] = await manual.rows('select * from Invoice maxresults 1');
    const [buyer] = await manual.rows('select * from Customer maxresults 1');
    const body = { CustomerRef: ref(buyer!['Id']), DocNumber: taken!['DocNumber'], Line: [deep({})] };
    const refused = fault(await manual.post('/invoice', body));
    expect(refused).toMatchObject({ code: '6140', element: '' });
    expect(refused.detail).toContain(
      `DocNumber=${taken!['DocNumber']} is assigned to TxnType=Invoice with TxnId=`,
    );
    expect((await manual.post('/invoice?include=allowduplicatedocnum', body)).status).toBe(200);
    const unnumbered = await manual.create('Invoice', { ...body, DocNumber: undefined });
    expect(unnumbered).not.toHaveProperty('DocNumber');
  });

  test('without tax code on a line in Canada', async () => {
    const [buyer] = await canada.rows("select * from Customer where DisplayName like '%' maxresults 1");
    const refused = fault(
      await canada.post('/invoice', {
        CustomerRef: ref(buyer!['Id']),
        CurrencyRef: buyer!['CurrencyRef'],
        Line: [deep({})],
      }),
    );
    expect(refused.code).toBe('6000');
    expect(refused.detail).toContain('Make sure all your transactions have a GST/HST rate');
  });
});

describe('names', () => {
  test('are unique over customers, vendors and employees, active or not, in any case', async () => {
    const [vendor] = await us.rows('select * from Vendor maxresults 1');
    const [employee] = await us.rows('select * from Employee maxresults 1');
    const [gone] = await us.rows('select * from Customer where Active = false maxresults 1');
    for (const owner of [vendor!, employee!, customer, gone!]) {
      const answer = await us.post('/customer', { DisplayName: String(owner['DisplayName']).toUpperCase() });
      const refused = fault(answer);
      expect(refused).toMatchObject({
        status: 400,
        code: '6240',
        detail: 'The name supplied already exists. : null',
      });
      expect(refused.element).toBeUndefined();
    }
  });

  test.each<[string, Json, string]>([
    ['no name at all', { Notes: 'x' }, '6080'],
    ['a colon', { DisplayName: 'A:B' }, '2040'],
    ['a given name of 101 letters', { DisplayName: 'Long', GivenName: 'x'.repeat(101) }, '2050'],
    ['an e-mail address without dot', { DisplayName: 'Mail', PrimaryEmailAddr: { Address: 'a@b' } }, '2210'],
    [
      'delivery by e-mail without address',
      { DisplayName: 'Mailed', PreferredDeliveryMethod: 'Email' },
      '6420',
    ],
  ])('%s', async (_about, body, code) => {
    expect(fault(await us.post('/customer', body)).code).toBe(code);
  });

  test('length faults name the limit and what was supplied', async () => {
    const refused = fault(await us.post('/customer', { DisplayName: 'Long', GivenName: 'x'.repeat(101) }));
    expect(refused).toMatchObject({
      element: 'GivenName',
      detail: 'Min:0 Max:100 supported. Supplied length:101',
    });
  });

  test('several faults come at once', async () => {
    const answer = await us.post('/customer', { DisplayName: 'Łódź', GivenName: 'x'.repeat(101) });
    expect(answer.body['Fault'].Error.map((error: Json) => error['code'])).toEqual(['2040', '2050']);
  });

  test('with an open balance stay active', async () => {
    await us.create('Invoice', invoice());
    const fresh = (await us.get(`/customer/${customer['Id']}`)).body['Customer'];
    const answer = await us.post('/customer', {
      Id: fresh.Id,
      SyncToken: fresh.SyncToken,
      sparse: true,
      Active: false,
    });
    expect(fault(answer).code).toBe('6220');
  });
});

describe('reading and changing', () => {
  test('an unknown id is 610, one beyond the integer range 2030 and without time', async () => {
    expect(fault(await us.get('/invoice/999999'))).toMatchObject({ status: 400, code: '610', element: '' });
    const beyond = await us.get('/invoice/99999999999999999999');
    expect(fault(beyond).code).toBe('2030');
    expect(beyond.body).not.toHaveProperty('time');
  });

  test('a stale SyncToken is 5010 with an empty element', async () => {
    const made = await us.create('Invoice', invoice());
    await us.create('Payment', {
      CustomerRef: made['CustomerRef'],
      TotalAmt: 1,
      Line: [{ Amount: 1, LinkedTxn: [{ TxnId: made['Id'], TxnType: 'Invoice' }] }],
    });
    const stale = await us.post('/invoice', {
      Id: made['Id'],
      SyncToken: '0',
      sparse: true,
      PrivateNote: 'x',
    });
    expect(fault(stale)).toMatchObject({ code: '5010', element: '' });
  });

  test('a payment for the invoice of another customer is 620, without amount 6000', async () => {
    const made = await us.create('Invoice', invoice());
    const other = await us.create('Customer', { DisplayName: 'Somebody else' });
    const Line = [{ Amount: 1, LinkedTxn: [{ TxnId: made['Id'], TxnType: 'Invoice' }] }];
    expect(fault(await us.post('/payment', { CustomerRef: ref(other['Id']), TotalAmt: 1, Line })).code).toBe(
      '620',
    );
    expect(fault(await us.post('/payment', { CustomerRef: made['CustomerRef'], Line })).detail).toContain(
      'You must set a transaction amount',
    );
  });

  test.each<[string, string]>([
    ['/nonsense/1', '500'],
    ['/Invoice/1', '500'],
    ['/query?query=select', '4000'],
    [`/query?query=${encodeURIComponent("select * from Invoice where PrivateNote = 'x'")}`, '4001'],
    [`/query?query=${encodeURIComponent("select * from Customer where DisplayName = 'O''Brien'")}`, '4000'],
    [
      `/query?query=${encodeURIComponent("select * from Customer where DisplayName = 'O\u2019Brien'")}`,
      '4000',
    ],
    [`/query?query=${encodeURIComponent("select * from Customer where Id > '5'")}`, '4001'],
    [
      `/query?query=${encodeURIComponent('select * from Customer where Active = true or Active = false')}`,
      '4000',
    ],
    [`/query?query=${encodeURIComponent('select * from Invoice where TotalAmt > 10.00')}`, '4000'],
  ])('%s is %s, without element', async (path, code) => {
    const refused = fault(await us.get(path));
    expect(refused).toMatchObject({ status: 400, code });
    expect(refused.element).toBeUndefined();
  });

  test('a query can be posted as text', async () => {
    const answer = await us.raw('/query?minorversion=75', {
      method: 'POST',
      body: "select DisplayName from Customer where DisplayName like '%&%' orderby DisplayName desc maxresults 2",
      headers: { accept: 'application/json', 'content-type': 'application/text' },
    });
    const rows = ((await answer.json()) as Json)['QueryResponse'].Customer as Json[];
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).not.toHaveProperty('SyncToken');
  });

  test('malformed UTF-8 is an unsupported operation', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    const answer = await us.raw('/customer', {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
    });
    expect(((await answer.json()) as Json)['Fault'].Error[0].code).toBe('500');
  });
});

describe('the gateway', () => {
  const { fetch } = {
    fetch: (path: string, headers: Record<string, string>) =>
      sandbox.fetch(`https://quickbooks.api.intuit.com/v3/company/${path}`, { headers }),
  };

  test('answers a wrong or expired token with 401 in lower case and a numeric time', async () => {
    const answer = await fetch(`${us.realmId}/preferences`, {
      authorization: 'Bearer wrong',
      accept: 'application/json',
    });
    expect(answer.status).toBe(401);
    const body = (await answer.json()) as Json;
    expect(body['fault']).toMatchObject({
      type: 'AUTHENTICATION',
      error: [{ code: '3200', message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401' }],
    });
    expect(typeof body['time']).toBe('number');
    sandbox.world.advance(3_600_000);
    expect((await us.get('/preferences')).status).toBe(401);
  });

  test('answers a company the token is not for with 403 and 3100', async () => {
    const { accessToken } = credentialsOf(sandbox.world).realms[0]!;
    const answer = await fetch(`${canada.realmId}/preferences`, { authorization: `Bearer ${accessToken}` });
    expect(answer.status).toBe(403);
    expect(((await answer.json()) as Json)['fault'].error[0].code).toBe('3100');
  });

  test('throttles the eleventh call of a second in XML, whatever was asked for', async () => {
    sandbox.world.state.switches.rateLimits = true;
    for (let call = 0; call < 10; call += 1) expect((await us.get('/preferences')).status).toBe(200);
    const answer = await us.get('/preferences');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toContain('application/xml');
    expect(answer.headers.get('retry-after')).toBeNull();
    expect(answer.body['text']).toContain('message=ThrottleExceeded; errorCode=003001; statusCode=429');
    sandbox.world.advance(1_001);
    expect((await us.get('/preferences')).status).toBe(200);
  });

  test('allows 500 calls a minute for a company', async () => {
    sandbox.world.state.switches.rateLimits = true;
    for (let call = 0; call < 500; call += 1) {
      expect((await us.get('/term/1')).status).not.toBe(429);
      sandbox.world.advance(101);
    }
    expect((await us.get('/term/1')).status).toBe(429);
  });

  test('sends no CORS header and refuses a preflight', async () => {
    const answer = await us.raw('/invoice', {
      method: 'OPTIONS',
      headers: { origin: 'https://page.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('stamps answers with intuit_tid and a date, and speaks XML unless JSON is asked for', async () => {
    const answer = await us.raw('/invoice/999999', { headers: { accept: '*/*' } });
    expect(answer.headers.get('intuit_tid')).toMatch(/^1-/);
    expect(new Date(answer.headers.get('date')!).getTime()).toBe(sandbox.world.now());
    expect(await answer.text()).toContain('<Error code="610" element="">');
  });
});
