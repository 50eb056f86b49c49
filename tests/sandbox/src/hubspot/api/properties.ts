// Property definitions and their groups.
import { allProperties, findProperty, propertyGroups } from '../catalog/index.ts';
import { conflict, HubSpotRefusal, objectNotFound, validationError } from '../errors.ts';
import type { ObjectType } from '../object-types.ts';
import type { PropertyDefinition, PropertyGroup } from '../state.ts';
import {
  type Answer,
  asText,
  batchBody,
  batchInputs,
  bodyObject,
  type Call,
  type Route,
  requireScopes,
  textParameter,
  typeInPath,
} from './call.ts';
import { changeDefinition, readDefinition } from './property-input.ts';

const LARGEST_BATCH = 100;

/** Any object or schema read scope of the type opens its definitions. */
function readableType(call: Call): ObjectType {
  const type = typeInPath(call);
  const schemaRead = type.schemaWriteScopes.map((scope) => scope.replace(/\.write$/, '.read'));
  requireScopes(call, [...type.readScopes, ...schemaRead, ...type.schemaWriteScopes]);
  return type;
}

function schemaType(call: Call): ObjectType {
  const type = typeInPath(call);
  requireScopes(call, type.schemaWriteScopes);
  return type;
}

function shown(property: PropertyDefinition): Record<string, unknown> {
  const instant = (ms: number) => new Date(ms).toISOString();
  return {
    name: property.name,
    label: property.label,
    type: property.type,
    fieldType: property.fieldType,
    description: property.description,
    groupName: property.groupName,
    options: property.options,
    displayOrder: property.displayOrder,
    calculated: property.calculated,
    externalOptions: property.name === 'hubspot_owner_id',
    hasUniqueValue: property.hasUniqueValue,
    hidden: property.hidden,
    hubspotDefined: property.hubspotDefined,
    formField: property.formField,
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      readOnlyOptions: property.hubspotDefined,
      readOnlyValue: property.readOnlyValue,
    },
    createdAt: instant(property.createdAtMs),
    updatedAt: instant(property.updatedAtMs),
    archived: property.archivedAtMs !== null,
    ...(property.archivedAtMs === null ? {} : { archivedAt: instant(property.archivedAtMs) }),
  };
}

function archivedProperties(call: Call, type: ObjectType): PropertyDefinition[] {
  return Object.values(call.state.customProperties[type.id] ?? {}).filter(
    (property) => property.archivedAtMs !== null,
  );
}

function list(call: Call): Answer {
  const type = readableType(call);
  const archived = textParameter(call, 'archived') === 'true';
  const all = archived ? archivedProperties(call, type) : allProperties(call.state, type.id);
  return { status: 200, body: { results: all.map(shown) } };
}

function noSuchProperty(name: string): Error {
  return objectNotFound(`No property named ${name} exists`);
}

function read(call: Call): Answer {
  const type = readableType(call);
  const name = call.params.name ?? '';
  const archived = textParameter(call, 'archived') === 'true';
  const found = archived
    ? archivedProperties(call, type).find((property) => property.name === name)
    : findProperty(call.state, type.id, name);
  if (found === undefined) throw noSuchProperty(name);
  return { status: 200, body: shown(found) };
}

function addProperty(call: Call, type: ObjectType, input: Record<string, unknown>): PropertyDefinition {
  const definition = readDefinition(call.world, type.id, input);
  if (findProperty(call.state, type.id, definition.name) !== undefined) {
    throw conflict(
      `A property named '${definition.name}' already exists.`,
      'PropertyValidationError.PROPERTY_EXISTS',
    );
  }
  call.state.customProperties[type.id] ??= {};
  const own = call.state.customProperties[type.id];
  if (own !== undefined) own[definition.name] = definition;
  return definition;
}

function create(call: Call): Answer {
  const type = schemaType(call);
  return { status: 201, body: shown(addProperty(call, type, bodyObject(call))) };
}

/** The portal's own property behind a name; HubSpot's definitions cannot be changed. */
function ownProperty(call: Call, type: ObjectType, name: string): PropertyDefinition {
  const own = call.state.customProperties[type.id]?.[name];
  if (own?.archivedAtMs === null) return own;
  if (findProperty(call.state, type.id, name) === undefined) throw noSuchProperty(name);
  throw validationError(`Property ${name} is defined by HubSpot and cannot be changed`);
}

function change(call: Call): Answer {
  const type = schemaType(call);
  const property = ownProperty(call, type, call.params.name ?? '');
  changeDefinition(call.world, type.id, property, bodyObject(call));
  return { status: 200, body: shown(property) };
}

