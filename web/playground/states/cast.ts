// The people, companies and documents that the states share.
import type {
  CompanyOption,
  DocumentView,
  MoneyText,
  PaymentsReport,
  PortalInfo,
  RecordCard,
  Status,
} from '@sidebill/core/boundary';
import type {
  Connections,
  HubSpotConnection,
  QuickBooksConnection,
  RunStep,
  RunView,
} from '../../src/commands.ts';

export const NOW_MS = Date.now();
export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const deal = { type: '0-3', id: '184620017' } as const;
export const contact = { type: '0-1', id: '90113' } as const;
export const query = new URLSearchParams({ portal: '24561870', type: deal.type, id: deal.id });

/** ISO date so many days from today. */
export function dayFromNow(days: number): string {
  return new Date(NOW_MS + days * DAY_MS).toISOString().slice(0, 10);
}

export const northwind: CompanyOption = {
  realm: '4620816365002911770',
  name: 'Northwind Studio LLC',
  country: 'US',
  home_currency: 'USD',
};
export const northwindCanada: CompanyOption = {
  realm: '4620816365002911998',
  name: 'Northwind Studio Canada Inc.',
  country: 'CA',
  home_currency: 'CAD',
};

export const usd = (amount: string): MoneyText => ({ amount, currency: 'USD' });
export const cad = (amount: string): MoneyText => ({ amount, currency: 'CAD' });

export function invoice(change: Partial<DocumentView> & { id: string; number: string }): DocumentView {
  return {
    key: `${northwind.realm}:Invoice:${change.id}`,
    realm: northwind.realm,
    company_name: northwind.name,
    kind: 'invoice',
    customer_id: '58',
    customer_name: 'Brightwater Analytics Inc.',
    status: ['sent'],
    total: usd('4310.00'),
    balance: usd('4310.00'),
    discount: null,
    tax: null,
    payments: 0,
    date: dayFromNow(-8),
    due_date: dayFromNow(22),
    url: `https://app.qbo.intuit.com/app/invoice?txnId=${change.id}`,
    lines: [
      {
        description: 'Onboarding workshop, two days on site',
        quantity: '2',
        unit_price: '1450.00',
        amount: '2900.00',
      },
      { description: 'Dashboard licence, 12 seats', quantity: '12', unit_price: '117.50', amount: '1410.00' },
    ],
    message: 'Thank you for choosing Northwind.\nQuestions? Write to billing@northwind.example.',
    read_ms: NOW_MS - 3 * MINUTE_MS,
    ...change,
  };
}

export const sent = invoice({ id: '1201', number: '1042' });
export const overduePartly = invoice({
  id: '1188',
  number: '1037',
  status: ['overdue', 'partially-paid'],
  total: usd('1200.00'),
  balance: usd('450.00'),
  date: dayFromNow(-42),
  due_date: dayFromNow(-12),
});
export const paid = invoice({
  id: '1140',
  number: '1019',
  status: ['paid'],
  total: usd('18750.25'),
  balance: usd('0.00'),
  date: dayFromNow(-96),
  due_date: dayFromNow(-66),
});
export const twicePaid = invoice({
  id: '1192',
  number: '1039',
  status: ['partially-paid'],
  total: usd('4641.88'),
  balance: usd('641.88'),
  tax: usd('331.88'),
  payments: 2,
});
const payment = { unapplied: usd('0.00'), url: 'https://qbo.intuit.com/app/recvpayment?txnId=1204' };
export const payments: PaymentsReport = {
  payments: [
    {
      ...payment,
      key: `${northwind.realm}:Payment:1204`,
      id: '1204',
      date: dayFromNow(-6),
      method_id: '2',
      method: 'Check',
      reference: '10452',
      total: usd('1500.00'),
      applied: usd('1500.00'),
    },
    {
      ...payment,
      key: `${northwind.realm}:Payment:1209`,
      id: '1209',
      date: dayFromNow(-2),
      method_id: '5',
      method: 'Wire transfer',
      reference: 'FT-2026-1119-88214',
      total: usd('2750.00'),
      applied: usd('2250.00'),
      unapplied: usd('500.00'),
    },
  ],
  otherwise: usd('250.00'),
  balance: usd('641.88'),
  read_again: false,
  issues: [],
};
export const voided = invoice({
  id: '1139',
  number: '1018',
  status: ['voided'],
  total: usd('0.00'),
  balance: usd('0.00'),
  date: dayFromNow(-97),
  due_date: dayFromNow(-67),
});

export function recordCard(change: Partial<RecordCard> = {}): RecordCard {
  return {
    record: deal,
    name: 'Brightwater: analytics rollout',
    portal: '24561870',
    companies: [northwind],
    documents: [sent, overduePartly, paid],
    totals: [{ currency: 'USD', billed: '24260.25', open: '4760.00', overdue: '450.00' }],
    notices: [],
    read_ms: NOW_MS - 3 * MINUTE_MS,
    ...change,
  };
}

export function manyDocuments(count: number): DocumentView[] {
  const states: Status[][] = [
    ['sent'],
    ['paid'],
    ['overdue'],
    ['overdue', 'partially-paid'],
    ['awaiting-send'],
  ];
  return Array.from({ length: count }, (_, index) => {
    const status = states[index % states.length] ?? ['sent'];
    const total = usd(`${1000 + index * 37}.00`);
    return invoice({
      id: String(3000 + index),
      number: String(2100 - index),
      status,
      total,
      balance: status.includes('paid') ? usd('0.00') : total,
      date: dayFromNow(-index),
      due_date: dayFromNow(30 - index),
    });
  });
}

export function run(change: Partial<RunView> & Pick<RunView, 'operation'>): RunView {
  return {
    run: `run-${change.operation}`,
    input: {},
    state: 'done',
    started_ms: NOW_MS - MINUTE_MS,
    steps: [],
    question: null,
    report: null,
    issues: [],
    ...change,
  };
}

export function step(purpose: string, change: Partial<RunStep> = {}): RunStep {
  return { purpose, service: 'quickbooks', state: 'done', until_ms: null, write: false, ...change };
}

export const portal: PortalInfo = {
  portal_id: '24561870',
  name: 'Northwind Studio',
  ui_domain: 'app.hubspot.com',
  time_zone: 'America/Denver',
  company_currency: 'USD',
  currencies: ['USD', 'CAD', 'EUR'],
  account_type: 'STANDARD',
  properties_ready: ['0-1', '0-2', '0-3', '0-53'],
  missing_scopes: [],
  unique_invoices: true,
  invoice_properties: [],
};
export const hubspot: HubSpotConnection = { state: 'connected', portal, method: 'token', issues: [] };
export const quickbooks: QuickBooksConnection = {
  state: 'connected',
  realm: northwind.realm,
  name: northwind.name,
  country: 'US',
  home_currency: 'USD',
  environment: 'production',
  method: 'keys',
  income_accounts: [
    { id: '79', name: 'Sales of Product Income' },
    { id: '1', name: 'Services' },
  ],
  counts: { customers: 412, items: 153, vendors: 61, employees: 14 },
  lists_read_ms: NOW_MS - 18 * MINUTE_MS,
  issues: [],
};
export const connections: Connections = {
  hubspot,
  companies: [quickbooks],
  redirect_uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/intuit',
  version: '0.1.0',
};
