// A draft as the core would compose it, complete and in several kinds of trouble.
import type {
  Basis,
  Choices,
  ComposeView,
  Core,
  CustomerCandidate,
  Evidence,
  EvidenceField,
  Issue,
  ItemCandidate,
  LineChoice,
  PolicyPlan,
} from '@sidebill/core';
import { dayFromNow, northwind } from './cast.ts';

export const basis: Basis = {
  today: dayFromNow(0),
  company: { realm: northwind.realm, name: northwind.name, home_currency: 'USD' },
  sale: { name: 'Brightwater: analytics rollout' },
};

/** Evidence as `[field, level, points, left, right]`. */
type Clue = [field: EvidenceField, level: string, points: number, left?: string, right?: string];

/** The score of a candidate is what its evidence sums to. */
export function scored(clues: readonly Clue[]): { score: string; evidence: Evidence[] } {
  const evidence = clues.map(([field, level, points, left = '', right = left]): Evidence => {
    return { field, level, left, right, weight: String(points) };
  });
  return { score: String(clues.reduce((sum, [, , points]) => sum + points, 0)), evidence };
}

export const brightwater: CustomerCandidate = {
  id: '58',
  display_name: 'Brightwater Analytics Inc.',
  company_name: 'Brightwater Analytics Inc.',
  email: 'ap@brightwater.example',
  currency: 'USD',
  active: true,
  ...scored([
    ['prior', '', -306],
    ['name', 'as-written', 1086, 'brightwater analytics'],
    ['legal_form', 'same', 38, 'inc'],
    ['email', 'same', 742, 'ap@brightwater.example'],
    ['phone', 'differs', -140, '+13035550117', '+13035550190'],
    ['city', 'same', 145, 'denver'],
  ]),
  record: { id: '58' },
};
export const runnerUp: CustomerCandidate = {
  ...brightwater,
  id: '204',
  display_name: 'Brightwater Analytics GmbH',
  company_name: '',
  email: 'rechnung@brightwater.example',
  currency: 'EUR',
  ...scored([
    ['prior', '', -306],
    ['name', 'same', 586, 'brightwater analytics'],
    ['legal_form', 'differs', -110, 'inc', 'gmbh'],
    ['email', 'within', 164, 'ap@brightwater.example', 'rechnung@brightwater.example'],
    ['city', 'differs', -205, 'denver', 'münchen'],
    ['currency', 'differs', -3000, 'USD', 'EUR'],
  ]),
  record: { id: '204' },
};
export const workshop: ItemCandidate = {
  id: '11',
  name: 'Onboarding workshop',
  sku: 'WS-ONB',
  type: 'Service',
  unit_price: '1450.00',
  active: true,
  ...scored([
    ['prior', '', -824],
    ['name', 'as-written', 902, 'onboarding workshop'],
    ['sku', 'as-written', 1490, 'WS-ONB'],
    ['price', 'same', 80, '1450.00'],
  ]),
  record: { id: '11', description: 'Onboarding workshop, on site', taxable: true },
};
export const remoteWorkshop: ItemCandidate = {
  ...workshop,
  id: '12',
  name: 'Onboarding workshop (remote)',
  sku: 'WS-REM',
  ...scored([
    ['prior', '', -824],
    ['name', 'alike', 288, 'onboarding workshop', 'onboarding workshop remote'],
    ['sku', 'differs', -160, 'WS-ONB', 'WS-REM'],
    ['price', 'touches', -45, '1450.00', '950.00'],
  ]),
  record: { id: '12' },
};

const dashboard: ItemCandidate = {
  ...workshop,
  id: '23',
  name: 'Dashboard license',
  sku: '',
  type: 'NonInventory',
  unit_price: '125.00',
  ...scored([
    ['prior', '', -824],
    ['name', 'alike', 1180, 'dashboard licence', 'dashboard license'],
    ['price', 'same', 80, '125.00'],
  ]),
  record: { id: '23', taxable: true },
};
const sameSku: ItemCandidate = {
  ...remoteWorkshop,
  sku: 'WS-ONB',
  ...scored([
    ['prior', '', -824],
    ['name', 'alike', 288, 'onboarding workshop', 'onboarding workshop remote'],
    ['sku', 'as-written', 1490, 'WS-ONB'],
    ['price', 'touches', -45, '1450.00', '950.00'],
  ]),
};
const smallerCleaner: ItemCandidate = {
  ...workshop,
  id: '40',
  name: 'Screen cleaner 250 ml',
  sku: 'SC-250',
  type: 'Inventory',
  unit_price: '8.90',
  ...scored([
    ['prior', '', -824],
    ['name', 'overlaps', 310, 'screen cleaner 500 ml', 'screen cleaner 250 ml'],
    ['quantity', 'differs', -380, '500 ml', '250 ml'],
    ['price', 'alike', 24, '12.50', '8.90'],
  ]),
  record: { id: '40', taxable: true },
};

