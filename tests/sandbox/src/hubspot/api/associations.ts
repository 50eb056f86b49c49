// Associations: the list of a record, single links with and without labels, batches, and the labels themselves.
import { associationType, typesBetween } from '../association-table.ts';
import { HubSpotRefusal, validationError } from '../errors.ts';
import {
  addLabels,
  labelsFor,
  link,
  linksFrom,
  type RecordKey,
  requireRecord,
  requireUnlabelled,
  unlink,
} from '../links.ts';
import { objectType } from '../object-types.ts';
import type { Association, AssociationLabel } from '../state.ts';
import { afterLinkChange } from '../write.ts';
import {
  type Answer,
  asArray,
  asObject,
  asText,
  batchBody,
  batchInputs,
  type Call,
  namedType,
  numberParameter,
  type Route,
  requireScopes,
  textParameter,
} from './call.ts';

/** Source: HubSpot's associations guide. */
const LARGEST_READ = 1000;
const LARGEST_WRITE = 2000;
const LARGEST_PAGE = 500;

interface Pair {
  from: string;
  to: string;
}

function pairInPath(call: Call, access: 'read' | 'write'): Pair {
  const from = namedType(call.params.fromType ?? '');
  const to = namedType(call.params.toType ?? '');
  for (const type of [from, to]) requireScopes(call, access === 'read' ? type.readScopes : type.writeScopes);
  return { from: from.id, to: to.id };
}

function keysInPath(call: Call, pair: Pair): { from: RecordKey; to: RecordKey } {
  return {
    from: { typeId: pair.from, id: call.params.fromId ?? '' },
    to: { typeId: pair.to, id: call.params.toId ?? '' },
  };
}

function shownLabel(pair: Pair, label: AssociationLabel) {
  const name = associationType(pair.from, pair.to, label.typeId)?.label ?? null;
  return { category: label.category, typeId: label.typeId, label: name };
}

function shownLink(pair: Pair, entry: Association) {
  return { toObjectId: entry.toId, associationTypes: entry.labels.map((label) => shownLabel(pair, label)) };
}

function list(call: Call): Answer {
  const pair = pairInPath(call, 'read');
  requireUnlabelled(pair.from, pair.to);
  const from = { typeId: pair.from, id: call.params.fromId ?? '' };
  requireRecord(call.state, from);
  const limit = numberParameter(call, 'limit', LARGEST_PAGE, LARGEST_PAGE);
  const after = textParameter(call, 'after');
  const all = linksFrom(call.state, from, pair.to);
  const { entries, paging } = pageOf(all, after, limit);
  return { status: 200, body: { results: entries.map((entry) => listedLink(call, pair, entry)), ...paging } };
}

function pageOf(all: Association[], after: string | undefined, limit: number) {
  const start = after === undefined ? 0 : all.findIndex((entry) => entry.toId === after) + 1;
  const entries = all.slice(start, start + limit);
  const last = entries.at(-1);
  const more = last !== undefined && start + limit < all.length;
  return { entries, paging: more ? { paging: { next: { after: last.toId } } } : {} };
}

function listedLink(call: Call, pair: Pair, entry: Association) {
  if (call.state.switches.associationListStyle === 'toObjectId' || !call.dated) return shownLink(pair, entry);
  return { id: entry.toId, type: `${objectType(pair.from).name}_to_${objectType(pair.to).name}` };
}

function putDefault(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  const { from, to } = keysInPath(call, pair);
  addDefault(call, from, to);
  return { status: 200, body: batchBody(call.world, defaultResults(from, to)) };
}

function addDefault(call: Call, from: RecordKey, to: RecordKey): void {
  addLabels(call.state, from, to, labelsFor(from.typeId, to.typeId, []));
  afterLinkChange(call.world, from, to);
}

/** Both directions are reported, where both have a type. */
function defaultResults(from: RecordKey, to: RecordKey) {
  return [[from, to] as const, [to, from] as const].flatMap(([a, b]) => {
    const type = typesBetween(a.typeId, b.typeId).find((candidate) => candidate.label === null);
    if (type === undefined) return [];
    const associationSpec = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: type.typeId };
    return [{ from: { id: a.id }, to: { id: b.id }, associationSpec }];
  });
}

function readSpecs(written: unknown): number[] {
  const specs = asArray(written, 'types').map((spec) => asObject(spec, 'association type'));
  if (specs.length === 0) throw validationError('At least one association type is required');
  for (const { associationCategory: category } of specs) {
    if (category !== 'HUBSPOT_DEFINED') {
      throw validationError(`This account has no association types of category ${String(category)}`);
    }
  }
  return specs.map((spec) => Number(asText(spec.associationTypeId, 'associationTypeId')));
}

function putLabelled(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  const { from, to } = keysInPath(call, pair);
  return { status: 201, body: setLabels(call, pair, from, to, readSpecs(call.body)) };
}

function setLabels(call: Call, pair: Pair, from: RecordKey, to: RecordKey, typeIds: number[]) {
  const labels = labelsFor(pair.from, pair.to, typeIds);
  link(call.state, from, to, labels);
  afterLinkChange(call.world, from, to);
  return {
    fromObjectTypeId: pair.from,
    fromObjectId: from.id,
    toObjectTypeId: pair.to,
    toObjectId: to.id,
    labels: labels.flatMap((label) => associationType(pair.from, pair.to, label.typeId)?.label ?? []),
  };
}

function remove(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  requireUnlabelled(pair.from, pair.to);
  const { from, to } = keysInPath(call, pair);
  unlink(call.state, from, to);
  afterLinkChange(call.world, from, to);
  return { status: 204 };
}

function idOf(value: unknown, what: string): string {
  return asText(asObject(value, what).id, `${what}.id`);
}

