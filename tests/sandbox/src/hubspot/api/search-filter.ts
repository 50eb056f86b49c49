// The filters of a search: which operators there are, and which records they let through.
import { findProperty } from '../catalog/index.ts';
import { compare, decimal, isDecimal } from '../decimal.ts';
import { validationError } from '../errors.ts';
import { linkedIds } from '../links.ts';
import { findObjectType, type ObjectType } from '../object-types.ts';
import type { HubSpotRecord, HubSpotState, PropertyDefinition } from '../state.ts';
import { instantOf } from '../values.ts';
import { asArray, asObject, asStrings, asText } from './call.ts';

/** Source: HubSpot's search guide. The spec allows six groups, the guide five: the stricter one holds. */
const MOST_GROUPS = 5;
const MOST_FILTERS_IN_GROUP = 6;
const MOST_FILTERS = 18;

export interface Filter {
  propertyName: string;
  operator: string;
  value?: string;
  highValue?: string;
  values?: string[];
}

interface Candidate {
  record: HubSpotRecord;
  /** The properties as search has indexed them. */
  properties: Record<string, string>;
}

type Test = (filter: Filter, property: PropertyDefinition, value: string) => boolean;

const COMPARISONS: Record<string, (order: number) => boolean> = {
  LT: (order) => order < 0,
  LTE: (order) => order <= 0,
  GT: (order) => order > 0,
  GTE: (order) => order >= 0,
};

/** How a value that is present is tested; absence is dealt with before. */
const TESTS: Record<string, Test> = {
  EQ: (filter, property, value) => equal(property, value, filter.value ?? ''),
  NEQ: (filter, property, value) => !equal(property, value, filter.value ?? ''),
  BETWEEN: (filter, property, value) =>
    order(property, value, filter.value ?? '') >= 0 && order(property, value, filter.highValue ?? '') <= 0,
  IN: (filter, property, value) => isOneOf(filter, property, value),
  NOT_IN: (filter, property, value) => !isOneOf(filter, property, value),
  HAS_PROPERTY: () => true,
  NOT_HAS_PROPERTY: () => false,
  CONTAINS_TOKEN: (filter, _property, value) => containsToken(value, filter.value ?? ''),
  NOT_CONTAINS_TOKEN: (filter, _property, value) => !containsToken(value, filter.value ?? ''),
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([name, test]): [string, Test] => [
      name,
      (filter, property, value) => test(order(property, value, filter.value ?? '')),
    ]),
  ),
};

const TRUE_WHEN_ABSENT = new Set(['NOT_HAS_PROPERTY', 'NOT_CONTAINS_TOKEN', 'NEQ']);
const NEEDS_VALUE = new Set([
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
]);
const ASSOCIATION_FILTER = /^associations\.(.+)$/;

export function readFilterGroups(state: HubSpotState, type: ObjectType, written: unknown): Filter[][] {
  const groups = asArray(written ?? [], 'filterGroups').map((group) =>
    asArray(asObject(group, 'filter group').filters, 'filters').map((filter) =>
      readFilter(state, type, filter),
    ),
  );
  if (groups.length > MOST_GROUPS) throw validationError(`filterGroups must not exceed ${MOST_GROUPS}`);
  if (groups.some((group) => group.length > MOST_FILTERS_IN_GROUP)) {
    throw validationError(`A filter group must not exceed ${MOST_FILTERS_IN_GROUP} filters`);
  }
  if (groups.flat().length > MOST_FILTERS)
    throw validationError(`A search must not exceed ${MOST_FILTERS} filters`);
  return groups;
}

function readFilter(state: HubSpotState, type: ObjectType, written: unknown): Filter {
  const object = asObject(written, 'filter');
  const filter: Filter = {
    propertyName: asText(object.propertyName, 'propertyName'),
    operator: asText(object.operator, 'operator'),
    ...optionalText(object, 'value'),
    ...optionalText(object, 'highValue'),
    ...(object.values === undefined || object.values === null
      ? {}
      : { values: asStrings(object.values, 'values') }),
  };
  checkFilter(state, type, filter);
  return filter;
}

