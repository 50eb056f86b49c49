// Objects in batches of up to 100: read, create, update, upsert, archive.
// One wrong input fails the whole batch, unless every input carries an objectWriteTraceId: then the answer is partial.
import { HubSpotRefusal, validationError } from '../errors.ts';
import type { ObjectType } from '../object-types.ts';
import type { HubSpotRecord } from '../state.ts';
import { findByValue, findRecord } from '../store.ts';
import { archiveRecord, createRecord, updateRecord } from '../write.ts';
import {
  type Answer,
  asStrings,
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
import { readLinks } from './objects.ts';
import { checkIdProperty, present } from './present.ts';

const LARGEST_BATCH = 100;

type Input = Record<string, unknown>;

function partialStatus(call: Call, complete: number): number {
  return call.dated && call.state.switches.partialBatchStatus === 'complete' ? complete : 207;
}

function readBatch(call: Call): Answer {
  const type = typeInPath(call);
  requireScopes(call, type.readScopes);
  const inputs = batchInputs(call, LARGEST_BATCH);
  const body = bodyObject(call);
  if (body.properties === undefined) throw validationError('Invalid input JSON: properties is required');
  const idProperty = body.idProperty === undefined ? undefined : asText(body.idProperty, 'idProperty');
  if (idProperty !== undefined) checkIdProperty(call, type.id, idProperty);
  const asked = {
    properties: asStrings(body.properties, 'properties'),
    history: asStrings(body.propertiesWithHistory ?? [], 'propertiesWithHistory'),
  };
  const archived = textParameter(call, 'archived') === 'true';
  const ids = [...new Set(inputs.map((input) => asText(input.id, 'id')))];
  const found = ids.map((id) => ({ id, record: lookUp(call, type, id, idProperty, archived) }));
  const results = found.flatMap(({ record }) => (record === undefined ? [] : [present(call, record, asked)]));
  const missing = found.filter(({ record }) => record === undefined).map(({ id }) => id);
  const errors = missing.length === 0 ? [] : [notFoundEntry(type, missing)];
  return {
    status: errors.length === 0 ? 200 : partialStatus(call, 200),
    body: batchBody(call.world, results.reverse(), errors),
  };
}

function lookUp(call: Call, type: ObjectType, id: string, idProperty: string | undefined, archived: boolean) {
  const record =
    idProperty === undefined
      ? call.state.records[type.id]?.[id]
      : findByValue(call.state, type.id, idProperty, id);
  return record !== undefined && (record.archivedAtMs !== null) === archived ? record : undefined;
}

/** One entry names all missing ids; recorded 207s omit `errors` and `links`. */
function notFoundEntry(type: ObjectType, ids: string[]): Record<string, unknown> {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.name.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  };
}

interface Outcome {
  result?: Record<string, unknown>;
  error?: Record<string, unknown>;
}

/** Runs the inputs; without trace ids the first refusal ends the batch before anything was written. */
function runWrites(
  call: Call,
  inputs: Input[],
  write: (input: Input) => Record<string, unknown> | null,
): Outcome[] {
  const traced = inputs.every((input) => typeof input.objectWriteTraceId === 'string');
  if (!traced) return allOrNothing(call, inputs, write);
  return inputs.map((input) => {
    try {
      return resultOf(write(input), input);
    } catch (error) {
      if (!(error instanceof HubSpotRefusal)) throw error;
      return { error: errorEntry(error, input) };
    }
  });
}

function allOrNothing(
  call: Call,
  inputs: Input[],
  write: (input: Input) => Record<string, unknown> | null,
): Outcome[] {
  const before = structuredClone(call.state);
  try {
    return inputs.map((input) => resultOf(write(input), input));
  } catch (error) {
    Object.assign(call.state, before);
    throw error;
  }
}

function resultOf(result: Record<string, unknown> | null, input: Input): Outcome {
  if (result === null) return {};
  const trace = input.objectWriteTraceId;
  return { result: typeof trace === 'string' ? { ...result, objectWriteTraceId: trace } : result };
}

function errorEntry(refusal: HubSpotRefusal, input: Input): Record<string, unknown> {
  return {
    ...refusal.body,
    context: {
      ...refusal.body.context,
      objectWriteTraceId: [asText(input.objectWriteTraceId, 'objectWriteTraceId')],
    },
  };
}

function writeAnswer(call: Call, complete: number, outcomes: Outcome[]): Answer {
  const results = outcomes.flatMap((outcome) => outcome.result ?? []);
  const errors = outcomes.flatMap((outcome) => outcome.error ?? []);
  const status = errors.length === 0 ? complete : partialStatus(call, complete);
  return { status, body: batchBody(call.world, results, errors) };
}

