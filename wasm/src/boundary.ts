// What crosses between the core and its hosts: one JSON text each way per call, names as the core spells them.
// Amounts and ids are strings, dates YYYY-MM-DD, instants integer milliseconds since 1970.

export interface Issue {
  code: string;
  severity: 'error' | 'warning';
  /** JSON Pointer into what the user can edit (see Choices), or into the answer that was read. */
  path: string;
  args: Record<string, string>;
}

/** Every exported function answers with this. */
export interface Answer<T> {
  value: T | null;
  issues: Issue[];
}

// ---------------------------------------------------------------- runs

export type OperationName =
  | 'connect_portal'
  | 'connect_company'
  | 'open_record'
  | 'create_invoice'
  | 'add_invoice'
  | 'remove_invoice_link'
  | 'refresh_invoice'
  | 'read_payments'
  | 'find_invoices'
  | 'open_pdf';

export interface RunHeader {
  run: string;
  operation: OperationName;
  revision: number;
  input: unknown;
}

export interface HttpRequest {
  service: 'hubspot' | 'quickbooks';
  /** Portal id or realm; 'pending-…' while a connection is being tested. */
  account: string;
  method: string;
  /** Path and query, percent-encoded; the transport adds the host. */
  path: string;
  body: string;
  content_type: string;
  accept: string;
}

/** Lists that the extension keeps: rows go to the store, and customers, items and names into the directory. */
export type KeptList = 'customers' | 'items' | 'names' | 'documents' | 'files';

interface EffectBase {
  step: number;
  turn: number;
}

export interface SendEffect extends EffectBase {
  kind: 'send';
  request: HttpRequest;
  write: boolean;
  /** Get a new token before sending: the last answer said it is no longer valid. */
  renew?: true;
  /** It was sent and its answer is gone: journal {failure: 'lost'}, send nothing. */
  lost?: true;
  /** A write in doubt: later than this it is not sent; journal {failure: 'too_late'}. */
  only_until_ms?: number;
  keep?: { list: KeptList; body_too: boolean; home_currency?: string; asked_for?: string[] };
  /** Code of the step in words: 'read-deal', 'create-invoice' ... */
  purpose: string;
}
export interface AskEffect extends EffectBase {
  kind: 'ask';
  question: Question;
}
export interface LookEffect extends EffectBase {
  kind: 'look';
  about: LookAbout;
  question: Record<string, unknown>;
}
export interface NowEffect extends EffectBase {
  kind: 'now';
}
export interface WaitEffect extends EffectBase {
  kind: 'wait';
  until_ms: number;
  /** What is waited for: the service, and the purpose of the call that will be sent again. */
  service: 'hubspot' | 'quickbooks';
  purpose: string;
}
export type Effect = SendEffect | AskEffect | LookEffect | NowEffect | WaitEffect;

/** Who answers a look: 'directory' is the core itself, the rest the extension's store. */
export type LookAbout = 'directory' | 'portal' | 'company' | 'companies' | 'documents' | 'zone';

export type Failure = 'offline' | 'cut_off' | 'timed_out' | 'not_connected' | 'lost' | 'too_late';

export type SendAnswer =
  | {
      status: number;
      /** Lower-case names: content-type, date, retry-after, intuit_tid, x-hubspot-ratelimit-*. */
      headers: Record<string, string>;
      body: string;
      kept?: { count: number; keys: string[]; [more: string]: unknown };
      sent_ms: number;
      received_ms: number;
    }
  | { failure: Failure; sent_ms: number; received_ms: number };

export type EffectAnswer = SendAnswer | { now_ms: number } | { value: unknown } | { choice: unknown };

/** One line of the journal, stored under (run, step, turn). */
export interface Entry {
  step: number;
  turn: number;
  effect: Effect;
  /** When the effect went out; stored with strict durability before a write leaves. */
  sent_ms: number;
  answer?: EffectAnswer;
}

export type Step =
  | { kind: 'effects'; effects: Effect[] }
  | { kind: 'done'; report: unknown }
  | { kind: 'failed'; issues: Issue[] }
  | { kind: 'diverged'; issues: Issue[] };

/** Answer to start and resume. `restart`: the journal is of an older revision without writes; clear it. */
export interface RunOpened {
  run: string;
  revision: number;
  restart: boolean;
}

// ---------------------------------------------------------------- documents and the card

