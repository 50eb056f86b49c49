// Which document belongs to which record, as last seen in HubSpot. HubSpot is the truth; this copy serves the export.
import type { Database, LinkRow } from './schema.ts';

export interface Links {
  /** Exactly these documents belong to the record now. */
  replace(record: RecordKey, rows: LinkRow[]): Promise<void>;
  add(rows: LinkRow[]): Promise<void>;
  remove(record: RecordKey, key: string): Promise<void>;
  all(): Promise<LinkRow[]>;
}

export interface RecordKey {
  portal: string;
  type: string;
  id: string;
}

export function linksOf(database: Database): Links {
  return {
    replace: async (record, rows) => {
      const { portal, type, id } = record;
      const work = database.transaction('links', 'readwrite');
      await work.store.delete(IDBKeyRange.bound([portal, type, id], [portal, type, id, []]));
      await Promise.all(rows.map((row) => work.store.put(row)));
      await work.done;
    },
    add: async (rows) => {
      const work = database.transaction('links', 'readwrite');
      await Promise.all(rows.map((row) => work.store.put(row)));
      await work.done;
    },
    remove: ({ portal, type, id }, key) => database.delete('links', [portal, type, id, key]),
    all: () => database.getAll('links'),
  };
}
