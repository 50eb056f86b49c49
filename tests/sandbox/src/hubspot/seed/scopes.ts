// The scopes the seeded keys hold.
import { OBJECT_TYPES } from '../object-types.ts';

const OBJECT_SCOPES = OBJECT_TYPES.flatMap((type) => [...type.readScopes, ...type.writeScopes]);
const SCHEMA_SCOPES = OBJECT_TYPES.flatMap((type) => type.schemaWriteScopes).flatMap((scope) =>
  scope.startsWith('crm.schemas.') ? [scope, scope.replace(/\.write$/, '.read')] : [scope],
);
const SETTINGS_SCOPES = [
  'oauth',
  'crm.objects.owners.read',
  'tax_rates.read',
  'settings.currencies.read',
  'files',
];

/** Everything the product uses. */
export const FULL_SCOPES = [...new Set([...OBJECT_SCOPES, ...SCHEMA_SCOPES, ...SETTINGS_SCOPES])].sort();

const LACKING =
  /invoices|commercepayments|^crm\.schemas\..*\.write$|^e-commerce$|products|quotes|^files$|tax_rates/;

/** No invoices, no payments, no products, no own properties: a key as a hurried admin makes it. */
export const NARROW_SCOPES = FULL_SCOPES.filter((scope) => !LACKING.test(scope));
