// What the rules work on: sale, company and what is known, with numbers as decimals from the start.
import { Decimal as Base } from 'decimal.js';

/** Products of two 64-bit numbers stay exact. */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP });
export type Decimal = InstanceType<typeof Decimal>;

export interface Issue {
  code: string;
  severity: 'error' | 'warning';
  path: string;
  args: Record<string, string>;
}

export interface Money {
  amount: Decimal;
  currency: string;
}

export interface Address {
  line1: string;
  line2: string;
  city: string;
  region: string;
  postal_code: string;
  country: string;
}

export interface SaleLine {
  source_id: string;
  name: string;
  sku: string;
  recurrence: { frequency: string; periods: number } | null;
  tiered_price: boolean;
  currency: string | null;
  stated_amount: Decimal | null;
}

export interface Sale {
  currency: string;
  stated_amount: Decimal | null;
  companies: { address: Address }[];
  contacts: { address: Address; is_billing_contact: boolean }[];
  lines: SaleLine[];
}

export type TermRule =
  | { kind: 'standard'; due_days: number }
  | { kind: 'day-of-month'; day_of_month: number; next_month_days: number };

export interface Term {
  id: string;
  name: string;
  active: boolean;
  rule: TermRule;
}

export interface SeenTax {
  document_id: string;
  document_number: string;
  customer_id: string;
  ship_postal_code: string;
  ship_region: string;
  taxable: Decimal;
  tax: Money;
  percent: Decimal | null;
  date: string;
}

export interface Company {
  country: string;
  home_currency: string;
  multicurrency: boolean;
  currencies: string[];
  custom_numbers: boolean;
  allow_discount: boolean;
  us_latin1: boolean;
  default_term_id: string;
  books_closed_through: string | null;
  tax_regime: { kind: 'us-automated' | 'us-manual' | 'line' | 'none'; default_code_id?: string };
  terms: Term[];
  tax_codes: { id: string; name: string; active: boolean; sales_rate_ids: string[] }[];
  tax_rates: { id: string; percent: Decimal; active: boolean }[];
  accounts: { id: string; type: string; active: boolean }[];
  seen_taxes: SeenTax[];
}

export interface Customer {
  id: string;
  display_name: string;
  currency: string;
  term_id: string;
  active: boolean;
}

export interface Item {
  id: string;
  name: string;
  sku: string;
  type: string;
  taxable: boolean;
  active: boolean;
  inventory_start: string | null;
}

export interface Existing {
  id: string;
  number: string;
  total: Money;
  balance: Money;
  memo: string;
  deleted: boolean;
}

export interface Basis {
  today: string;
  portal_currency: string;
  sale: Sale;
  company: Company;
  customers: Customer[];
  items: Item[];
  taken: { kind: string; id: string; display_name: string }[];
  existing: Existing[];
}

const address: Address = { line1: '', line2: '', city: '', region: '', postal_code: '', country: '' };
const blank = {
  company: {
    country: '',
    multicurrency: false,
    currencies: [],
    custom_numbers: false,
    allow_discount: true,
    us_latin1: false,
    default_term_id: '',
    books_closed_through: null,
    tax_regime: { kind: 'none' },
    terms: [],
    tax_codes: [],
    tax_rates: [],
    accounts: [],
    seen_taxes: [],
  },
  saleLine: {
    source_id: '',
    name: '',
    sku: '',
    recurrence: null,
    tiered_price: false,
    currency: null,
    stated_amount: null,
  },
  customer: { id: '', display_name: '', currency: '', term_id: '', active: true },
  item: { id: '', name: '', sku: '', type: '', taxable: false, active: true, inventory_start: null },
  existing: { id: '', number: '', memo: '', deleted: false },
  seen: { document_number: '', ship_postal_code: '', ship_region: '', percent: null },
};

/** Members that are decimals, wherever they stand. */
const decimals: ReadonlySet<string> = new Set(['stated_amount', 'percent', 'taxable', 'amount']);

function reviver(name: string, value: unknown): unknown {
  return decimals.has(name) && typeof value === 'string' ? new Decimal(value) : value;
}

type Loose = Record<string, unknown>;
const withDefaults = <T>(defaults: object, rows: unknown): T[] =>
  ((rows ?? []) as Loose[]).map((row) => ({ ...defaults, ...row }) as T);
const withAddress = (rows: unknown) =>
  ((rows ?? []) as Loose[]).map((row) => ({
    is_billing_contact: false,
    ...row,
    address: { ...address, ...(row['address'] as object) },
  }));

function readCompany(company: Loose): Company {
  const whole: Loose = {
    ...blank.company,
    ...company,
    terms: withDefaults({ active: true }, company['terms']),
    tax_codes: withDefaults({ active: true, sales_rate_ids: [] }, company['tax_codes']),
    tax_rates: withDefaults({ active: true }, company['tax_rates']),
    accounts: withDefaults({ active: true }, company['accounts']),
    seen_taxes: withDefaults(blank.seen, company['seen_taxes']),
  };
  return whole as unknown as Company;
}

/** Reads a basis once, beforehand: what is timed finds values, as the core's own structs are. */
export function readBasis(text: string): Basis {
  const read = JSON.parse(text, reviver) as Loose;
  const sale = read['sale'] as Loose;
  return {
    today: read['today'] as string,
    portal_currency: (read['portal_currency'] as string | undefined) ?? '',
    sale: {
      currency: (sale['currency'] as string | undefined) ?? '',
      stated_amount: (sale['stated_amount'] as Decimal | null | undefined) ?? null,
      companies: withAddress(sale['companies']),
      contacts: withAddress(sale['contacts']),
      lines: withDefaults(blank.saleLine, sale['lines']),
    },
    company: readCompany(read['company'] as Loose),
    customers: withDefaults(blank.customer, read['customers']),
    items: withDefaults(blank.item, read['items']),
    taken: (read['taken'] ?? []) as Basis['taken'],
    existing: withDefaults(blank.existing, read['existing']),
  };
}
