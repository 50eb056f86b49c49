// Every kind of entity the company API offers.
import { faults, refuse } from '../refusal.ts';
import { estimate } from './estimate.ts';
import { invoice } from './invoice.ts';
import { item } from './item.ts';
import type { Kind } from './kind.ts';
import {
  account,
  classes,
  companyCurrency,
  department,
  exchangeRate,
  paymentMethod,
  taxAgency,
  taxCode,
  taxRate,
  term,
} from './lists.ts';
import { customer, employee, vendor } from './names.ts';
import { payment } from './payment.ts';
import { salesReceipt } from './sales-receipt.ts';

/** CompanyInfo and Preferences stand once per company, and are only read. */
const companyInfo: Kind = {
  name: 'CompanyInfo',
  path: 'companyinfo',
  family: 'list',
  filterable: ['CompanyName'],
  sortable: [],
};
const preferences: Kind = {
  name: 'Preferences',
  path: 'preferences',
  family: 'list',
  filterable: [],
  sortable: [],
};

export const kinds: readonly Kind[] = [
  companyInfo,
  preferences,
  customer,
  vendor,
  employee,
  item,
  term,
  paymentMethod,
  account,
  classes,
  department,
  taxCode,
  taxRate,
  taxAgency,
  companyCurrency,
  exchangeRate,
  invoice,
  estimate,
  salesReceipt,
  payment,
];

const byPath = new Map(kinds.map((kind) => [kind.path, kind]));
const byName = new Map(kinds.map((kind) => [kind.name.toLowerCase(), kind]));

/** Paths are case-sensitive; a wrong one is an unsupported operation. */
export function kindOfPath(path: string): Kind {
  return byPath.get(path) ?? refuse(faults.unsupported(`Operation ${path} is not supported.`));
}

export function kindOfName(name: string): Kind | undefined {
  return byName.get(name.toLowerCase());
}
