// What lies in IndexedDB, and the migrations that led there. A released migration is never edited, only followed.
import type {
  ConnectCompanyReport,
  CrmList,
  Effect,
  EffectAnswer,
  Issue,
  KeptList,
  OperationName,
  PortalInfo,
} from '@sidebill/core/boundary';
import type { LoggedRequest, Settings } from '@sidebill/web/commands.ts';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

export interface RunRow {
  run: string;
  operation: OperationName;
  revision: number;
  input: unknown;
  /** Two starts with the same text are one run while it is open. */
  join: string;
  /** '<type>:<id>' of the record it is about, '' for none. */
  record: string;
  state: 'open' | 'done' | 'failed' | 'diverged';
  started_ms: number;
  ended_ms: number | null;
  report: unknown;
  issues: Issue[];
  /** It sent a write: its journal is the audit log and stays. */
  wrote: boolean;
}

export interface EntryRow {
  run: string;
  step: number;
  turn: number;
  effect: Effect;
  sent_ms: number;
  answer?: EffectAnswer;
}

export interface RecordRow {
  list: KeptList;
  /** '<realm>:...' as the core spells it. */
  key: string;
  /** The company; the portal where the list is one of HubSpot's. */
  realm: string;
  json: string;
  read_ms: number;
}

/** The directory as the core had it at some time, in one block. */
export interface SnapshotRow {
  name: 'directory';
  taken_ms: number;
  block: Uint8Array<ArrayBuffer>;
}

/** A record that was kept after the snapshot was taken. */
export interface ChangedRow {
  list: KeptList;
  key: string;
}

export interface DocumentRow {
  /** '<realm>:Invoice:<id>' */
  key: string;
  realm: string;
  /** '<realm>:Customer:<id>'; rows of older versions have none until they are read again. */
  customer: string;
  json: string;
  read_ms: number;
}

/** A number that some document of a company once had: it stays when the document goes. */
export interface NumberRow {
  realm: string;
  /** Of QuickBooks: 'Invoice'. */
  entity: string;
  number: string;
}

/** When QuickBooks was asked for all documents of a customer. */
export interface AskRow {
  customer: string;
  asked_ms: number;
}

/** A document that somebody said does not belong to a record. */
export interface DismissalRow {
  portal: string;
  type: string;
  id: string;
  key: string;
}

/** What a person said of a proposed pair: it is this record of QuickBooks, or none of those proposed (null). */
export interface DecisionRow {
  portal: string;
  realm: string;
  of: CrmList;
  /** Id of HubSpot's record. */
  left: string;
  right: string | null;
}

export interface LinkRow {
  portal: string;
  type: string;
  id: string;
  /** Of the document. */
  key: string;
  number: string;
  seen_ms: number;
}

export interface PortalRow {
  portal_id: string;
  info: PortalInfo;
  method: 'token' | 'broker';
  state: 'connected' | 'broken';
  issues: Issue[];
}

export interface CompanyRow {
  realm: string;
  info: ConnectCompanyReport['company'];
  /** Rows of older versions have none until the company is tested again. */
  income_accounts?: ConnectCompanyReport['income_accounts'];
  counts: ConnectCompanyReport['counts'];
  method: 'keys' | 'broker';
  environment: 'production' | 'sandbox';
  state: 'connected' | 'broken';
  issues: Issue[];
  lists_read_ms: number;
}

export interface FileRow {
  file: string;
  realm: string;
  name: string;
  content_type: string;
  sha256: string;
  kept_ms: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Ciphertext of something that only the transport may read. */
export interface SecretRow {
  name: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

export interface Schema extends DBSchema {
  runs: { key: string; value: RunRow; indexes: { state: string; join: [string, string]; ended: number } };
  entries: { key: [string, number, number]; value: EntryRow };
  records: { key: [string, string]; value: RecordRow; indexes: { realm: string } };
  documents: { key: string; value: DocumentRow; indexes: { realm: string; customer: string } };
  numbers: { key: [string, string, string]; value: NumberRow };
  asks: { key: string; value: AskRow };
  dismissals: { key: [string, string, string, string]; value: DismissalRow };
  decisions: { key: [string, string, string, string]; value: DecisionRow };
  snapshots: { key: string; value: SnapshotRow };
  changed: { key: [string, string]; value: ChangedRow };
  links: { key: [string, string, string, string]; value: LinkRow; indexes: { document: string } };
  portal: { key: string; value: PortalRow };
  companies: { key: string; value: CompanyRow };
  settings: { key: string; value: Settings };
  files: { key: string; value: FileRow; indexes: { kept: number; realm: string } };
  requests: { key: number; value: LoggedRequest };
  secrets: { key: string; value: SecretRow };
  keys: { key: string; value: CryptoKey };
}

export type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Null for a document that has none. */
export function numberOf(realm: string, document: { key: string; json: string }): NumberRow | null {
  const number = JSON.parse(document.json).number;
  if (typeof number !== 'string' || number === '') return null;
  return { realm, entity: document.key.split(':')[1] ?? '', number };
}

async function fillNumbers(upgrade: Upgrade): Promise<void> {
  const numbers = upgrade.objectStore('numbers');
  for await (const { value } of upgrade.objectStore('documents')) {
    const row = numberOf(value.realm, value);
    if (row) await numbers.put(row);
  }
}

/** migrations[n] leads from version n to n + 1. */
export const migrations: ((database: Database, upgrade: Upgrade) => void | Promise<void>)[] = [
  (database) => {
    const runs = database.createObjectStore('runs', { keyPath: 'run' });
    runs.createIndex('state', 'state');
    runs.createIndex('join', ['state', 'join']);
    runs.createIndex('ended', 'ended_ms');
    database.createObjectStore('entries', { keyPath: ['run', 'step', 'turn'] });
    const records = database.createObjectStore('records', { keyPath: ['list', 'key'] });
    records.createIndex('realm', 'realm');
    const documents = database.createObjectStore('documents', { keyPath: 'key' });
    documents.createIndex('realm', 'realm');
    const links = database.createObjectStore('links', { keyPath: ['portal', 'type', 'id', 'key'] });
    links.createIndex('document', 'key');
    database.createObjectStore('portal', { keyPath: 'portal_id' });
    database.createObjectStore('companies', { keyPath: 'realm' });
    database.createObjectStore('settings');
    const files = database.createObjectStore('files', { keyPath: 'file' });
    files.createIndex('kept', 'kept_ms');
    files.createIndex('realm', 'realm');
    database.createObjectStore('requests', { autoIncrement: true });
    database.createObjectStore('secrets', { keyPath: 'name' });
    database.createObjectStore('keys');
  },
  (database) => {
    database.createObjectStore('snapshots', { keyPath: 'name' });
    database.createObjectStore('changed', { keyPath: ['list', 'key'] });
  },
  (database, upgrade) => {
    upgrade.objectStore('documents').createIndex('customer', 'customer');
    database.createObjectStore('asks', { keyPath: 'customer' });
    database.createObjectStore('dismissals', { keyPath: ['portal', 'type', 'id', 'key'] });
  },
  (database) => {
    database.createObjectStore('decisions', { keyPath: ['portal', 'realm', 'of', 'left'] });
  },
  async (database, upgrade) => {
    database.createObjectStore('numbers', { keyPath: ['realm', 'entity', 'number'] });
    await fillNumbers(upgrade);
  },
];
