// Which properties a portal has: the built-in ones and its own, with the options the portal decides.
import { objectType } from '../object-types.ts';
import type { HubSpotState, PropertyDefinition, PropertyGroup, PropertyOption } from '../state.ts';
import { COMMERCE_PAYMENT, DISCOUNT, FEE, INVOICE, LINE_ITEM, PRODUCT, QUOTE, TAX } from './commerce.ts';
import { COMPANY, CONTACT, commonProperties, DEAL, NOTE, TASK } from './crm.ts';
import { type Draft, inGroup } from './define.ts';

const OWN: Record<string, Draft[]> = {
  '0-1': CONTACT,
  '0-2': COMPANY,
  '0-3': DEAL,
  '0-7': PRODUCT,
  '0-8': LINE_ITEM,
  '0-14': QUOTE,
  '0-27': TASK,
  '0-46': NOTE,
  '0-53': INVOICE,
  '0-84': DISCOUNT,
  '0-85': FEE,
  '0-86': TAX,
  '0-101': COMMERCE_PAYMENT,
};

function builtInGroup(typeId: string): string {
  return `${objectType(typeId).name.replaceAll('_', '')}information`;
}

function builtIn(typeId: string): Map<string, PropertyDefinition> {
  const type = objectType(typeId);
  const drafts = [...(OWN[typeId] ?? []), ...commonProperties(type.createdProperty, type.modifiedProperty)];
  return new Map(inGroup(builtInGroup(typeId), drafts).map((property) => [property.name, property]));
}

const BUILT_IN = new Map(Object.keys(OWN).map((typeId) => [typeId, builtIn(typeId)]));

const CURRENCY_PROPERTIES = new Set([
  'deal_currency_code',
  'hs_line_item_currency_code',
  'hs_currency',
  'hs_currency_code',
]);

/** Options that are not the catalogue's: currencies, pipelines, stages and owners of this portal. */
function portalOptions(state: HubSpotState, name: string): PropertyOption[] | undefined {
  const { portal } = state;
  if (CURRENCY_PROPERTIES.has(name)) return options([portal.companyCurrency, ...portal.additionalCurrencies]);
  if (name === 'pipeline') return options((state.pipelines['0-3'] ?? []).map((pipeline) => pipeline.id));
  if (name === 'dealstage') {
    return options(
      (state.pipelines['0-3'] ?? []).flatMap((pipeline) => pipeline.stages.map((stage) => stage.id)),
    );
  }
  if (name === 'hubspot_owner_id') return options(state.owners.map((owner) => owner.id));
  return undefined;
}

function options(values: string[]): PropertyOption[] {
  return values.map((value, index) => ({ label: value, value, displayOrder: index, hidden: false }));
}

/** The definition behind a name, or nothing if the portal has no such property (any more). */
export function findProperty(
  state: HubSpotState,
  typeId: string,
  name: string,
): PropertyDefinition | undefined {
  const custom = state.customProperties[typeId]?.[name];
  if (custom !== undefined) return custom.archivedAtMs === null ? custom : undefined;
  const found = BUILT_IN.get(typeId)?.get(name);
  if (found === undefined) return undefined;
  const own = found.options.length === 0 ? portalOptions(state, name) : undefined;
  return own === undefined ? found : { ...found, options: own };
}

export function allProperties(state: HubSpotState, typeId: string): PropertyDefinition[] {
  const names = [
    ...(BUILT_IN.get(typeId)?.keys() ?? []),
    ...Object.keys(state.customProperties[typeId] ?? {}),
  ];
  return names.flatMap((name) => findProperty(state, typeId, name) ?? []);
}

/** The names a value must be unique under; an upsert or a read by key may use them. */
export function isUnique(state: HubSpotState, typeId: string, name: string): boolean {
  return findProperty(state, typeId, name)?.hasUniqueValue === true;
}

export function propertyGroups(state: HubSpotState, typeId: string): PropertyGroup[] {
  const label = `${objectType(typeId).name.replaceAll('_', ' ')} information`;
  const own: PropertyGroup = { name: builtInGroup(typeId), label, displayOrder: 0, archived: false };
  return [own, ...(state.propertyGroups[typeId] ?? [])];
}
