// node-quickbooks 2.0.50, unmodified, over HTTPS against the vendor's own addresses.

import { credentialsOf, type Sandbox } from '@sidebill/sandbox';
import QuickBooks from 'node-quickbooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Json, type Loose, line, noon, pdfText, quietSandbox, ref, routeHttpsTo } from './support.ts';

let sandbox: Sandbox;
let stop: () => Promise<void>;
let client: Loose;
let canada: Loose;

/** The library's callbacks as promises. */
const call = (target: Loose, method: string, ...values: unknown[]): Promise<Loose> =>
  new Promise((resolve, reject) => {
    target[method](...values, (error: Loose, data: unknown) => (error ? reject(error) : resolve(data)));
  });

const faultOf = (error: Loose): Json => (error.response?.data ?? error).Fault.Error[0];

beforeAll(async () => {
  sandbox = await quietSandbox();
  stop = await routeHttpsTo(sandbox);
  const { intuit, realms } = credentialsOf(sandbox.world);
  [client, , canada] = realms.map(
    (realm) =>
      new (QuickBooks as Loose)(
        intuit.clientId,
        intuit.clientSecret,
        realm.accessToken,
        false,
        realm.id,
        true,
        false,
        '75',
        '2.0',
        realm.refreshToken,
      ),
  );
});

afterAll(() => stop());

const firstRow = async (method: string, entity: string, criteria: unknown = []): Promise<Json> =>
  (await call(client, method, criteria)).QueryResponse[entity][0];

test('company information and preferences are read', async () => {
  const info = await call(client, 'getCompanyInfo', client.realmId);
  expect(info.CompanyName).toBe('Harborline Supply Co.');
  expect(info.Country).toBe('US');
  const preferences = await call(client, 'getPreferences');
  expect(preferences.SalesFormsPrefs.CustomTxnNumbers).toBe(false);
  expect(preferences.TaxPrefs).toEqual({ UsingSalesTax: true, PartnerTaxEnabled: true });
});

test.each([
  ['findCustomers', 'Customer', 'getCustomer'],
  ['findItems', 'Item', 'getItem'],
  ['findTerms', 'Term', 'getTerm'],
  ['findTaxCodes', 'TaxCode', 'getTaxCode'],
  ['findTaxRates', 'TaxRate', 'getTaxRate'],
  ['findTaxAgencies', 'TaxAgency', 'getTaxAgency'],
  ['findAccounts', 'Account', 'getAccount'],
  ['findPaymentMethods', 'PaymentMethod', 'getPaymentMethod'],
  ['findVendors', 'Vendor', 'getVendor'],
  ['findEmployees', 'Employee', 'getEmployee'],
  ['findClasses', 'Class', 'getClass'],
  ['findDepartments', 'Department', 'getDepartment'],
  ['findInvoices', 'Invoice', 'getInvoice'],
  ['findPayments', 'Payment', 'getPayment'],
])('%s finds rows and %s can be read by id', async (find, entity, read) => {
  const row = await firstRow(find, entity);
  const one = await call(client, read, row['Id']);
  expect(one.Id).toBe(row['Id']);
  expect(one.SyncToken).toBe(row['SyncToken']);
});

test('currencies and exchange rates of a company with several', async () => {
  const found = await call(canada, 'findCompanyCurrencies', []);
  expect(found.QueryResponse.CompanyCurrency.map((row: Json) => row['Code']).sort()).toEqual([
    'EUR',
    'JPY',
    'USD',
  ]);
  const rate = await call(canada, 'getExchangeRate', { sourcecurrencycode: 'EUR', asofdate: '2026-01-31' });
  expect(rate.ExchangeRate.Rate).toBe(1.52);
  await call(canada, 'updateExchangeRate', { SourceCurrencyCode: 'EUR', Rate: 1.6, AsOfDate: '2026-06-01' });
  const newer = await call(canada, 'getExchangeRate', { sourcecurrencycode: 'EUR', asofdate: '2026-06-02' });
  expect(newer.ExchangeRate.Rate).toBe(1.6);
});

