// The plain lists: terms, accounts, payment methods, classes, departments, currencies, rates; and the tax tables.
import { type Books, type Fields, homeCurrency, rows, serverToday } from '../books.ts';
import { faults, refuse } from '../refusal.ts';
import { choice, date, flag, name, number, readOnly, reference, type Shape, text } from '../shape.ts';
import type { Company, Entity } from '../state.ts';
import { currencyName, currencyRef, envelope, qualifiedName } from './common.ts';
import type { Kind } from './kind.ts';

function requireUniqueField(
  company: Company,
  kind: string,
  field: string,
  value: unknown,
  own: Entity | null,
): void {
  const wanted = String(value).toLowerCase();
  const taken = rows(company, kind).some((row) => row !== own && String(row[field]).toLowerCase() === wanted);
  if (taken) refuse(faults.duplicateName());
}

function settleNamed(kind: string, defaults: Fields = {}) {
  return (books: Books, fields: Fields, previous: Entity | null): Fields => {
    if (!fields['Name']) refuse(faults.missing('Name'));
    requireUniqueField(books.company, kind, 'Name', fields['Name'], previous);
    return { ...defaults, ...fields, Active: fields['Active'] ?? true };
  };
}

function settleTerm(books: Books, fields: Fields, previous: Entity | null): Fields {
  const settled = settleNamed('Term', { DiscountPercent: 0 })(books, fields, previous);
  const byDate = settled['DayOfMonthDue'] !== undefined;
  if (!byDate && settled['DueDays'] === undefined) refuse(faults.missing('DueDays'));
  inRange('DueDays', settled['DueDays'], 0, 999);
  inRange('DayOfMonthDue', settled['DayOfMonthDue'], 1, 31);
  return {
    ...settled,
    Type: byDate ? 'DATE_DRIVEN' : 'STANDARD',
    ...(byDate ? {} : { DiscountDays: settled['DiscountDays'] ?? 0 }),
  };
}

function inRange(field: string, value: unknown, low: number, high: number): void {
  if (value === undefined || value === null) return;
  if (!Number.isInteger(value) || Number(value) < low || Number(value) > high) {
    refuse(faults.invalidNumber(field, String(value)));
  }
}

export const term: Kind = {
  name: 'Term',
  path: 'term',
  family: 'list',
  filterable: ['Name', 'Active', 'Type', 'DueDays'],
  sortable: ['Name'],
  shape: {
    ...envelope,
    Name: text(31),
    Active: flag,
    Type: readOnly,
    DueDays: number,
    DiscountDays: number,
    DiscountPercent: number,
    DayOfMonthDue: number,
    DueNextMonthDays: number,
    DiscountDayOfMonth: number,
  },
  kept: ['Active'],
  settle: settleTerm,
};

export const paymentMethod: Kind = {
  name: 'PaymentMethod',
  path: 'paymentmethod',
  family: 'list',
  filterable: ['Name', 'Active', 'Type'],
  sortable: ['Name'],
  shape: { ...envelope, Name: text(31), Active: flag, Type: choice('CREDIT_CARD', 'NON_CREDIT_CARD') },
  kept: ['Active', 'Type'],
  settle: settleNamed('PaymentMethod', { Type: 'NON_CREDIT_CARD' }),
};

