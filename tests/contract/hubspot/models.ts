// Checks an answer field by field against the official client's models, where that folder is present.
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../../shared/reference/hubspot-openapi/', import.meta.url);

interface Model {
  attributes?: Record<string, string>;
  required?: string[];
  enums?: Record<string, string[]>;
  $same_as?: string;
}

type Models = Record<string, Record<string, Model>>;

/** Recorded answers leave out fields that these schemas require (reference hubspot.md 11). */
const NOTHING_REQUIRED = new Set(['StandardError', 'ModelError', 'ErrorDetail']);

export interface Endpoint {
  api: string;
  method: string;
  path: string;
}

export const referencePresent = existsSync(new URL('models.json', FOLDER));

if (!referencePresent)
  console.log('skip: no reference/hubspot-openapi beside the checkout, answers are not checked by model');

const models: Models = referencePresent
  ? JSON.parse(readFileSync(new URL('models.json', FOLDER), 'utf8'))
  : {};

/** Every operation the official client has. */
export function clientEndpoints(): Endpoint[] {
  const [, ...rows] = readFileSync(new URL('endpoints.tsv', FOLDER), 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [api = '', method = '', path = ''] = row.split('\t');
    return { api, method, path };
  });
}

/** What is wrong with the value as this model of this API; empty when nothing is. */
export function deviations(api: string, name: string, value: unknown, path = name): string[] {
  const model = models[api]?.[name];
  if (model === undefined) return [`${path}: no model ${api}#${name}`];
  if (model.$same_as !== undefined) {
    const [otherApi = '', otherName = ''] = model.$same_as.split('#');
    return deviations(otherApi, otherName, value, path);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: not an object`];
  return [
    ...missing(name, model, value, path),
    ...wrongFields(api, model, value as Record<string, unknown>, path),
  ];
}

function missing(name: string, model: Model, value: object, path: string): string[] {
  if (NOTHING_REQUIRED.has(name)) return [];
  return (model.required ?? [])
    .filter((field) => !(field in value))
    .map((field) => `${path}.${field}: missing`);
}

function wrongFields(api: string, model: Model, value: Record<string, unknown>, path: string): string[] {
  return Object.entries(value).flatMap(([field, inner]) => {
    const type = model.attributes?.[field];
    if (type === undefined) return NOT_IN_MODEL.has(field) ? [] : [`${path}.${field}: not in the model`];
    return wrongValue(api, model, type, inner, `${path}.${field}`);
  });
}

/** `status: "error"` stands in every recorded error body and in no schema. */
const NOT_IN_MODEL = new Set(['status']);

const PLAIN: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  'string:uuid': (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value)),
  boolean: (value) => typeof value === 'boolean',
  'number:int32': (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  'Date:date-time': (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value)),
  any: () => true,
};

function wrongValue(api: string, model: Model, type: string, value: unknown, path: string): string[] {
  const plain = PLAIN[type];
  // `label` of an unlabelled association is null in live answers.
  if (plain !== undefined)
    return plain(value) || (value === null && path.endsWith('.label')) ? [] : [`${path}: not ${type}`];
  const element = /^Array<(.+)>$/.exec(type)?.[1];
  if (element !== undefined) return wrongArray(api, model, element, value, path);
  const entry = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (entry !== undefined) return wrongMap(api, model, entry, value, path);
  const allowed = model.enums?.[type];
  if (allowed !== undefined)
    return allowed.includes(String(value)) ? [] : [`${path}: ${String(value)} not in the enum`];
  return deviations(api, type, value, path);
}

function wrongArray(api: string, model: Model, element: string, value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return [`${path}: not an array`];
  return value.flatMap((inner, index) => wrongValue(api, model, element, inner, `${path}[${index}]`));
}

function wrongMap(api: string, model: Model, entry: string, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: not a map`];
  const nullable = entry.endsWith(' | null');
  const type = entry.replace(/ \| null$/, '');
  return Object.entries(value).flatMap(([key, inner]) =>
    nullable && inner === null ? [] : wrongValue(api, model, type, inner, `${path}.${key}`),
  );
}
