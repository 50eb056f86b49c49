// Deals like the plain one, one per test: nobody else's invoice stands on them.
import type { ManagedWorld } from '@sidebill/sandbox';
import { recalculate } from '@sidebill/sandbox/hubspot/calculated.ts';
import { type RecordKey as Key, linkedIds, linksFrom } from '@sidebill/sandbox/hubspot/links.ts';
import { objectType } from '@sidebill/sandbox/hubspot/object-types.ts';
import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import { findRecord } from '@sidebill/sandbox/hubspot/store.ts';
import { archiveRecord, updateRecord } from '@sidebill/sandbox/hubspot/write.ts';
import { propertiesOf, type RecordKey } from './books.ts';

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

/** The line items of a deal, in the order of the quote. */
export function linesOf(world: ManagedWorld, { type, id }: RecordKey): string[] {
  const position = (line: string) =>
    Number(propertiesOf(world, { type: lineItem, id: line })['hs_position_on_quote'] ?? 0);
  const lines = linkedIds(world.state.hubspot, { typeId: type, id }, lineItem);
  return lines.sort((left, right) => position(left) - position(right));
}

/** A colleague edits a line item. */
export function changeLine(world: ManagedWorld, line: string, values: Record<string, string>): void {
  updateRecord(world, objectType(lineItem), existing(world, line), values);
}

/** A colleague adds a line item like another one. */
export function addLineLike(
  world: ManagedWorld,
  { type, id }: RecordKey,
  line: string,
  values: Record<string, string>,
): void {
  addLine(world, { typeId: type, id }, { ...lineValues(world, { typeId: lineItem, id: line }), ...values });
}

/** A colleague deletes a line item. */
export function removeLine(world: ManagedWorld, line: string): void {
  archiveRecord(world, existing(world, line));
}

function existing(world: ManagedWorld, line: string) {
  const record = findRecord(world.state.hubspot, lineItem, line);
  if (!record) throw new Error(`HubSpot has no line item ${line}.`);
  return record;
}
