// What QuickBooks was asked about whole customers, and what a person said does not belong to a record.
import type { RecordKey } from './links.ts';
import type { Database, DocumentRow } from './schema.ts';

export interface Asks {
  /** The documents of these customers ('<realm>:Customer:<id>') that are here, and when all of them were asked for last. */
  documentsOf(customers: string[]): Promise<{ rows: DocumentRow[]; asked_ms: number | null }>;
  keepAsked(customers: string[], asked_ms: number): Promise<void>;
  /** This document is not the record's: it is suggested there no more. */
  dismiss(record: RecordKey, key: string): Promise<void>;
  /** Those of these documents that were dismissed there, or that belong to another record of its kind. */
  notSuggested(record: RecordKey, keys: string[]): Promise<string[]>;
}

export function asksOf(database: Database): Asks {
  return {
    documentsOf: async (customers) => {
      const work = database.transaction(['documents', 'asks']);
      const byCustomer = work.objectStore('documents').index('customer');
      const rows = await Promise.all(customers.map((customer) => byCustomer.getAll(customer)));
      const asked = await Promise.all(customers.map((customer) => work.objectStore('asks').get(customer)));
      const times = asked.map((row) => row?.asked_ms ?? null);
      return { rows: rows.flat(), asked_ms: times.includes(null) ? null : oldest(times) };
    },
    keepAsked: async (customers, asked_ms) => {
      const work = database.transaction('asks', 'readwrite');
      await Promise.all(customers.map((customer) => work.store.put({ customer, asked_ms })));
      await work.done;
    },
    dismiss: async ({ portal, type, id }, key) => {
      await database.put('dismissals', { portal, type, id, key });
    },
    notSuggested: async ({ portal, type, id }, keys) => {
      const work = database.transaction(['dismissals', 'links']);
      const ofDocument = work.objectStore('links').index('document');
      const left = keys.map(async (key) => {
        if (await work.objectStore('dismissals').get([portal, type, id, key])) return true;
        const links = await ofDocument.getAll(key);
        return links.some((link) => link.portal === portal && link.type === type && link.id !== id);
      });
      const out = await Promise.all(left);
      return keys.filter((_, index) => out[index]);
    },
  };
}

function oldest(times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
