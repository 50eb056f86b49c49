// What the operations on documents take and report; open_record reports a RecordCard.
import type { DocumentEvidence } from './composing.ts';
import type { DocumentView, MoneyText, RecordRef } from './documents.ts';
import type { Issue } from './issues.ts';
import type { CrmList } from './runs.ts';

/** Report of create_invoice. */
export interface CreateInvoiceReport {
  outcome: 'created' | 'existing' | 'cancelled';
  document: DocumentView | null;
  /** The total that was approved, and what QuickBooks booked. */
  approved_total: string;
  returned_total: string;
  returned_tax: string | null;
  issues: Issue[];
}

/** Input of create_invoice. */
export interface CreateInvoiceInput {
  portal: string;
  realm: string;
  source: RecordRef;
  another: boolean;
  /** Id of the deal's quote whose lines are billed; left out for the deal's own. */
  quote?: string;
}

export interface RecordInput {
  portal: string;
  record: RecordRef;
  /** Read the documents again even when they are in the cache. */
  refresh: boolean;
}
export interface AddInvoiceInput {
  portal: string;
  record: RecordRef;
  /** '<realm>:Invoice:<id>' */
  keys: string[];
}
export interface AddInvoiceReport {
  linked: string[];
  already_linked: string[];
  failed: { key: string; issues: Issue[] }[];
  issues: Issue[];
}
export interface RemoveLinkInput {
  portal: string;
  record: RecordRef;
  key: string;
}
export interface DocumentInput {
  portal: string;
  key: string;
}
export interface PaymentView {
  /** '<realm>:Payment:<id>' */
  key: string;
  id: string;
  date: string;
  /** '' for none. */
  method_id: string;
  /** '' for none, or when only its id is known. */
  method: string;
  /** Check number, transaction id: as the bookkeeper noted it. */
  reference: string;
  total: MoneyText;
  /** What of it went to the invoice that was asked about. */
  applied: MoneyText;
  /** What of it went to no document. */
  unapplied: MoneyText;
  url: string;
}
/** Report of read_payments: applied payments, otherwise and the balance sum to the total. */
export interface PaymentsReport {
  payments: PaymentView[];
  /** What lowered the balance beside payments: a deposit, a credit. */
  otherwise: MoneyText | null;
  balance: MoneyText;
  /** The invoice was read again too, and is younger than what a card shows. */
  read_again: boolean;
  issues: Issue[];
}
export interface FindInvoicesInput {
  realm: string;
  /** Number, customer name or amount, as typed. */
  text: string;
}
export interface FindInvoicesReport {
  documents: DocumentView[];
  /** There are more than shown. */
  more: boolean;
}
export interface RecentInvoicesInput {
  realm: string;
  /** Id of the customer in QuickBooks. */
  customer: string;
  /** Of the draft: who has it already is looked for among all customers. '' lets QuickBooks number. */
  number: string;
}
export interface RecentInvoicesReport {
  /** Whole invoices, opaque: they go to compose() in `Picked`. */
  documents: unknown[];
  /** '<realm>:Customer:<id>' of those that were asked for. */
  customers: string[];
  /** When QuickBooks was asked for all of them, 0: never. */
  asked_ms: number;
  /** Why QuickBooks could not be asked now. */
  issues: Issue[];
}
export interface SuggestInvoicesInput {
  portal: string;
  realm: string;
  record: RecordRef;
  /** Ask QuickBooks; otherwise only what is known already is looked through. */
  ask: boolean;
}
/** An invoice that looks like the deal's. */
export interface Suggestion {
  document: DocumentView;
  /** It would be tied by itself where that is turned on. */
  sure: boolean;
  score: string;
  evidence: DocumentEvidence[];
}
export interface SuggestInvoicesReport {
  suggestions: Suggestion[];
  /** Certainly the deal's, and added without asking, as people decided. */
  added: DocumentView[];
  /** Customers that the deal may be for; none: there is nobody to ask about. */
  customers: string[];
  asked_ms: number;
  issues: Issue[];
}
export interface OpenPdfReport {
  file: string;
  name: string;
  bytes: number;
  sha256: string;
}
/** Both sides of one list are read: contacts or companies with customers, products with items. */
export interface ReadRecordsInput {
  portal: string;
  realm: string;
  of: CrmList;
}
export interface ReadRecordsReport {
  /** How many records each service has. */
  hubspot: number;
  quickbooks: number;
  read_ms: number;
}
export interface LinkRecordsInput {
  portal: string;
  realm: string;
  of: CrmList;
  /** Ids; each record of HubSpot once. */
  pairs: { hubspot: string; quickbooks: string }[];
}
export interface LinkRecordsReport {
  /** Ids of HubSpot. */
  linked: string[];
  failed: { hubspot: string; issues: Issue[] }[];
}
/** Contacts are made of these customers, by their ids. */
export interface ImportCustomersInput {
  portal: string;
  realm: string;
  customers: string[];
}
export interface ImportCustomersReport {
  /** The contact of each, by HubSpot's id. */
  created: { customer: string; contact: string }[];
  /** Customers whose contact has no e-mail address, since another customer's contact has it. */
  without_email: string[];
  /** A contact was made of these before. */
  known: { customer: string; contact: string }[];
  failed: { customer: string; issues: Issue[] }[];
}