function optionalText(object: Record<string, unknown>, name: string): Record<string, string> {
  const value = object[name];
  return value === undefined || value === null ? {} : { [name]: asText(value, name) };
}

function checkFilter(state: HubSpotState, type: ObjectType, filter: Filter): void {
  if (TESTS[filter.operator] === undefined) throw validationError(`Unknown operator ${filter.operator}`);
  if (NEEDS_VALUE.has(filter.operator) && filter.value === undefined) {
    throw validationError(`operator ${filter.operator} requires a value`);
  }
  if (filter.operator === 'BETWEEN' && filter.highValue === undefined) {
    throw validationError('operator BETWEEN requires a highValue');
  }
  if ((filter.operator === 'IN' || filter.operator === 'NOT_IN') && !filter.values?.length) {
    throw validationError(`operator ${filter.operator} requires values`);
  }
  checkFilterProperty(state, type, filter);
}

function checkFilterProperty(state: HubSpotState, type: ObjectType, filter: Filter): void {
  const target = ASSOCIATION_FILTER.exec(filter.propertyName)?.[1];
  if (target !== undefined) {
    if (findObjectType(target) === undefined) throw validationError(`Unknown association ${target}`);
    if (filter.operator !== 'EQ') throw validationError('An association filter takes the operator EQ');
    return;
  }
  if (findProperty(state, type.id, filter.propertyName) === undefined) {
    throw validationError('There was a problem with the request.', [
      {
        message: `Property ${filter.propertyName} does not exist`,
        code: 'PROPERTY_DOESNT_EXIST',
        context: { propertyName: [filter.propertyName] },
      },
    ]);
  }
}

/** Groups are alternatives; within a group every filter must hold. */
export function passes(
  state: HubSpotState,
  type: ObjectType,
  groups: Filter[][],
  candidate: Candidate,
): boolean {
  return (
    groups.length === 0 ||
    groups.some((group) => group.every((filter) => holds(state, type, filter, candidate)))
  );
}

function holds(state: HubSpotState, type: ObjectType, filter: Filter, candidate: Candidate): boolean {
  const target = ASSOCIATION_FILTER.exec(filter.propertyName)?.[1];
  if (target !== undefined) {
    const toTypeId = findObjectType(target)?.id ?? '';
    return linkedIds(state, { typeId: type.id, id: candidate.record.id }, toTypeId).includes(
      filter.value ?? '',
    );
  }
  const value = candidate.properties[filter.propertyName];
  if (value === undefined || value === '') return TRUE_WHEN_ABSENT.has(filter.operator);
  const property = findProperty(state, type.id, filter.propertyName);
  const test = TESTS[filter.operator];
  return property !== undefined && test?.(filter, property, value) === true;
}

function equal(property: PropertyDefinition, value: string, wanted: string): boolean {
  if (property.type === 'enumeration' || property.type === 'bool') return value === wanted;
  return order(property, value, wanted) === 0;
}

/** Strings must be given in lower case; enumeration values as they are. */
function isOneOf(filter: Filter, property: PropertyDefinition, value: string): boolean {
  const values = filter.values ?? [];
  if (property.type === 'string') return values.includes(value.toLowerCase());
  return values.some((wanted) => equal(property, value, wanted));
}

/** Numbers by size, dates by instant, everything else by its text without case. */
export function order(property: PropertyDefinition, a: string, b: string): number {
  if (property.type === 'number' && isDecimal(a) && isDecimal(b)) return compare(decimal(a), decimal(b));
  if (property.type === 'date' || property.type === 'datetime') {
    const [first, second] = [instantOf(a), instantOf(b)];
    if (first !== null && second !== null) return first - second;
  }
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

export function tokens(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

/** `*` stands for any characters at the start or end of a token. */
function containsToken(value: string, wanted: string): boolean {
  const present = tokens(value);
  const patterns = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .map(tokenPattern);
  return patterns.every(
    (pattern) => present.some((token) => pattern.test(token)) || pattern.test(value.toLowerCase()),
  );
}

function tokenPattern(part: string): RegExp {
  const escaped = part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'u');
}