function writableInputs(call: Call): { type: ObjectType; inputs: Input[] } {
  const type = typeInPath(call);
  requireScopes(call, type.writeScopes);
  return { type, inputs: batchInputs(call, LARGEST_BATCH) };
}

function createBatch(call: Call): Answer {
  const { type, inputs } = writableInputs(call);
  const outcomes = runWrites(call, inputs, (input) => {
    const links = readLinks(call, type, input.associations);
    const record = createRecord(
      call.world,
      type,
      { properties: input.properties, links },
      { dated: call.dated },
    );
    return present(call, record, { properties: Object.keys(record.properties) });
  });
  return writeAnswer(call, 201, outcomes);
}

function updateBatch(call: Call): Answer {
  const { type, inputs } = writableInputs(call);
  refuseDuplicates(inputs);
  const outcomes = runWrites(call, inputs, (input) => {
    const id = asText(input.id, 'id');
    const record = updateTarget(call, type, id, input.idProperty);
    if (record === null) return null;
    updateRecord(call.world, type, record, input.properties);
    return present(call, record, { properties: Object.keys(input.properties as object) });
  });
  return writeAnswer(call, 200, outcomes);
}

/** An id that is no number (an e-mail address, say) changes nothing and is no error: null. */
function updateTarget(call: Call, type: ObjectType, id: string, idProperty: unknown): HubSpotRecord | null {
  if (idProperty !== undefined && idProperty !== null) {
    const name = asText(idProperty, 'idProperty');
    checkIdProperty(call, type.id, name);
    return findByValue(call.state, type.id, name, id) ?? refuseMissing(type, id);
  }
  if (!/^\d+$/.test(id)) return null;
  return findRecord(call.state, type.id, id) ?? refuseMissing(type, id);
}

function refuseMissing(type: ObjectType, id: string): never {
  throw new HubSpotRefusal(404, {
    message: `Could not get some ${type.name.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    category: 'OBJECT_NOT_FOUND',
    context: { ids: [id] },
  });
}

function refuseDuplicates(inputs: Input[]): void {
  const ids = inputs.map((input) => asText(input.id, 'id'));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw validationError('Duplicate IDs found in batch input', undefined, { context: { ids: [twice] } });
  }
}

/** Every input names its key value and the unique property it stands in; a record id cannot be chosen. */
function upsertBatch(call: Call): Answer {
  const { type, inputs } = writableInputs(call);
  refuseDuplicates(inputs);
  const keys = new Set(inputs.map((input) => input.idProperty));
  const [idProperty] = keys;
  if (keys.size !== 1 || typeof idProperty !== 'string') {
    throw validationError('Every input of an upsert needs the same idProperty');
  }
  checkIdProperty(call, type.id, idProperty);
  const outcomes = runWrites(call, inputs, (input) => upsert(call, type, idProperty, input));
  return writeAnswer(call, 200, outcomes);
}

function upsert(call: Call, type: ObjectType, idProperty: string, input: Input): Record<string, unknown> {
  const id = asText(input.id, 'id');
  const properties = { [idProperty]: id, ...(input.properties as Record<string, unknown>) };
  const existing = findByValue(call.state, type.id, idProperty, id);
  if (existing !== undefined) {
    updateRecord(call.world, type, existing, properties);
    return { ...present(call, existing, { properties: Object.keys(properties) }), new: false };
  }
  const record = createRecord(call.world, type, { properties, links: [] }, { dated: call.dated });
  return { ...present(call, record, { properties: Object.keys(record.properties) }), new: true };
}

function archiveBatch(call: Call): Answer {
  const { type, inputs } = writableInputs(call);
  for (const input of inputs) {
    const record = findRecord(call.state, type.id, asText(input.id, 'id'));
    if (record !== undefined) archiveRecord(call.world, record);
  }
  return { status: 204 };
}

function batchRoute(action: string, run: Route['run']): Route {
  return {
    method: 'POST',
    dated: `/crm/objects/2026-09/:objectType/batch/${action}`,
    numbered: [`/crm/v3/objects/:objectType/batch/${action}`],
    kind: 'general',
    run,
  };
}

export const batchRoutes: Route[] = [
  batchRoute('read', readBatch),
  batchRoute('create', createBatch),
  batchRoute('update', updateBatch),
  batchRoute('upsert', upsertBatch),
  batchRoute('archive', archiveBatch),
];
