// Customer, vendor and employee: three lists that share one space of names.
import { type Books, type Fields, preference, type Ref, resolveActive, rows } from '../books.ts';
import { exact, minus, numberOf, total } from '../exact.ts';
import { faults, refuse } from '../refusal.ts';
import { choice, date, flag, number, object, readOnly, reference, type Shape, text } from '../shape.ts';
import type { Company, Entity } from '../state.ts';
import {
  address,
  contactFields,
  displayNameOf,
  envelope,
  markedName,
  named,
  qualifiedName,
  settleCurrency,
} from './common.ts';
import { requireUniqueName } from './display-names.ts';
import type { Kind } from './kind.ts';

const customerShape: Shape = {
  ...envelope,
  ...contactFields,
  ShipAddr: object(address),
  Notes: text(2000),
  Taxable: flag,
  TaxExemptionReasonId: text(4),
  ResaleNum: text(16),
  Job: flag,
  BillWithParent: flag,
  ParentRef: reference,
  Level: readOnly,
  CustomerTypeRef: reference,
  SalesTermRef: reference,
  PaymentMethodRef: reference,
  PreferredDeliveryMethod: choice('Print', 'Email', 'None'),
  CurrencyRef: reference,
  DefaultTaxCodeRef: reference,
  PrimaryTaxIdentifier: text(20),
  Balance: number,
  OpenBalanceDate: date,
  BalanceWithJobs: readOnly,
  IsProject: readOnly,
  ClientEntityId: readOnly,
  CustomField: readOnly,
};

function settleCustomer(books: Books, fields: Fields, previous: Entity | null): Fields {
  const { company } = books;
  const active = fields['Active'] !== false;
  const displayName = markedName(
    displayNameOf({ DisplayName: previous?.['DisplayName'], ...fields }, 'Customer'),
    active,
  );
  requireUniqueName(books, displayName, previous);
  const balance = previous ? Number(previous['Balance']) : Number(fields['Balance'] ?? 0);
  if (!active && balance !== 0) refuse(faults.hasBalance());
  const delivery = (fields['PreferredDeliveryMethod'] as string | undefined) ?? 'Print';
  if (delivery === 'Email' && !emailOf(fields)) refuse(faults.emailNeeded());
  return {
    ...fields,
    ...settledReferences(company, fields),
    DisplayName: displayName,
    FullyQualifiedName: qualifiedName(company, 'Customer', displayName, fields['ParentRef']),
    PrintOnCheckName: fields['PrintOnCheckName'] ?? fields['CompanyName'] ?? displayName,
    CurrencyRef: settleCurrency(books, fields, previous),
    PreferredDeliveryMethod: delivery,
    Active: active,
    Taxable: fields['Taxable'] ?? company.regime !== 'by-line',
    DefaultTaxCodeRef: fields['DefaultTaxCodeRef'] ?? defaultTaxCode(company),
    Job: fields['Job'] ?? false,
    BillWithParent: fields['BillWithParent'] ?? false,
    IsProject: false,
    Balance: balance,
    BalanceWithJobs: balance,
  };
}

export function emailOf(fields: Fields): string | undefined {
  return (fields['PrimaryEmailAddr'] as { Address?: string } | undefined)?.Address || undefined;
}

function settledReferences(company: Company, fields: Fields): Fields {
  const settled: Fields = {};
  for (const [field, kind] of [
    ['SalesTermRef', 'Term'],
    ['PaymentMethodRef', 'PaymentMethod'],
  ] as const) {
    if (fields[field]) settled[field] = named(company, kind, resolvedRef(company, kind, fields[field]));
  }
  if (fields['ParentRef'])
    settled['ParentRef'] = { value: resolveActive(company, 'Customer', fields['ParentRef']).Id };
  return settled;
}

function resolvedRef(company: Company, kind: string, ref: unknown): Ref {
  return { value: resolveActive(company, kind, ref).Id };
}

