import type { Answer, ComposeView, CreateInvoiceReport, CustomerCandidate, Issue } from '@sidebill/core';
import type { RunView } from '../../src/commands.ts';
import { mount } from '../../src/pages/composer.ts';
import { recordedWorker } from '../recorded.ts';
import { appears, click, type State, type } from '../state.ts';
import {
  connections,
  invoice,
  MINUTE_MS,
  NOW_MS,
  northwind,
  northwindCanada,
  quickbooks,
  run,
  step,
  usd,
} from './cast.ts';
import {
  basis,
  brightwater,
  complete,
  hardNames,
  recordedCore,
  remoteWorkshop,
  runnerUp,
  scored,
  troubled,
  withInvoice,
  workshop,
} from './draft.ts';
import { confirmed, repeating } from './lookalikes.ts';

const WIDTHS = [360, 1200];

const READ_STEPS = [
  step('read-deal', { service: 'hubspot' }),
  step('read-associations', { service: 'hubspot' }),
  step('read-line-items', { service: 'hubspot' }),
  step('read-contacts', { service: 'hubspot' }),
];
const WRITE_STEPS = [
  ...READ_STEPS,
  step('create-invoice', { write: true }),
  step('mirror-invoice', { service: 'hubspot', write: true }),
  step('associate', { service: 'hubspot', write: true }),
  step('update-deal', { service: 'hubspot', write: true }),
];

function asking(view: ComposeView): RunView {
  return run({
    operation: 'create_invoice',
    state: 'asking',
    steps: READ_STEPS,
    question: { step: 9, turn: 0, question: { kind: 'compose-invoice', basis, view } },
  });
}

interface Scene {
  view?: ComposeView;
  started?: RunView;
  answered?: RunView;
  address?: string;
  /** What the searches answer, in place of the usual. */
  found?: (text: string) => Answer<CustomerCandidate[]> | Promise<Answer<CustomerCandidate[]>>;
  sandbox?: boolean;
  act?: State['act'];
}

function composerState(name: string, scene: Scene): State {
  const view = scene.view ?? complete;
  return {
    name: `composer/${name}`,
    widths: WIDTHS,
    open(root, theme) {
      sessionStorage.clear();
      const worker = recordedWorker(theme, {
        answers: {
          'connections.read': () => ({
            ...connections,
            companies: [{ ...quickbooks, environment: scene.sandbox ? 'sandbox' : 'production' }],
          }),
          'companies.read': () => [northwind, northwindCanada],
          'customers.search': ({ text }) =>
            scene.found?.(text) ?? { value: [misspelled, runnerUp, gone], issues: [] },
          'items.search': () => ({ value: foundItems, issues: [] }),
          'run.answer': () => scene.answered ?? finished(created),
        },
        runs: { create_invoice: () => scene.started ?? asking(view) },
      });
      const address = scene.address ?? `portal=24561870&realm=${northwind.realm}&type=0-3&id=184620017`;
      mount(root, worker, addressWithState(address), () => Promise.resolve(recordedCore(view)));
    },
    ...(scene.act ? { act: scene.act } : {}),
  };
}

const misspelled: CustomerCandidate = {
  ...brightwater,
  ...scored([['name', 'alike', 480, 'brigthwater', 'brightwater analytics inc']]),
};
const gone: CustomerCandidate = {
  ...runnerUp,
  id: '9',
  display_name: 'Bright Waters Ltd (deleted)',
  active: false,
};
const foundItems = [workshop, remoteWorkshop].map((item) => ({
  ...item,
  ...scored([['name', 'words-begin', 300, 'work', item.name.toLowerCase()]]),
}));
const unanswered: Answer<never> = {
  value: null,
  issues: [{ code: 'worker-failed', severity: 'error', path: '', args: {} }],
};

/** The answer to a text comes when a test says so, in whatever order. */
function answeredWhenTold(text: string): Promise<Answer<CustomerCandidate[]>> {
  const found = { ...runnerUp, id: text, display_name: `Found by ${text}` };
  return new Promise((resolve) => waiting.set(text, () => resolve({ value: [found], issues: [] })));
}
const waiting = new Map<string, () => void>();
Object.assign(globalThis, { sidebillFound: (text: string) => waiting.get(text)?.() });

async function searchCustomers(root: HTMLElement, text: string, shown: string): Promise<void> {
  await appears(root, 'sb-finder');
  await type(root, '[role=combobox]', text);
  await appears(root, shown);
}

/** The page rewrites its address; the state's name has to stay in it for a reload. */
function addressWithState(address: string): URLSearchParams {
  return new URLSearchParams(`${location.search.slice(1)}&${address}`);
}

function finished(report: CreateInvoiceReport): RunView {
  return run({ operation: 'create_invoice', state: 'done', steps: WRITE_STEPS, report });
}

const document = invoice({
  id: '1260',
  number: '1058',
  status: ['awaiting-send'],
  total: usd('4418.57'),
  balance: usd('4418.57'),
});
const created: CreateInvoiceReport = {
  outcome: 'created',
  document,
  approved_total: '4418.57',
  returned_total: '4418.57',
  returned_tax: '108.57',
  issues: [],
};

