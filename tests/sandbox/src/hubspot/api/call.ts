// One call to the API as a route sees it, and what a route gives back.

import type { World } from '../../world.ts';
import { missingScopes, validationError } from '../errors.ts';
import { findObjectType, type ObjectType } from '../object-types.ts';
import type { AccessToken, HubSpotState } from '../state.ts';

export interface Call {
  world: World;
  state: HubSpotState;
  /** The call came in under a date-based path. */
  dated: boolean;
  token: AccessToken;
  params: Record<string, string>;
  query: Record<string, string | string[] | undefined>;
  body: unknown;
  /** The body as it came, for the limits that count characters. */
  bodyText: string;
}

export interface Answer {
  status: number;
  body?: unknown;
}

/** - general: counts against the burst limit, with headers; - search: its own limit, no headers; - open: no token. */
export type RouteKind = 'general' | 'search' | 'open';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path of version 2026-09; left out where that version has none. */
  dated?: string;
  /** The same call under its numbered paths. */
  numbered?: string[];
  kind: RouteKind;
  run(call: Call): Answer;
}

export function requireScopes(call: Call, anyOf: string[]): void {
  if (!anyOf.some((scope) => call.token.scopes.includes(scope))) throw missingScopes(anyOf);
}

/** The object type a path names; an unknown one is a 400 in HubSpot. */
export function typeInPath(call: Call, parameter = 'objectType'): ObjectType {
  return namedType(call.params[parameter] ?? '');
}

export function namedType(name: string): ObjectType {
  const type = findObjectType(name);
  if (type === undefined) {
    throw validationError(`Unable to infer object type from: ${name}`, undefined, {
      context: { type: [name] },
    });
  }
  return type;
}

/** A list parameter: `a,b`, or given several times. */
export function listParameter(call: Call, name: string): string[] {
  const value = call.query[name];
  const parts = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return parts
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function textParameter(call: Call, name: string): string | undefined {
  const value = call.query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

export function numberParameter(call: Call, name: string, fallback: number, max: number): number {
  const value = textParameter(call, name);
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value))
    throw validationError(`Unable to parse value for query parameter ${name}: ${value}`);
  const parsed = Number(value);
  if (parsed < 1 || parsed > max)
    throw validationError(`${name} must be between 1 and ${max}, but was ${value}`);
  return parsed;
}

/** The body as an object; HubSpot answers anything else with 400. */
export function bodyObject(call: Call): Record<string, unknown> {
  return asObject(call.body, 'request body');
}

export function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw validationError(`Invalid input JSON: ${what} must be an object`);
  }
  return value as Record<string, unknown>;
}

export function asArray(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw validationError(`Invalid input JSON: ${what} must be an array`);
  return value;
}

/** Ids come as text, and from some callers as numbers. */
export function asText(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw validationError(`Invalid input JSON: ${what} must be a string`);
}

export function asStrings(value: unknown, what: string): string[] {
  return asArray(value, what).map((entry) => asText(entry, what));
}

export function batchInputs(call: Call, max: number): Record<string, unknown>[] {
  const inputs = asArray(bodyObject(call).inputs, 'inputs').map((input) => asObject(input, 'input'));
  if (inputs.length === 0) throw validationError('inputs must not be empty');
  if (inputs.length > max) {
    throw validationError(
      `The maximum number of inputs supported in a batch request is ${max}, got ${inputs.length}`,
    );
  }
  return inputs;
}

/** The frame of every batch answer. */
export function batchBody(world: World, results: unknown[], errors: unknown[] = []): Record<string, unknown> {
  const instant = new Date(world.now()).toISOString();
  const problems = errors.length === 0 ? {} : { numErrors: errors.length, errors };
  return { status: 'COMPLETE', results, ...problems, startedAt: instant, completedAt: instant };
}
