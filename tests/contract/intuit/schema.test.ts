// Every field the sandbox answers is one that Intuit's own schema knows.
import { existsSync, readFileSync } from 'node:fs';
import { credentialsOf, type Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf, type Json, quietSandbox } from './support.ts';

interface Field {
  name: string;
  type: string;
  array: boolean;
}
interface Schema {
  entities: Record<string, { fields: Field[] }>;
  complexTypes: Record<string, { fields: Field[] }>;
  enums: Record<string, string[]>;
}

const file = new URL('../../../../shared/reference/qbo-schema/entity-fields.json', import.meta.url);
const present = existsSync(file);
if (!present) console.log('skipped: the schema of QuickBooks is not present beside the checkout');
const schema = present
  ? (JSON.parse(readFileSync(file, 'utf8')) as Schema)
  : { entities: {}, complexTypes: {}, enums: {} };

/** What JSON has besides the XSD's elements: attributes of the type, and the wrappers of simple types. */
const envelope = new Set(['domain', 'sparse', 'status']);
const wrappers: Record<string, readonly string[]> = {
  ReferenceType: ['value', 'name', 'type'],
  MemoRef: ['value'],
  EmailAddress: ['Address', 'Id', 'Default', 'Tag'],
  TelephoneNumber: ['FreeFormNumber'],
  WebSiteAddress: ['URI'],
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await quietSandbox();
});
afterAll(() => sandbox.close());

/** Paths of fields that the schema does not have. */
function strangers(value: Json, fields: readonly Field[], path: string): string[] {
  const found: string[] = [];
  for (const [key, entry] of Object.entries(value)) {
    if (envelope.has(key)) continue;
    const field = fields.find((candidate) => candidate.name === key);
    if (!field) {
      found.push(`${path}.${key}`);
      continue;
    }
    for (const item of Array.isArray(entry) ? entry : [entry])
      found.push(...strangersIn(item, field, `${path}.${key}`));
  }
  return found;
}

function strangersIn(item: unknown, field: Field, path: string): string[] {
  const allowed = schema.enums[field.type];
  if (allowed && typeof item === 'string' && !allowed.includes(item)) return [`${path}: ${item}`];
  if (typeof item !== 'object' || item === null) return [];
  const simple = wrappers[field.type];
  if (simple)
    return Object.keys(item)
      .filter((key) => !simple.includes(key))
      .map((key) => `${path}.${key}`);
  return strangers(item as Json, schema.complexTypes[field.type]?.fields ?? [], path);
}

test
  .skipIf(!present)
  .each([
    'Customer',
    'Item',
    'Invoice',
    'Payment',
    'Term',
    'TaxCode',
    'TaxRate',
    'TaxAgency',
    'Account',
    'Preferences',
    'CompanyInfo',
    'ExchangeRate',
    'CompanyCurrency',
    'PaymentMethod',
    'Class',
    'Department',
    'Vendor',
  ])('%s answers only fields of the schema, in every company', async (entity) => {
  const companies = credentialsOf(sandbox.world).realms;
  for (const [index, company] of companies.entries()) {
    const rows = await apiOf(sandbox, index).rows(`select * from ${entity} maxresults 1000`);
    const strange = new Set(rows.flatMap((row) => strangers(row, schema.entities[entity]!.fields, entity)));
    expect([...strange], company.name).toEqual([]);
  }
});