function archive(call: Call): Answer {
  const type = schemaType(call);
  ownProperty(call, type, call.params.name ?? '').archivedAtMs = call.world.now();
  return { status: 204 };
}

function readBatch(call: Call): Answer {
  const type = readableType(call);
  const names = batchInputs(call, LARGEST_BATCH).map((input) => asText(input.name, 'name'));
  const found = names.map((name) => ({ name, property: findProperty(call.state, type.id, name) }));
  const results = found.flatMap(({ property }) => (property === undefined ? [] : [shown(property)]));
  const missing = found.filter(({ property }) => property === undefined).map(({ name }) => name);
  const errors = missing.map((name) => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `No property named ${name} exists`,
    context: { name: [name] },
  }));
  return { status: errors.length === 0 ? 200 : 207, body: batchBody(call.world, results, errors) };
}

/** Every definition is tried; those that exist or are wrong become entries of a 207. */
function createBatch(call: Call): Answer {
  const type = schemaType(call);
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const input of batchInputs(call, LARGEST_BATCH)) {
    try {
      results.push(shown(addProperty(call, type, input)));
    } catch (error) {
      if (!(error instanceof HubSpotRefusal)) throw error;
      errors.push({ ...error.body, context: { name: [String(input.name)] } });
    }
  }
  return { status: errors.length === 0 ? 201 : 207, body: batchBody(call.world, results, errors) };
}

function archiveBatch(call: Call): Answer {
  const type = schemaType(call);
  for (const input of batchInputs(call, LARGEST_BATCH)) {
    const own = call.state.customProperties[type.id]?.[asText(input.name, 'name')];
    if (own?.archivedAtMs === null) own.archivedAtMs = call.world.now();
  }
  return { status: 204 };
}

function listGroups(call: Call): Answer {
  const type = readableType(call);
  return {
    status: 200,
    body: { results: propertyGroups(call.state, type.id).filter((group) => !group.archived) },
  };
}

function findGroup(call: Call, type: ObjectType, name: string): PropertyGroup {
  const group = propertyGroups(call.state, type.id).find(
    (candidate) => candidate.name === name && !candidate.archived,
  );
  if (group === undefined) throw objectNotFound(`No property group named ${name} exists`);
  return group;
}

function readGroup(call: Call): Answer {
  return { status: 200, body: findGroup(call, readableType(call), call.params.name ?? '') };
}

function createGroup(call: Call): Answer {
  const type = schemaType(call);
  const body = bodyObject(call);
  const group: PropertyGroup = {
    name: asText(body.name, 'name'),
    label: asText(body.label, 'label'),
    displayOrder: typeof body.displayOrder === 'number' ? body.displayOrder : -1,
    archived: false,
  };
  if (propertyGroups(call.state, type.id).some((other) => other.name === group.name)) {
    throw conflict(
      `A property group named '${group.name}' already exists.`,
      'PropertyGroupError.GROUP_ALREADY_EXISTS',
    );
  }
  call.state.propertyGroups[type.id] = [...(call.state.propertyGroups[type.id] ?? []), group];
  return { status: 201, body: group };
}

function changeGroup(call: Call): Answer {
  const group = findGroup(call, schemaType(call), call.params.name ?? '');
  const body = bodyObject(call);
  if (body.label !== undefined) group.label = asText(body.label, 'label');
  if (typeof body.displayOrder === 'number') group.displayOrder = body.displayOrder;
  return { status: 200, body: group };
}

function archiveGroup(call: Call): Answer {
  const type = schemaType(call);
  const group = findGroup(call, type, call.params.name ?? '');
  if (allProperties(call.state, type.id).some((property) => property.groupName === group.name)) {
    throw validationError(`Property group ${group.name} still has properties`);
  }
  call.state.propertyGroups[type.id] = (call.state.propertyGroups[type.id] ?? []).filter(
    (other) => other !== group,
  );
  return { status: 204 };
}

function route(method: Route['method'], tail: string, run: Route['run']): Route {
  const dated = `/crm/properties/2026-09/:objectType${tail}`;
  return { method, dated, numbered: [`/crm/v3/properties/:objectType${tail}`], kind: 'general', run };
}

export const propertyRoutes: Route[] = [
  route('GET', '', list),
  route('POST', '', create),
  route('GET', '/:name', read),
  route('PATCH', '/:name', change),
  route('DELETE', '/:name', archive),
  route('POST', '/batch/read', readBatch),
  route('POST', '/batch/create', createBatch),
  route('POST', '/batch/archive', archiveBatch),
  route('GET', '/groups', listGroups),
  route('POST', '/groups', createGroup),
  route('GET', '/groups/:name', readGroup),
  route('PATCH', '/groups/:name', changeGroup),
  route('DELETE', '/groups/:name', archiveGroup),
];