/** Automated sales tax sets a default code on every customer by itself. */
function defaultTaxCode(company: Company): Ref | null {
  const usesTax = preference(company, 'TaxPrefs', 'UsingSalesTax') === true;
  return usesTax && company.regime === 'us-automated'
    ? { value: Object.values(company.stateTaxCodes)[0]! }
    : null;
}

export const customer: Kind = {
  name: 'Customer',
  path: 'customer',
  family: 'list',
  filterable: [
    'DisplayName',
    'GivenName',
    'MiddleName',
    'FamilyName',
    'CompanyName',
    'PrintOnCheckName',
    'FullyQualifiedName',
    'PrimaryEmailAddr',
    'Active',
    'Balance',
  ],
  sortable: [
    'DisplayName',
    'GivenName',
    'MiddleName',
    'FamilyName',
    'CompanyName',
    'PrintOnCheckName',
    'FullyQualifiedName',
    'Active',
    'Balance',
    'BalanceWithJobs',
  ],
  shape: customerShape,
  kept: ['DisplayName', 'Taxable', 'PreferredDeliveryMethod', 'CurrencyRef', 'Active', 'DefaultTaxCodeRef'],
  settle: settleCustomer,
};

function settlePlainName(kind: string) {
  return (books: Books, fields: Fields, previous: Entity | null): Fields => {
    const active = fields['Active'] !== false;
    const displayName = markedName(
      displayNameOf({ DisplayName: previous?.['DisplayName'], ...fields }, kind),
      active,
    );
    requireUniqueName(books, displayName, previous);
    return {
      ...fields,
      DisplayName: displayName,
      PrintOnCheckName: fields['PrintOnCheckName'] ?? displayName,
      Active: active,
      ...(kind === 'Vendor' && {
        Balance: previous?.['Balance'] ?? 0,
        Vendor1099: fields['Vendor1099'] ?? false,
        CurrencyRef: settleCurrency(books, fields, previous),
      }),
    };
  };
}

const nameFields = ['DisplayName', 'GivenName', 'FamilyName', 'PrintOnCheckName', 'Active'] as const;

export const vendor: Kind = {
  name: 'Vendor',
  path: 'vendor',
  family: 'list',
  filterable: [...nameFields, 'CompanyName', 'PrimaryEmailAddr', 'Balance'],
  sortable: nameFields,
  shape: {
    ...envelope,
    ...contactFields,
    Vendor1099: flag,
    CurrencyRef: reference,
    Balance: readOnly,
    AcctNum: text(100),
    TermRef: reference,
    TaxIdentifier: text(20),
  },
  kept: ['DisplayName', 'CurrencyRef', 'Active'],
  settle: settlePlainName('Vendor'),
};

export const employee: Kind = {
  name: 'Employee',
  path: 'employee',
  family: 'list',
  filterable: nameFields,
  sortable: nameFields,
  shape: {
    ...envelope,
    ...contactFields,
    PrimaryAddr: object(address),
    EmployeeNumber: text(100),
    SSN: text(100),
    HiredDate: date,
    ReleasedDate: date,
    BillableTime: flag,
  },
  kept: ['DisplayName', 'Active'],
  settle: settlePlainName('Employee'),
};

/** The customer's balance: what is open on invoices, less what was paid and not applied. SyncToken stays. */
export function recomputeBalance(company: Company, customerId: string): void {
  const owner = company.tables['Customer']?.[customerId];
  if (!owner) return;
  const of = (kind: string, field: string) =>
    total(
      rows(company, kind)
        .filter((row) => (row['CustomerRef'] as Ref).value === customerId)
        .map((row) => exact(Number(row[field] ?? 0))),
    );
  const balance = numberOf(minus(of('Invoice', 'Balance'), of('Payment', 'UnappliedAmt')));
  owner['Balance'] = balance;
  owner['BalanceWithJobs'] = balance;
}
