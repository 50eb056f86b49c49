// Short forms for the built-in property definitions of the catalogue.
import type { PropertyDefinition, PropertyOption, PropertyType } from '../state.ts';

export type Draft = Omit<PropertyDefinition, 'groupName' | 'displayOrder'>;

function draft(name: string, label: string, type: PropertyType, fieldType: string): Draft {
  return {
    name,
    label,
    type,
    fieldType,
    description: '',
    options: [],
    calculated: false,
    readOnlyValue: false,
    hasUniqueValue: false,
    hidden: false,
    formField: false,
    hubspotDefined: true,
    createdAtMs: 0,
    updatedAtMs: 0,
    archivedAtMs: null,
  };
}

/** `billing_address` -> `Billing address`, for the many fields whose label nobody reads. */
function labelOf(name: string): string {
  const words = name.replace(/^hs_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const text = (name: string, label = labelOf(name)): Draft => draft(name, label, 'string', 'text');
export const longText = (name: string, label = labelOf(name)): Draft =>
  draft(name, label, 'string', 'textarea');
export const phone = (name: string, label = labelOf(name)): Draft =>
  draft(name, label, 'string', 'phonenumber');
export const number = (name: string, label = labelOf(name)): Draft => draft(name, label, 'number', 'number');
export const date = (name: string, label = labelOf(name)): Draft => draft(name, label, 'date', 'date');
export const datetime = (name: string, label = labelOf(name)): Draft =>
  draft(name, label, 'datetime', 'date');

export function bool(name: string, label = labelOf(name)): Draft {
  return { ...draft(name, label, 'bool', 'booleancheckbox'), options: optionsOf(['true', 'false']) };
}

export function choice(name: string, values: string[], label = labelOf(name)): Draft {
  return { ...draft(name, label, 'enumeration', 'select'), options: optionsOf(values) };
}

/** An enumeration that takes several values at once, `a;b`. */
export function choices(name: string, values: string[], label = labelOf(name)): Draft {
  return { ...draft(name, label, 'enumeration', 'checkbox'), options: optionsOf(values) };
}

export function optionsOf(values: string[]): PropertyOption[] {
  return values.map((value, index) => ({ label: labelOf(value), value, displayOrder: index, hidden: false }));
}

/** The portal computes it; a write is refused. */
export const calculated = (property: Draft): Draft => ({
  ...property,
  calculated: true,
  readOnlyValue: true,
});

/** Set by HubSpot itself, though not by a formula. */
export const readOnly = (property: Draft): Draft => ({ ...property, readOnlyValue: true });

export const unique = (property: Draft): Draft => ({ ...property, hasUniqueValue: true });

export function inGroup(groupName: string, drafts: Draft[]): PropertyDefinition[] {
  return drafts.map((property, index) => ({ ...property, groupName, displayOrder: index }));
}
