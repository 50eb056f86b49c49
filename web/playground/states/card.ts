import type { Issue, RecordCard, RecordRef } from '@sidebill/core/boundary';
import type { Connections, RunView } from '../../src/commands.ts';
import { mount } from '../../src/pages/card.ts';
import { type Recording, recordedWorker } from '../recorded.ts';
import { appears, click, type State, type } from '../state.ts';
import {
  cad,
  connections,
  contact,
  deal,
  invoice,
  MINUTE_MS,
  manyDocuments,
  NOW_MS,
  northwind,
  northwindCanada,
  overduePartly,
  paid,
  payments,
  recordCard,
  run,
  sent,
  step,
  twicePaid,
  voided,
} from './cast.ts';
import { addedUnasked, nothingSuggested, suggested } from './lookalikes.ts';

const WIDTHS = [280, 360];
const OFFLINE_ISSUE: Issue = {
  code: 'service-unreachable',
  severity: 'warning',
  path: '',
  args: { service: 'quickbooks' },
};

interface Scene {
  card?: RecordCard;
  read?: RunView;
  going?: RunView[];
  connected?: Connections;
  record?: RecordRef;
  more?: Recording['runs'];
  act?: State['act'];
}

function cardState(name: string, scene: Scene): State {
  const record = scene.record ?? deal;
  const answer = scene.read ?? run({ operation: 'open_record', report: scene.card ?? recordCard() });
  return {
    name: `card/${name}`,
    widths: WIDTHS,
    open(root, theme) {
      const going = scene.going ?? [];
      let removed = '';
      const worker = recordedWorker(theme, {
        answers: {
          'connections.read': () => scene.connected ?? connections,
          'run.open': () => going,
          'file.read': () => ({ name: 'invoice-1042.pdf', base64: btoa('%PDF-1.4') }),
        },
        runs: {
          open_record: () =>
            removed ? run({ operation: 'open_record', report: without(scene.card, removed) }) : answer,
          remove_invoice_link: ({ key }: { key: string }) => {
            removed = key;
            return run({ operation: 'remove_invoice_link', report: {} });
          },
          open_pdf: () =>
            run({ operation: 'open_pdf', report: { file: 'pdf-1042', name: 'invoice-1042.pdf' } }),
          ...scene.more,
        },
      });
      const watch = worker.watch.bind(worker);
      worker.watch = (id, changed, unread) => {
        const shown = going.find((view) => view.run === id);
        if (!shown) return watch(id, changed, unread);
        changed(shown);
        return () => undefined;
      };
      mount(root, worker, new URLSearchParams({ portal: '24561870', type: record.type, id: record.id }));
    },
    ...(scene.act ? { act: scene.act } : {}),
  };
}

function without(card: RecordCard = recordCard(), removed: string): RecordCard {
  return { ...card, documents: card.documents.filter(({ key }) => key !== removed) };
}

const found = {
  documents: [
    sent,
    invoice({ id: '1230', number: '1051', status: ['overdue'] }),
    invoice({
      id: '1231',
      number: '1052',
      customer_name: 'Brightwater Analytics Inc.:Research',
      status: ['awaiting-send'],
    }),
  ],
  more: true,
};
const creating = run({
  operation: 'create_invoice',
  state: 'waiting',
  started_ms: NOW_MS - 4 * MINUTE_MS,
  steps: [
    step('read-deal', { service: 'hubspot' }),
    step('create-invoice', { state: 'waiting', until_ms: NOW_MS + MINUTE_MS, write: true }),
  ],
});

async function searchInvoices(root: HTMLElement): Promise<void> {
  await click(root, '.actions .add');
  await type(root, 'sb-add-existing input, input[type=search]', 'bright');
  await appears(root, '.found li:nth-child(2) input');
}

/** Nothing yet; then a run begins and ends elsewhere, when a test says so. */
function begunElsewhere(): State {
  const asking = run({ operation: 'create_invoice', state: 'asking', run: 'run-7' });
  return {
    name: 'card/begun elsewhere',
    widths: WIDTHS,
    open(root, theme) {
      let made = false;
      let tell: (view: RunView) => void = () => undefined;
      const worker = recordedWorker(theme, {
        answers: { 'connections.read': () => connections },
        runs: {
          open_record: () =>
            run({
              operation: 'open_record',
              report: made ? recordCard() : recordCard({ documents: [], totals: [] }),
            }),
        },
      });
      worker.watch = (_, changed) => {
        tell = changed;
        changed(asking);
        return () => undefined;
      };
      worker.watchRecord = (_, began) => {
        Object.assign(globalThis, { sidebillBegin: began });
        return () => undefined;
      };
      Object.assign(globalThis, {
        sidebillEnd: () => {
          made = true;
          tell({ ...asking, state: 'done' });
        },
      });
      mount(root, worker, new URLSearchParams({ portal: '24561870', type: deal.type, id: deal.id }));
    },
  };
}