export interface RecordRef {
  /** HubSpot object type id: '0-3' deal, '0-1' contact, '0-2' company. */
  type: string;
  id: string;
}

export interface MoneyText {
  /** Plain decimal with exactly the currency's places: '1234.50'. */
  amount: string;
  currency: string;
}

export type Status =
  | 'draft'
  | 'open'
  | 'awaiting-send'
  | 'sent'
  | 'overdue'
  | 'partially-paid'
  | 'paid'
  | 'voided'
  | 'deleted';

export interface DocumentView {
  /** '<realm>:Invoice:<id>' */
  key: string;
  realm: string;
  company_name: string;
  kind: 'invoice';
  id: string;
  number: string;
  customer_id: string;
  customer_name: string;
  /** One or two: an overdue invoice that is partly paid has both. */
  status: Status[];
  total: MoneyText;
  balance: MoneyText;
  /** What the lines do not say; null for none. Taken off, and added. */
  discount: MoneyText | null;
  tax: MoneyText | null;
  date: string;
  due_date: string | null;
  /** Opens the document in QuickBooks Online. */
  url: string;
  lines: { description: string; quantity: string | null; unit_price: string | null; amount: string }[];
  message: string;
  /** How many payments it names; read_payments tells about them. */
  payments: number;
  /** When it was last read from QuickBooks, milliseconds. */
  read_ms: number;
}

/** Report of open_record. */
export interface RecordCard {
  record: RecordRef;
  name: string;
  portal: string;
  companies: CompanyOption[];
  documents: DocumentView[];
  /** Sums per currency; amounts of two currencies are never added. */
  totals: { currency: string; billed: string; open: string; overdue: string }[];
  notices: Issue[];
  /** When the oldest of what is shown was read. */
  read_ms: number;
}

export interface CompanyOption {
  realm: string;
  name: string;
  country: string;
  home_currency: string;
}

// ---------------------------------------------------------------- composing an invoice

export type Question = { kind: 'compose-invoice'; basis: Basis; view: ComposeView };

/** What the page sends back to a compose-invoice question. */
export type ComposeAnswer = { kind: 'approve'; choices: Choices; approved_hash: string } | { kind: 'cancel' };

/** Everything the composition rests on, as read; opaque to the page, handed back to compose(). */
export interface Basis {
  /** ISO date of today in the company's zone. */
  today: string;
  company: { realm: string; name: string; home_currency: string; [more: string]: unknown };
  sale: { name: string; [more: string]: unknown };
  [more: string]: unknown;
}

/** What the person may edit. Quantities, prices and percents are plain decimal text. */
export interface Choices {
  customer:
    | { kind: 'undecided' }
    | { kind: 'existing'; id: string }
    | {
        kind: 'create';
        display_name: string;
        company_name: string;
        given_name: string;
        family_name: string;
        email: string;
        phone: string;
        currency: string;
      };
  lines: LineChoice[];
  discount: { kind: 'none' } | { kind: 'percent'; value: string } | { kind: 'amount'; value: string };
  term_id: string;
  date: string;
  /** null: computed from date and term. */
  due_date: string | null;
  message: string;
  memo: string;
  email: string;
  /** '' lets QuickBooks number. */
  number: string;
  /** A further invoice for the same deal, wanted by the person. */
  another: boolean;
}

export interface LineChoice {
  /** Line item of the deal; '' for a line added by hand. */
  source_id: string;
  include: boolean;
  item:
    | { kind: 'undecided' }
    | { kind: 'existing'; id: string; name: string }
    | { kind: 'create'; name: string; sku: string; income_account_id: string };
  description: string;
  quantity: string;
  unit_price: string;
  /** Percent off this line, '' for none; it becomes a net price. */
  discount_percent: string;
  taxable: boolean;
}

export interface Evidence {
  field: 'link' | 'email' | 'name' | 'sku' | 'currency' | 'active';
  level: string;
  left: string;
  right: string;
  /** Points, may be negative; they sum to the candidate's score. */
  weight: string;
}

export interface CustomerCandidate {
  id: string;
  display_name: string;
  company_name: string;
  email: string;
  currency: string;
  active: boolean;
  score: string;
  evidence: Evidence[];
  /** The whole record, opaque: a chosen search result goes back to compose() in `Picked`. */
  record: unknown;
}

