// What QuickBooks computes and fills in: totals, tax, dates, numbers, balances, voids, payments.

import type { ManagedWorld, Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Api, apiOf, fault, type Json, line, pdfText, quietSandbox, ref } from './support.ts';

let sandbox: Sandbox;
let beginning: ReturnType<ManagedWorld['snapshot']>;
let us: Api;
let manual: Api;
let canada: Api;

beforeAll(async () => {
  sandbox = await quietSandbox();
  beginning = sandbox.world.snapshot();
  [us, manual, canada] = [apiOf(sandbox, 0), apiOf(sandbox, 1), apiOf(sandbox, 2)];
});
beforeEach(() => sandbox.world.restore(beginning));
afterAll(() => sandbox.close());

let made = 0;
const nextName = (): string => {
  made += 1;
  return `Buyer ${made}`;
};
const buyer = (api: Api, changes: Json = {}): Promise<Json> =>
  api.create('Customer', { DisplayName: nextName(), ...changes });
const service = async (api: Api): Promise<string> =>
  (await api.rows("select * from Item where Type = 'Service' maxresults 1"))[0]!['Id'];
const percentOff = (percent: number): Json => ({
  DetailType: 'DiscountLineDetail',
  DiscountLineDetail: { PercentBased: true, DiscountPercent: percent },
});
const codeId = async (api: Api, name: string): Promise<string> =>
  (await api.rows(`select * from TaxCode where Name = '${name}'`))[0]!['Id'];

describe('US automated tax', () => {
  const california = {
    BillAddr: { Line1: '1 Main St', City: 'San Diego', CountrySubDivisionCode: 'CA', PostalCode: '92101' },
  };

  test('the rate comes from where it is shipped, on the taxable lines only', async () => {
    const item = await service(us);
    const customer = await buyer(us, california);
    const invoice = await us.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      Line: [line(item, 1, 19.99, 19.99, 'TAX'), line(item, 3, 10, 30, 'NON')],
    });
    expect(invoice['TxnTaxDetail']).toMatchObject({
      TotalTax: 1.45,
      TaxLine: [{ Amount: 1.45, TaxLineDetail: { TaxPercent: 7.25, NetAmountTaxable: 19.99 } }],
    });
    expect(invoice['TotalAmt']).toBe(51.44);
    const elsewhere = await us.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      ShipAddr: { City: 'Portland', CountrySubDivisionCode: 'OR' },
      Line: [line(item, 1, 19.99, 19.99, 'TAX')],
    });
    expect(elsewhere).toMatchObject({ TotalAmt: 19.99, TxnTaxDetail: { TotalTax: 0 } });
  });

  test('a sent code is ignored, code and total together override', async () => {
    const item = await service(us);
    const customer = await buyer(us, california);
    const body = { CustomerRef: ref(customer['Id']), Line: [line(item, 1, 100, 100, 'TAX')] };
    expect(await us.create('Invoice', { ...body, TxnTaxDetail: { TotalTax: 1 } })).toMatchObject({
      TotalAmt: 107.25,
    });
    const code = await codeId(us, 'Texas');
    expect(
      await us.create('Invoice', { ...body, TxnTaxDetail: { TxnTaxCodeRef: ref(code), TotalTax: 1 } }),
    ).toMatchObject({ TotalAmt: 101 });
  });

  test('the discount counts before or after tax, as the form says', async () => {
    const item = await service(us);
    const customer = await buyer(us, california);
    const body = {
      CustomerRef: ref(customer['Id']),
      Line: [line(item, 1, 80, 80, 'TAX'), line(item, 1, 20, 20, 'NON'), percentOff(10)],
    };
    const first = await us.create('Invoice', { ...body, ApplyTaxAfterDiscount: true });
    expect(first).toMatchObject({ TotalAmt: 95.22, TxnTaxDetail: { TotalTax: 5.22 } });
    const second = await us.create('Invoice', { ...body, ApplyTaxAfterDiscount: false });
    expect(second).toMatchObject({ TotalAmt: 95.8, TxnTaxDetail: { TotalTax: 5.8 } });
    expect(first['Line'].map((entry: Json) => [entry['DetailType'], entry['Amount']]).slice(2)).toEqual([
      ['SubTotalLineDetail', 100],
      ['DiscountLineDetail', 10],
    ]);
  });

  test('tax is rounded once per document, or per line when the switch says so', async () => {
    const item = await service(us);
    const customer = await buyer(us, california);
    const body = {
      CustomerRef: ref(customer['Id']),
      Line: Array.from({ length: 10 }, () => line(item, 1, 0.2, 0.2, 'TAX')),
    };
    expect((await us.create('Invoice', body))['TxnTaxDetail'].TotalTax).toBe(0.15);
    sandbox.world.state.switches.taxRounding = 'line';
    expect((await us.create('Invoice', body))['TxnTaxDetail'].TotalTax).toBe(0.1);
  });
});