/** A record without links is an error entry of the batch, not an empty list. */
function readBatch(call: Call): Answer {
  const pair = pairInPath(call, 'read');
  requireUnlabelled(pair.from, pair.to);
  const inputs = batchInputs(call, LARGEST_READ).map(({ id, after }) => ({
    id: asText(id, 'id'),
    after: after === undefined ? undefined : asText(after, 'after'),
  }));
  const found = inputs.map(({ id, after }) => {
    const all = linksFrom(call.state, { typeId: pair.from, id }, pair.to);
    return { id, ...pageOf(all, after, call.world.state.switches.associationPageSize) };
  });
  const results = found
    .filter(({ entries }) => entries.length > 0)
    .map(({ id, entries, paging }) => ({
      from: { id },
      to: entries.map((entry) => shownLink(pair, entry)),
      ...paging,
    }));
  const errors = found
    .filter(({ entries }) => entries.length === 0)
    .map(({ id }) => noAssociations(pair, id));
  return { status: errors.length === 0 ? 200 : 207, body: batchBody(call.world, results, errors) };
}

function noAssociations(pair: Pair, id: string) {
  const [from, to] = [objectType(pair.from).name, objectType(pair.to).name];
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to} is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
  };
}

interface Ends {
  from: RecordKey;
  to: RecordKey;
  input: Record<string, unknown>;
}

/** Runs the inputs one by one; refusals become entries of the answer, an unreadable input refuses the whole call. */
function eachPair<T>(call: Call, pair: Pair, run: (ends: Ends) => T): { done: T[]; errors: unknown[] } {
  const inputs = batchInputs(call, LARGEST_WRITE).map((input) => ({
    from: { typeId: pair.from, id: idOf(input.from, 'from') },
    to: { typeId: pair.to, id: idOf(input.to, 'to') },
    input,
  }));
  const done: T[] = [];
  const errors: unknown[] = [];
  for (const ends of inputs) {
    try {
      done.push(run(ends));
    } catch (error) {
      if (!(error instanceof HubSpotRefusal)) throw error;
      errors.push(error.body);
    }
  }
  return { done, errors };
}

function createBatch(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  requireUnlabelled(pair.from, pair.to);
  const { done, errors } = eachPair(call, pair, ({ from, to, input }) =>
    setLabels(call, pair, from, to, readSpecs(input.types)),
  );
  const complete = call.dated ? 200 : 201;
  return { status: errors.length === 0 ? complete : 207, body: batchBody(call.world, done, errors) };
}

/** The schema of this one lists 200 alone, with `errors` inside. */
function defaultBatch(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  requireUnlabelled(pair.from, pair.to);
  const { done, errors } = eachPair(call, pair, ({ from, to }) => {
    addDefault(call, from, to);
    return defaultResults(from, to);
  });
  return { status: 200, body: batchBody(call.world, done.flat(), errors) };
}

function archiveBatch(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  requireUnlabelled(pair.from, pair.to);
  for (const input of batchInputs(call, LARGEST_WRITE)) {
    const from = { typeId: pair.from, id: idOf(input.from, 'from') };
    for (const target of asArray(input.to, 'to')) {
      const to = { typeId: pair.to, id: idOf(target, 'to') };
      unlink(call.state, from, to);
      afterLinkChange(call.world, from, to);
    }
  }
  return archived(call);
}

function archiveLabelsBatch(call: Call): Answer {
  const pair = pairInPath(call, 'write');
  for (const input of batchInputs(call, LARGEST_WRITE)) {
    const from = { typeId: pair.from, id: idOf(input.from, 'from') };
    const to = { typeId: pair.to, id: idOf(input.to, 'to') };
    const typeIds = readSpecs(input.types);
    labelsFor(pair.from, pair.to, typeIds);
    unlink(call.state, from, to, typeIds);
    afterLinkChange(call.world, from, to);
  }
  return archived(call);
}

/** 2026-09 answers batch archives with 200, v4 with 204. */
function archived(call: Call): Answer {
  return call.dated ? { status: 200, body: batchBody(call.world, []) } : { status: 204 };
}

function labels(call: Call): Answer {
  const pair = pairInPath(call, 'read');
  requireUnlabelled(pair.from, pair.to);
  const results = typesBetween(pair.from, pair.to).map((type) => ({
    category: 'HUBSPOT_DEFINED',
    typeId: type.typeId,
    label: type.label,
  }));
  return { status: 200, body: { results } };
}

function recordRoute(method: Route['method'], tail: string, run: Route['run']): Route {
  const base = (head: string) => `${head}/:fromType/:fromId/associations/${tail}`;
  return {
    method,
    dated: base('/crm/objects/2026-09'),
    numbered: [base('/crm/v4/objects')],
    kind: 'general',
    run,
  };
}

function pairRoute(method: Route['method'], tail: string, run: Route['run']): Route {
  const base = (head: string) => `${head}/:fromType/:toType/${tail}`;
  return {
    method,
    dated: base('/crm/associations/2026-09'),
    numbered: [base('/crm/v4/associations')],
    kind: 'general',
    run,
  };
}

export const associationRoutes: Route[] = [
  recordRoute('GET', ':toType', list),
  recordRoute('PUT', 'default/:toType/:toId', putDefault),
  recordRoute('PUT', ':toType/:toId', putLabelled),
  recordRoute('DELETE', ':toType/:toId', remove),
  pairRoute('POST', 'batch/read', readBatch),
  pairRoute('POST', 'batch/create', createBatch),
  pairRoute('POST', 'batch/associate/default', defaultBatch),
  pairRoute('POST', 'batch/archive', archiveBatch),
  pairRoute('POST', 'batch/labels/archive', archiveLabelsBatch),
  pairRoute('GET', 'labels', labels),
];
