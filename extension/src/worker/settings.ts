// What a page may change of the settings: known names with values of their kind, whatever else came along.
import type { Preferences, ProductRules } from '@sidebill/core';
import type { Settings } from '@sidebill/web/commands.ts';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];
const namings: readonly Preferences['naming'][] = [
  'company',
  'contact',
  'company-with-contact',
  'sub-customer',
  'shared',
];
const missings: readonly ProductRules['missing'][] = ['ask', 'create', 'stand-in'];
const matchings: readonly Preferences['customers'][] = ['evidence', 'same-contact'];

export function readSettings(change: Partial<Settings>): Partial<Settings> {
  const { realm, theme, card_on, preferences } = Object(change) as Partial<Settings>;
  return {
    ...(isRealm(realm) ? { realm } : {}),
    ...(theme !== undefined && themes.includes(theme) ? { theme } : {}),
    ...(isCardOn(card_on) ? { card_on: pick(card_on) } : {}),
    ...(isPreferences(preferences) ? { preferences: pickPreferences(preferences) } : {}),
  };
}

/** Digits, as QuickBooks names companies and accounts; '' for none. */
function isRealm(value: unknown): value is string {
  return typeof value === 'string' && /^\d{0,20}$/.test(value);
}

function isCardOn(value: unknown): value is Settings['card_on'] {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(pick(value as Settings['card_on'])).every((on) => typeof on === 'boolean');
}

function pick({ deals, contacts, companies }: Settings['card_on']): Settings['card_on'] {
  return { deals, contacts, companies };
}

function isPreferences(value: unknown): value is Preferences {
  if (typeof value !== 'object' || value === null) return false;
  const { naming, customers, add_by_itself, products } = value as Preferences;
  const known = namings.includes(naming) && matchings.includes(customers);
  return known && typeof add_by_itself === 'boolean' && areRules(products);
}

function areRules(value: unknown): value is Preferences['products'] {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([realm, rules]) => realm !== '' && isRealm(realm) && isRule(rules));
}

function isRule(value: unknown): value is ProductRules {
  const { missing, income_account_id } = Object(value) as ProductRules;
  return missings.includes(missing) && isRealm(income_account_id);
}

function pickPreferences({ naming, customers, add_by_itself, products }: Preferences): Preferences {
  const rules = Object.entries(products).map(([realm, { missing, income_account_id }]) => [
    realm,
    { missing, income_account_id },
  ]);
  return { naming, customers, add_by_itself, products: Object.fromEntries(rules) };
}
