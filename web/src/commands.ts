// The closed set of commands between the extension's pages and its worker. Pages know nothing else of the worker.
import type {
  CompanyOption,
  ConnectCompanyReport,
  ConnectPortalReport,
  CrmList,
  CustomerCandidate,
  Issue,
  ItemCandidate,
  OperationName,
  PairsAnswer,
  PortalInfo,
  Preferences,
  Question,
  RecordRef,
  UnpairedAnswer,
} from '@sidebill/core/boundary';

/** How far a step of a run is, in the order the steps began. */
export interface RunStep {
  /** Code of the sentence: 'read-deal', 'create-invoice' ... */
  purpose: string;
  service: 'hubspot' | 'quickbooks' | null;
  state: 'going' | 'waiting' | 'done' | 'failed';
  /** When it will be tried again, for 'waiting'. */
  until_ms: number | null;
  write: boolean;
}

/** A run as a page sees it; sent whole at every change. */
export interface RunView {
  run: string;
  operation: OperationName;
  input: unknown;
  state: 'going' | 'asking' | 'waiting' | 'done' | 'failed' | 'diverged';
  started_ms: number;
  steps: RunStep[];
  /** The open question, when state is 'asking'. `step` goes back with the answer. */
  question: { step: number; turn: number; question: Question } | null;
  report: unknown;
  issues: Issue[];
}

export interface HubSpotConnection {
  state: 'connected' | 'broken';
  portal: PortalInfo;
  /** 'token' pasted, or 'broker'. */
  method: 'token' | 'broker';
  issues: Issue[];
}
export interface QuickBooksConnection {
  state: 'connected' | 'broken';
  realm: string;
  name: string;
  country: string;
  home_currency: string;
  environment: 'production' | 'sandbox';
  method: 'keys' | 'broker';
  /** That sales may be booked on. */
  income_accounts: { id: string; name: string }[];
  counts: { customers: number; items: number; vendors: number; employees: number };
  lists_read_ms: number;
  issues: Issue[];
}
export interface Connections {
  hubspot: HubSpotConnection | null;
  companies: QuickBooksConnection[];
  /** The address to register with Intuit: identity.getRedirectURL(). */
  redirect_uri: string;
  version: string;
}

export interface LoggedRequest {
  at_ms: number;
  service: 'hubspot' | 'quickbooks' | 'intuit' | 'broker';
  method: string;
  /** Full URL without secrets. */
  url: string;
  status: number;
  failure: string | null;
  duration_ms: number;
  metered: boolean;
  run: string | null;
}

/** Which pairs are looked through: records of a HubSpot account against those of a company. */
export interface PairList {
  portal: string;
  realm: string;
  of: CrmList;
}

/** What somebody said of a record of HubSpot: it is this one of QuickBooks, or none (right is null). */
export interface PairDecision {
  /** Id of HubSpot's record. */
  left: string;
  /** null: nothing is decided any more. */
  decision: { right: string | null } | null;
}

/** request -> answer, by command name. */
export interface Commands {
  'connections.read': { request: Record<string, never>; answer: Connections };
  /** Tests the token and saves it when HubSpot accepts it. */
  'hubspot.connect': { request: { token: string }; answer: ConnectPortalReport | null };
  'hubspot.test': { request: Record<string, never>; answer: ConnectPortalReport | null };
  'hubspot.disconnect': { request: Record<string, never>; answer: boolean };
  /** Opens Intuit's consent page, then reads settings and lists of the company chosen there. */
  'quickbooks.connect': {
    request:
      | { method: 'keys'; client_id: string; client_secret: string; environment: 'production' | 'sandbox' }
      | { method: 'broker'; url: string; broker_key: string };
    answer: ConnectCompanyReport[] | null;
  };
  'quickbooks.test': { request: { realm: string }; answer: ConnectCompanyReport | null };
  /** Revokes at Intuit and wipes tokens and cached data of the company. */
  'quickbooks.disconnect': { request: { realm: string }; answer: boolean };

  /** Starts an operation, or joins the one already going on for the same record. */
  'run.start': { request: { operation: OperationName; input: unknown }; answer: RunView };
  /** The first answer wins; value is the run as it stands then. */
  'run.answer': { request: { run: string; step: number; turn: number; choice: unknown }; answer: RunView };
  'run.read': { request: { run: string }; answer: RunView | null };
  /** Runs that are not finished, newest first; for one record when given. */
  'run.open': { request: { record: RecordRef | null }; answer: RunView[] };

  'companies.read': { request: Record<string, never>; answer: CompanyOption[] };
  'customers.search': { request: { realm: string; text: string }; answer: CustomerCandidate[] };
  'items.search': { request: { realm: string; text: string }; answer: ItemCandidate[] };
  /** Bytes of a kept file as base64. */
  'file.read': { request: { file: string }; answer: { name: string; base64: string } | null };
  /** This document is not the record's: it is suggested there no more. */
  'suggestion.dismiss': { request: { portal: string; record: RecordRef; key: string }; answer: boolean };
  /** A page of proposed pairs; asked again until all records are compared (`done` is `of`). */
  'pairs.read': { request: PairList & { from: number; limit: number }; answer: PairsAnswer };
  /** A page of the active records of QuickBooks that stand in no pair, once all are compared. */
  'unpaired.read': { request: PairList & { from: number; limit: number }; answer: UnpairedAnswer };
  'decisions.read': { request: PairList; answer: PairDecision[] };
  'decisions.write': { request: PairList & { decided: PairDecision[] }; answer: boolean };
  'links.export': { request: Record<string, never>; answer: { name: string; text: string } };
  'requests.read': { request: { limit: number }; answer: LoggedRequest[] };
  /** Opens composer, setup or a record in a tab of its own. */
  'page.open': {
    request: { page: 'compose' | 'setup' | 'requests' | 'matching'; query: Record<string, string> };
    answer: boolean;
  };
  'settings.read': { request: Record<string, never>; answer: Settings };
  'settings.write': { request: Partial<Settings>; answer: Settings };
}

export interface Settings {
  /** Company chosen last, offered first. */
  realm: string;
  theme: 'system' | 'light' | 'dark';
  /** Show the card on these record types. */
  card_on: { deals: boolean; contacts: boolean; companies: boolean };
  preferences: Preferences;
}

export type CommandName = keyof Commands;

/** Every command answers with this; value null means it failed and issues say why. */
export interface CommandAnswer<T> {
  value: T | null;
  issues: Issue[];
}

/** What pages call. The extension gives one over chrome.runtime, the component playground a recorded one. */
export interface Worker {
  send<N extends CommandName>(
    name: N,
    request: Commands[N]['request'],
  ): Promise<CommandAnswer<Commands[N]['answer']>>;
  /**
   * Calls back with the run now and at every change, and with why when it cannot be read; returns the end of the
   * subscription.
   */
  watch(run: string, changed: (view: RunView) => void, unread: (issues: Issue[]) => void): () => void;
  /** Calls back with each run that begins, on whatever page, and may change what this record shows. */
  watchRecord(record: RecordRef, began: (run: string) => void): () => void;
}
