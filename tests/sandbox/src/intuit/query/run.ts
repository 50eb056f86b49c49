// Answers a query from the books.
import { type Books, type Fields, rows, serverToday } from '../books.ts';
import { kindOfName } from '../entities/index.ts';
import type { Kind } from '../entities/kind.ts';
import { faults, refuse } from '../refusal.ts';
import type { Entity } from '../state.ts';
import { type Condition, parseQuery, type Query, type Value } from './parser.ts';

/** The content of `QueryResponse`: `{}` when there is no row. */
export function runQuery(books: Books, text: string): Record<string, unknown> {
  const query = parseQuery(text);
  const kind =
    kindOfName(query.entity) ?? refuse(faults.parse(`Invalid context declaration: ${query.entity}`));
  checkProperties(kind, query);
  const found = matching(books, kind, query);
  if (query.count) return { totalCount: found.length };
  const ordered = sort(found, kind, query.order);
  const page = ordered.slice(query.startPosition - 1, query.startPosition - 1 + query.maxResults);
  if (page.length === 0) return {};
  return {
    [kind.name]: page.map((entity) => projected(asRow(kind, entity), query.properties)),
    startPosition: query.startPosition,
    maxResults: page.length,
    ...(kind.name === 'Invoice' ? { totalCount: found.length } : {}),
  };
}

const everywhere = ['Id', 'MetaData.CreateTime', 'MetaData.LastUpdatedTime'];

function checkProperties(kind: Kind, query: Query): void {
  for (const { property, operator } of query.conditions) {
    const name = canonical(property);
    if (![...everywhere, ...kind.filterable].includes(name)) refuse(faults.notQueryable(property, kind.name));
    if (name === 'Id' && operator !== '=' && operator !== 'IN')
      refuse(faults.notQueryable(property, kind.name));
  }
  for (const { property } of query.order) {
    if (![...everywhere, ...kind.sortable].includes(canonical(property))) {
      refuse(faults.notQueryable(property, kind.name));
    }
  }
}

/** `PrimaryEmailAddr.Address` and `CustomerRef.value` are asked for in both forms. */
const canonical = (property: string): string => property.replace(/\.(Address|value)$/, '');

function matching(books: Books, kind: Kind, query: Query): Entity[] {
  const asked = query.conditions.some((condition) => condition.property === 'Active');
  const today = serverToday(books.world);
  const all = singletons(books, kind) ?? rows(books.company, kind.name);
  return all.filter(
    (entity) =>
      (asked || kind.family === 'transaction' || entity['Active'] !== false) &&
      query.conditions.every((condition) => holds(entity, condition, today)),
  );
}

function singletons(books: Books, kind: Kind): Entity[] | undefined {
  if (kind.name === 'CompanyInfo') return [books.company.info];
  if (kind.name === 'Preferences') return [books.company.preferences];
  return undefined;
}

function propertyOf(entity: Entity, property: string): unknown {
  let value: unknown = entity;
  for (const part of property.split('.')) value = (value as Fields | undefined)?.[part];
  if (typeof value === 'object' && value !== null) {
    const wrapped = value as { value?: unknown; Address?: unknown };
    return wrapped.value ?? wrapped.Address;
  }
  return value;
}

function holds(entity: Entity, condition: Condition, today: string): boolean {
  const actual = propertyOf(entity, condition.property);
  const { operator, values } = condition;
  if (operator === 'IN') return values.some((value) => order(actual, value, today) === 0);
  if (operator === 'LIKE') return like(actual, values[0]!);
  const compared = order(actual, values[0]!, today);
  if (compared === undefined) return false;
  if (operator === '=') return compared === 0;
  if (operator === '<') return compared < 0;
  if (operator === '>') return compared > 0;
  return operator === '<=' ? compared <= 0 : compared >= 0;
}

/** Below, equal or above; undefined when the two cannot be compared. Texts whatever their case; ' ' is null. */
function order(actual: unknown, value: Value, today: string): number | undefined {
  if (value.kind === 'flag') return actual === value.flag ? 0 : undefined;
  const wanted = value.kind === 'today' ? today : value.text;
  if (wanted === ' ') return actual === undefined || actual === null || actual === '' ? 0 : undefined;
  if (actual === undefined || actual === null) return undefined;
  if (typeof actual === 'boolean') return String(actual) === wanted.toLowerCase() ? 0 : undefined;
  if (typeof actual === 'number') return sign(actual - Number(wanted));
  const text = String(actual);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return sign(Date.parse(text) - instant(wanted));
  return sign(text.toLowerCase().localeCompare(wanted.toLowerCase(), 'en', { sensitivity: 'variant' }));
}

function instant(text: string): number {
  const parsed = Date.parse(/T/.test(text) ? text : `${text}T00:00:00-08:00`);
  return Number.isNaN(parsed) ? refuse(faults.parse(`Invalid date ${text}`)) : parsed;
}

function sign(difference: number): number | undefined {
  return Number.isNaN(difference) ? undefined : Math.sign(difference);
}

function like(actual: unknown, value: Value): boolean {
  if (value.kind !== 'text' || typeof actual !== 'string') return false;
  const pattern = value.text
    .split('%')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`, 'is').test(actual);
}

/** Without ORDERBY: lists by fully qualified name, transactions by last change, newest first. */
function sort(entities: Entity[], kind: Kind, wanted: Query['order']): Entity[] {
  if (wanted.length === 0) {
    return kind.family === 'transaction' ? byLastChange(entities).reverse() : [...entities].sort(byName);
  }
  return [...entities].sort((one, other) => {
    for (const { property, descending } of wanted) {
      const compared = compareValues(propertyOf(one, property), propertyOf(other, property), property);
      if (compared !== 0) return descending ? -compared : compared;
    }
    return Number(one.Id) - Number(other.Id);
  });
}

export function byLastChange(entities: readonly Entity[]): Entity[] {
  const changed = (entity: Entity) => Date.parse(entity.MetaData.LastUpdatedTime);
  return [...entities].sort(
    (one, other) => changed(one) - changed(other) || Number(one.Id) - Number(other.Id),
  );
}

function byName(one: Entity, other: Entity): number {
  const nameOf = (entity: Entity) =>
    String(entity['FullyQualifiedName'] ?? entity['DisplayName'] ?? entity['Name'] ?? '');
  return nameOf(one).localeCompare(nameOf(other), 'en') || Number(one.Id) - Number(other.Id);
}

function compareValues(one: unknown, other: unknown, property: string): number {
  if (property === 'Id') return Number(one) - Number(other);
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en');
}

/** Rows of a query lack the customer's default tax code. */
function asRow(kind: Kind, entity: Entity): Entity {
  if (kind.name !== 'Customer') return entity;
  const { DefaultTaxCodeRef: _left, ...row } = entity;
  return row as Entity;
}

/** Named properties only; SyncToken is lost that way unless it is named. */
function projected(entity: Entity, properties: string[]): Fields {
  if (properties.length === 0) return entity;
  const top = new Set(properties.map((property) => property.split('.')[0]!));
  const named = Object.entries(entity).filter(([field]) => top.has(field));
  return { domain: 'QBO', sparse: true, ...Object.fromEntries(named) };
}