test('counting, paging, ordering and escaping work as the library writes them', async () => {
  const counted = await call(client, 'findCustomers', { count: true, Active: [true, false] });
  expect(counted.QueryResponse.totalCount).toBe(400);
  const page = await call(client, 'findInvoices', { limit: 5, offset: 3, asc: 'TxnDate' });
  const dates = page.QueryResponse.Invoice.map((row: Json) => row['TxnDate']);
  expect(dates).toHaveLength(5);
  expect(dates).toEqual([...dates].sort());
  const quoted = await call(client, 'findCustomers', [
    { field: 'DisplayName', value: "%'%", operator: 'LIKE' },
  ]);
  expect(quoted.QueryResponse.Customer[0].DisplayName).toContain("'");
});

test('a customer is created, updated and made inactive', async () => {
  const made = await call(client, 'createCustomer', {
    DisplayName: 'Zebra Café & Søn',
    PrimaryEmailAddr: { Address: 'zebra@example.com' },
  });
  expect(made).toMatchObject({
    SyncToken: '0',
    Active: true,
    FullyQualifiedName: 'Zebra Café & Søn',
    Balance: 0,
  });
  const updated = await call(client, 'updateCustomer', {
    Id: made.Id,
    SyncToken: made.SyncToken,
    Notes: 'met in May',
  });
  expect(updated).toMatchObject({ SyncToken: '1', Notes: 'met in May', DisplayName: 'Zebra Café & Søn' });
  const gone = await call(client, 'updateCustomer', { Id: made.Id, SyncToken: '1', Active: false });
  expect(gone).toMatchObject({ Active: false, DisplayName: 'Zebra Café & Søn (deleted)' });
});

test.each([
  [
    'createItem',
    'updateItem',
    { Name: 'New service', Type: 'Service', IncomeAccountRef: ref('1') },
    { Description: 'changed' },
  ],
  ['createTerm', 'updateTerm', { Name: 'Net 45', DueDays: 45 }, { DueDays: 46 }],
  [
    'createAccount',
    'updateAccount',
    { Name: 'Rental income', AccountType: 'Income' },
    { Name: 'Rental revenue' },
  ],
  ['createPaymentMethod', 'updatePaymentMethod', { Name: 'Barter' }, { Name: 'Barter trade' }],
  ['createVendor', 'updateVendor', { DisplayName: 'New vendor' }, { CompanyName: 'New vendor Inc.' }],
  ['createEmployee', 'updateEmployee', { GivenName: 'New', FamilyName: 'Employee' }, { EmployeeNumber: '7' }],
  ['createClass', 'updateClass', { Name: 'New class' }, { Name: 'Other class' }],
  ['createDepartment', 'updateDepartment', { Name: 'New department' }, { Name: 'Other department' }],
])('%s and %s', async (create, update, fields, change) => {
  const made = await call(client, create, fields);
  expect(made).toMatchObject({ ...fields, SyncToken: '0' });
  const updated = await call(client, update, { ...made, ...change });
  expect(updated).toMatchObject({ ...change, SyncToken: '1', Id: made.Id });
});

async function newInvoice(extra: Json = {}): Promise<Json> {
  const customer = await firstRow('findCustomers', 'Customer', [
    { field: 'PrimaryEmailAddr', value: '%@%', operator: 'LIKE' },
  ]);
  const item = await firstRow('findItems', 'Item', [{ field: 'Type', value: 'Service' }]);
  return call(client, 'createInvoice', {
    CustomerRef: ref(customer['Id']),
    Line: [line(item['Id'], 2, 47.5, 95)],
    ...extra,
  });
}

test('an invoice is created, changed, sent, printed, voided', async () => {
  const made = await newInvoice();
  expect(made).toMatchObject({ SyncToken: '0', TotalAmt: 95, Balance: 95, EmailStatus: 'NotSet' });
  const changed = await call(client, 'updateInvoice', {
    Id: made['Id'],
    SyncToken: '0',
    PrivateNote: 'from the deal',
  });
  expect(changed).toMatchObject({ SyncToken: '1', PrivateNote: 'from the deal', TotalAmt: 95 });
  const sent = await call(client, 'sendInvoicePdf', made['Id'], 'someone@example.com');
  expect(sent).toMatchObject({ EmailStatus: 'EmailSent', BillEmail: { Address: 'someone@example.com' } });
  expect(sent.DeliveryInfo.DeliveryType).toBe('Email');
  const pdf = Buffer.from(await call(client, 'getInvoicePdf', made['Id']));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdfText(pdf)).toContain(`Invoice no.: ${made['DocNumber']}`);
  expect(pdfText(pdf)).toContain('95.00');
  const voided = await call(client, 'voidInvoice', made['Id']);
  expect(voided.Invoice).toMatchObject({
    TotalAmt: 0,
    Balance: 0,
    PrivateNote: 'Voided - from the deal',
    DocNumber: made['DocNumber'],
  });
});

