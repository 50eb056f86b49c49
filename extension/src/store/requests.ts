// The last calls to the outside, without secrets: what the page "requests" shows.
import type { LoggedRequest } from '@sidebill/web/commands.ts';
import type { Database } from './schema.ts';

export interface RequestLog {
  add(request: LoggedRequest): Promise<void>;
  /** Newest first. */
  last(limit: number): Promise<LoggedRequest[]>;
}

const most = 2000;
/** Counting costs more than keeping a few too many. */
const tidyEvery = 100;

export function requestLogOf(database: Database): RequestLog {
  return {
    add: async (request) => {
      const work = database.transaction('requests', 'readwrite');
      const key = await work.store.add(request);
      if (key % tidyEvery === 0 && key > most) await work.store.delete(IDBKeyRange.upperBound(key - most));
      await work.done;
    },
    last: async (limit) => {
      const rows: LoggedRequest[] = [];
      const work = database.transaction('requests');
      for await (const cursor of work.store.iterate(null, 'prev')) {
        if (rows.length >= limit) break;
        rows.push(cursor.value);
      }
      return rows;
    },
  };
}
