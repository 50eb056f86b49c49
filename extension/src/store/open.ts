// Opens the store and puts its parts together.
import { openDB } from 'idb';
import { type Accounts, accountsOf } from './accounts.ts';
import { type Asks, asksOf } from './asks.ts';
import { type Cache, cacheOf } from './cache.ts';
import { type Decisions, decisionsOf } from './decisions.ts';
import { type Files, filesOf } from './files.ts';
import { type Journal, journalOf } from './journal.ts';
import { type Links, linksOf } from './links.ts';
import { type RequestLog, requestLogOf } from './requests.ts';
import { type Database, migrations, type Schema } from './schema.ts';
import { type Secrets, secretsOf } from './secrets.ts';

export interface Store {
  journal: Journal;
  cache: Cache;
  asks: Asks;
  decisions: Decisions;
  links: Links;
  accounts: Accounts;
  files: Files;
  requests: RequestLog;
  secrets: Secrets;
}

export async function openDatabase(name = 'sidebill'): Promise<Database> {
  const database: Database = await openDB<Schema>(name, migrations.length, {
    upgrade: async (upgraded, from, to, upgrade) => {
      for (const migrate of migrations.slice(from, to ?? migrations.length)) await migrate(upgraded, upgrade);
    },
    // A newer version of the extension wants to migrate: let go, this worker is about to be replaced.
    blocking: () => database.close(),
  });
  return database;
}

export function storeOf(database: Database): Store {
  return {
    journal: journalOf(database),
    cache: cacheOf(database),
    asks: asksOf(database),
    decisions: decisionsOf(database),
    links: linksOf(database),
    accounts: accountsOf(database),
    files: filesOf(database),
    requests: requestLogOf(database),
    secrets: secretsOf(database),
  };
}
