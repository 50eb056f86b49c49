// What an operation may look up: the directory, and what the store remembers.
import type { Core, DirectoryQuestion, LookEffect } from '@sidebill/core';
import type { Store } from '../store/open.ts';
import { offsetsAround } from './zone.ts';

export type Looks = (effect: LookEffect) => Promise<unknown>;

export function looksOf(core: Core, store: Store): Looks {
  const table: Record<LookEffect['about'], (question: Record<string, unknown>) => Promise<unknown>> = {
    directory: async (question) => core.directory(question as DirectoryQuestion).value,
    portal: async () => (await store.accounts.portal())?.info ?? null,
    company: async ({ realm }) => (await store.accounts.company(String(realm)))?.info ?? null,
    companies: async () => (await store.accounts.companies()).map((row) => row.info),
    documents: async ({ keys }) => {
      const wanted = Array.isArray(keys) ? keys.map(String) : [];
      const rows = await store.cache.documents(wanted);
      return rows.map(({ key, json, read_ms }) => ({ key, json, read_ms }));
    },
    customer_documents: async ({ customers }) => {
      const { rows, asked_ms } = await store.asks.documentsOf(
        Array.isArray(customers) ? customers.map(String) : [],
      );
      return { rows: rows.map(({ key, json, read_ms }) => ({ key, json, read_ms })), asked_ms };
    },
    not_suggested: async ({ portal, type, id, keys }) => {
      const record = { portal: String(portal), type: String(type), id: String(id) };
      return store.asks.notSuggested(record, Array.isArray(keys) ? keys.map(String) : []);
    },
    numbers: ({ realm, entity, prefix }) =>
      store.cache.numbers(String(realm), String(entity), String(prefix)),
    preferences: async () => (await store.accounts.settings()).preferences,
    zone: async ({ name, around_ms }) => ({ offsets: offsetsAround(String(name), Number(around_ms)) }),
  };
  return ({ about, question }) => table[about](question);
}
