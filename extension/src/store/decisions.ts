// What a person decided about proposed pairs, until the links are written.
import type { CrmList } from '@sidebill/core/boundary';
import type { PairDecision, PairList } from '@sidebill/web/commands.ts';
import type { Database } from './schema.ts';

export interface Decisions {
  all(list: PairList): Promise<PairDecision[]>;
  /** A decision that is null is taken back. */
  change(list: PairList, decided: readonly PairDecision[]): Promise<void>;
  forgetCompany(realm: string): Promise<void>;
}

export function decisionsOf(database: Database): Decisions {
  return {
    all: async ({ portal, realm, of }) => {
      const rows = await database.getAll('decisions', within(portal, realm, of));
      return rows.map(({ left, right }) => ({ left, decision: { right } }));
    },
    change: async ({ portal, realm, of }, decided) => {
      const { store, done } = database.transaction('decisions', 'readwrite');
      for (const { left, decision } of decided) {
        if (decision) await store.put({ portal, realm, of, left, right: decision.right });
        else await store.delete([portal, realm, of, left]);
      }
      await done;
    },
    forgetCompany: async (realm) => {
      const { store, done } = database.transaction('decisions', 'readwrite');
      for (const row of await store.getAll()) {
        if (row.realm === realm) await store.delete([row.portal, row.realm, row.of, row.left]);
      }
      await done;
    },
  };
}

/** Arrays come after every text: the range ends behind the last id. */
function within(portal: string, realm: string, of: CrmList): IDBKeyRange {
  return IDBKeyRange.bound([portal, realm, of], [portal, realm, of, []]);
}
