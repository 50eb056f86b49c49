// Search: filters, words, one sort, pages; sees records only after the indexing lag.
import { findProperty } from '../catalog/index.ts';
import { validationError } from '../errors.ts';
import type { ObjectType } from '../object-types.ts';
import type { HubSpotRecord } from '../state.ts';
import { recordsOf, searchedProperties } from '../store.ts';
import {
  type Answer,
  asArray,
  asObject,
  asStrings,
  asText,
  bodyObject,
  type Call,
  type Route,
  requireScopes,
  typeInPath,
} from './call.ts';
import { present } from './present.ts';
import { type Filter, order, passes, readFilterGroups, tokens } from './search-filter.ts';

/** Source: HubSpot's search guide. */
const LARGEST_PAGE = 200;
const DEFAULT_PAGE = 10;
const MOST_RESULTS = 10_000;
const BODY_FIELDS = ['filterGroups', 'sorts', 'after', 'limit', 'properties'];

/** The properties that `query` looks at. */
const QUERY_PROPERTIES: Record<string, string[]> = {
  '0-1': ['firstname', 'lastname', 'email', 'hs_additional_emails', 'phone', 'mobilephone', 'company'],
  '0-2': ['name', 'domain', 'website', 'phone'],
  '0-3': ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
  '0-7': ['name', 'description', 'price', 'hs_sku'],
  '0-14': ['hs_title', 'hs_quote_number', 'hs_sender_firstname', 'hs_sender_lastname', 'hs_sender_email'],
  '0-53': ['hs_number', 'hs_title'],
};

interface Hit {
  record: HubSpotRecord;
  properties: Record<string, string>;
}

interface Request {
  groups: Filter[][];
  query: string;
  sort: { property: string; descending: boolean } | null;
  after: number;
  limit: number;
  properties: string[] | null;
}

function search(call: Call): Answer {
  const type = typeInPath(call);
  requireScopes(call, type.readScopes);
  const request = readRequest(call, type);
  const hits = sorted(call, type, request, matching(call, type, request));
  const page = hits.slice(request.after, request.after + request.limit);
  const end = request.after + page.length;
  return {
    status: 200,
    body: {
      total: hits.length,
      results: page.map((hit) =>
        present(call, hit.record, { properties: request.properties }, hit.properties),
      ),
      ...(end < hits.length ? { paging: { next: { after: String(end) } } } : {}),
    },
  };
}

function readRequest(call: Call, type: ObjectType): Request {
  const body = bodyObject(call);
  checkBody(call, body);
  const limit = body.limit === undefined ? DEFAULT_PAGE : Number(body.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw validationError(`limit must be between 1 and ${LARGEST_PAGE}`);
  }
  const after = readAfter(body.after);
  if (after + limit > MOST_RESULTS) {
    throw validationError(`The search result window is ${MOST_RESULTS}; after + limit must not pass it`);
  }
  return {
    groups: readFilterGroups(call.state, type, body.filterGroups),
    query: body.query === undefined || body.query === null ? '' : asText(body.query, 'query'),
    sort: readSort(call, type, body.sorts),
    after,
    limit,
    properties: body.properties === undefined ? null : asStrings(body.properties, 'properties'),
  };
}

function checkBody(call: Call, body: Record<string, unknown>): void {
  const longest = call.state.switches.searchBodyLimit;
  if (call.bodyText.length > longest) {
    throw validationError(
      `The request body must not exceed ${longest} characters, but has ${call.bodyText.length}`,
    );
  }
  const missing = call.dated ? BODY_FIELDS.filter((field) => body[field] === undefined) : [];
  if (missing.length > 0) throw validationError(`Invalid input JSON: ${missing.join(', ')} required`);
}

/** Before the first page `after` is empty or 0; from then on what the last answer said. */
function readAfter(written: unknown): number {
  if (written === undefined || written === null || written === '') return 0;
  const text = asText(written, 'after');
  if (!/^\d{1,9}$/.test(text)) throw validationError('after must be an integer');
  return Number(text);
}

/** The guide writes `{propertyName, direction}`, the spec plain names, `-name` for descending. */
function readSort(call: Call, type: ObjectType, written: unknown): Request['sort'] {
  const sorts = asArray(written ?? [], 'sorts');
  if (sorts.length === 0) return null;
  if (sorts.length > 1) throw validationError('A search takes one sort');
  const sort =
    typeof sorts[0] === 'string' ? sortFromText(sorts[0]) : sortFromObject(asObject(sorts[0], 'sort'));
  if (findProperty(call.state, type.id, sort.property) === undefined) {
    throw validationError(`Cannot sort by ${sort.property}: no such property`);
  }
  return sort;
}

function sortFromText(text: string): { property: string; descending: boolean } {
  return { property: text.replace(/^-/, ''), descending: text.startsWith('-') };
}

function sortFromObject(object: Record<string, unknown>): { property: string; descending: boolean } {
  const direction = object.direction ?? 'ASCENDING';
  if (direction !== 'ASCENDING' && direction !== 'DESCENDING')
    throw validationError(`Unknown direction ${direction}`);
  return { property: asText(object.propertyName, 'propertyName'), descending: direction === 'DESCENDING' };
}

function matching(call: Call, type: ObjectType, request: Request): Hit[] {
  const nowMs = call.world.now();
  return recordsOf(call.state, type.id).flatMap((record) => {
    const properties = searchedProperties(record, nowMs);
    if (properties === null || !containsWords(type, request.query, properties)) return [];
    return passes(call.state, type, request.groups, { record, properties }) ? [{ record, properties }] : [];
  });
}

/** Every word of the query must begin a word in one of the searched properties. */
function containsWords(type: ObjectType, query: string, properties: Record<string, string>): boolean {
  const words = tokens(query);
  if (words.length === 0) return query.trim() === '';
  const present = (QUERY_PROPERTIES[type.id] ?? []).flatMap((name) => tokens(properties[name] ?? ''));
  return words.every((word) => present.some((token) => token.startsWith(word)));
}

function sorted(call: Call, type: ObjectType, request: Request, hits: Hit[]): Hit[] {
  const { sort } = request;
  const property = findProperty(call.state, type.id, sort?.property ?? type.createdProperty);
  return hits.sort((a, b) => {
    const [first, second] = [a, b].map((hit) => hit.properties[property?.name ?? ''] ?? '');
    const direction = sort?.descending ? -1 : 1;
    const byValue = property === undefined ? 0 : order(property, first ?? '', second ?? '') * direction;
    return byValue || (BigInt(a.record.id) < BigInt(b.record.id) ? -1 : 1);
  });
}

export const searchRoutes: Route[] = [
  {
    method: 'POST',
    dated: '/crm/objects/2026-09/:objectType/search',
    numbered: ['/crm/v3/objects/:objectType/search'],
    kind: 'search',
    run: search,
  },
];