describe('US manual tax', () => {
  test('one code for the form, each of its rates on the taxable sum', async () => {
    const item = await service(manual);
    const customer = await buyer(manual);
    const invoice = await manual.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      DocNumber: 'T-1',
      TxnTaxDetail: { TxnTaxCodeRef: ref(await codeId(manual, 'Tucson')) },
      Line: [line(item, 1, 33.33, 33.33, 'TAX')],
    });
    expect(invoice['TxnTaxDetail'].TaxLine.map((entry: Json) => entry['Amount'])).toEqual([1.87, 0.87]);
    expect(invoice).toMatchObject({ TotalAmt: 36.07, DocNumber: 'T-1' });
  });
});

describe('Canada', () => {
  const foreign = async (currency: string): Promise<Json> => buyer(canada, { CurrencyRef: ref(currency) });

  test('several rates on one line, tax outside the prices', async () => {
    const customer = await buyer(canada);
    const invoice = await canada.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [line(await service(canada), 1, 4495.16, 4495.16, await codeId(canada, 'GST/QST QC - 9.975'))],
    });
    expect(invoice['TxnTaxDetail'].TaxLine.map((entry: Json) => entry['Amount'])).toEqual([224.76, 448.39]);
    expect(invoice['TotalAmt']).toBe(5168.31);
  });

  test('tax inside the prices keeps the gross', async () => {
    const customer = await buyer(canada);
    const invoice = await canada.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      GlobalTaxCalculation: 'TaxInclusive',
      Line: [line(await service(canada), 3, 33.33, 99.99, await codeId(canada, 'HST ON'))],
    });
    expect(invoice).toMatchObject({ TotalAmt: 99.99, TxnTaxDetail: { TotalTax: 11.5 } });
    expect(invoice['Line'][0]).toMatchObject({
      Amount: 88.49,
      SalesItemLineDetail: { TaxInclusiveAmt: 99.99, UnitPrice: 29.4966667 },
    });
  });

  test('another currency: the customer decides, the rate gives the home total', async () => {
    const customer = await foreign('EUR');
    const body = {
      CustomerRef: ref(customer['Id']),
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [line(await service(canada), 1, 100, 100, await codeId(canada, 'Zero-rated'))],
    };
    expect(fault(await canada.post('/invoice', body)).code).toBe('6000');
    const invoice = await canada.create('Invoice', { ...body, CurrencyRef: ref('EUR'), ExchangeRate: 1.5 });
    expect(invoice).toMatchObject({
      TotalAmt: 100,
      HomeTotalAmt: 150,
      ExchangeRate: 1.5,
      CurrencyRef: { value: 'EUR' },
    });
    const dollars = { ...body, CurrencyRef: ref('USD') };
    expect(fault(await canada.post('/invoice', dollars)).code).toBe('6000');
  });
});

