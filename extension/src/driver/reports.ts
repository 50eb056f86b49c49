// What a finished run says about the world, put into the store before the run counts as finished. Each may run
// twice: the worker can be stopped between the two.
import type {
  AddInvoiceInput,
  AddInvoiceReport,
  ConnectCompanyReport,
  ConnectPortalReport,
  CreateInvoiceInput,
  CreateInvoiceReport,
  Issue,
  LinkRecordsInput,
  LinkRecordsReport,
  OpenPdfReport,
  OperationName,
  RecentInvoicesReport,
  RecordCard,
  RecordInput,
  RecordRef,
  RemoveLinkInput,
  SuggestInvoicesInput,
  SuggestInvoicesReport,
} from '@sidebill/core';
import type { Browser } from '../browser.ts';
import type { Store } from '../store/open.ts';
import type { LinkRow, RunRow } from '../store/schema.ts';
import type { Connections } from '../worker/connections.ts';
import { accountsOf } from './identity.ts';

export interface Reports {
  reported(row: RunRow, report: unknown): Promise<void>;
  failed(row: RunRow, issues: Issue[]): Promise<void>;
}

export interface ReportParts {
  browser: Browser;
  store: Store;
  connections: Connections;
}

type Reported = (parts: ReportParts, input: never, report: never) => Promise<void>;

async function formCreated(
  { store, browser }: ReportParts,
  { portal, source }: CreateInvoiceInput,
  { document }: CreateInvoiceReport,
): Promise<void> {
  if (document) await store.links.add([linkOf(browser, portal, source, document.key, document.number)]);
}

const table: Partial<Record<OperationName, Reported>> = {
  connect_portal: ({ connections }, { account }: { account: string }, report: ConnectPortalReport) =>
    connections.portalReported(account, report),
  connect_company: ({ connections }, _: unknown, report: ConnectCompanyReport) =>
    connections.companyReported(report),
  open_record: ({ store, browser }, input: RecordInput, report: RecordCard) => {
    const record = { portal: input.portal, ...input.record };
    const rows = report.documents.map((one) =>
      linkOf(browser, input.portal, input.record, one.key, one.number),
    );
    return isComplete(report) ? store.links.replace(record, rows) : store.links.add(rows);
  },
  create_invoice: formCreated,
  create_estimate: formCreated,
  create_sales_receipt: formCreated,
  add_invoice: ({ store, browser }, input: AddInvoiceInput, report: AddInvoiceReport) => {
    const keys = [...report.linked, ...report.already_linked];
    return store.links.add(keys.map((key) => linkOf(browser, input.portal, input.record, key, '')));
  },
  remove_invoice_link: ({ store }, { portal, record, key }: RemoveLinkInput) =>
    store.links.remove({ portal, ...record }, key),
  recent_invoices: ({ store }, _: unknown, report: RecentInvoicesReport) => keepAsked(store, report),
  suggest_invoices: async (
    { store, browser },
    { portal, record }: SuggestInvoicesInput,
    report: SuggestInvoicesReport,
  ) => {
    await store.links.add(
      report.added.map(({ key, number }) => linkOf(browser, portal, record, key, number)),
    );
    await keepAsked(store, report);
  },
  link_records: ({ store }, { portal, realm, of }: LinkRecordsInput, { linked }: LinkRecordsReport) =>
    store.decisions.change(
      { portal, realm, of },
      linked.map((left) => ({ left, decision: null })),
    ),
  open_pdf: ({ store }, _: unknown, report: OpenPdfReport) => store.files.rename(report.file, report.name),
};

export function reportsOf(parts: ReportParts): Reports {
  return {
    reported: async (row, report) => {
      await table[row.operation]?.(parts, row.input as never, report as never);
    },
    failed: async (row, issues) => {
      const { portal } = accountsOf(row.operation, row.input);
      if (row.operation === 'connect_portal') await parts.connections.portalFailed(portal);
      const lost = issues.find(({ code }) => code === 'reconnect-needed');
      if (lost) await parts.connections.broke(lost, accountsOf(row.operation, row.input));
    },
  };
}

/** Never asked is 0. */
async function keepAsked(
  store: Store,
  { customers, asked_ms }: Pick<RecentInvoicesReport, 'customers' | 'asked_ms'>,
): Promise<void> {
  if (asked_ms > 0) await store.asks.keepAsked(customers, asked_ms);
}

/** A document, or a list of them, that could not be read now is missing from the report and still linked. */
function isComplete({ notices }: RecordCard): boolean {
  return notices.length === 0;
}

function linkOf(browser: Browser, portal: string, record: RecordRef, key: string, number: string): LinkRow {
  return { portal, type: record.type, id: record.id, key, number, seen_ms: browser.now() };
}
