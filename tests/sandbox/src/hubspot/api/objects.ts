// Objects one at a time: list, read, create, change, archive.

import { targetOfType } from '../association-table.ts';
import { objectNotFound, validationError } from '../errors.ts';
import { labelsFor } from '../links.ts';
import type { ObjectType } from '../object-types.ts';
import type { HubSpotRecord } from '../state.ts';
import { findByValue, recordsOf } from '../store.ts';
import { archiveRecord, createRecord, type NewLink, updateRecord } from '../write.ts';
import {
  type Answer,
  asArray,
  asObject,
  asText,
  bodyObject,
  type Call,
  listParameter,
  namedType,
  numberParameter,
  type Route,
  requireScopes,
  textParameter,
  typeInPath,
} from './call.ts';
import { type Asked, checkIdProperty, present } from './present.ts';

const LARGEST_PAGE = 100;
const DEFAULT_PAGE = 10;

function askedOf(call: Call): Asked {
  return {
    properties: call.query.properties === undefined ? null : listParameter(call, 'properties'),
    history: listParameter(call, 'propertiesWithHistory'),
    associations: listParameter(call, 'associations'),
  };
}

function list(call: Call): Answer {
  const type = readableType(call);
  const limit = numberParameter(call, 'limit', DEFAULT_PAGE, LARGEST_PAGE);
  const archived = textParameter(call, 'archived') === 'true';
  const after = textParameter(call, 'after') ?? '0';
  if (!/^\d+$/.test(after))
    throw validationError(`Unable to parse value for query parameter after: ${after}`);
  const rest = recordsOf(call.state, type.id)
    .filter((record) => (record.archivedAtMs !== null) === archived && BigInt(record.id) >= BigInt(after))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const page = rest.slice(0, limit);
  const next = rest[limit];
  const asked = askedOf(call);
  const results = page.map((record) => present(call, record, asked));
  return { status: 200, body: { results, ...(next ? paging(call, type, next.id) : {}) } };
}

/** The link points at another host than the one that was called; callers pass `after` on instead. */
export function paging(call: Call, type: ObjectType, after: string): Record<string, unknown> {
  const path = call.dated ? `/crm/objects/2026-09/${type.plural}` : `/crm/v3/objects/${type.plural}`;
  return {
    paging: { next: { after, link: `https://api.hubspot.com${path}?after=${encodeURIComponent(after)}` } },
  };
}

function readableType(call: Call): ObjectType {
  const type = typeInPath(call);
  requireScopes(call, type.readScopes);
  for (const name of listParameter(call, 'associations')) requireScopes(call, namedType(name).readScopes);
  return type;
}

function writableType(call: Call): ObjectType {
  const type = typeInPath(call);
  requireScopes(call, type.writeScopes);
  return type;
}

function recordInPath(call: Call, type: ObjectType): HubSpotRecord {
  const id = call.params.objectId ?? '';
  const idProperty = textParameter(call, 'idProperty');
  const archived = textParameter(call, 'archived') === 'true';
  if (idProperty !== undefined) checkIdProperty(call, type.id, idProperty);
  const record =
    idProperty === undefined
      ? call.state.records[type.id]?.[id]
      : findByValue(call.state, type.id, idProperty, id);
  if (record === undefined || (record.archivedAtMs !== null) !== archived) throw objectNotFound();
  return record;
}

function read(call: Call): Answer {
  const type = readableType(call);
  return { status: 200, body: present(call, recordInPath(call, type), askedOf(call)) };
}

function create(call: Call): Answer {
  const type = writableType(call);
  const body = bodyObject(call);
  if (call.dated && body.associations === undefined) {
    throw validationError('Invalid input JSON: associations is required and may be empty');
  }
  const links = readLinks(call, type, body.associations);
  const record = createRecord(
    call.world,
    type,
    { properties: body.properties, links },
    { dated: call.dated },
  );
  return { status: 201, body: present(call, record, { properties: Object.keys(record.properties) }) };
}

/** The `associations` of a create: targets with their types, which must fit the direction. */
export function readLinks(call: Call, type: ObjectType, associations: unknown): NewLink[] {
  return asArray(associations ?? [], 'associations').map((entry) => {
    const { to, types } = asObject(entry, 'association');
    const specs = asArray(types, 'types').map((spec) => asObject(spec, 'association type'));
    if (specs.length === 0) throw validationError('Every association needs at least one type');
    return linkOf(call, type, asText(asObject(to, 'to').id, 'to.id'), specs);
  });
}

function linkOf(call: Call, type: ObjectType, id: string, specs: Record<string, unknown>[]): NewLink {
  const typeIds = specs.map((spec) => Number(asText(spec.associationTypeId, 'associationTypeId')));
  if (specs.some((spec) => spec.associationCategory !== 'HUBSPOT_DEFINED')) {
    throw validationError('This account has no association types of that category');
  }
  const target = targetOfType(type.id, typeIds[0] ?? 0)?.to;
  if (target === undefined)
    throw validationError(`association type id ${typeIds[0]} does not start at ${type.name}`);
  requireScopes(call, namedType(target).readScopes);
  return { to: { typeId: target, id }, labels: labelsFor(type.id, target, typeIds) };
}

function change(call: Call): Answer {
  const type = writableType(call);
  const record = recordInPath(call, type);
  const properties = bodyObject(call).properties;
  updateRecord(call.world, type, record, properties);
  return { status: 200, body: present(call, record, { properties: Object.keys(properties as object) }) };
}

/** Archiving what is gone already is no error. */
function archive(call: Call): Answer {
  const type = writableType(call);
  const record = call.state.records[type.id]?.[call.params.objectId ?? ''];
  if (record?.archivedAtMs === null) archiveRecord(call.world, record);
  return { status: 204 };
}

const DATED = '/crm/objects/2026-09/:objectType';
const NUMBERED = '/crm/v3/objects/:objectType';

export const objectRoutes: Route[] = [
  { method: 'GET', dated: DATED, numbered: [NUMBERED], kind: 'general', run: list },
  { method: 'POST', dated: DATED, numbered: [NUMBERED], kind: 'general', run: create },
  {
    method: 'GET',
    dated: `${DATED}/:objectId`,
    numbered: [`${NUMBERED}/:objectId`],
    kind: 'general',
    run: read,
  },
  {
    method: 'PATCH',
    dated: `${DATED}/:objectId`,
    numbered: [`${NUMBERED}/:objectId`],
    kind: 'general',
    run: change,
  },
  {
    method: 'DELETE',
    dated: `${DATED}/:objectId`,
    numbered: [`${NUMBERED}/:objectId`],
    kind: 'general',
    run: archive,
  },
];
