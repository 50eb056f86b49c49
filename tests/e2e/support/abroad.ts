// A company outside the US beside the first one: its customers, its products, and deals in its currency.
import type { ManagedWorld } from '@sidebill/sandbox';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import { realmIds } from '@sidebill/sandbox/intuit/seed/index.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import { bookRows, type RecordKey } from './books.ts';
import type { Office } from './office.ts';
import { agree } from './story.ts';

export interface Abroad {
  realm: string;
  name: string;
  /** ISO 4217, of the books. */
  currency: string;
}

export const canada: Abroad = { realm: realmIds.canada, name: 'Maple & Main Ltd.', currency: 'CAD' };

/** Connects one more company through the set-up page. */
export async function connectAlso({ browser, credentials }: Office, { name }: Abroad): Promise<void> {
  const setup = await browser.open('setup');
  const connected = setup.locator('sb-company').getByText('Connected', { exact: true });
  await connected.first().waitFor();
  const before = await connected.count();
  await setup.getByRole('button', { name: 'Connect another company' }).click();
  await setup.getByLabel('Client ID').fill(credentials.intuit.clientId);
  await setup.getByLabel('Client secret').fill(credentials.intuit.clientSecret);
  const consent = browser.context.waitForEvent('page');
  await setup.getByRole('button', { name: 'Sign in to Intuit' }).click();
  await agree(await consent, name);
  await connected.nth(before).waitFor({ timeout: 60_000 });
  await setup.close();
}

export function codeNamed(world: ManagedWorld, { realm }: Abroad, name: string): string {
  const code = bookRows(world, realm, 'TaxCode').find((one) => one['Name'] === name);
  if (!code) throw new Error(`There is no tax code ${name}.`);
  return code.Id;
}

/** Services that are sold for a price. */
export function services(world: ManagedWorld, { realm }: Abroad): Entity[] {
  return bookRows(world, realm, 'Item').filter(
    (item) => item['Type'] === 'Service' && item['Active'] !== false && Number(item['UnitPrice']) > 0,
  );
}

/** A customer that is billed in the currency of the books. */
export function buyer(world: ManagedWorld, { realm, currency }: Abroad): Entity {
  const found = bookRows(world, realm, 'Customer').find((one) => {
    const own = one['CurrencyRef'] as { value: string } | undefined;
    return one['Active'] !== false && (own?.value ?? currency) === currency;
  });
  if (!found) throw new Error(`Nobody pays in ${currency}.`);
  return found;
}

/** A deal of this customer, linked by hand, with a line for each price. */
export function dealAbroad(
  world: ManagedWorld,
  company: Abroad,
  name: string,
  prices: readonly string[],
): RecordKey {
  const { realm, currency } = company;
  const links = { sidebill_links: `${realm}:Customer:${buyer(world, company).Id}` };
  const firm = plant(world, '0-2', { name: `${name} buyer`, ...links }, 9);
  const deal = plant(world, '0-3', { dealname: name, deal_currency_code: currency, pipeline: 'default' }, 1);
  tie(world, deal, firm);
  prices.forEach((price, index) => {
    const item = services(world, company)[index];
    const values = {
      name: String(item?.['Name']),
      hs_sku: String(item?.['Sku'] ?? ''),
      price,
      quantity: '1',
    };
    const position = { hs_position_on_quote: String(index), hs_line_item_currency_code: currency };
    tie(world, deal, plant(world, '0-8', { ...values, ...position }, 1));
  });
  return { type: '0-3', id: deal.id };
}
