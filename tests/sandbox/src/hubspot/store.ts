// The portal's records: found, numbered, changed. Whether a write is allowed is decided in `write.ts`.

import type { World } from '../world.ts';
import { objectType } from './object-types.ts';
import type { HubSpotRecord, HubSpotState } from './state.ts';

const HISTORY_KEPT = 20;

/** The first id of each type. Line items, invoices and payments lie above 2^53, where a number loses digits. */
const FIRST_IDS: Record<string, string> = {
  '0-1': '101',
  '0-2': '20345678001',
  '0-3': '31000000001',
  '0-7': '1690000001',
  '0-8': '9007199254741001',
  '0-14': '4400000001',
  '0-27': '5100000001',
  '0-46': '5200000001',
  '0-53': '90071992547409921',
  '0-84': '610000001',
  '0-85': '620000001',
  '0-86': '630000001',
  '0-101': '90071992547500001',
};

export function recordsOf(state: HubSpotState, typeId: string): HubSpotRecord[] {
  return Object.values(state.records[typeId] ?? {});
}

/** The living record, or nothing when it never was or is archived. */
export function findRecord(state: HubSpotState, typeId: string, id: string): HubSpotRecord | undefined {
  const record = state.records[typeId]?.[id];
  return record?.archivedAtMs === null ? record : undefined;
}

export function findByValue(
  state: HubSpotState,
  typeId: string,
  property: string,
  value: string,
): HubSpotRecord | undefined {
  const wanted = comparable(property, value);
  return recordsOf(state, typeId).find(
    (record) =>
      record.archivedAtMs === null && comparable(property, record.properties[property] ?? '') === wanted,
  );
}

/** E-mail addresses are the one unique value that is compared without case. */
function comparable(property: string, value: string): string {
  return property === 'email' ? value.trim().toLowerCase() : value;
}

export function newRecordId(state: HubSpotState, typeId: string): string {
  const id = state.nextRecordIds[typeId] ?? FIRST_IDS[typeId] ?? '1';
  state.nextRecordIds[typeId] = (BigInt(id) + idStep(typeId)).toString();
  return id;
}

/** Ids of a portal are not consecutive; the even step keeps odd ids, which a double above 2^53 cannot hold. */
function idStep(typeId: string): bigint {
  return typeId === '0-1' ? 50n : 46n;
}

export function insertRecord(
  world: World,
  typeId: string,
  id: string,
  values: Record<string, string>,
): HubSpotRecord {
  const nowMs = world.now();
  const type = objectType(typeId);
  const record: HubSpotRecord = {
    id,
    objectTypeId: typeId,
    properties: {
      ...withoutEmpty(values),
      hs_object_id: id,
      [type.createdProperty]: new Date(nowMs).toISOString(),
      [type.modifiedProperty]: new Date(nowMs).toISOString(),
    },
    history: {},
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    archivedAtMs: null,
    index: { dueAtMs: nowMs + world.state.switches.searchLagMs, stale: null },
  };
  const table = world.state.hubspot.records;
  table[typeId] ??= {};
  table[typeId][id] = record;
  return record;
}

function withoutEmpty(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** Writes values as they are, keeping the change date, the history and what search still sees. */
export function setValues(world: World, record: HubSpotRecord, values: Record<string, string>): void {
  const changed = Object.entries(values).filter(([name, value]) => (record.properties[name] ?? '') !== value);
  if (changed.length === 0) return;
  const nowMs = world.now();
  delayIndex(world, record, { ...record.properties });
  for (const [name, value] of changed) {
    remember(record, name);
    if (value === '') delete record.properties[name];
    else record.properties[name] = value;
  }
  record.updatedAtMs = nowMs;
  record.properties[objectType(record.objectTypeId).modifiedProperty] = new Date(nowMs).toISOString();
}

function remember(record: HubSpotRecord, name: string): void {
  const past = record.history[name] ?? [];
  past.unshift({ value: record.properties[name] ?? '', timestampMs: record.updatedAtMs });
  record.history[name] = past.slice(0, HISTORY_KEPT);
}

/** Search goes on seeing the version before the first change that is not indexed yet. */
function delayIndex(world: World, record: HubSpotRecord, before: Record<string, string>): void {
  const nowMs = world.now();
  if (nowMs >= record.index.dueAtMs) record.index.stale = before;
  record.index.dueAtMs = nowMs + world.state.switches.searchLagMs;
}

/** What search knows of a record at this moment; nothing when it is not indexed yet or archived. */
export function searchedProperties(record: HubSpotRecord, nowMs: number): Record<string, string> | null {
  if (record.archivedAtMs !== null) return null;
  return nowMs >= record.index.dueAtMs ? record.properties : record.index.stale;
}
