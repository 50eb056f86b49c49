// Estimates and sales receipts: the same lines and taxes as an invoice, and what each kind has of its own.
import type { ManagedWorld, Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Api, apiOf, fault, type Json, line, quietSandbox, ref } from './support.ts';

let sandbox: Sandbox;
let beginning: ReturnType<ManagedWorld['snapshot']>;
let us: Api;
let manual: Api;

beforeAll(async () => {
  sandbox = await quietSandbox();
  beginning = sandbox.world.snapshot();
  [us, manual] = [apiOf(sandbox, 0), apiOf(sandbox, 1)];
});
beforeEach(() => sandbox.world.restore(beginning));
afterAll(() => sandbox.close());

async function sale(api: Api, name: string): Promise<Json> {
  const [item] = await api.rows("select * from Item where Type = 'Service' maxresults 1");
  const customer = await api.create('Customer', {
    DisplayName: name,
    BillAddr: { Line1: '1 Main St', City: 'San Diego', CountrySubDivisionCode: 'CA', PostalCode: '92101' },
  });
  return { CustomerRef: ref(customer['Id']), Line: [line(item?.['Id'], 1, 100, 100, 'TAX')] };
}

async function readOf(api: Api, kind: string, id: string): Promise<Json> {
  return (await api.get(`/${kind.toLowerCase()}/${id}`)).body[kind];
}

describe('an estimate', () => {
  test('is pending, has no balance and changes none', async () => {
    const body = await sale(us, 'Estimated');
    const estimate = await us.create('Estimate', { ...body, ExpirationDate: '2026-12-31' });
    expect(estimate).toMatchObject({
      TxnStatus: 'Pending',
      ExpirationDate: '2026-12-31',
      TotalAmt: 107.25,
      TxnTaxDetail: { TotalTax: 7.25 },
    });
    expect(estimate['Balance']).toBeUndefined();
    expect(await readOf(us, 'Customer', body['CustomerRef']['value'])).toMatchObject({ Balance: 0 });
  });

  test('is closed by the invoice that names it, and each names the other', async () => {
    const body = await sale(us, 'Converted');
    const estimate = await us.create('Estimate', body);
    const LinkedTxn = [{ TxnId: estimate['Id'], TxnType: 'Estimate' }];
    const invoice = await us.create('Invoice', { ...body, LinkedTxn });
    expect(invoice['LinkedTxn']).toEqual(LinkedTxn);
    expect(await readOf(us, 'Estimate', estimate['Id'])).toMatchObject({
      TxnStatus: 'Closed',
      LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }],
    });
    const second = await us.create('Invoice', { ...body, LinkedTxn });
    expect(second['LinkedTxn']).toEqual([]);
  });

  test('keeps its link when the invoice is paid', async () => {
    const body = await sale(us, 'Paid later');
    const estimate = await us.create('Estimate', body);
    const LinkedTxn = [{ TxnId: estimate['Id'], TxnType: 'Estimate' }];
    const invoice = await us.create('Invoice', { ...body, LinkedTxn });
    const payment = await us.create('Payment', {
      CustomerRef: body['CustomerRef'],
      TotalAmt: 107.25,
      Line: [{ Amount: 107.25, LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] }],
    });
    const paid = await readOf(us, 'Invoice', invoice['Id']);
    expect(paid['LinkedTxn']).toEqual([...LinkedTxn, { TxnId: payment['Id'], TxnType: 'Payment' }]);
  });

  test('that does not exist cannot be invoiced, and fields of other forms are unknown', async () => {
    const body = await sale(us, 'Refused');
    const LinkedTxn = [{ TxnId: '999999', TxnType: 'Estimate' }];
    expect(fault(await us.post('/invoice', { ...body, LinkedTxn }))).toMatchObject({ code: '2500' });
    expect(fault(await us.post('/estimate', { ...body, Deposit: 5 }))).toMatchObject({ code: '2010' });
  });
});

describe('a sales receipt', () => {
  test('is paid at once, into what was named or else Undeposited Funds', async () => {
    const body = await sale(us, 'Receipted');
    const [method] = await us.rows('select * from PaymentMethod maxresults 1');
    const receipt = await us.create('SalesReceipt', {
      ...body,
      PaymentMethodRef: ref(method?.['Id']),
      PaymentRefNum: 'ch_123',
    });
    expect(receipt).toMatchObject({
      TotalAmt: 107.25,
      Balance: 0,
      PaymentRefNum: 'ch_123',
      PaymentMethodRef: { value: method?.['Id'] },
      DepositToAccountRef: { name: 'Undeposited Funds' },
    });
    expect(await readOf(us, 'Customer', body['CustomerRef']['value'])).toMatchObject({ Balance: 0 });
  });

  test('has no due date and no terms, and a reference of at most 21 characters', async () => {
    const body = await sale(us, 'Strict');
    expect(fault(await us.post('/salesreceipt', { ...body, DueDate: '2026-12-31' }))).toMatchObject({
      code: '2010',
    });
    const PaymentRefNum = 'x'.repeat(22);
    expect(fault(await us.post('/salesreceipt', { ...body, PaymentRefNum }))).toMatchObject({
      code: '2050',
    });
  });

  test('numbers of one kind may not repeat where the company minds; another kind has its own', async () => {
    const body = await sale(manual, 'Numbered');
    await manual.create('SalesReceipt', { ...body, DocNumber: 'R-1' });
    expect(fault(await manual.post('/salesreceipt', { ...body, DocNumber: 'R-1' }))).toMatchObject({
      code: '6140',
    });
    expect(await manual.create('Estimate', { ...body, DocNumber: 'R-1' })).toMatchObject({
      DocNumber: 'R-1',
    });
  });
});
