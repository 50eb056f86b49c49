// What makes a property definition acceptable.

import type { World } from '../../world.ts';
import { propertyGroups } from '../catalog/index.ts';
import { validationError } from '../errors.ts';
import type { HubSpotState, PropertyDefinition, PropertyOption, PropertyType } from '../state.ts';
import { recordsOf } from '../store.ts';
import { asArray, asObject, asText } from './call.ts';

/** Source: HubSpot's properties guide; mismatched pairs are refused. */
const FIELD_TYPES: Record<PropertyType, string[]> = {
  string: ['text', 'textarea', 'file', 'html', 'phonenumber', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
  bool: ['booleancheckbox', 'calculation_equation'],
  phone_number: ['phonenumber'],
};
const NAME = /^[a-z][a-z0-9_]{0,99}$/;
const MOST_UNIQUE = 10;

type Input = Record<string, unknown>;

/** The definition that a create asks for, checked. */
export function readDefinition(world: World, typeId: string, input: Input): PropertyDefinition {
  const state = world.state.hubspot;
  const name = asText(input.name, 'name');
  if (!NAME.test(name) || name.startsWith('hs_')) {
    throw validationError(
      `Invalid property name "${name}": lowercase letters, digits and underscores, not beginning with hs_`,
    );
  }
  const definition: PropertyDefinition = {
    name,
    label: requiredText(input, 'label'),
    ...readType(input),
    groupName: readGroup(state, typeId, input),
    description: optionalText(input, 'description', ''),
    options: readOptions(input),
    displayOrder: readOrder(input, -1),
    calculated: input.fieldType === 'calculation_equation',
    readOnlyValue: input.fieldType === 'calculation_equation',
    hasUniqueValue: input.hasUniqueValue === true,
    hidden: input.hidden === true,
    formField: input.formField === true,
    hubspotDefined: false,
    createdAtMs: world.now(),
    updatedAtMs: world.now(),
    archivedAtMs: null,
  };
  checkOptions(definition);
  if (definition.hasUniqueValue) checkUniqueness(world, typeId, definition);
  return definition;
}

function requiredText(input: Input, name: string): string {
  if (input[name] === undefined || input[name] === '') throw validationError(`${name} is required`);
  return asText(input[name], name);
}

function optionalText(input: Input, name: string, fallback: string): string {
  return input[name] === undefined || input[name] === null ? fallback : asText(input[name], name);
}

function readOrder(input: Input, fallback: number): number {
  if (input.displayOrder === undefined) return fallback;
  if (!Number.isInteger(input.displayOrder)) throw validationError('displayOrder must be an integer');
  return input.displayOrder as number;
}

function readType(input: Input): { type: PropertyType; fieldType: string } {
  const type = requiredText(input, 'type');
  const fieldType = requiredText(input, 'fieldType');
  const allowed = FIELD_TYPES[type as PropertyType];
  if (allowed === undefined) throw validationError(`Invalid property type ${type}`);
  if (!allowed.includes(fieldType))
    throw validationError(`fieldType ${fieldType} is not valid for type ${type}`);
  return { type: type as PropertyType, fieldType };
}

function readGroup(state: HubSpotState, typeId: string, input: Input): string {
  const groupName = requiredText(input, 'groupName');
  if (!propertyGroups(state, typeId).some((group) => group.name === groupName && !group.archived)) {
    throw validationError(`Property group "${groupName}" does not exist`, undefined, {
      subCategory: 'PropertyValidationError.GROUP_DOES_NOT_EXIST',
    });
  }
  return groupName;
}

export function readOptions(input: Input): PropertyOption[] {
  return asArray(input.options ?? [], 'options').map((entry, index) => {
    const option = asObject(entry, 'option');
    return {
      label: requiredText(option, 'label'),
      value: requiredText(option, 'value'),
      displayOrder: readOrder(option, index),
      hidden: option.hidden === true,
      ...(option.description === undefined ? {} : { description: asText(option.description, 'description') }),
    };
  });
}

function checkOptions(definition: PropertyDefinition): void {
  const values = definition.options.map((option) => option.value);
  if (new Set(values).size !== values.length)
    throw validationError('Option values must be different from each other');
  if (
    definition.type === 'enumeration' &&
    definition.fieldType !== 'calculation_equation' &&
    values.length === 0
  ) {
    throw validationError('An enumeration needs at least one option');
  }
  if (definition.type === 'bool' && values.length > 0 && [...values].sort().join() !== 'false,true') {
    throw validationError('A bool property takes exactly the options true and false');
  }
}

/** Unique properties are strings or numbers, at most ten of an object, and invoices may have none (a switch). */
function checkUniqueness(world: World, typeId: string, definition: PropertyDefinition): void {
  if (typeId === '0-53' && !world.state.switches.invoiceUniqueProperty) {
    throw validationError('hasUniqueValue is not supported for object type 0-53');
  }
  if (definition.type !== 'string' && definition.type !== 'number') {
    throw validationError(`A ${definition.type} property cannot have unique values`);
  }
  const present = Object.values(world.state.hubspot.customProperties[typeId] ?? {});
  const unique = present.filter((other) => other.hasUniqueValue && other.archivedAtMs === null);
  if (unique.length >= MOST_UNIQUE) {
    throw validationError(`An object can have at most ${MOST_UNIQUE} properties with unique values`);
  }
}

/** What a later change may touch: never the name, the uniqueness or, once values exist, the type. */
export function changeDefinition(
  world: World,
  typeId: string,
  definition: PropertyDefinition,
  input: Input,
): void {
  const state = world.state.hubspot;
  const after: PropertyDefinition = {
    ...definition,
    label: optionalText(input, 'label', definition.label),
    description: optionalText(input, 'description', definition.description),
    groupName: input.groupName === undefined ? definition.groupName : readGroup(state, typeId, input),
    displayOrder: readOrder(input, definition.displayOrder),
    hidden: input.hidden === undefined ? definition.hidden : input.hidden === true,
    formField: input.formField === undefined ? definition.formField : input.formField === true,
    options: input.options === undefined ? definition.options : readOptions(input),
    ...readType({ type: definition.type, fieldType: definition.fieldType, ...definedOnly(input) }),
    updatedAtMs: world.now(),
  };
  const used = recordsOf(state, typeId).some((record) => record.properties[definition.name] !== undefined);
  if (used && after.type !== definition.type)
    throw validationError('The type of a property with values cannot change');
  checkOptions(after);
  Object.assign(definition, after);
}

function definedOnly(input: Input): Input {
  return Object.fromEntries(
    ['type', 'fieldType'].flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
}
