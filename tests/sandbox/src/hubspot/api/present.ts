// A record as the API shows it.

import { associationType } from '../association-table.ts';
import { findProperty } from '../catalog/index.ts';
import { validationError } from '../errors.ts';
import { linksFrom } from '../links.ts';
import { objectType } from '../object-types.ts';
import type { HubSpotRecord } from '../state.ts';
import { instantOf } from '../values.ts';
import type { Call } from './call.ts';
import { namedType } from './call.ts';

const DAY_MS = 86_400_000;

export interface Asked {
  /** null = nothing was asked for: the defaults. */
  properties: string[] | null;
  history?: string[];
  associations?: string[];
}

export function present(
  call: Call,
  record: HubSpotRecord,
  asked: Asked,
  from = record.properties,
): Record<string, unknown> {
  const history = asked.history ?? [];
  const associations = asked.associations ?? [];
  return {
    id: record.id,
    properties: shownProperties(
      call,
      record,
      [...(asked.properties ?? []), ...history],
      asked.properties,
      from,
    ),
    ...(history.length > 0 ? { propertiesWithHistory: histories(call, record, history) } : {}),
    createdAt: new Date(record.createdAtMs).toISOString(),
    updatedAt: new Date(record.updatedAtMs).toISOString(),
    archived: record.archivedAtMs !== null,
    ...(record.archivedAtMs === null ? {} : { archivedAt: new Date(record.archivedAtMs).toISOString() }),
    ...(associations.length > 0 ? shownAssociations(call, record, associations) : {}),
    ...(call.dated ? { url: recordUrl(call, record) } : {}),
  };
}

/** Names the portal does not know are left out; known ones without a value are null. */
function shownProperties(
  call: Call,
  record: HubSpotRecord,
  named: string[],
  asked: string[] | null,
  from: Record<string, string>,
): Record<string, string | null> {
  const type = objectType(record.objectTypeId);
  const wanted = asked === null && named.length === 0 ? type.defaultProperties : named;
  const always = [type.createdProperty, type.modifiedProperty, 'hs_object_id'];
  const known = [...wanted, ...always].filter(
    (name) => findProperty(call.state, type.id, name) !== undefined,
  );
  return Object.fromEntries(known.sort().map((name) => [name, shownValue(call, record, name, from)]));
}

function shownValue(
  call: Call,
  record: HubSpotRecord,
  name: string,
  from: Record<string, string>,
): string | null {
  if (name === 'hs_days_overdue') return daysOverdue(call, record);
  return from[name] ?? null;
}

/** Counted at the moment of reading, like the state "overdue" itself. */
function daysOverdue(call: Call, invoice: HubSpotRecord): string | null {
  const dueMs = instantOf(invoice.properties.hs_due_date ?? '');
  if (invoice.properties.hs_invoice_status !== 'open' || dueMs === null) return null;
  return String(Math.max(0, Math.floor((call.world.now() - dueMs) / DAY_MS)));
}

function histories(call: Call, record: HubSpotRecord, names: string[]): Record<string, unknown[]> {
  const known = names.filter((name) => findProperty(call.state, record.objectTypeId, name) !== undefined);
  return Object.fromEntries(known.map((name) => [name, history(record, name)]));
}

function history(record: HubSpotRecord, name: string): unknown[] {
  const past = record.history[name] ?? [];
  const present = record.properties[name];
  const current = present === undefined ? [] : [{ value: present, timestampMs: record.updatedAtMs }];
  return [...current, ...past].map((entry) => ({
    value: entry.value,
    timestamp: new Date(entry.timestampMs).toISOString(),
    sourceType: 'API',
  }));
}

/** v3 style: one entry per label, `deal_to_company` for the labelled and `..._unlabeled` for the plain one. */
function shownAssociations(call: Call, record: HubSpotRecord, names: string[]): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of names) {
    const target = namedType(name);
    const results = linksFrom(call.state, { typeId: record.objectTypeId, id: record.id }, target.id).flatMap(
      (link) =>
        link.labels.map((label) => ({
          id: link.toId,
          type: associationName(record.objectTypeId, target.id, label.typeId, link.labels.length > 1),
        })),
    );
    if (results.length > 0) shown[target.associationKey] = { results };
  }
  return Object.keys(shown).length === 0 ? {} : { associations: shown };
}

function associationName(fromTypeId: string, toTypeId: string, typeId: number, several: boolean): string {
  const pair = `${objectType(fromTypeId).name}_to_${objectType(toTypeId).name}`;
  const label = associationType(fromTypeId, toTypeId, typeId)?.label ?? null;
  if (label === null) return several ? `${pair}_unlabeled` : pair;
  return label === 'Primary' ? pair : `${pair}_${label.toLowerCase().replaceAll(' ', '_')}`;
}

export function recordUrl(call: Call, record: HubSpotRecord): string {
  const { uiDomain, portalId } = call.state.portal;
  return `https://${uiDomain}/contacts/${portalId}/record/${record.objectTypeId}/${record.id}`;
}

/** `idProperty=hs_object_id` is refused everywhere (reference hubspot.md 9, pitfall 11). */
export function checkIdProperty(call: Call, typeId: string, idProperty: string): void {
  const type = objectType(typeId);
  const unique = findProperty(call.state, typeId, idProperty)?.hasUniqueValue === true;
  if (idProperty === 'hs_object_id' || !unique) {
    throw validationError(`Unable to perform update/upsert by non-unique ${type.id} property ${idProperty}`);
  }
}
