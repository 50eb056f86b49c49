// States of set-up, requests and side panel.
import type { ConnectPortalReport, PortalInfo } from '@sidebill/core/boundary';
import type { Connections, LoggedRequest } from '../../src/commands.ts';
import { mount as mountRequests } from '../../src/pages/requests.ts';
import { mount as mountSetup } from '../../src/pages/setup.ts';
import { mount as mountPanel } from '../../src/pages/sidepanel.ts';
import { recordedWorker } from '../recorded.ts';
import { appears, click, type State } from '../state.ts';
import {
  connections,
  hubspot,
  NOW_MS,
  northwindCanada,
  portal,
  query,
  quickbooks,
  recordCard,
  run,
} from './cast.ts';

const WIDTHS = [360, 1200];
const fresh: Connections = { ...connections, hubspot: null, companies: [] };
const halfway: Connections = { ...connections, companies: [] };
const troubled: Connections = {
  ...connections,
  companies: [
    quickbooks,
    {
      ...quickbooks,
      realm: northwindCanada.realm,
      name: northwindCanada.name,
      home_currency: 'CAD',
      environment: 'sandbox',
      state: 'broken',
      issues: [{ code: 'reconnect-needed', severity: 'error', path: '', args: { service: 'quickbooks' } }],
    },
  ],
};
const limitedPortal: PortalInfo = {
  ...portal,
  missing_scopes: ['crm.objects.invoices.read', 'crm.objects.products.read', 'crm.schemas.deals.write'],
};
const limited: Connections = { ...connections, hubspot: { ...hubspot, portal: limitedPortal } };
const narrowKey: ConnectPortalReport = {
  portal: limitedPortal,
  scopes: [
    { scope: 'crm.objects.deals.read', granted: true, needed_for: 'read-deals' },
    { scope: 'crm.objects.invoices.read', granted: false, needed_for: 'mirror-invoices' },
    { scope: 'crm.objects.products.read', granted: false, needed_for: 'read-products' },
    { scope: 'crm.schemas.deals.write', granted: false, needed_for: 'remember-links' },
  ],
  issues: [],
};

function setupState(name: string, known: Connections, act?: State['act']): State {
  return {
    name: `setup/${name}`,
    widths: WIDTHS,
    open(root, theme) {
      const worker = recordedWorker(theme, {
        answers: { 'connections.read': () => known, 'hubspot.test': () => narrowKey },
      });
      mountSetup(root, worker, new URLSearchParams());
    },
    ...(act ? { act } : {}),
  };
}

const requests: LoggedRequest[] = [
  request(2, 'hubspot', 'PATCH', 'https://api.hubapi.com/crm/objects/2026-09/deals/184620017', 200, 182),
  request(3, 'hubspot', 'POST', 'https://api.hubapi.com/crm/objects/2026-09/invoices', 201, 240),
  request(
    4,
    'quickbooks',
    'POST',
    'https://quickbooks.api.intuit.com/v3/company/4620816365002911770/invoice?requestid=5f0c6b2e91d84a73&minorversion=75',
    200,
    912,
  ),
  {
    ...request(
      9,
      'quickbooks',
      'GET',
      'https://quickbooks.api.intuit.com/v3/company/4620816365002911770/query?query=select%20*%20from%20Customer%20where%20Active%20in%20(true%2Cfalse)&minorversion=75',
      200,
      411,
    ),
    metered: true,
  },
  request(12, 'intuit', 'POST', 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer', 200, 305),
  request(14, 'hubspot', 'GET', 'https://api.hubapi.com/crm/objects/2026-09/deals/184620017', 429, 31),
  {
    ...request(15, 'hubspot', 'GET', 'https://api.hubapi.com/account-info/2026-09/details', 0, 4),
    failure: 'offline',
  },
];

function request(
  ago_s: number,
  service: LoggedRequest['service'],
  method: string,
  url: string,
  status: number,
  duration_ms: number,
): LoggedRequest {
  return {
    at_ms: NOW_MS - ago_s * 1000,
    service,
    method,
    url,
    status,
    failure: null,
    duration_ms,
    metered: false,
    run: null,
  };
}

function requestsState(name: string, known: LoggedRequest[]): State {
  return {
    name: `requests/${name}`,
    widths: WIDTHS,
    open(root, theme) {
      const worker = recordedWorker(theme, { answers: { 'requests.read': () => known } });
      mountRequests(root, worker, new URLSearchParams());
    },
  };
}

function panelState(name: string, address: URLSearchParams): State {
  return {
    name: `panel/${name}`,
    widths: [280, 360],
    open(root, theme) {
      const worker = recordedWorker(theme, {
        answers: { 'connections.read': () => connections },
        runs: { open_record: () => run({ operation: 'open_record', report: recordCard() }) },
      });
      mountPanel(root, worker, address);
    },
  };
}

export const pageStates: State[] = [
  setupState('first', fresh, (root) => click(root, 'details summary')),
  setupState('quickbooks', halfway),
  setupState('broker', halfway, (root) => click(root, 'input[value=broker]')),
  setupState('connected', connections),
  setupState('two companies', troubled),
  setupState('limited', limited),
  setupState('missing scopes', limited, async (root) => {
    await click(root, '.connection .button');
    await appears(root, '.missing');
  }),
  setupState('disconnect', connections, async (root) => {
    await click(root, '.connection .button:last-child');
    await appears(root, '.danger');
  }),
  requestsState('list', requests),
  requestsState('empty', []),
  panelState('record', query),
  panelState('nothing open', new URLSearchParams()),
];