describe('dates, numbers and defaults', () => {
  test('terms of form, customer, or thirty days', async () => {
    const terms = new Map((await us.rows('select * from Term')).map((term) => [term['Name'], term['Id']]));
    const item = await service(us);
    const plain = await buyer(us);
    const body = { TxnDate: '2026-01-20', Line: [line(item, 1, 1, 1)] };
    const dueFor = async (customer: Json, term?: string) =>
      (
        await us.create('Invoice', {
          ...body,
          CustomerRef: ref(customer['Id']),
          ...(term ? { SalesTermRef: ref(terms.get(term)!) } : {}),
        })
      )['DueDate'];
    expect(await dueFor(plain)).toBe('2026-02-19');
    expect(await dueFor(plain, 'Net 15')).toBe('2026-02-04');
    expect(await dueFor(plain, 'Due on receipt')).toBe('2026-01-20');
    expect(await dueFor(plain, '15th of the month')).toBe('2026-02-15');
    expect(await dueFor(plain, 'End of month')).toBe('2026-01-31');
    expect(await dueFor(await buyer(us, { SalesTermRef: ref(terms.get('Net 60')!) }))).toBe('2026-03-21');
  });

  test('QuickBooks numbers, keeps a number that is sent, and lets it repeat', async () => {
    const item = await service(us);
    const customer = await buyer(us);
    const body = { CustomerRef: ref(customer['Id']), Line: [line(item, 1, 1, 1)] };
    const [one, two] = [await us.create('Invoice', body), await us.create('Invoice', body)];
    expect(Number(two['DocNumber'])).toBe(Number(one['DocNumber']) + 1);
    expect((await us.create('Invoice', { ...body, DocNumber: one['DocNumber'] }))['DocNumber']).toBe(
      one['DocNumber'],
    );
  });

  test('a line without item gets the default item and keeps its amount', async () => {
    const customer = await buyer(us);
    const invoice = await us.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      Line: [{ DetailType: 'SalesItemLineDetail', Amount: 12.34, SalesItemLineDetail: {} }],
    });
    expect(invoice['Line'][0]).toMatchObject({
      Amount: 12.34,
      SalesItemLineDetail: { ItemRef: { name: 'Services' } },
    });
  });

  test('a change that changes nothing keeps SyncToken and time; a full update drops what it leaves out', async () => {
    const item = await service(us);
    const customer = await buyer(us);
    const invoice = await us.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      PrivateNote: 'keep?',
      TxnDate: '2026-10-01',
      Line: [line(item, 1, 5, 5)],
    });
    sandbox.world.advance(5000);
    const same = await us.create('Invoice', {
      Id: invoice['Id'],
      SyncToken: '0',
      sparse: true,
      PrivateNote: 'keep?',
    });
    expect(same).toEqual(invoice);
    const full = await us.create('Invoice', {
      Id: invoice['Id'],
      SyncToken: '0',
      CustomerRef: invoice['CustomerRef'],
      Line: invoice['Line'],
    });
    expect(full).toMatchObject({ SyncToken: '1', DocNumber: invoice['DocNumber'], TxnDate: '2026-11-22' });
    expect(full).not.toHaveProperty('PrivateNote');
  });

  test('lines: a known id is changed, the rest is new, what is left out is gone', async () => {
    const item = await service(us);
    const customer = await buyer(us);
    const invoice = await us.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      Line: [line(item, 1, 5, 5), line(item, 1, 7, 7)],
    });
    const Line = [{ ...line(item, 2, 7, 14), Id: '2' }, line(item, 1, 9, 9)];
    const changed = await us.create('Invoice', { Id: invoice['Id'], SyncToken: '0', sparse: true, Line });
    const sales = changed['Line'].filter((entry: Json) => entry['Id'] !== undefined);
    expect(sales.map((entry: Json) => [entry['Id'], entry['Amount']])).toEqual([
      ['2', 14],
      ['3', 9],
    ]);
    expect(changed['TotalAmt']).toBe(23);
  });

  test('a bundle is sold as its parts', async () => {
    const [bundle] = await us.rows("select * from Item where Type = 'Group' maxresults 1");
    const customer = await buyer(us);
    const invoice = await us.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      Line: [
        { DetailType: 'GroupLineDetail', GroupLineDetail: { GroupItemRef: ref(bundle!['Id']), Quantity: 2 } },
      ],
    });
    const parts = invoice['Line'][0].GroupLineDetail.Line as Json[];
    expect(parts).toHaveLength(bundle!['ItemGroupDetail'].ItemGroupLine.length);
    const sum = parts.reduce((cents, part) => cents + Math.round(part['Amount'] * 100), 0);
    expect(Math.round(invoice['Line'][0].Amount * 100)).toBe(sum);
  });
});

