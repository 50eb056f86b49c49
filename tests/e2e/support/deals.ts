// Deals like the plain one, one per test: nobody else's invoice stands on them.
import type { ManagedWorld } from '@sidebill/sandbox';
import { recalculate } from '@sidebill/sandbox/hubspot/calculated.ts';
import { type RecordKey as Key, linksFrom } from '@sidebill/sandbox/hubspot/links.ts';
import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { RecordKey } from './books.ts';

const deal = '0-3';
const lineItem = '0-8';
/** Written by HubSpot itself, or by us. */
const notCopied = /^(hs_|sidebill_|createdate|lastmodifieddate)/;

/** Properties of a line item that a person sets although HubSpot named them. */
const setByPeople =
  /^hs_(product_id|sku|position_on_quote|line_item_currency_code|discount_percentage|pricing_model|tier_.*)$/;

/** A colleague makes a deal with the lines, contacts and companies of another one. */
export function dealLike(world: ManagedWorld, name: string, original = plainDeal.id): RecordKey {
  const source: Key = { typeId: deal, id: original };
  const copy = plant(world, deal, { ...copiedValues(world, source), dealname: name }, 1);
  for (const link of linksFrom(world.state.hubspot, source)) {
    const known: Key = { typeId: link.toTypeId, id: link.toId };
    if (known.typeId === lineItem) addLine(world, copy, lineValues(world, known));
    else if (known.typeId === '0-1' || known.typeId === '0-2') tie(world, copy, known, typeIds(link.labels));
  }
  recalculate(world, deal, copy.id);
  return { type: deal, id: copy.id };
}

function addLine(world: ManagedWorld, to: Key, values: Record<string, string>): void {
  const line = plant(world, lineItem, values, 1);
  tie(world, to, line);
  recalculate(world, lineItem, line.id);
}

function copiedValues(world: ManagedWorld, { typeId, id }: Key): Record<string, string> {
  const properties = world.state.hubspot.records[typeId]?.[id]?.properties ?? {};
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !notCopied.test(name)));
}

function lineValues(world: ManagedWorld, key: Key): Record<string, string> {
  const properties = world.state.hubspot.records[key.typeId]?.[key.id]?.properties ?? {};
  const own = Object.entries(properties).filter(([name]) => setByPeople.test(name));
  return { ...copiedValues(world, key), ...Object.fromEntries(own) };
}

function typeIds(labels: { typeId: number; category: string }[]): number[] {
  return labels.map(({ typeId }) => typeId);
}
