// Invoices such as a sales team makes, as requests to `compose`, out of a seed.
import type { Basis, Choices, LineChoice } from '@sidebill/core';
import { Random } from '../../property/random.ts';

const seed = 20261122;

const products = [
  'Consulting, senior',
  'Instalação no local',
  'Støtte og drift',
  'Cable, 2 m',
  'Licence, yearly',
  'Training day',
  'Über-Nacht-Versand',
  'Replacement part',
];
const towns = [
  { city: 'Austin', region: 'TX', postal_code: '78701' },
  { city: 'New York', region: 'NY', postal_code: '10013' },
  { city: 'Fresno', region: 'CA', postal_code: '93650' },
];

function money(random: Random, most: number): string {
  return `${random.below(most)}.${random.digits(2)}`;
}

/** 0.5, 2, 7.25 */
function quantity(random: Random): string {
  return random.pick(['0.5', '1', '1', '2', '3', '7.25', '12', '40']);
}

function lineOf(random: Random, index: number, tidy: boolean) {
  const name = random.pick(products);
  const id = `${100 + index}`;
  const source = {
    source_id: `${9000 + index}`,
    name,
    sku: `SKU-${index}`,
    quantity: quantity(random),
    unit_price: money(random, 900),
    ...(random.chance(10) ? { recurrence: { frequency: 'monthly', periods: 12 } } : {}),
  };
  const taxable = random.chance(60);
  const choice: LineChoice = {
    source_id: source.source_id,
    include: true,
    item: { kind: 'existing', id, name },
    description: tidy ? `${name}\nas agreed` : `${name} – “as agreed”`,
    quantity: source.quantity,
    unit_price: source.unit_price,
    discount_percent: random.chance(20) ? random.pick(['5', '10', '12.5', '33.3']) : '',
    taxable,
    tax_code: '',
    service_date: '',
  };
  const item = { id, name, sku: source.sku, type: 'Service', taxable, active: true };
  return { source, choice, item };
}

function discountOf(random: Random): Choices['discount'] {
  const kind = random.pick(['none', 'none', 'percent', 'amount'] as const);
  if (kind === 'none') return { kind };
  return { kind, value: kind === 'percent' ? random.pick(['5', '7.5', '10']) : money(random, 5) };
}

function companyOf(random: Random, realm: string) {
  const automated = random.chance(70);
  return {
    realm,
    name: 'Books Inc',
    country: 'US',
    home_currency: 'USD',
    us_latin1: true,
    tax_regime: automated ? { kind: 'us-automated' } : { kind: 'us-manual', default_code_id: '5' },
    default_term_id: '3',
    terms: [
      { id: '1', name: 'Due on receipt', active: true, rule: { kind: 'standard', due_days: 0 } },
      {
        id: '2',
        name: 'End of month',
        active: true,
        rule: { kind: 'day-of-month', day_of_month: 31, next_month_days: 5 },
      },
      { id: '3', name: 'Net 30', active: true, rule: { kind: 'standard', due_days: 30 } },
    ],
    tax_codes: [{ id: '5', name: 'Texas', active: true, sales_rate_ids: ['7', '8'] }],
    tax_rates: [
      { id: '7', name: 'State', percent: '6.25', active: true },
      { id: '8', name: 'City', percent: '2', active: true },
    ],
    accounts: [{ id: '79', name: 'Sales', type: 'Income', active: true }],
    seen_taxes: [1, 2, 3].map((number) => ({
      document_id: `${number}`,
      document_number: `10${number}`,
      customer_id: `${19 + number}`,
      ship_postal_code: '78701',
      ship_region: 'TX',
      taxable: '1234.50',
      tax: { amount: '101.85', currency: 'USD' },
      date: `2026-0${number}-15`,
    })),
  };
}

function customersOf(names: string[]) {
  return names.map((name, index) => ({
    id: `${20 + index}`,
    display_name: name,
    emails: [`billing@${index}.example`],
    term_id: index === 1 ? '2' : '',
  }));
}

export interface Request {
  basis: Basis;
  choices: Choices;
  picked: { customers: []; items: [] };
}

function invoice(random: Random): Request {
  // One in ten has something that a US company cannot store.
  const tidy = random.chance(90);
  const count = random.pick([1, 2, 3, 5, 8, 12, 20]);
  const lines = Array.from({ length: count }, (_, index) => lineOf(random, index, tidy));
  const customers = customersOf(['Ångström & Søn', "O'Hara Ltd", 'Acme GmbH']);
  const basis = {
    today: '2026-11-22',
    portal_currency: 'USD',
    company: companyOf(random, '4620816365'),
    sale: {
      source: { type: '0-3', id: `${random.below(1_000_000)}` },
      name: 'Autumn order',
      currency: 'USD',
      companies: [{ id: '700', name: 'Acme GmbH', is_primary: true, address: random.pick(towns) }],
      lines: lines.map(({ source }) => source),
    },
    customers,
    items: lines.map(({ item }) => item),
    taken: [{ kind: 'vendor', id: '900', active: true, display_name: 'Paper & Co', parent_id: '' }],
    existing: [],
  } as unknown as Basis;
  const choices: Choices = {
    customer: { kind: 'existing', id: random.pick(customers).id },
    naming: { policy: 'company', contact_id: '' },
    lines: lines.map(({ choice }) => choice),
    discount: discountOf(random),
    term_id: '',
    date: '2026-11-22',
    due_date: null,
    message: 'Thank you for your business.',
    memo: '',
    email: 'billing@acme.example',
    cc: '',
    exchange_rate: '',
    expiration: '',
    estimate_id: '',
    payment_method_id: '',
    deposit_account_id: '',
    payment_reference: '',
    number: '',
    another: false,
    beside: [],
  };
  return { basis, choices, picked: { customers: [], items: [] } };
}

export function generatedInvoices(count: number): Request[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => invoice(random));
}
