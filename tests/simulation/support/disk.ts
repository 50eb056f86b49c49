// Copies what a profile has on disk, so that every schedule begins with the same connected browser.

import type { StoreNames } from 'idb';
import { openDatabase } from '../../../extension/src/store/open.ts';
import type { Database, Schema } from '../../../extension/src/store/schema.ts';

type Rows = { store: StoreNames<Schema>; keys: IDBValidKey[] | null; values: unknown[] }[];

export interface Disk {
  rows: Rows;
}

/** Stores whose rows do not carry their key. */
const outOfLine: ReadonlySet<string> = new Set(['settings', 'keys', 'requests']);

export async function readDisk(name: string): Promise<Disk> {
  const database = await openDatabase(name);
  const rows: Rows = [];
  for (const store of database.objectStoreNames) {
    const work = database.transaction(store);
    const values = await work.store.getAll();
    const keys = outOfLine.has(store) ? await work.store.getAllKeys() : null;
    rows.push({ store, keys: keys as IDBValidKey[] | null, values });
  }
  database.close();
  return { rows };
}

export async function writeDisk(name: string, disk: Disk): Promise<void> {
  const database = await openDatabase(name);
  for (const { store, keys, values } of disk.rows) {
    const work = database.transaction(store, 'readwrite');
    values.forEach((value, index) => {
      put(work.store as never, value, keys?.[index]);
    });
    await work.done;
  }
  database.close();
}

function put(
  store: { put(value: unknown, key?: IDBValidKey): Promise<unknown> },
  value: unknown,
  key?: IDBValidKey,
) {
  if (key === undefined) store.put(value);
  else store.put(value, key);
}

/** Changes the disk behind the back of the extension, as an update or a fault would. */
export async function onDisk<T>(name: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(name);
  const done = await work(database);
  database.close();
  return done;
}
