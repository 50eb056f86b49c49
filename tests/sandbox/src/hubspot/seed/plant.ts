// Puts records into a portal as if they had been there for a while: indexed, without history, with old dates.

import type { World } from '../../world.ts';
import { recalculate } from '../calculated.ts';
import { addLabels, labelsFor, type RecordKey } from '../links.ts';
import { objectType } from '../object-types.ts';
import type { HubSpotRecord, HubSpotState } from '../state.ts';
import { insertRecord, newRecordId, recordsOf } from '../store.ts';

const DAY_MS = 86_400_000;

export function plant(
  world: World,
  typeId: string,
  values: Record<string, string>,
  daysAgo: number,
): RecordKey {
  const id = newRecordId(world.state.hubspot, typeId);
  const record = insertRecord(world, typeId, id, values);
  record.createdAtMs = world.now() - daysAgo * DAY_MS;
  return { typeId, id };
}

/** The unlabelled link, and these labels beside it. */
export function tie(world: World, from: RecordKey, to: RecordKey, typeIds: number[] = []): void {
  addLabels(world.state.hubspot, from, to, labelsFor(from.typeId, to.typeId, typeIds));
}

/** Computes what is computed, then turns all of it into the past. */
export function settle(world: World): void {
  const state = world.state.hubspot;
  for (const typeId of ['0-8', '0-3', '0-53', '0-101']) {
    for (const record of recordsOf(state, typeId)) recalculate(world, typeId, record.id);
  }
  for (const deal of recordsOf(state, '0-3')) takeAmountFromLines(deal);
  for (const typeId of Object.keys(state.records)) backdate(state, typeId);
}

/** A person's line items set the deal's amount; those made by API do not, so this is done here and not in general. */
function takeAmountFromLines(deal: HubSpotRecord): void {
  const total = deal.properties.hs_tcv;
  if (deal.properties.amount === undefined && total !== undefined) deal.properties.amount = total;
}

function backdate(state: HubSpotState, typeId: string): void {
  const type = objectType(typeId);
  for (const record of recordsOf(state, typeId)) {
    record.history = {};
    record.updatedAtMs = record.createdAtMs + DAY_MS;
    record.index = { dueAtMs: record.updatedAtMs, stale: null };
    record.properties[type.createdProperty] = new Date(record.createdAtMs).toISOString();
    record.properties[type.modifiedProperty] = new Date(record.updatedAtMs).toISOString();
  }
}