export interface ItemCandidate {
  id: string;
  name: string;
  sku: string;
  type: string;
  unit_price: string | null;
  active: boolean;
  score: string;
  evidence: Evidence[];
  record: unknown;
}

/** Records found by search after the basis was read, so that compose() knows what was chosen. */
export interface Picked {
  customers: unknown[];
  items: unknown[];
}

/** Questions the core answers out of the directory (core.directory). */
export type DirectoryQuestion =
  | { kind: 'search-customers'; realm: string; text: string; limit: number }
  | { kind: 'search-items'; realm: string; text: string; limit: number }
  | { kind: string; [more: string]: unknown };

/** Answer of compose(): everything the composer shows. */
export interface ComposeView {
  /** As understood, proposals filled in. */
  choices: Choices;
  customer_candidates: CustomerCandidate[];
  lines: {
    /** Quantity x net price, '' when unreadable. */
    amount: string;
    net_unit_price: string;
    candidates: ItemCandidate[];
    /** How often it bills, '' for once. */
    recurrence: string;
  }[];
  /** The term that counts: the chosen one, else the customer's, else the company's. */
  term_id: string;
  terms: { id: string; name: string }[];
  income_accounts: { id: string; name: string }[];
  currency: string;
  due_date: string;
  totals: {
    subtotal: string;
    discount: string;
    taxable: string;
    tax:
      | { kind: 'none' }
      | { kind: 'quickbooks' }
      | { kind: 'predicted'; amount: string; percent: string; basis: string };
    /** With a predicted tax, without an unknown one. */
    total: string;
  };
  issues: Issue[];
  /** What will happen, in order. */
  effects: PlannedEffect[];
  /** What the document adds to which account; `account` is '' where only QuickBooks knows which. */
  postings: { kind: 'receivable' | 'discount' | 'income' | 'tax'; account: string; amount: string }[];
  /** The payload field by field; `before` is null where nothing existed. */
  rows: {
    document: 'customer' | 'item' | 'invoice';
    field: string;
    label: string;
    before: string | null;
    after: string;
  }[];
  /** The exact bodies that would be sent now, in order. */
  payloads: { method: string; path: string; body: string }[];
  /** Names the payload; goes back with the approval. */
  hash: string;
  /** No errors: Create may be pressed. */
  ready: boolean;
}

export interface PlannedEffect {
  service: 'quickbooks' | 'hubspot';
  /** 'create-customer', 'create-item', 'create-invoice', 'mirror-invoice', 'associate', 'update-deal' */
  action: string;
  args: Record<string, string>;
}

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
export interface OpenPdfReport {
  file: string;
  name: string;
  bytes: number;
  sha256: string;
}

// ---------------------------------------------------------------- connections

export interface ConnectPortalReport {
  portal: PortalInfo;
  /** Scope by scope: what works and what is missing, with what cannot be done without it. */
  scopes: { scope: string; granted: boolean; needed_for: string }[];
  issues: Issue[];
}
export interface PortalInfo {
  portal_id: string;
  name: string;
  ui_domain: string;
  time_zone: string;
  company_currency: string;
  currencies: string[];
  account_type: string;
  /** Objects on which our property group and properties exist. */
  properties_ready: string[];
  missing_scopes: string[];
  /** HubSpot invoices have our unique key here; otherwise they are found through their record. */
  unique_invoices: boolean;
  /** Properties of HubSpot invoices that may be written. */
  invoice_properties: string[];
}
export interface ConnectCompanyReport {
  company: { realm: string; name: string; country: string; home_currency: string; [more: string]: unknown };
  counts: { customers: number; items: number; vendors: number; employees: number };
  issues: Issue[];
}

// ---------------------------------------------------------------- directory

export interface IngestRequest {
  realm: string;
  list: KeptList;
  /** The service's answer as it came. */
  body: string;
  received_ms: number;
  /** Of documents that state no currency of their own; what the effect's `keep` says. */
  home_currency?: string;
  /** Ids of documents that were asked for: gone where the answer is the fault that says so. */
  asked_for?: string[];
}
export interface IngestResult {
  /** Rows for the store, in our own words. */
  rows: { key: string; json: string }[];
  count: number;
}
/** Rows from the store, to fill the directory after a restart. */
export interface FillRequest {
  list: 'customers' | 'items' | 'names';
  rows: { key: string; json: string }[];
}
