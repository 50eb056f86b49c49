// What was read from QuickBooks: the rows of its lists, and its documents.
import type { DirectoryList, KeptList } from '@sidebill/core/boundary';
import { type Database, type DocumentRow, numberOf, type RecordRow } from './schema.ts';

export interface Cache {
  keepRecords(
    list: KeptList,
    realm: string,
    rows: { key: string; json: string }[],
    read_ms: number,
  ): Promise<void>;
  keepDocuments(realm: string, rows: { key: string; json: string }[], read_ms: number): Promise<void>;
  /** The documents of these keys that are here, in their order. */
  documents(keys: string[]): Promise<DocumentRow[]>;
  /** Every number with this beginning that documents of one kind were ever seen with. */
  numbers(realm: string, entity: string, prefix: string): Promise<string[]>;
  /** All rows of one list, in pieces, for filling the directory. */
  eachPiece(list: DirectoryList, take: (rows: RecordRow[]) => void): Promise<void>;
  /** The directory's block, and the rows that were kept since it was taken. */
  snapshot(): Promise<{ block: Uint8Array; since: RecordRow[] } | null>;
  keepSnapshot(block: Uint8Array<ArrayBuffer>, taken_ms: number): Promise<void>;
  /** How many records were kept since the last snapshot. */
  changedSince(): Promise<number>;
  /** Everything of one company. */
  forget(realm: string): Promise<void>;
}

const piece = 1000;

export function cacheOf(database: Database): Cache {
  return {
    keepRecords: async (list, realm, rows, read_ms) => {
      const work = database.transaction(['records', 'changed'], 'readwrite');
      const [records, changed] = [work.objectStore('records'), work.objectStore('changed')];
      await Promise.all(
        rows.flatMap((row) => [
          records.put({ list, realm, read_ms, key: row.key, json: row.json }),
          changed.put({ list, key: row.key }),
        ]),
      );
      await work.done;
    },
    keepDocuments: async (realm, rows, read_ms) => {
      const work = database.transaction(['documents', 'numbers'], 'readwrite');
      const [documents, numbers] = [work.objectStore('documents'), work.objectStore('numbers')];
      await Promise.all(
        rows.flatMap(({ key, json }) => {
          const customer = `${realm}:Customer:${JSON.parse(json).customer_id}`;
          const number = numberOf(realm, { key, json });
          const kept = documents.put({ realm, customer, read_ms, key, json });
          return number ? [kept, numbers.put(number)] : [kept];
        }),
      );
      await work.done;
    },
    documents: async (keys) => {
      const work = database.transaction('documents');
      const rows = await Promise.all(keys.map((key) => work.store.get(key)));
      return rows.filter((row) => row !== undefined);
    },
    numbers: async (realm, entity, prefix) => {
      const begins = IDBKeyRange.bound([realm, entity, prefix], [realm, entity, `${prefix}\uffff`]);
      const keys = await database.getAllKeys('numbers', begins);
      return keys.map(([, , number]) => number);
    },
    eachPiece: (list, take) => eachPiece(database, list, take),
    snapshot: () => readSnapshot(database),
    keepSnapshot: async (block, taken_ms) => {
      const work = database.transaction(['snapshots', 'changed'], 'readwrite');
      await work.objectStore('snapshots').put({ name: 'directory', taken_ms, block });
      await work.objectStore('changed').clear();
      await work.done;
    },
    changedSince: () => database.count('changed'),
    forget: async (realm) => {
      const work = database.transaction(
        ['records', 'documents', 'numbers', 'snapshots', 'changed', 'asks'],
        'readwrite',
      );
      // It holds every company's records: the next start fills the directory with the rows that are left.
      await work.objectStore('snapshots').clear();
      await work.objectStore('changed').clear();
      await work.objectStore('numbers').delete(IDBKeyRange.bound([realm], [realm, []]));
      await work.objectStore('asks').delete(IDBKeyRange.bound(`${realm}:`, `${realm};`));
      for (const name of ['records', 'documents'] as const) {
        const rows = work.objectStore(name).index('realm').iterate(realm);
        for await (const cursor of rows) await cursor.delete();
      }
      await work.done;
    },
  };
}

async function readSnapshot(database: Database): Promise<{ block: Uint8Array; since: RecordRow[] } | null> {
  const work = database.transaction(['snapshots', 'changed', 'records']);
  const row = await work.objectStore('snapshots').get('directory');
  if (!row) return null;
  const changed = await work.objectStore('changed').getAll();
  const records = work.objectStore('records');
  const since = await Promise.all(changed.map(({ list, key }) => records.get([list, key])));
  await work.done;
  return { block: row.block, since: since.filter((record) => record !== undefined) };
}

async function eachPiece(
  database: Database,
  list: DirectoryList,
  take: (rows: RecordRow[]) => void,
): Promise<void> {
  let range = IDBKeyRange.bound([list], [list, []]);
  for (;;) {
    const rows = await database.getAll('records', range, piece);
    if (rows.length > 0) take(rows);
    const last = rows.at(-1);
    if (!last || rows.length < piece) return;
    range = IDBKeyRange.bound([list, last.key], [list, []], true);
  }
}