function discarded(issues: Issue[]): RunView {
  const nothing = { document: null, approved_total: '', returned_total: '', returned_tax: null };
  const done = finished({ ...nothing, outcome: 'cancelled', issues });
  return { ...done, steps: [] };
}

export const composerStates: State[] = [
  composerState('complete', { act: async (root) => void (await appears(root, '.chosen')) }),
  composerState('trouble', { view: troubled, act: async (root) => void (await appears(root, '.issue')) }),
  composerState('choose item', { view: troubled, act: (root) => click(root, '[data-path="/lines/1/item"]') }),
  composerState('new customer', { act: (root) => click(root, '.spread .link') }),
  composerState('repeats', { view: repeating, act: async (root) => void (await appears(root, '.repeat')) }),
  composerState('repeats: confirmed', {
    view: confirmed,
    act: async (root) => void (await appears(root, '.repeat')),
  }),
  composerState('another', {
    view: withInvoice,
    act: async (root) => void (await appears(root, '[data-path="/another"]')),
  }),
  composerState('search customer', {
    act: (root) => searchCustomers(root, 'brigthwater', '[role=option]'),
  }),
  composerState('search: nothing', {
    found: () => ({ value: [], issues: [] }),
    act: (root) => searchCustomers(root, 'Quetzal & Daughters', '.none'),
  }),
  composerState('search: failed', {
    found: () => unanswered,
    act: (root) => searchCustomers(root, 'brigthwater', '.none'),
  }),
  composerState('search: slow', { found: answeredWhenTold }),
  composerState('scores', { act: (root) => click(root, '.breakdowns summary') }),
  composerState('hard names', {
    view: hardNames,
    act: (root) => click(root, '.breakdowns summary'),
  }),
  composerState('add product', {
    act: async (root) => {
      await click(root, '[data-path="/lines/add"]');
      const finder = await appears(root, '.item-panel sb-finder');
      await type(finder.shadowRoot ?? root, '[role=combobox]', 'work');
      await appears(root, '[role=option]');
    },
  }),
  composerState('review', {
    sandbox: true,
    act: async (root) => {
      await click(root, '.summary .primary');
      await appears(root, '.effects');
    },
  }),
  composerState('review exact', {
    act: async (root) => {
      await click(root, '.summary .primary');
      await click(root, 'details summary');
    },
  }),
  composerState('loading', {
    started: run({
      operation: 'create_invoice',
      state: 'going',
      steps: [...READ_STEPS.slice(0, 2), step('read-line-items', { service: 'hubspot', state: 'going' })],
    }),
  }),
  composerState('no record', { address: '' }),
  composerState('nobody fits', {
    view: {
      ...complete,
      choices: { ...complete.choices, customer: { kind: 'undecided' } },
      customer_candidates: [],
      issues: [{ code: 'customer-undecided', severity: 'error', path: '/customer', args: {} }],
      ready: false,
    },
  }),
  composerState('choose company', { address: 'portal=24561870&type=0-3&id=184620017' }),
  composerState('writing', {
    started: run({
      operation: 'create_invoice',
      state: 'waiting',
      started_ms: NOW_MS - 2 * MINUTE_MS,
      steps: [
        ...READ_STEPS,
        step('create-invoice', { write: true }),
        step('mirror-invoice', {
          service: 'hubspot',
          write: true,
          state: 'waiting',
          until_ms: NOW_MS + MINUTE_MS,
        }),
      ],
    }),
  }),
  composerState('created', { started: finished(created) }),
  composerState('created, total differs', {
    started: finished({
      ...created,
      returned_total: '4421.39',
      returned_tax: '111.39',
      issues: [
        {
          code: 'document-total-differs',
          severity: 'warning',
          path: '',
          args: { approved: '4418.57', returned: '4421.39', currency: 'USD' },
        },
      ],
    }),
  }),
  composerState('existing', {
    started: finished({
      ...created,
      outcome: 'existing',
      issues: [
        {
          code: 'document-is-colleagues',
          severity: 'warning',
          path: '',
          args: { number: '1058', total: '4418.57' },
        },
      ],
    }),
  }),
  composerState('discarded', { started: discarded([]) }),
  composerState('discarded in doubt', {
    started: discarded([{ code: 'write-uncertain', severity: 'error', path: '', args: {} }]),
  }),
  composerState('discarded after a write', {
    started: {
      ...discarded([]),
      steps: [
        { purpose: 'create-customer', service: 'quickbooks', state: 'done', until_ms: null, write: true },
      ],
    },
  }),
  composerState('failed', {
    started: run({
      operation: 'create_invoice',
      state: 'failed',
      steps: [...READ_STEPS, step('create-invoice', { write: true, state: 'failed' })],
      issues: [{ code: 'books-closed', severity: 'error', path: '/date', args: { date: '2026-10-31' } }],
    }),
  }),
];
