// What can be wrong with one line.
import type { LineChoice } from '@sidebill/core';
import type { DraftLine } from './draft.ts';
import { error, warning } from './issue.ts';
import type { Basis, Issue, Item, SaleLine } from './model.ts';
import { parseDecimal, placesOf } from './money.ts';
import { checkNameCharacters, checkText, fold } from './text.ts';

export interface LineSubject {
  basis: Basis;
  choice: LineChoice;
  line: DraftLine;
  origin: SaleLine | undefined;
  item: Item | undefined;
  path: string;
  currency: string;
  date: string;
}

const nameLimit = 100;
const descriptionLimit = 4000;

const periods: Record<string, string> = {
  weekly: 'week',
  biweekly: 'two weeks',
  monthly: 'month',
  quarterly: 'quarter',
  per_six_months: 'six months',
  annually: 'year',
  per_two_years: 'two years',
  per_three_years: 'three years',
  per_four_years: 'four years',
  per_five_years: 'five years',
};

type Check = (subject: LineSubject, issues: Issue[]) => void;

const itemIsDecided: Check = ({ basis, line, item, origin, path }, issues) => {
  if (line.item.kind === 'create' || item) return;
  const sku = fold(origin?.sku ?? '');
  const name = fold(origin?.name ?? '');
  const alike = basis.items.filter(
    (one) => (sku !== '' && fold(one.sku) === sku) || (name !== '' && fold(one.name) === name),
  );
  if (alike.length > 1)
    issues.push(error('line-item-ambiguous', `${path}/item`, { count: `${alike.length}` }));
  else issues.push(error('line-item-undecided', `${path}/item`));
};

const itemCanBeSold: Check = ({ item, path, date }, issues) => {
  if (!item) return;
  const { name, type } = item;
  if (!item.active) issues.push(error('line-item-inactive', `${path}/item`, { name }));
  if (type === 'Category' || type === 'Group') {
    issues.push(error('line-item-not-sold', `${path}/item`, { name, type }));
  }
  const start = item.inventory_start;
  if (start !== null && date < start)
    issues.push(error('line-item-before-start', `${path}/item`, { name, start }));
};

const newItem: Check = ({ basis, line: { item }, path }, issues) => {
  if (item.kind !== 'create') return;
  const namePath = `${path}/item/name`;
  if (item.name === '') issues.push(error('field-missing', namePath, { field: 'name' }));
  checkNameCharacters(item.name, namePath, issues);
  checkText(item.name, nameLimit, basis.company, namePath, issues);
  checkText(item.sku, nameLimit, basis.company, `${path}/item/sku`, issues);
  const name = fold(item.name);
  const holder = name === '' ? undefined : basis.items.find((one) => fold(one.name) === name);
  if (holder) {
    const args = { name: item.name, id: holder.id, holder: holder.name };
    issues.push(error('line-item-name-taken', namePath, args));
  }
  const account = basis.company.accounts.find(({ id }) => id === item.income_account_id);
  if (!account?.active || account.type !== 'Income') {
    issues.push(error('line-income-account-missing', `${path}/item/income_account_id`));
  }
};

const quantityIsPositive: Check = ({ choice, line, path }, issues) => {
  if (line.quantity.isZero()) {
    // Small ones are rounded away, and unreadable ones were told.
    const typed = parseDecimal(choice.quantity);
    if (typed?.isZero()) issues.push(warning('line-quantity-zero', `${path}/quantity`));
    if (typed && !typed.isZero() && typed.isNegative())
      issues.push(error('line-quantity-negative', `${path}/quantity`));
  } else if (line.quantity.isNegative()) issues.push(error('line-quantity-negative', `${path}/quantity`));
};

const priceIsPlain: Check = ({ line, origin, path }, issues) => {
  if (line.unitPrice.isNegative() && !line.unitPrice.isZero())
    issues.push(warning('line-price-negative', `${path}/unit_price`));
  if (origin?.tiered_price)
    issues.push(error('line-tiered-price', `${path}/unit_price`, { name: origin.name }));
};

const recurrenceIsStated: Check = ({ origin, path }, issues) => {
  const recurrence = origin?.recurrence;
  if (!recurrence?.frequency) return;
  const frequency = periods[recurrence.frequency] ?? recurrence.frequency;
  const often =
    recurrence.periods > 0 ? `, ${recurrence.periods} ${recurrence.periods === 1 ? 'time' : 'times'}` : '';
  issues.push(
    warning('line-recurring', `${path}/quantity`, { frequency, text: `bills every ${frequency}${often}` }),
  );
};

const agreesWithSale: Check = ({ line, origin, path, currency }, issues) => {
  if (!origin) return;
  if (origin.currency && origin.currency !== currency) {
    const args = { line: origin.currency, deal: currency };
    issues.push(error('line-currency-differs', `${path}/unit_price`, args));
  }
  if (origin.stated_amount === null) return;
  const places = placesOf(currency);
  const stated = origin.stated_amount.toDecimalPlaces(places);
  if (stated.eq(line.amount)) return;
  const args = { stated: stated.toFixed(places), computed: line.amount.toFixed(places) };
  issues.push(warning('line-amount-differs', path, args));
};

const isTaxedRight: Check = ({ basis, line, item, path }, issues) => {
  const { kind } = basis.company.tax_regime;
  const us = kind === 'us-automated' || kind === 'us-manual';
  if (item && us && item.taxable !== line.taxable) {
    const args = { name: item.name, item: item.taxable ? 'taxable' : 'not taxable' };
    issues.push(warning('line-taxable-differs', `${path}/taxable`, args));
  }
  if (kind === 'line') issues.push(error('line-tax-code-missing', path));
};

const descriptionFits: Check = ({ basis, line, path }, issues) => {
  checkText(line.description, descriptionLimit, basis.company, `${path}/description`, issues);
};

const checks: Check[] = [
  itemIsDecided,
  itemCanBeSold,
  newItem,
  quantityIsPositive,
  priceIsPlain,
  recurrenceIsStated,
  agreesWithSale,
  isTaxedRight,
  descriptionFits,
];

export function checkLine(subject: LineSubject, issues: Issue[]): void {
  for (const check of checks) check(subject, issues);
}

/** Two new items of one name must be the same item. */
export function checkLinesTogether(lines: DraftLine[], paths: string[], issues: Issue[]): void {
  const first = new Map<string, string>();
  for (const [index, { item, taxable }] of lines.entries()) {
    if (item.kind !== 'create' || item.name === '') continue;
    const key = fold(item.name);
    const whole = JSON.stringify([item.name, item.sku, item.income_account_id, taxable]);
    const known = first.get(key);
    if (known === undefined) first.set(key, whole);
    else if (known !== whole) {
      issues.push(error('line-item-name-taken', `${paths[index]}/item/name`, { name: item.name }));
    }
  }
}
