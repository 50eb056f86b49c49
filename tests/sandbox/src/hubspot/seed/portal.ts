// The seeded portal: its currencies, keys, app, owners, pipelines and tax rates.
import type { HubSpotState, Owner, Pipeline, PipelineStage } from '../state.ts';
import { FULL_SCOPES, NARROW_SCOPES } from './scopes.ts';

export const PORTAL_ID = 48112233;
/** Invented secrets of an invented portal; they open nothing but the sandbox. */
export const SERVICE_KEY = 'pat-na1-5a4d0b0c-0000-4000-8000-000000000001';
export const NARROW_KEY = 'pat-na1-5a4d0b0c-0000-4000-8000-000000000002';

const ADMIN_USER = 7001001;

/** Owner names are fixed, so that tests and screenshots can name them. */
const OWNERS: Owner[] = [
  {
    id: '81200001',
    userId: ADMIN_USER,
    email: 'dana.whitfield@sidebill-demo.example',
    firstName: 'Dana',
    lastName: 'Whitfield',
    archived: false,
  },
  {
    id: '81200002',
    userId: 7001002,
    email: 'luis.ortega@sidebill-demo.example',
    firstName: 'Luis',
    lastName: 'Ortega',
    archived: false,
  },
  {
    id: '81200003',
    userId: 7001003,
    email: 'mei.tanaka@sidebill-demo.example',
    firstName: 'Mei',
    lastName: 'Tanaka',
    archived: false,
  },
  {
    id: '81200004',
    userId: 7001004,
    email: 'old.rep@sidebill-demo.example',
    firstName: 'Avery',
    lastName: 'Stone',
    archived: true,
  },
];

type StageRow = [id: string, label: string, probability: string];

const SALES: StageRow[] = [
  ['appointmentscheduled', 'Appointment scheduled', '0.2'],
  ['qualifiedtobuy', 'Qualified to buy', '0.4'],
  ['presentationscheduled', 'Presentation scheduled', '0.6'],
  ['decisionmakerboughtin', 'Decision maker bought-in', '0.8'],
  ['contractsent', 'Contract sent', '0.9'],
  ['closedwon', 'Closed won', '1.0'],
  ['closedlost', 'Closed lost', '0.0'],
];

/** Stages made by a person have numeric ids and any name: whether one is won stands in its probability. */
const RENEWALS: StageRow[] = [
  ['998877001', 'Renewal due', '0.5'],
  ['998877002', 'Signed again', '1.0'],
  ['998877003', 'Churned', '0.0'],
];

function stages(rows: StageRow[]): PipelineStage[] {
  return rows.map(([id, label, probability], displayOrder) => ({
    id,
    label,
    displayOrder,
    probability,
    isClosed: probability === '1.0' || probability === '0.0',
  }));
}

const PIPELINES: Pipeline[] = [
  { id: 'default', label: 'Sales pipeline', displayOrder: 0, stages: stages(SALES) },
  { id: '75112201', label: 'Renewals', displayOrder: 1, stages: stages(RENEWALS) },
];

export function seedPortal(state: HubSpotState): void {
  state.portal = {
    portalId: PORTAL_ID,
    timeZone: 'America/New_York',
    utcOffset: '-05:00',
    utcOffsetMilliseconds: -18_000_000,
    companyCurrency: 'USD',
    additionalCurrencies: ['EUR', 'CAD', 'JPY'],
    exchangeRates: [
      { id: '1', fromCurrencyCode: 'EUR', toCurrencyCode: 'USD', conversionRate: '1.08' },
      { id: '2', fromCurrencyCode: 'CAD', toCurrencyCode: 'USD', conversionRate: '0.73' },
      { id: '3', fromCurrencyCode: 'JPY', toCurrencyCode: 'USD', conversionRate: '0.0066' },
    ],
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
    hubDomain: 'sidebill-demo.example',
    tenSecondLimit: 190,
    dailyLimit: 625_000,
  };
  state.app = {
    appId: 4455667,
    clientId: '5a4d0b0c-1111-4111-8111-111111111111',
    clientSecret: '5a4d0b0c-2222-4222-8222-222222222222',
    redirectUri: 'https://broker.sidebill.test/hubspot/callback',
    name: 'Sidebill',
    scopes: FULL_SCOPES,
  };
  state.owners = OWNERS.map((owner) => ({ ...owner }));
  state.pipelines = { '0-3': structuredClone(PIPELINES) };
  state.taxRates = [
    { id: '301001', name: 'NY state', label: 'Sales tax', percentageRate: '4', active: true },
    { id: '301002', name: 'GST', label: 'GST', percentageRate: '5', active: true },
    { id: '301003', name: 'Old VAT', label: 'VAT', percentageRate: '19', active: false },
  ];
  const key = { kind: 'service-key' as const, userId: ADMIN_USER, expiresAtMs: null, refreshToken: null };
  state.accessTokens = {
    [SERVICE_KEY]: { ...key, scopes: FULL_SCOPES },
    [NARROW_KEY]: { ...key, scopes: NARROW_SCOPES },
  };
}