test('an invoice is deleted, and its requestid still answers the first success', async () => {
  const requestId = 'deal-1:g1';
  const made = await newInvoice({ requestId });
  const gone = await call(client, 'deleteInvoice', made['Id']);
  expect(gone.Invoice).toEqual({ status: 'Deleted', domain: 'QBO', Id: made['Id'] });
  await expect(call(client, 'getInvoice', made['Id'])).rejects.toSatisfy(
    (error) => faultOf(error)['code'] === '610',
  );
  const replayed = await newInvoice({ requestId });
  expect(replayed).toEqual(made);
});

test('a payment is created, read, found, voided in full, deleted', async () => {
  const invoice = await newInvoice();
  const pay = (amount: number) =>
    call(client, 'createPayment', {
      CustomerRef: invoice['CustomerRef'],
      TotalAmt: amount,
      PaymentRefNum: 'ch_1',
      Line: [{ Amount: amount, LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] }],
    });
  const first = await pay(40);
  expect(first).toMatchObject({ TotalAmt: 40, UnappliedAmt: 0 });
  expect(first.DepositToAccountRef).toEqual({ value: expect.any(String) });
  expect(await call(client, 'getInvoice', invoice['Id'])).toMatchObject({ Balance: 55, SyncToken: '1' });
  const found = await call(client, 'findPayments', [
    { field: 'CustomerRef', value: invoice['CustomerRef'].value },
  ]);
  expect(found.QueryResponse.Payment.map((row: Json) => row['Id'])).toContain(first.Id);
  const voided = await call(client, 'updatePayment', { ...first, void: true });
  expect(voided).toMatchObject({ TotalAmt: 0, PrivateNote: 'Voided' });
  expect(await call(client, 'getInvoice', invoice['Id'])).toMatchObject({ Balance: 95, SyncToken: '2' });
  const second = await pay(95);
  const gone = await call(client, 'deletePayment', second.Id);
  expect(gone.Payment.status).toBe('Deleted');
  expect(await call(client, 'getInvoice', invoice['Id'])).toMatchObject({ Balance: 95, LinkedTxn: [] });
});

test('a batch holds successes and faults side by side', async () => {
  const answer = await call(client, 'batch', [
    { bId: '1', operation: 'create', Customer: { DisplayName: 'Batch customer' } },
    { bId: '2', operation: 'create', Customer: { DisplayName: 'batch CUSTOMER' } },
    { bId: '3', Query: 'select * from Term maxresults 1' },
  ]);
  const [one, two, three] = answer.BatchItemResponse;
  expect(one).toMatchObject({ bId: '1', Customer: { DisplayName: 'Batch customer' } });
  expect(two.Fault.Error[0].code).toBe('6240');
  expect(three.QueryResponse.Term).toHaveLength(1);
});

test('change data capture tells changes and deletions', async () => {
  sandbox.world.advance(60_000);
  const since = new Date(sandbox.world.now()).toISOString();
  const kept = await newInvoice();
  const gone = await newInvoice();
  await call(client, 'deleteInvoice', gone['Id']);
  const changes = await call(client, 'changeDataCapture', ['Invoice', 'Employee'], since);
  const [invoices, employees] = changes.CDCResponse[0].QueryResponse;
  expect(invoices.Invoice.map((row: Json) => [row['Id'], row['status']])).toEqual([
    [kept['Id'], undefined],
    [gone['Id'], 'Deleted'],
  ]);
  expect(employees).toEqual({});
});

test('tokens are refreshed and revoked', async () => {
  const refreshed = await call(client, 'refreshAccessToken');
  expect(refreshed).toMatchObject({
    token_type: 'bearer',
    expires_in: 3600,
    x_refresh_token_expires_in: 8726400,
  });
  expect((await call(client, 'getPreferences')).Id).toBe('1');
  await call(client, 'revokeAccess', true);
  await expect(call(client, 'getPreferences')).rejects.toBeTruthy();
  expect(sandbox.world.now()).toBeGreaterThanOrEqual(noon);
});