describe('payments and voids', () => {
  const openInvoice = async (api: Api, amount: number): Promise<Json> => {
    const customer = await buyer(api);
    return api.create('Invoice', {
      CustomerRef: ref(customer['Id']),
      Line: [line(await service(api), 1, amount, amount, 'NON')],
    });
  };
  const pay = (invoice: Json, total: number, applied: number): Promise<Json> =>
    us.create('Payment', {
      CustomerRef: invoice['CustomerRef'],
      TotalAmt: total,
      Line: [{ Amount: applied, LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] }],
    });
  const read = async (invoice: Json): Promise<Json> =>
    (await us.get(`/invoice/${invoice['Id']}`)).body['Invoice'];

  test('a payment lowers the balance, raises the SyncToken and links; too much stays as credit', async () => {
    const invoice = await openInvoice(us, 100);
    const payment = await pay(invoice, 130, 130);
    expect(payment).toMatchObject({ TotalAmt: 130, UnappliedAmt: 30 });
    expect(await read(invoice)).toMatchObject({
      Balance: 0,
      SyncToken: '1',
      LinkedTxn: [{ TxnId: payment['Id'], TxnType: 'Payment' }],
    });
    const owner = (await us.get(`/customer/${invoice['CustomerRef'].value}`)).body['Customer'];
    expect(owner).toMatchObject({ Balance: -30, SyncToken: '0' });
  });

  test('voiding a paid invoice unapplies the payment, or is refused, as the switch says', async () => {
    const invoice = await openInvoice(us, 100);
    const payment = await pay(invoice, 100, 100);
    const body = { Id: invoice['Id'], SyncToken: '1' };
    expect(fault(await us.post('/invoice?operation=void', body)).code).toBe('6000');
    sandbox.world.state.switches.voidPaidInvoice = 'unapply';
    const voided = (await us.post('/invoice?operation=void', body)).body['Invoice'];
    sandbox.world.state.switches.voidPaidInvoice = 'refuse';
    expect(voided).toMatchObject({
      TotalAmt: 0,
      Balance: 0,
      PrivateNote: 'Voided',
      SyncToken: '2',
      LinkedTxn: [],
    });
    expect(voided.Line[0]).toMatchObject({ Amount: 0, SalesItemLineDetail: { Qty: 0, UnitPrice: 0 } });
    expect((await us.get(`/payment/${payment['Id']}`)).body['Payment']).toMatchObject({
      TotalAmt: 100,
      UnappliedAmt: 100,
      Line: [],
    });
  });

  test('a paid invoice cannot be deleted; a payment is voided with the full object, or sparse by switch', async () => {
    const invoice = await openInvoice(us, 100);
    const payment = await pay(invoice, 100, 100);
    expect(
      fault(await us.post('/invoice?operation=delete', { Id: invoice['Id'], SyncToken: '1' })).code,
    ).toBe('6000');
    const bare = { Id: payment['Id'], SyncToken: '0', sparse: true };
    expect(fault(await us.post('/payment?operation=update&include=void', bare)).code).toBe('2020');
    sandbox.world.state.switches.voidPaymentSparse = 'accept';
    expect((await us.post('/payment?operation=update&include=void', bare)).body['Payment']).toMatchObject({
      TotalAmt: 0,
      PrivateNote: 'Voided',
    });
    expect(await read(invoice)).toMatchObject({ Balance: 100 });
  });

  test('a payment update is the whole allocation', async () => {
    const invoice = await openInvoice(us, 100);
    const payment = await pay(invoice, 100, 100);
    const changed = await us.create('Payment', { ...payment, Line: [] });
    expect(changed).toMatchObject({ UnappliedAmt: 100, SyncToken: '1' });
    expect(await read(invoice)).toMatchObject({ Balance: 100, LinkedTxn: [] });
  });

  test('the PDF has the invoice in it, and the same bytes for the same state', async () => {
    const invoice = await openInvoice(us, 1234.5);
    const pdf = async () =>
      Buffer.from(
        await (
          await us.raw(`/invoice/${invoice['Id']}/pdf`, { headers: { accept: 'application/pdf' } })
        ).arrayBuffer(),
      );
    const first = await pdf();
    sandbox.world.advance(86_000);
    expect((await pdf()).equals(first)).toBe(true);
    expect(pdfText(first)).toContain('1,234.50');
    await pay(invoice, 1000, 1000);
    expect((await pdf()).equals(first)).toBe(false);
  });

  test('mailing needs an address', async () => {
    const invoice = await openInvoice(us, 10);
    const send = (suffix: string) =>
      us.raw(`/invoice/${invoice['Id']}/send${suffix}`, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
      });
    expect((await send('')).status).toBe(400);
    const sent = ((await (await send('?sendTo=a%40b.example')).json()) as Json)['Invoice'];
    expect(sent).toMatchObject({
      EmailStatus: 'EmailSent',
      BillEmail: { Address: 'a@b.example' },
      SyncToken: '1',
    });
  });
});