export const cardStates: State[] = [
  cardState('documents', {}),
  cardState('opened', { act: (root) => click(root, '.number') }),
  cardState('payments', {
    card: recordCard({ documents: [twicePaid] }),
    more: { read_payments: () => run({ operation: 'read_payments', report: payments }) },
    act: async (root) => {
      await click(root, '.number');
      await click(root, 'li:nth-child(2) summary');
    },
  }),
  cardState('payments: failed', {
    card: recordCard({ documents: [twicePaid] }),
    more: {
      read_payments: () => run({ operation: 'read_payments', state: 'failed', issues: [OFFLINE_ISSUE] }),
    },
    act: async (root) => {
      await click(root, '.number');
      await appears(root, 'sb-payments');
    },
  }),
  cardState('remove', {
    act: async (root) => {
      await click(root, '.number');
      await click(root, '.details .quiet');
      await appears(root, '.ask');
    },
  }),
  cardState('companies', {
    card: recordCard({
      companies: [northwind, northwindCanada],
      documents: [
        sent,
        invoice({
          id: '77',
          number: 'CA-0311-2026-REV-B',
          realm: northwindCanada.realm,
          company_name: northwindCanada.name,
          status: ['awaiting-send'],
          total: cad('128450.75'),
          balance: cad('128450.75'),
        }),
        overduePartly,
        voided,
      ],
      totals: [
        { currency: 'CAD', billed: '128450.75', open: '128450.75', overdue: '0.00' },
        { currency: 'USD', billed: '5510.00', open: '4760.00', overdue: '450.00' },
      ],
    }),
  }),
  cardState('empty', { card: recordCard({ documents: [], totals: [] }) }),
  cardState('voided', {
    card: recordCard({
      documents: [voided],
      totals: [{ currency: 'USD', billed: '0.00', open: '0.00', overdue: '0.00' }],
    }),
  }),
  begunElsewhere(),
  cardState('contact', {
    record: contact,
    card: recordCard({
      record: contact,
      documents: [paid],
      totals: [{ currency: 'USD', billed: '18750.25', open: '0.00', overdue: '0.00' }],
    }),
  }),
  cardState('loading', { read: run({ operation: 'open_record', state: 'going' }) }),
  cardState('not connected', { connected: { ...connections, hubspot: null, companies: [] } }),
  cardState('offline', { card: recordCard({ notices: [OFFLINE_ISSUE] }) }),
  cardState('failed', {
    read: run({
      operation: 'open_record',
      state: 'failed',
      issues: [{ code: 'reconnect-needed', severity: 'error', path: '', args: { service: 'quickbooks' } }],
    }),
  }),
  cardState('notices', {
    card: recordCard({
      notices: [
        {
          code: 'scope-missing',
          severity: 'warning',
          path: '',
          args: { scope: 'crm.objects.invoices.write' },
        },
        { code: 'document-deleted', severity: 'error', path: '', args: { number: '1044' } },
      ],
    }),
  }),
  cardState('creating', { going: [creating] }),
  cardState('draft waits', { going: [run({ operation: 'create_invoice', state: 'asking' })] }),
  cardState('add: empty', { act: (root) => click(root, '.actions .add') }),
  cardState('add: found', {
    more: { find_invoices: () => run({ operation: 'find_invoices', report: found }) },
    act: async (root) => {
      await searchInvoices(root);
      await click(root, '.found li:nth-child(2) input');
      await click(root, '.found li:nth-child(3) input');
    },
  }),
  cardState('add: nothing', {
    more: {
      find_invoices: () => run({ operation: 'find_invoices', report: { documents: [], more: false } }),
    },
    act: async (root) => {
      await click(root, '.actions .add');
      await type(root, 'input[type=search]', 'zzz');
      await appears(root, '.results [role=status] + p');
    },
  }),
  cardState('hostile', {
    card: recordCard({
      name: '<script>alert(1)</script>',
      documents: [
        invoice({
          id: '1',
          number: '<img src=x onerror=alert(1)>',
          customer_name: 'Ünïcode & "Söhne" <b>GmbH</b>'.repeat(6),
          url: 'javascript:alert(1)',
          message: '<img src=x onerror=alert(1)>',
        }),
      ],
    }),
  }),
  cardState('suggested', {
    more: { suggest_invoices: () => run({ operation: 'suggest_invoices', report: suggested }) },
    act: async (root) => void (await appears(root, '.suggested')),
  }),
  cardState('suggested: added', {
    more: { suggest_invoices: () => run({ operation: 'suggest_invoices', report: addedUnasked }) },
    act: async (root) => void (await appears(root, '.added')),
  }),
  cardState('suggested: nothing', {
    more: { suggest_invoices: () => run({ operation: 'suggest_invoices', report: nothingSuggested }) },
    act: async (root) => {
      await appears(root, '.ask');
      await click(root, '.ask');
    },
  }),
  cardState('hundred', { card: recordCard({ documents: manyDocuments(100) }) }),
];
