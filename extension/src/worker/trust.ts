// Who may ask what. A page of the extension that stands alone may ask everything; the card in a frame of a foreign
// page may be covered or moved under the pointer, so it never writes unless it proves that it was seen; a content
// script shares its page with whatever else runs there, so it only reports.
import type { OperationName } from '@sidebill/core';
import type { CommandName } from '@sidebill/web/commands.ts';
import type { Sender } from '../browser.ts';
import { isAppHost } from '../content/record-url.ts';
import type { ReportName } from './reports-of-pages.ts';

/** page: stands alone. frame: our page inside another one. content: the script in a record page. */
export type Place = 'page' | 'frame' | 'content' | 'stranger';

export interface Extension {
  id: string;
  origin: string;
}

export function placeOf(sender: Sender, extension: Extension): Place {
  if (sender.id !== extension.id) return 'stranger';
  if (sender.url.startsWith(`${extension.origin}/`)) {
    return sender.tab !== null && sender.frame !== 0 ? 'frame' : 'page';
  }
  return isRecordPage(sender) ? 'content' : 'stranger';
}

function isRecordPage({ url, frame, tab }: Sender): boolean {
  if (!URL.canParse(url) || frame !== 0 || tab === null) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && isAppHost(hostname);
}

/** The trust column: for every command, where it may come from. */
export const trust: Record<CommandName | ReportName, readonly Place[]> = {
  'connections.read': ['page', 'frame'],
  'hubspot.connect': ['page'],
  'hubspot.test': ['page'],
  'hubspot.disconnect': ['page'],
  'quickbooks.connect': ['page'],
  'quickbooks.test': ['page'],
  'quickbooks.disconnect': ['page'],
  'run.start': ['page', 'frame'],
  'run.answer': ['page'],
  'run.read': ['page', 'frame'],
  'run.open': ['page', 'frame'],
  'companies.read': ['page', 'frame'],
  'customers.search': ['page'],
  'items.search': ['page'],
  'file.read': ['page', 'frame'],
  'suggestion.dismiss': ['page', 'frame'],
  'pairs.read': ['page'],
  'unpaired.read': ['page'],
  'decisions.read': ['page'],
  'decisions.write': ['page'],
  'links.export': ['page'],
  'requests.read': ['page'],
  'page.open': ['page', 'frame'],
  'settings.read': ['page', 'frame'],
  'settings.write': ['page', 'frame'],
  'record.shown': ['content'],
  'card.wanted': ['content'],
  'card.alone': ['frame'],
  'record.of-tab': ['page'],
};

/** What a frame may start; anything else it may not. */
export const startedInFrame: Record<OperationName, 'always' | 'when-seen' | 'never'> = {
  open_record: 'always',
  find_invoices: 'always',
  recent_invoices: 'always',
  suggest_invoices: 'always',
  refresh_invoice: 'always',
  read_payments: 'always',
  open_pdf: 'always',
  // Links between what exists already; each can be taken back.
  add_invoice: 'when-seen',
  remove_invoice_link: 'when-seen',
  create_invoice: 'never',
  create_estimate: 'never',
  create_sales_receipt: 'never',
  read_records: 'never',
  link_records: 'never',
  import_customers: 'never',
  connect_portal: 'never',
  connect_company: 'never',
};

export function mayStartInFrame(operation: OperationName, seen: boolean): boolean {
  const rule = Object.hasOwn(startedInFrame, operation) ? startedInFrame[operation] : 'never';
  return rule === 'always' || (rule === 'when-seen' && seen);
}
