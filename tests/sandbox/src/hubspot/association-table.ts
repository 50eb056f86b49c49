// The association types HubSpot defines for the objects offered here.
// Source: HubSpot's associations guide, as in reference/hubspot-openapi/association-types.tsv (retyped facts).
import { findObjectType } from './object-types.ts';

export interface AssociationType {
  from: string;
  to: string;
  typeId: number;
  /** null = the unlabelled type, which every association of the pair has. */
  label: string | null;
  /** The type the other direction carries; null where the guide lists none. */
  inverseId: number | null;
}

type Row = readonly [from: string, to: string, typeId: number, inverseId: number | null, label?: string];

const ROWS: Row[] = [
  ['deal', 'contact', 3, 4],
  ['deal', 'company', 341, 342],
  ['deal', 'company', 5, 6, 'Primary'],
  ['contact', 'company', 279, 280],
  ['contact', 'company', 1, 2, 'Primary'],
  ['contact', 'company', 931, 930, 'Billing contact'],
  ['deal', 'line_item', 19, 20],
  ['deal', 'quote', 63, 64],
  ['quote', 'line_item', 67, 68],
  ['quote', 'contact', 69, 70],
  ['quote', 'company', 71, 72],
  ['quote', 'contact', 702, 703, 'Signer'],
  ['quote', 'contact', 1226, 1227, 'Billing contact'],
  ['quote', 'company', 1334, 1335, 'Billing company'],
  ['quote', 'discount', 362, 361],
  ['quote', 'fee', 364, 363],
  ['quote', 'tax', 366, 365],
  ['quote', 'invoice', 408, 407],
  ['quote', 'commerce_payment', 398, 397],
  ['invoice', 'deal', 175, 176],
  ['invoice', 'contact', 177, 178],
  ['invoice', 'company', 179, 180],
  ['invoice', 'line_item', 409, 410],
  ['invoice', 'discount', 411, 412],
  ['invoice', 'fee', 413, 414],
  ['invoice', 'tax', 415, 416],
  ['invoice', 'commerce_payment', 541, 542],
  ['commerce_payment', 'contact', 387, 388],
  ['commerce_payment', 'company', 389, 390],
  ['commerce_payment', 'deal', 391, 392],
  ['commerce_payment', 'line_item', 395, 396],
  ['commerce_payment', 'discount', 428, null],
  ['commerce_payment', 'fee', 1326, null],
  ['line_item', 'discount', 368, 367],
  ['discount', 'deal', 369, null],
  ['note', 'contact', 202, 201],
  ['note', 'company', 190, 189],
  ['note', 'deal', 214, 213],
  ['task', 'deal', 216, 215],
  ['task', 'contact', 204, 203],
];

function bothDirections([from, to, typeId, inverseId, label]: Row): AssociationType[] {
  const there: AssociationType = {
    from: typeIdOf(from),
    to: typeIdOf(to),
    typeId,
    label: label ?? null,
    inverseId,
  };
  if (inverseId === null) return [there];
  return [
    there,
    { from: there.to, to: there.from, typeId: inverseId, label: there.label, inverseId: typeId },
  ];
}

function typeIdOf(name: string): string {
  const type = findObjectType(name);
  if (type === undefined) throw new Error(`association table names an unknown object ${name}`);
  return type.id;
}

export const ASSOCIATION_TYPES: AssociationType[] = ROWS.flatMap(bothDirections);

/** All types from one object type to another, the unlabelled one first. */
export function typesBetween(fromTypeId: string, toTypeId: string): AssociationType[] {
  return ASSOCIATION_TYPES.filter((type) => type.from === fromTypeId && type.to === toTypeId);
}

export function unlabelledType(fromTypeId: string, toTypeId: string): AssociationType | undefined {
  return typesBetween(fromTypeId, toTypeId).find((type) => type.label === null);
}

export function associationType(
  fromTypeId: string,
  toTypeId: string,
  typeId: number,
): AssociationType | undefined {
  return typesBetween(fromTypeId, toTypeId).find((type) => type.typeId === typeId);
}

/** Where a type leads from this object; the ids of HubSpot's own types are unique. */
export function targetOfType(fromTypeId: string, typeId: number): AssociationType | undefined {
  return ASSOCIATION_TYPES.find((type) => type.from === fromTypeId && type.typeId === typeId);
}
