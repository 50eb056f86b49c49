// Creating, changing and archiving one record: all checks first, then the change, then what is computed from it.

import type { World } from '../world.ts';
import { recalculate } from './calculated.ts';
import { findProperty } from './catalog/index.ts';
import { conflict, invalidProperties, type PropertyProblem, validationError } from './errors.ts';
import { inheritRecipient } from './invoice-recipient.ts';
import { addLabels, checkNewLink, labelsFor, linksFrom, type RecordKey, unlinkAll } from './links.ts';
import type { ObjectType } from './object-types.ts';
import type { AssociationLabel, HubSpotRecord, HubSpotState } from './state.ts';
import { findByValue, insertRecord, newRecordId, setValues } from './store.ts';
import { rulesOf } from './type-rules.ts';
import { readValue } from './values.ts';

export interface NewLink {
  to: RecordKey;
  labels: AssociationLabel[];
}

export interface CreateInput {
  properties: unknown;
  links: NewLink[];
}

/** Date-based versions obey the rules an admin made for the portal; numbered ones ignore them. */
export interface WriteOptions {
  dated: boolean;
}

export function createRecord(
  world: World,
  type: ObjectType,
  input: CreateInput,
  options: WriteOptions,
): HubSpotRecord {
  const state = world.state.hubspot;
  const written = readProperties(state, type, input.properties);
  if (options.dated) checkPortalRule(state, type, written);
  checkUnique(state, type, written, null);
  for (const { to } of input.links) checkNewLink(state, type.id, to);
  const values = rulesOf(type.id).beforeCreate?.(state, written, world.now()) ?? written;
  const record = insertRecord(world, type.id, newRecordId(state, type.id), values);
  for (const { to, labels } of input.links)
    linkRecords(world, { typeId: type.id, id: record.id }, to, labels);
  recalculate(world, type.id, record.id);
  return record;
}

/** Adds the labels and lets both records compute what follows from the link. */
export function linkRecords(world: World, from: RecordKey, to: RecordKey, labels: AssociationLabel[]): void {
  addLabels(world.state.hubspot, from, to, labels);
  afterLinkChange(world, from, to);
}

export function afterLinkChange(world: World, from: RecordKey, to: RecordKey): void {
  inheritRecipient(world, from, to);
  recalculate(world, from.typeId, from.id);
  recalculate(world, to.typeId, to.id);
}

/** Default labels of a pair, for links that name no type. */
export function defaultLabels(from: string, to: string): AssociationLabel[] {
  return labelsFor(from, to, []);
}

export function updateRecord(
  world: World,
  type: ObjectType,
  record: HubSpotRecord,
  properties: unknown,
): void {
  const state = world.state.hubspot;
  const changes = readProperties(state, type, properties);
  checkUnique(state, type, changes, record.id);
  rulesOf(type.id).beforeUpdate?.(state, record, changes, world.now());
  setValues(world, record, changes);
  recalculate(world, type.id, record.id);
}

export function archiveRecord(world: World, record: HubSpotRecord): void {
  rulesOf(record.objectTypeId).beforeArchive?.(record);
  const state = world.state.hubspot;
  const key = { typeId: record.objectTypeId, id: record.id };
  const neighbours = linksFrom(state, key).map((link) => ({ typeId: link.toTypeId, id: link.toId }));
  unlinkAll(state, key);
  record.archivedAtMs = world.now();
  record.updatedAtMs = world.now();
  for (const neighbour of neighbours) recalculate(world, neighbour.typeId, neighbour.id);
}

/** The stored texts for what was written; every wrong value is named in one refusal. */
export function readProperties(
  state: HubSpotState,
  type: ObjectType,
  properties: unknown,
): Record<string, string> {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    throw validationError('Invalid input JSON: properties must be an object of strings');
  }
  const problems: PropertyProblem[] = [];
  const values: Record<string, string> = {};
  for (const [name, written] of Object.entries(properties)) {
    const reading = readProperty(state, type, name, written);
    if (reading.ok) values[name] = reading.value;
    else problems.push(reading.problem);
  }
  if (problems.length > 0) throw invalidProperties(problems, state.portal.portalId);
  return values;
}

function readProperty(state: HubSpotState, type: ObjectType, name: string, written: unknown) {
  const property = findProperty(state, type.id, name);
  if (property === undefined) {
    return problem(name, 'PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`);
  }
  if (property.readOnlyValue) {
    return problem(name, 'READ_ONLY_VALUE', `"${name}" is a read only property; its value cannot be set.`);
  }
  if (typeof written === 'object' && written !== null) {
    throw validationError(
      'Invalid input JSON: Cannot deserialize value of type `java.lang.String` from an object or array',
    );
  }
  return readValue(property, written === null || written === undefined ? '' : String(written));
}

function problem(name: string, error: string, message: string) {
  return { ok: false as const, problem: { name, error, message } };
}

function checkPortalRule(state: HubSpotState, type: ObjectType, values: Record<string, string>): void {
  const missing = (state.switches.requiredOnCreate[type.id] ?? []).filter((name) => !values[name]);
  if (missing.length === 0) return;
  throw validationError(
    `Required properties are missing by a rule of this account: ${missing.join(', ')}`,
    missing.map((name) => ({
      message: `${name} is required`,
      code: 'REQUIRED_PROPERTY',
      context: { propertyName: [name] },
    })),
  );
}

function checkUnique(
  state: HubSpotState,
  type: ObjectType,
  values: Record<string, string>,
  ownId: string | null,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || findProperty(state, type.id, name)?.hasUniqueValue !== true) continue;
    const other = findByValue(state, type.id, name, value);
    if (other === undefined || other.id === ownId) continue;
    if (type.name === 'contact' && name === 'email' && ownId === null) {
      throw conflict(`Contact already exists. Existing ID: ${other.id}`);
    }
    throw conflictingValue(state, type, name, value, other.id);
  }
}

function conflictingValue(
  state: HubSpotState,
  type: ObjectType,
  name: string,
  value: string,
  otherId: string,
): Error {
  const portal = `portalId=${state.portal.portalId}, objectTypeId=${type.id}`;
  const message = `Cannot set PropertyValueCoordinates{${portal}, propertyName=${name}, value=${value}}. ${otherId} already has that value.`;
  return validationError(message, [
    {
      message,
      code: 'CONFLICTING_UNIQUE_VALUE',
      context: { propertyName: [name], existingObjectId: [otherId] },
    },
  ]);
}
