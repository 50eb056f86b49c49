// The connected portal and companies as they reported themselves, and the person's settings. No secret lies here.
import type { Settings } from '@sidebill/web/commands.ts';
import type { CompanyRow, Database, PortalRow } from './schema.ts';

export interface Accounts {
  portal(): Promise<PortalRow | null>;
  /** One portal at a time: another one takes its place. */
  savePortal(row: PortalRow): Promise<void>;
  forgetPortal(): Promise<void>;
  company(realm: string): Promise<CompanyRow | null>;
  /** In the order of their realms. */
  companies(): Promise<CompanyRow[]>;
  saveCompany(row: CompanyRow): Promise<void>;
  forgetCompany(realm: string): Promise<void>;
  settings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
}

const usual: Settings = {
  realm: '',
  theme: 'system',
  card_on: { deals: true, contacts: true, companies: true },
  preferences: { naming: 'company', customers: 'evidence', add_by_itself: false, products: {} },
};

/** What was kept before a setting existed has the usual one. */
function complete(kept: Settings | undefined): Settings {
  return { ...usual, ...kept, preferences: { ...usual.preferences, ...kept?.preferences } };
}

export function accountsOf(database: Database): Accounts {
  return {
    portal: async () => (await database.getAll('portal'))[0] ?? null,
    savePortal: async (row) => {
      const work = database.transaction('portal', 'readwrite');
      await work.store.clear();
      await work.store.put(row);
      await work.done;
    },
    forgetPortal: () => database.clear('portal'),
    company: async (realm) => (await database.get('companies', realm)) ?? null,
    companies: () => database.getAll('companies'),
    saveCompany: async (row) => {
      await database.put('companies', row);
    },
    forgetCompany: (realm) => database.delete('companies', realm),
    settings: async () => complete(await database.get('settings', 'settings')),
    changeSettings: async (change) => {
      const work = database.transaction('settings', 'readwrite');
      const settings = { ...complete(await work.store.get('settings')), ...change };
      await work.store.put(settings, 'settings');
      await work.done;
      return settings;
    },
  };
}
