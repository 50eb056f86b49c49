// Associations between records: kept in both directions, each with its labels.
import { associationType, typesBetween, unlabelledType } from './association-table.ts';
import { objectNotFound, validationError } from './errors.ts';
import { objectType } from './object-types.ts';
import type { Association, AssociationLabel, HubSpotState } from './state.ts';
import { findRecord } from './store.ts';

export interface RecordKey {
  typeId: string;
  id: string;
}

/** A line item belongs to one of these at a time. */
const LINE_ITEM_PARENTS = ['0-3', '0-14', '0-53'];
const LINE_ITEM = '0-8';
const PRIMARY = 'Primary';

function keyOf(record: RecordKey): string {
  return `${record.typeId}/${record.id}`;
}

export function linksFrom(state: HubSpotState, from: RecordKey, toTypeId?: string): Association[] {
  const all = state.associations[keyOf(from)] ?? [];
  return toTypeId === undefined ? all : all.filter((link) => link.toTypeId === toTypeId);
}

export function linkedIds(state: HubSpotState, from: RecordKey, toTypeId: string): string[] {
  return linksFrom(state, from, toTypeId).map((link) => link.toId);
}

/** The unlabelled type plus every one of these; a type of another pair or direction is refused. */
export function labelsFor(fromTypeId: string, toTypeId: string, typeIds: number[]): AssociationLabel[] {
  const unlabelled = requireUnlabelled(fromTypeId, toTypeId);
  const all = new Set([unlabelled, ...typeIds]);
  for (const typeId of all) {
    if (associationType(fromTypeId, toTypeId, typeId) === undefined)
      throw unknownType(fromTypeId, toTypeId, typeId);
  }
  return [...all].map((typeId) => ({ category: 'HUBSPOT_DEFINED', typeId }));
}

export function requireUnlabelled(fromTypeId: string, toTypeId: string): number {
  const type = unlabelledType(fromTypeId, toTypeId);
  if (type === undefined) {
    const pair = `${objectType(fromTypeId).name} to ${objectType(toTypeId).name}`;
    throw validationError(`No association types exist from ${pair}`, undefined, {
      subCategory: 'crm.associations.INVALID_OBJECT_PAIR',
      context: { fromObjectType: [fromTypeId], toObjectType: [toTypeId] },
    });
  }
  return type.typeId;
}

function unknownType(fromTypeId: string, toTypeId: string, typeId: number): Error {
  return validationError(
    `association type id ${typeId} doesn't exist between ${fromTypeId} and ${toTypeId}`,
    undefined,
    {
      subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE',
      context: { type: [String(typeId)], fromObjectType: [fromTypeId], toObjectType: [toTypeId] },
    },
  );
}

/** Sets the labels between two records, replacing those there were, in both directions. */
export function link(state: HubSpotState, from: RecordKey, to: RecordKey, labels: AssociationLabel[]): void {
  requireRecord(state, from);
  requireRecord(state, to);
  refuseSecondParent(state, from, to);
  refuseSecondParent(state, to, from);
  demoteOldPrimary(state, from, to, labels);
  put(state, from, to, labels);
  const back = inverseLabels(from.typeId, to.typeId, labels);
  if (back.length > 0) put(state, to, from, back);
}

/** Adds labels to those there are: what a default association does. */
export function addLabels(
  state: HubSpotState,
  from: RecordKey,
  to: RecordKey,
  labels: AssociationLabel[],
): void {
  const present = linksFrom(state, from, to.typeId).find((entry) => entry.toId === to.id)?.labels ?? [];
  const ids = new Set(labels.map((label) => label.typeId));
  link(state, from, to, [...labels, ...present.filter((label) => !ids.has(label.typeId))]);
}

export function requireRecord(state: HubSpotState, key: RecordKey): void {
  if (findRecord(state, key.typeId, key.id) === undefined) {
    throw objectNotFound(`${objectType(key.typeId).name} ${key.id} does not exist`);
  }
}

/** Checks a link of a record that does not exist yet, so that nothing is half made. */
export function checkNewLink(state: HubSpotState, fromTypeId: string, to: RecordKey): void {
  if (findRecord(state, to.typeId, to.id) === undefined) {
    throw validationError(`Association target ${to.typeId} ${to.id} does not exist`, undefined, {
      context: { id: [to.id] },
    });
  }
  refuseSecondParent(state, to, { typeId: fromTypeId, id: 'new' });
}

