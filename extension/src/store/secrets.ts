// Sealed rows and the key that opens them. The key cannot be taken out of the browser; see tokens/vault.ts.
import type { Database, SecretRow } from './schema.ts';

export interface Secrets {
  read(name: string): Promise<SecretRow | null>;
  /** Durable when this resolves: a refresh token that was used up must not be the one that is found again. */
  write(row: SecretRow): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
  /** The one key, made by `make` on first use. */
  key(make: () => Promise<CryptoKey>): Promise<CryptoKey>;
}

const strict = { durability: 'strict' } as const;

export function secretsOf(database: Database): Secrets {
  return {
    read: async (name) => (await database.get('secrets', name)) ?? null,
    write: async (row) => {
      const work = database.transaction('secrets', 'readwrite', strict);
      await work.store.put(row);
      await work.done;
    },
    remove: async (name) => {
      const work = database.transaction('secrets', 'readwrite', strict);
      await work.store.delete(name);
      await work.done;
    },
    names: () => database.getAllKeys('secrets'),
    key: async (make) => {
      const known = await database.get('keys', 'vault');
      if (known) return known;
      const made = await make();
      const work = database.transaction('keys', 'readwrite', strict);
      // Another context may have made one meanwhile; the first stays.
      const first = (await work.store.get('vault')) ?? made;
      if (first === made) await work.store.put(made, 'vault');
      await work.done;
      return first;
    },
  };
}
