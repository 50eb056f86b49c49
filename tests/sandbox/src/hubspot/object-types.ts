// The object types the portal knows: ids, names in paths, the scopes that open them.

export interface ObjectType {
  id: string;
  /** Singular, as the association table and error texts have it. */
  name: string;
  /** Plural, as paths have it. */
  plural: string;
  /** Key under `associations` of an object; `line items` really has a space. */
  associationKey: string;
  readScopes: string[];
  writeScopes: string[];
  schemaWriteScopes: string[];
  createdProperty: 'createdate' | 'hs_createdate';
  modifiedProperty: 'lastmodifieddate' | 'hs_lastmodifieddate';
  /** What an answer holds when no properties are asked for. */
  defaultProperties: string[];
}

interface Row {
  id: string;
  name: string;
  plural: string;
  scope: string;
  /** Another scope that opens it as well. */
  broadScope?: string;
  schemaWrite: string[];
  defaults?: string[];
}

const COMMERCE = 'e-commerce';
const LINE_ITEMS = 'crm.objects.line_items';

const ROWS: Row[] = [
  {
    id: '0-1',
    name: 'contact',
    plural: 'contacts',
    scope: 'crm.objects.contacts',
    schemaWrite: ['crm.schemas.contacts.write'],
    defaults: ['email', 'firstname', 'lastname'],
  },
  {
    id: '0-2',
    name: 'company',
    plural: 'companies',
    scope: 'crm.objects.companies',
    schemaWrite: ['crm.schemas.companies.write'],
    defaults: ['name', 'domain'],
  },
  {
    id: '0-3',
    name: 'deal',
    plural: 'deals',
    scope: 'crm.objects.deals',
    schemaWrite: ['crm.schemas.deals.write'],
    defaults: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
  },
  {
    id: '0-7',
    name: 'product',
    plural: 'products',
    scope: 'crm.objects.products',
    broadScope: COMMERCE,
    schemaWrite: [COMMERCE],
    defaults: ['name', 'description', 'price', 'hs_sku'],
  },
  {
    id: '0-8',
    name: 'line_item',
    plural: 'line_items',
    scope: LINE_ITEMS,
    broadScope: COMMERCE,
    schemaWrite: [COMMERCE],
    defaults: ['amount', 'hs_product_id', 'quantity'],
  },
  {
    id: '0-14',
    name: 'quote',
    plural: 'quotes',
    scope: 'crm.objects.quotes',
    broadScope: COMMERCE,
    schemaWrite: ['crm.schemas.quotes.write'],
  },
  {
    id: '0-27',
    name: 'task',
    plural: 'tasks',
    scope: 'crm.objects.contacts',
    schemaWrite: ['crm.schemas.contacts.write'],
  },
  {
    id: '0-46',
    name: 'note',
    plural: 'notes',
    scope: 'crm.objects.contacts',
    schemaWrite: ['crm.schemas.contacts.write'],
  },
  {
    id: '0-53',
    name: 'invoice',
    plural: 'invoices',
    scope: 'crm.objects.invoices',
    schemaWrite: ['crm.schemas.invoices.write'],
  },
  {
    id: '0-84',
    name: 'discount',
    plural: 'discounts',
    scope: LINE_ITEMS,
    broadScope: COMMERCE,
    schemaWrite: [COMMERCE],
  },
  {
    id: '0-85',
    name: 'fee',
    plural: 'fees',
    scope: LINE_ITEMS,
    broadScope: COMMERCE,
    schemaWrite: [COMMERCE],
  },
  {
    id: '0-86',
    name: 'tax',
    plural: 'taxes',
    scope: LINE_ITEMS,
    broadScope: COMMERCE,
    schemaWrite: [COMMERCE],
  },
  {
    id: '0-101',
    name: 'commerce_payment',
    plural: 'commerce_payments',
    scope: 'crm.objects.commercepayments',
    schemaWrite: ['crm.schemas.commercepayments.write'],
  },
];

/** Types whose creation instant is called `createdate`; the younger ones say `hs_createdate`. */
const OLD_STYLE_CREATED = new Set(['contact', 'company', 'deal', 'product', 'line_item']);

function withScopes(row: Row): ObjectType {
  const broad = row.broadScope === undefined ? [] : [row.broadScope];
  return {
    id: row.id,
    name: row.name,
    plural: row.plural,
    associationKey: row.name === 'line_item' ? 'line items' : row.plural,
    readScopes: [`${row.scope}.read`, ...broad],
    writeScopes: [`${row.scope}.write`, ...broad],
    schemaWriteScopes: row.schemaWrite,
    createdProperty: OLD_STYLE_CREATED.has(row.name) ? 'createdate' : 'hs_createdate',
    modifiedProperty: row.name === 'contact' ? 'lastmodifieddate' : 'hs_lastmodifieddate',
    defaultProperties: row.defaults ?? [],
  };
}

export const OBJECT_TYPES: ObjectType[] = ROWS.map(withScopes);

const BY_KEY = new Map<string, ObjectType>();
for (const type of OBJECT_TYPES) {
  for (const key of [type.id, type.name, type.plural]) BY_KEY.set(key, type);
}

/** The type behind a path segment: an id (`0-3`), a plural (`deals`) or a singular (`deal`). */
export function findObjectType(key: string): ObjectType | undefined {
  return BY_KEY.get(key.toLowerCase());
}

/** The type by an id that this code itself wrote down. */
export function objectType(key: string): ObjectType {
  const type = findObjectType(key);
  if (type === undefined) throw new Error(`no object type ${key}`);
  return type;
}
