// A run: what it wants done, what came of it, and its journal.
import type { Question } from './composing.ts';
import type { Issue } from './issues.ts';

export type OperationName =
  | 'connect_portal'
  | 'connect_company'
  | 'open_record'
  | 'create_invoice'
  | 'create_estimate'
  | 'create_sales_receipt'
  | 'add_invoice'
  | 'remove_invoice_link'
  | 'refresh_invoice'
  | 'read_payments'
  | 'find_invoices'
  | 'recent_invoices'
  | 'suggest_invoices'
  | 'open_pdf'
  | 'read_records'
  | 'link_records'
  | 'import_customers';

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

/** Lists that the directory holds: of a company of QuickBooks, and of a portal of HubSpot. */
export type BookList = 'customers' | 'items' | 'names';
export type CrmList = 'contacts' | 'companies' | 'products';
export type DirectoryList = BookList | CrmList;

/** Lists that the extension keeps: rows go to the store, and those of the directory into it. */
export type KeptList = DirectoryList | 'documents' | 'files';

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
export type LookAbout =
  | 'directory'
  | 'portal'
  | 'company'
  | 'companies'
  | 'documents'
  | 'customer_documents'
  | 'not_suggested'
  | 'numbers'
  | 'preferences'
  | 'zone';

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
