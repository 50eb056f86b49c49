// What a request body may hold: unknown properties, types, lengths, characters. Read-only fields are dropped silently.
import { type FaultError, faults, Refusal, refuse } from './refusal.ts';

export type Field =
  | { kind: 'text'; min: number; max: number; forbidden?: RegExp }
  | { kind: 'email'; max: number }
  | { kind: 'number' }
  | { kind: 'flag' }
  | { kind: 'date' }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'reference' }
  | { kind: 'object'; shape: Shape }
  | { kind: 'list'; shape: Shape }
  | { kind: 'readOnly' };

export type Shape = Record<string, Field>;
export type Body = Record<string, unknown>;

export const text = (max: number, min = 0): Field => ({ kind: 'text', min, max });
/** A name: no colon, tab or line break. */
export const name = (max: number): Field => ({ kind: 'text', min: 0, max, forbidden: /[:\t\r\n]/ });
export const email = (max: number): Field => ({ kind: 'email', max });
export const number: Field = { kind: 'number' };
export const flag: Field = { kind: 'flag' };
export const date: Field = { kind: 'date' };
export const reference: Field = { kind: 'reference' };
export const readOnly: Field = { kind: 'readOnly' };
export const choice = (...of: string[]): Field => ({ kind: 'choice', of });
export const object = (shape: Shape): Field => ({ kind: 'object', shape });
export const list = (shape: Shape): Field => ({ kind: 'list', shape });

export interface ShapeRules {
  entity: string;
  /** US companies take ISO-8859-1 only. */
  latin1Only: boolean;
}

/** The body as QuickBooks takes it in, or every fault that its form has. Null counts as absent. */
export function readBody(body: unknown, shape: Shape, rules: ShapeRules): Body {
  if (!isObject(body)) refuse(faults.unreadable(`Unexpected value for ${rules.entity}`));
  const errors: FaultError[] = [];
  const result = readObject(body, shape, '', rules, errors);
  if (errors.length > 0) throw new Refusal(errors);
  return result;
}

function readObject(body: Body, shape: Shape, path: string, rules: ShapeRules, errors: FaultError[]): Body {
  const result: Body = {};
  for (const [key, value] of Object.entries(body)) {
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!field) refuse(faults.unknownProperty(key, rules.entity));
    if (field.kind === 'readOnly' || value === undefined) continue;
    if (value === null) {
      result[key] = null;
      continue;
    }
    const element = path ? `${path}.${key}` : key;
    const read = readValue(value, field, element, rules, errors);
    if (read !== undefined) result[key] = read;
  }
  return result;
}

function readValue(
  value: unknown,
  field: Field,
  element: string,
  rules: ShapeRules,
  errors: FaultError[],
): unknown {
  switch (field.kind) {
    case 'text':
      return readText(value, field, element, rules, errors);
    case 'email':
      return readEmail(value, field.max, element, rules, errors);
    case 'number':
      return readNumber(value, element, errors);
    case 'flag':
      return readFlag(value, element, errors);
    case 'date':
      return readDate(value, element, errors);
    case 'choice':
      if (field.of.includes(String(value))) return value;
      errors.push(faults.invalidEnumeration(element, String(value)));
      return undefined;
    case 'reference':
      return readReference(value, element, errors);
    case 'object':
      if (!isObject(value)) refuse(faults.unreadable(`Unexpected value for ${element}`));
      return readObject(value, field.shape, element, rules, errors);
    case 'list':
      if (!Array.isArray(value)) refuse(faults.unreadable(`Unexpected value for ${element}`));
      return value.map((entry: unknown) => {
        if (!isObject(entry)) refuse(faults.unreadable(`Unexpected value for ${element}`));
        return readObject(entry, field.shape, element, rules, errors);
      });
    case 'readOnly':
      return undefined;
  }
}

function readText(
  value: unknown,
  field: { min: number; max: number; forbidden?: RegExp },
  element: string,
  rules: ShapeRules,
  errors: FaultError[],
): string | undefined {
  if (typeof value === 'object') refuse(faults.unreadable(`Unexpected value for ${element}`));
  const given = String(value);
  if (given.length > field.max || given.length < field.min) {
    errors.push(faults.length(element, field.min, field.max, given.length));
    return undefined;
  }
  if (field.forbidden?.test(given) || (rules.latin1Only && /[\u0100-\uffff]/.test(given))) {
    errors.push(faults.invalidCharacters(element));
    return undefined;
  }
  return given;
}

function readEmail(
  value: unknown,
  max: number,
  element: string,
  rules: ShapeRules,
  errors: FaultError[],
): unknown {
  const given = readText(value, { min: 0, max }, element, rules, errors);
  if (given === undefined || given === '') return given;
  if (given.split(',').every((part) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(part.trim()))) return given;
  errors.push(faults.invalidEmail(element));
  return undefined;
}

function readNumber(value: unknown, element: string, errors: FaultError[]): number | undefined {
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof given === 'number' && Number.isFinite(given) && Math.abs(given) < 1e15) return given;
  errors.push(faults.invalidNumber(element, String(value)));
  return undefined;
}

function readFlag(value: unknown, element: string, errors: FaultError[]): boolean | undefined {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  errors.push(faults.invalidEnumeration(element, String(value)));
  return undefined;
}

function readDate(value: unknown, element: string, errors: FaultError[]): string | undefined {
  const given = String(value).slice(0, 10);
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : undefined;
  if (parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given)) return given;
  errors.push(faults.invalidDate(element, String(value)));
  return undefined;
}

/** Only `value` counts on a write; `name` and `type` are taken and forgotten. */
function readReference(value: unknown, element: string, errors: FaultError[]): Body | undefined {
  if (!isObject(value)) refuse(faults.unreadable(`Unexpected value for ${element}`));
  const unknown = Object.keys(value).find((key) => !['value', 'name', 'type'].includes(key));
  if (unknown) refuse(faults.unknownProperty(unknown, 'ReferenceType'));
  if (value['value'] === undefined || value['value'] === null || value['value'] === '') {
    errors.push(faults.missing(`${element}.value`));
    return undefined;
  }
  return { value: String(value['value']) };
}

export function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