const line = (change: Partial<LineChoice>): LineChoice => ({
  source_id: '5511',
  include: true,
  item: { kind: 'existing', id: '11', name: 'Onboarding workshop' },
  description: 'Onboarding workshop, two days on site',
  quantity: '2',
  unit_price: '1450.00',
  discount_percent: '',
  taxable: false,
  tax_code: '',
  service_date: '',
  ...change,
});

export const choices: Choices = {
  customer: { kind: 'existing', id: '58' },
  naming: { policy: 'company', contact_id: '' },
  lines: [
    line({}),
    line({
      source_id: '5512',
      item: { kind: 'existing', id: '23', name: 'Dashboard license' },
      description: 'Dashboard licence, per seat and month (list price 125.00, 6 % off)',
      quantity: '12',
      unit_price: '125.00',
      discount_percent: '6',
      taxable: true,
    }),
    line({
      source_id: '5513',
      include: false,
      item: { kind: 'existing', id: '31', name: 'Data migration' },
      description: 'Data migration, billed after delivery',
      quantity: '1',
      unit_price: '2800.00',
    }),
  ],
  discount: { kind: 'none' },
  term_id: '',
  date: dayFromNow(0),
  due_date: null,
  message: 'Thank you for choosing Northwind.',
  memo: 'Brightwater: analytics rollout (HubSpot deal 184620017)',
  email: 'ap@brightwater.example',
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

const proposed: Choices['customer'] = {
  kind: 'create',
  display_name: 'Brightwater Analytics',
  company_name: 'Brightwater Analytics',
  given_name: 'Ada',
  family_name: 'Lindqvist',
  email: 'ada@brightwater.example',
  phone: '+1 303 555 0117',
  currency: '',
  parent_id: '',
};

function policyPlan(policy: PolicyPlan['policy'], name: string, more: Partial<PolicyPlan> = {}): PolicyPlan {
  const none = { parent_name: '', parent_is_new: false, cc: '', avoided: [], changes: [], problems: [] };
  return { policy, name, available: true, ...none, ...more };
}

const row = (field: string, label: string, after: string): ComposeView['rows'][number] => ({
  document: 'invoice',
  field,
  label,
  before: null,
  after,
});

export const complete: ComposeView = {
  choices,
  customer_candidates: [brightwater, runnerUp],
  customer_plan: {
    contact_id: '301',
    contacts: [
      { id: '301', name: 'Ada Lindqvist', email: 'ada@brightwater.example' },
      { id: '302', name: 'Ben Okafor', email: 'ben@brightwater.example' },
    ],
    policies: [
      policyPlan('company', 'Brightwater Analytics (Ada Lindqvist)', {
        avoided: [
          {
            name: 'Brightwater Analytics',
            why: 'taken-by-vendor',
            holder: {
              kind: 'vendor',
              id: '91',
              active: true,
              display_name: 'Brightwater Analytics',
              parent_id: '',
            },
          },
        ],
      }),
      policyPlan('contact', 'Ada Lindqvist'),
      policyPlan('company-with-contact', 'Brightwater Analytics (Ada Lindqvist)'),
      policyPlan('sub-customer', 'Ada Lindqvist', { parent_name: 'Brightwater Group', parent_is_new: true }),
      policyPlan('shared', 'Brightwater Analytics (Ada Lindqvist)', { cc: 'ben@brightwater.example' }),
    ],
  },
  next_number: null,
  document: 'invoice',
  estimates: [],
  payment_methods: [],
  deposit_accounts: [],
  service_dates: 'off',
  exchange: null,
  lines: [
    {
      amount: '2900.00',
      net_unit_price: '1450.00',
      candidates: [workshop],
      account: 'Services',
      recurrence: '',
    },
    {
      amount: '1410.00',
      net_unit_price: '117.50',
      candidates: [dashboard],
      account: 'Services',
      recurrence: 'bills every month, 12 times',
    },
    { amount: '2800.00', net_unit_price: '2800.00', candidates: [], account: 'Services', recurrence: '' },
  ],
  term_id: '3',
  terms: [
    { id: '1', name: 'Due on receipt' },
    { id: '3', name: 'Net 30' },
  ],
  tax_codes: [],
  income_accounts: [
    { id: '79', name: 'Sales of product income' },
    { id: '80', name: 'Services' },
  ],
  currency: 'USD',
  due_date: dayFromNow(30),
  totals: {
    subtotal: '4310.00',
    discount: '0.00',
    taxable: '1410.00',
    tax: { kind: 'predicted', amount: '108.57', percent: '7.7', basis: '1037' },
    total: '4418.57',
  },
  issues: [],
  duplicates: [],
  sources: [
    { quote: '', name: 'Brightwater: analytics rollout', state: 'good', expires: null, chosen: true },
    {
      quote: '771',
      name: 'Analytics rollout, phase 1',
      state: 'good',
      expires: dayFromNow(20),
      chosen: false,
    },
    { quote: '770', name: 'First offer', state: 'expired', expires: dayFromNow(-40), chosen: false },
  ],
  effects: [
    {
      service: 'quickbooks',
      action: 'create-invoice',
      args: { total: '4418.57', currency: 'USD', name: 'Brightwater Analytics Inc.' },
    },
    { service: 'hubspot', action: 'mirror-invoice', args: {} },
    { service: 'hubspot', action: 'associate', args: { name: 'Brightwater: analytics rollout' } },
    { service: 'hubspot', action: 'update-deal', args: {} },
  ],
  postings: [
    { kind: 'receivable', account: 'Accounts Receivable (A/R)', amount: '4418.57' },
    { kind: 'income', account: 'Services', amount: '2900.00' },
    { kind: 'income', account: 'Sales of product income', amount: '1410.00' },
    { kind: 'tax', account: '', amount: '108.57' },
  ],
  rows: [
    row('CustomerRef.value', 'customer-ref', '58'),
    row('TxnDate', 'txn-date', dayFromNow(0)),
    row('DueDate', 'due-date', dayFromNow(30)),
    row('SalesTermRef.value', 'sales-term-ref', '3'),
    row('Line[0].DetailType', 'detail-type', 'SalesItemLineDetail'),
    row('Line[0].Amount', 'amount', '2900.00'),
    row('Line[0].Description', 'description', 'Onboarding workshop, two days on site'),
    row('Line[0].SalesItemLineDetail.ItemRef.value', 'item-ref', '11'),
    row('Line[0].SalesItemLineDetail.Qty', 'qty', '2'),
    row('Line[0].SalesItemLineDetail.UnitPrice', 'unit-price', '1450'),
    row('Line[0].SalesItemLineDetail.TaxCodeRef.value', 'tax-code-ref', 'NON'),
    row('Line[1].Amount', 'amount', '1410.00'),
    row('Line[1].SalesItemLineDetail.ItemRef.value', 'item-ref', '23'),
    row('Line[1].SalesItemLineDetail.Qty', 'qty', '12'),
    row('Line[1].SalesItemLineDetail.UnitPrice', 'unit-price', '117.5'),
    row('Line[1].SalesItemLineDetail.TaxCodeRef.value', 'tax-code-ref', 'TAX'),
    row('CustomerMemo.value', 'customer-memo', 'Thank you for choosing Northwind.'),
    row('BillEmail.Address', 'address', 'ap@brightwater.example'),
  ],
  payloads: [
    {
      method: 'POST',
      path: `/v3/company/${northwind.realm}/invoice?requestid=5f0c6b2e91d84a73b0e2c4d19a7f&minorversion=75`,
      body: JSON.stringify({
        CustomerRef: { value: '58' },
        TxnDate: dayFromNow(0),
        DueDate: dayFromNow(30),
        SalesTermRef: { value: '3' },
        Line: [
          {
            DetailType: 'SalesItemLineDetail',
            Amount: 2900,
            SalesItemLineDetail: {
              ItemRef: { value: '11' },
              Qty: 2,
              UnitPrice: 1450,
              TaxCodeRef: { value: 'NON' },
            },
          },
        ],
      }),
    },
  ],
  hash: '9b74c9897bac770ffc029102a200c5de22f0d1c9',
  ready: true,
};

const issue = (code: string, path: string, args: Record<string, string> = {}): Issue => ({
  code,
  severity: 'error',
  path,
  args,
});

export const troubled: ComposeView = {
  ...complete,
  choices: {
    ...choices,
    customer: { kind: 'undecided' },
    lines: [
      line({ quantity: '1,5' }),
      line({
        source_id: '5512',
        item: { kind: 'undecided' },
        description: 'Zusätzliche Schulung “Power BI”',
      }),
      line({
        source_id: '',
        description: 'Travel',
        quantity: '1',
        unit_price: '',
        item: { kind: 'undecided' },
      }),
      line({
        source_id: '5514',
        item: { kind: 'undecided' },
        description: 'Screen cleaner 500 ml',
        quantity: '4',
        unit_price: '12.50',
      }),
      line({
        source_id: '5515',
        item: { kind: 'undecided' },
        description: 'Travel to Denver and back',
        quantity: '1',
        unit_price: '640.00',
      }),
    ],
    due_date: dayFromNow(-3),
    message: 'Welcome aboard 🎉',
  },
  lines: [
    { amount: '', net_unit_price: '', candidates: [workshop], account: 'Services', recurrence: '' },
    {
      amount: '2900.00',
      net_unit_price: '1450.00',
      candidates: [workshop, sameSku],
      account: 'Services',
      recurrence: '',
    },
    { amount: '', net_unit_price: '', candidates: [], account: 'Services', recurrence: '' },
    {
      amount: '50.00',
      net_unit_price: '12.50',
      candidates: [smallerCleaner],
      account: 'Services',
      recurrence: '',
    },
    { amount: '640.00', net_unit_price: '640.00', candidates: [], account: 'Services', recurrence: '' },
  ],
  totals: { subtotal: '', discount: '0.00', taxable: '0.00', tax: { kind: 'quickbooks' }, total: '' },
  issues: [
    issue('customer-ambiguous', '/customer', { count: '2' }),
    issue('amount-unreadable', '/lines/0/quantity', { text: '1,5' }),
    issue('line-item-ambiguous', '/lines/1/item', { count: '2' }),
    issue('line-item-undecided', '/lines/2/item'),
    issue('amount-unreadable', '/lines/2/unit_price'),
    issue('line-item-undecided', '/lines/3/item'),
    issue('line-item-undecided', '/lines/4/item'),
    issue('due-before-date', '/due_date'),
    {
      ...issue('text-outside-latin1', '/message', { characters: '🎉', suggestion: 'Welcome aboard' }),
      severity: 'error',
    },
    {
      ...issue('total-differs', '/lines', { stated: '7110.00', computed: '4310.00' }),
      severity: 'warning',
    },
  ],
  ready: false,
};

/** Names as long as they come, and from right to left. */
export const hardNames: ComposeView = {
  ...complete,
  choices: { ...choices, customer: { kind: 'undecided' } },
  customer_candidates: [
    {
      ...brightwater,
      id: '301',
      display_name: 'شركة المياه المشرقة للتحليلات ذ.م.م',
      company_name: '',
      email: 'hesab@brightwater.example',
      ...scored([
        ['name', 'alike', 410, 'شركة المياه المشرقه للتحليلات', 'شركة المياه المشرقة للتحليلات'],
        ['phone', 'same', 320, '+97143310117'],
        ['city', 'differs', -205, 'دبي', 'الشارقة'],
      ]),
    },
    {
      ...brightwater,
      id: '302',
      display_name:
        'Königlich-Bayerische Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG <b>Süd</b>',
      company_name: '',
      email: 'rechnungseingang.und.zahlungsverkehr@donaudampfschifffahrtsgesellschaft-sued.example',
      active: false,
      ...scored([
        [
          'name',
          'touches',
          96,
          'brightwater',
          'königlich bayerische donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        ],
        ['active', 'inactive', -3000, '', 'inactive'],
      ]),
    },
  ],
  issues: [issue('customer-ambiguous', '/customer', { count: '2' })],
  ready: false,
};

export const withInvoice: ComposeView = {
  ...complete,
  issues: [issue('document-exists', '/another', { id: '1201', number: '1042', total: '4310.00 USD' })],
  ready: false,
};

/** The recorded view under other choices, in the few things that a person would miss at once. */
function recordedView(view: ComposeView, typed: Choices): ComposeView {
  const issues = view.issues.map(
    (one): Issue => (one.path === '/another' && typed.another ? { ...one, severity: 'warning' } : one),
  );
  const ready = view.ready || (view === withInvoice && typed.another);
  const blank =
    typed.customer.kind === 'create' && `${typed.customer.display_name}${typed.customer.email}` === '';
  const customer = blank ? proposed : typed.customer;
  return { ...view, choices: { ...typed, customer }, term_id: typed.term_id || view.term_id, issues, ready };
}

/** A core that shows a recorded view with whatever choices are typed into it. */
export function recordedCore(view: ComposeView): Core {
  const refuse = (): never => {
    throw new Error('the recorded core only composes');
  };
  return {
    compose: (_basis, typed) => ({ value: recordedView(view, typed ?? view.choices), issues: [] }),
    start: refuse,
    resume: refuse,
    next: refuse,
    receive: refuse,
    release: refuse,
    ingest: refuse,
    fill: refuse,
    forget: refuse,
    directory: refuse,
    viewDocuments: refuse,
    snapshot: refuse,
    restore: refuse,
  };
}
