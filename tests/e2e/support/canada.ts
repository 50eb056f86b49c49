// A Canadian company beside the first one: its customers, its products, and deals in its dollars.
import type { ManagedWorld } from '@sidebill/sandbox';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import { realmIds } from '@sidebill/sandbox/intuit/seed/index.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import { bookRows, type RecordKey } from './books.ts';
import type { Office } from './office.ts';
import { agree } from './story.ts';

export const canada = realmIds.canada;

/** Connects the Canadian company through the set-up page. */
export async function connectCanada({ browser, credentials }: Office): Promise<void> {
  const setup = await browser.open('setup');
  await setup.getByRole('button', { name: 'Connect another company' }).click();
  await setup.getByLabel('Client ID').fill(credentials.intuit.clientId);
  await setup.getByLabel('Client secret').fill(credentials.intuit.clientSecret);
  const consent = browser.context.waitForEvent('page');
  await setup.getByRole('button', { name: 'Sign in to Intuit' }).click();
  const name = credentials.realms.find(({ id }) => id === canada)?.name ?? '';
  await agree(await consent, name);
  const second = setup.locator('sb-company').getByText('Connected', { exact: true }).nth(1);
  await second.waitFor({ timeout: 60_000 });
  await setup.close();
}

export function codeNamed(world: ManagedWorld, name: string): string {
  const code = bookRows(world, canada, 'TaxCode').find((one) => one['Name'] === name);
  if (!code) throw new Error(`There is no tax code ${name}.`);
  return code.Id;
}

/** Services without a tax code of their own. */
export function services(world: ManagedWorld): Entity[] {
  return bookRows(world, canada, 'Item').filter(
    (item) => item['Type'] === 'Service' && item['Active'] !== false && Number(item['UnitPrice']) > 0,
  );
}

/** A customer that is billed in Canadian dollars. */
export function buyer(world: ManagedWorld): Entity {
  const found = bookRows(world, canada, 'Customer').find(
    (one) => one['Active'] !== false && (one['CurrencyRef'] as { value: string }).value === 'CAD',
  );
  if (!found) throw new Error('Nobody pays in Canadian dollars.');
  return found;
}

/** A deal of this customer, linked by hand, with a line for each price. */
export function canadianDeal(world: ManagedWorld, name: string, prices: readonly string[]): RecordKey {
  const company = plant(
    world,
    '0-2',
    { name: `${name} buyer`, sidebill_links: `${canada}:Customer:${buyer(world).Id}` },
    9,
  );
  const deal = plant(world, '0-3', { dealname: name, deal_currency_code: 'CAD', pipeline: 'default' }, 1);
  tie(world, deal, company);
  prices.forEach((price, index) => {
    const item = services(world)[index];
    const values = {
      name: String(item?.['Name']),
      hs_sku: String(item?.['Sku'] ?? ''),
      price,
      quantity: '1',
    };
    const position = { hs_position_on_quote: String(index), hs_line_item_currency_code: 'CAD' };
    tie(world, deal, plant(world, '0-8', { ...values, ...position }, 1));
  });
  return { type: '0-3', id: deal.id };
}