const accountShape: Shape = {
  ...envelope,
  Name: { kind: 'text', min: 0, max: 100, forbidden: /[":\t\r\n]/ },
  FullyQualifiedName: readOnly,
  Active: flag,
  AcctNum: text(20),
  Description: text(100),
  AccountType: text(50),
  AccountSubType: text(100),
  Classification: readOnly,
  CurrencyRef: reference,
  ParentRef: reference,
  SubAccount: flag,
  CurrentBalance: readOnly,
  CurrentBalanceWithSubAccounts: readOnly,
  TaxCodeRef: reference,
};

const classifications: Record<string, string> = {
  Bank: 'Asset',
  'Accounts Receivable': 'Asset',
  'Other Current Asset': 'Asset',
  'Fixed Asset': 'Asset',
  'Other Asset': 'Asset',
  'Accounts Payable': 'Liability',
  'Credit Card': 'Liability',
  'Other Current Liability': 'Liability',
  'Long Term Liability': 'Liability',
  Equity: 'Equity',
  Income: 'Revenue',
  'Other Income': 'Revenue',
  'Cost of Goods Sold': 'Expense',
  Expense: 'Expense',
  'Other Expense': 'Expense',
};

function settleAccount(books: Books, fields: Fields, previous: Entity | null): Fields {
  const settled = settleNamed('Account')(books, fields, previous);
  const type = settled['AccountType'] ?? previous?.['AccountType'] ?? refuse(faults.missing('AccountType'));
  const classification =
    classifications[String(type)] ?? refuse(faults.invalidEnumeration('AccountType', String(type)));
  return {
    ...settled,
    AccountType: type,
    AccountSubType: settled['AccountSubType'] ?? String(type).replaceAll(' ', ''),
    Classification: classification,
    FullyQualifiedName: qualifiedName(
      books.company,
      'Account',
      String(settled['Name']),
      settled['ParentRef'],
    ),
    SubAccount: settled['ParentRef'] !== undefined,
    CurrencyRef: currencyRef(homeCurrency(books.company)),
    CurrentBalance: previous?.['CurrentBalance'] ?? 0,
    CurrentBalanceWithSubAccounts: previous?.['CurrentBalanceWithSubAccounts'] ?? 0,
  };
}

export const account: Kind = {
  name: 'Account',
  path: 'account',
  family: 'list',
  filterable: [
    'Name',
    'FullyQualifiedName',
    'AccountType',
    'AccountSubType',
    'Classification',
    'Active',
    'AcctNum',
    'CurrentBalance',
  ],
  sortable: ['Name', 'FullyQualifiedName', 'AccountType'],
  shape: accountShape,
  kept: ['AccountType', 'AccountSubType', 'Active'],
  settle: settleAccount,
};

function nestedList(kindName: string, path: string): Kind {
  return {
    name: kindName,
    path,
    family: 'list',
    filterable: ['Name', 'FullyQualifiedName', 'Active'],
    sortable: ['Name', 'FullyQualifiedName'],
    shape: {
      ...envelope,
      Name: name(100),
      FullyQualifiedName: readOnly,
      Active: flag,
      ParentRef: reference,
      SubClass: flag,
      SubDepartment: flag,
    },
    kept: ['Active'],
    settle: (books, fields, previous) => {
      const settled = settleNamed(kindName)(books, fields, previous);
      const own = String(settled['Name']);
      const nested = settled['ParentRef'] !== undefined;
      return {
        ...settled,
        FullyQualifiedName: qualifiedName(books.company, kindName, own, settled['ParentRef']),
        [`Sub${kindName}`]: nested,
      };
    },
  };
}

export const classes = nestedList('Class', 'class');
export const department = nestedList('Department', 'department');

export const companyCurrency: Kind = {
  name: 'CompanyCurrency',
  path: 'companycurrency',
  family: 'list',
  filterable: ['Name', 'Code', 'Active'],
  sortable: ['Name', 'Code'],
  shape: { ...envelope, Code: text(3, 3), Name: text(100), Active: flag },
  kept: ['Name', 'Active', 'Code'],
  settle: (books, fields, previous) => {
    const code = String(fields['Code'] ?? refuse(faults.missing('Code')));
    requireUniqueField(books.company, 'CompanyCurrency', 'Code', code, previous);
    return { ...fields, Name: fields['Name'] ?? currencyName(code), Active: fields['Active'] ?? true };
  },
};

/** Rates by source currency and day; a write for the same day replaces the rate. */
export const exchangeRate: Kind = {
  name: 'ExchangeRate',
  path: 'exchangerate',
  family: 'list',
  filterable: ['SourceCurrencyCode', 'TargetCurrencyCode', 'AsOfDate'],
  sortable: ['AsOfDate'],
  shape: {
    ...envelope,
    SourceCurrencyCode: text(3, 3),
    TargetCurrencyCode: text(3, 3),
    Rate: number,
    AsOfDate: date,
  },
  settle: (books, fields) => {
    if (!fields['SourceCurrencyCode']) refuse(faults.missing('SourceCurrencyCode'));
    if (!(Number(fields['Rate']) > 0)) refuse(faults.invalidNumber('Rate', String(fields['Rate'])));
    return {
      ...fields,
      TargetCurrencyCode: homeCurrency(books.company),
      AsOfDate: fields['AsOfDate'] ?? serverToday(books.world),
    };
  },
};

function readOnlyList(kindName: string, filterable: readonly string[]): Kind {
  return { name: kindName, path: kindName.toLowerCase(), family: 'list', filterable, sortable: ['Name'] };
}

export const taxCode = readOnlyList('TaxCode', ['Name', 'Active', 'Taxable', 'TaxGroup', 'Description']);
export const taxRate = readOnlyList('TaxRate', ['Name', 'Active', 'RateValue', 'Description']);
export const taxAgency = readOnlyList('TaxAgency', ['Name', 'DisplayName', 'Active']);

/** Home units for one unit of `code` on that day: the newest rate not after it, else the oldest known, else 1. */
export function rateOn(company: Company, code: string, day: string): number {
  if (code === homeCurrency(company)) return 1;
  const known = rows(company, 'ExchangeRate')
    .filter((row) => row['SourceCurrencyCode'] === code)
    .sort((one, other) => String(one['AsOfDate']).localeCompare(String(other['AsOfDate'])));
  const before = known.filter((row) => String(row['AsOfDate']) <= day).at(-1);
  return Number((before ?? known[0])?.['Rate'] ?? 1);
}