function refuseSecondParent(state: HubSpotState, child: RecordKey, parent: RecordKey): void {
  if (child.typeId !== LINE_ITEM || !LINE_ITEM_PARENTS.includes(parent.typeId)) return;
  const others = LINE_ITEM_PARENTS.flatMap((typeId) =>
    linkedIds(state, child, typeId).map((id) => keyOf({ typeId, id })),
  ).filter((key) => key !== keyOf(parent));
  if (others.length > 0) {
    throw validationError(
      `Line item ${child.id} already belongs to ${others[0]}; a line item has one parent object`,
    );
  }
}

/** There is one primary company at a time: a new one takes the label from the old one. */
function demoteOldPrimary(
  state: HubSpotState,
  from: RecordKey,
  to: RecordKey,
  labels: AssociationLabel[],
): void {
  const primary = typesBetween(from.typeId, to.typeId).find((type) => type.label === PRIMARY);
  if (primary === undefined || !labels.some((label) => label.typeId === primary.typeId)) return;
  const child = objectType(to.typeId).name === 'company' ? from : to;
  const companyTypeId = child === from ? to.typeId : from.typeId;
  for (const entry of linksFrom(state, child, companyTypeId)) {
    const isNewOne = child === from ? entry.toId === to.id : entry.toId === from.id;
    if (!isNewOne) dropPrimary(state, child, { typeId: companyTypeId, id: entry.toId });
  }
}

function dropPrimary(state: HubSpotState, child: RecordKey, company: RecordKey): void {
  for (const [from, to] of [
    [child, company],
    [company, child],
  ] as const) {
    const primary = typesBetween(from.typeId, to.typeId).find((type) => type.label === PRIMARY)?.typeId;
    const entry = linksFrom(state, from, to.typeId).find((candidate) => candidate.toId === to.id);
    if (entry !== undefined) entry.labels = entry.labels.filter((label) => label.typeId !== primary);
  }
}

function inverseLabels(fromTypeId: string, toTypeId: string, labels: AssociationLabel[]): AssociationLabel[] {
  return labels.flatMap((label) => {
    const inverse = associationType(fromTypeId, toTypeId, label.typeId)?.inverseId ?? null;
    return inverse === null ? [] : [{ category: label.category, typeId: inverse }];
  });
}

function put(state: HubSpotState, from: RecordKey, to: RecordKey, labels: AssociationLabel[]): void {
  const key = keyOf(from);
  state.associations[key] ??= [];
  const entries = state.associations[key];
  const found = entries.find((entry) => entry.toTypeId === to.typeId && entry.toId === to.id);
  const sorted = [...labels].sort((a, b) => a.typeId - b.typeId);
  if (found === undefined) entries.push({ toTypeId: to.typeId, toId: to.id, labels: sorted });
  else found.labels = sorted;
}

/** Removes these labels, or the whole link when the unlabelled type is among them or none are named. */
export function unlink(state: HubSpotState, from: RecordKey, to: RecordKey, typeIds?: number[]): void {
  const whole =
    typeIds === undefined || typeIds.includes(unlabelledType(from.typeId, to.typeId)?.typeId ?? -1);
  removeLabels(state, from, to, whole ? null : typeIds);
  const back = (typeIds ?? []).map(
    (typeId) => associationType(from.typeId, to.typeId, typeId)?.inverseId ?? -1,
  );
  removeLabels(state, to, from, whole ? null : back);
}

function removeLabels(state: HubSpotState, from: RecordKey, to: RecordKey, typeIds: number[] | null): void {
  const key = keyOf(from);
  const kept = (state.associations[key] ?? []).flatMap((entry) => {
    if (entry.toTypeId !== to.typeId || entry.toId !== to.id) return [entry];
    if (typeIds === null) return [];
    return [{ ...entry, labels: entry.labels.filter((label) => !typeIds.includes(label.typeId)) }];
  });
  if (kept.length === 0) delete state.associations[key];
  else state.associations[key] = kept;
}

/** What an archived record leaves behind: no links in either direction. */
export function unlinkAll(state: HubSpotState, from: RecordKey): void {
  for (const entry of [...linksFrom(state, from)]) {
    unlink(state, from, { typeId: entry.toTypeId, id: entry.toId });
  }
}
