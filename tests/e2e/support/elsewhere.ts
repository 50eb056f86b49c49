// Another tool, or a bookkeeper, bills a deal in QuickBooks and tells nobody.
import { linkedIds } from '@sidebill/sandbox/hubspot/links.ts';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import { bookRows, colleague, propertiesOf, type RecordKey } from './books.ts';
import { linesOf } from './deals.ts';
import type { Office } from './office.ts';

const company = '0-2';
const letters = (name: unknown) =>
  String(name)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

/** An invoice with the deal's customer and lines, under a number of its own. */
export async function billElsewhere(office: Office, deal: RecordKey, number: string): Promise<Entity> {
  const answer = await colleague(office, 'invoice', {
    DocNumber: number,
    CustomerRef: { value: customerOf(office, deal).Id },
    TxnDate: new Date(office.world.now()).toISOString().slice(0, 10),
    Line: linesOf(office.world, deal).map((line) => billedLine(office, line)),
  });
  return answer['Invoice'] as Entity;
}

function customerOf({ world, realm }: Office, { type, id }: RecordKey): Entity {
  const [buyer = ''] = linkedIds(world.state.hubspot, { typeId: type, id }, company);
  const { name } = propertiesOf(world, { type: company, id: buyer });
  const found = bookRows(world, realm, 'Customer').find(
    (one) => letters(one['DisplayName']) === letters(name),
  );
  if (!found) throw new Error(`QuickBooks has no customer ${name}.`);
  return found;
}

function billedLine({ world, realm }: Office, line: string): Record<string, unknown> {
  const { hs_sku, description, price, quantity } = propertiesOf(world, { type: '0-8', id: line });
  const item = bookRows(world, realm, 'Item').find((one) => one['Sku'] === hs_sku);
  if (!item) throw new Error(`QuickBooks has no item ${hs_sku}.`);
  return {
    DetailType: 'SalesItemLineDetail',
    Description: description,
    Amount: Number(price) * Number(quantity),
    SalesItemLineDetail: {
      ItemRef: { value: item.Id },
      Qty: Number(quantity),
      UnitPrice: Number(price),
      TaxCodeRef: { value: 'NON' },
    },
  };
}

/** A query costs one of the reads that Intuit counts. */
export function meteredReads(office: Office): number {
  const queries = office
    .exchanges()
    .filter(({ service, url }) => service === 'quickbooks' && url.includes('/query'));
  return queries.length;
}
