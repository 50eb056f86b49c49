// The connections as the set-up page shows them.
import type { Connections, HubSpotConnection, QuickBooksConnection } from '@sidebill/web/commands.ts';
import type { Browser } from '../browser.ts';
import type { Store } from '../store/open.ts';
import type { CompanyRow, PortalRow } from '../store/schema.ts';

export async function readConnections({
  browser,
  store,
}: {
  browser: Browser;
  store: Store;
}): Promise<Connections> {
  const portal = await store.accounts.portal();
  const companies = await store.accounts.companies();
  return {
    hubspot: portal && hubspotOf(portal),
    companies: companies.map(companyOf),
    redirect_uri: browser.redirectUrl(),
    version: browser.version,
  };
}

function hubspotOf({ state, info, method, issues }: PortalRow): HubSpotConnection {
  return { state, portal: info, method, issues };
}

function companyOf(row: CompanyRow): QuickBooksConnection {
  const { state, realm, environment, method, counts, lists_read_ms, issues } = row;
  const { name, country, home_currency } = row.info;
  const income_accounts = row.income_accounts ?? [];
  const known = { name, country, home_currency, income_accounts, counts };
  return { state, realm, ...known, environment, method, lists_read_ms, issues };
}
