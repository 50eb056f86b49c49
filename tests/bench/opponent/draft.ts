// From what the person chose to the document that would be sent.
import type { Choices, LineChoice } from '@sidebill/core';
import { checkExisting } from './checks-existing.ts';
import { dueDate, parseDate } from './dates.ts';
import { error, warning } from './issue.ts';
import { checkLine, checkLinesTogether } from './line-checks.ts';
import {
  type Address,
  type Basis,
  Decimal,
  type Issue,
  type Item,
  type SaleLine,
  type Term,
} from './model.ts';
import { keptPlaces, lineAmount, placesOf, priceText, readDecimal } from './money.ts';

export interface DraftLine {
  item: LineChoice['item'];
  description: string;
  quantity: Decimal;
  unitPrice: Decimal;
  amount: Decimal;
  taxable: boolean;
}

export type Discount =
  | { kind: 'none' }
  | { kind: 'percent'; percent: Decimal }
  | { kind: 'amount'; amount: Decimal };

export type DraftCustomer = Choices['customer'] & { billing_address?: Address };

export interface Draft {
  currency: string;
  customer: DraftCustomer;
  date: string;
  dueDate: string;
  termId: string;
  lines: DraftLine[];
  discount: Discount;
  message: string;
  memo: string;
  email: string;
  number: string;
}

const zero = new Decimal(0);
const hundred = new Decimal(100);
const defaultDueDays = 30;
const known = new Set(Intl.supportedValuesOf('currency'));

function saleCurrency({ sale, company, portal_currency }: Basis, issues: Issue[]): string {
  const code = sale.currency || portal_currency;
  if (code === '') return company.home_currency;
  if (known.has(code)) return code;
  issues.push(error('currency-unknown', '/currency', { currency: code }));
  return company.home_currency;
}

function carriedCustomer({ customer }: Choices, { sale, company }: Basis, currency: string): DraftCustomer {
  if (customer.kind !== 'create') return customer;
  const address = sale.companies[0]?.address ?? sale.contacts[0]?.address;
  return {
    kind: 'create',
    display_name: customer.display_name.trim(),
    company_name: customer.company_name.trim(),
    given_name: customer.given_name.trim(),
    family_name: customer.family_name.trim(),
    email: customer.email.trim(),
    phone: customer.phone.trim(),
    currency: customer.currency || (company.multicurrency ? currency : ''),
    parent_id: customer.parent_id,
    ...(address ? { billing_address: address } : {}),
  };
}

function readDate(text: string, path: string, issues: Issue[]): string | null {
  const date = parseDate(text);
  if (!date) issues.push(error('date-unreadable', path, { text }));
  return date;
}

function activeTerm({ company }: Basis, id: string): Term | undefined {
  return id === '' ? undefined : company.terms.find((term) => term.id === id && term.active);
}

function chooseTerm(choices: Choices, basis: Basis, issues: Issue[]): Term | undefined {
  if (choices.term_id !== '') {
    const chosen = activeTerm(basis, choices.term_id);
    if (!chosen) issues.push(error('term-unknown', '/term_id', { id: choices.term_id }));
    return chosen;
  }
  const { customer } = choices;
  const record =
    customer.kind === 'existing' ? basis.customers.find(({ id }) => id === customer.id) : undefined;
  return activeTerm(basis, record?.term_id ?? '') ?? activeTerm(basis, basis.company.default_term_id);
}

function draftDueDate(choices: Choices, date: string, term: Term | undefined, issues: Issue[]): string {
  if (choices.due_date && choices.due_date.trim() !== '') {
    const due = readDate(choices.due_date, '/due_date', issues);
    if (due) return due;
  }
  return dueDate(term?.rule ?? { kind: 'standard', due_days: defaultDueDays }, date);
}

/** A quantity or price as QuickBooks can hold it. */
function readKept(text: string, path: string, issues: Issue[]): Decimal {
  const value = readDecimal(text, path, issues);
  if (!value) return zero;
  if (value.decimalPlaces() <= keptPlaces) return value;
  const kept = value.toDecimalPlaces(keptPlaces, Decimal.ROUND_HALF_UP);
  issues.push(warning('line-precision', path, { text, rounded: kept.toFixed(), places: `${keptPlaces}` }));
  return kept;
}

function readPercent(choice: LineChoice, path: string, issues: Issue[]): Decimal | null {
  if (choice.discount_percent.trim() === '') return null;
  const percent = readDecimal(choice.discount_percent, path, issues);
  if (!percent || percent.isZero()) return null;
  if (percent.isNegative() || percent.gt(hundred)) {
    issues.push(error('line-discount-invalid', path, { text: choice.discount_percent }));
    return null;
  }
  return percent;
}

function takePercentOff(
  line: DraftLine,
  percent: Decimal,
  path: string,
  currency: string,
  issues: Issue[],
): void {
  const exact = line.unitPrice.times(hundred.minus(percent)).div(hundred);
  const net = exact.toDecimalPlaces(keptPlaces, Decimal.ROUND_HALF_UP);
  if (!net.eq(exact)) {
    const args = { rounded: net.toFixed(), places: `${keptPlaces}` };
    issues.push(warning('line-precision', `${path}/discount_percent`, args));
  }
  const before = priceText(line.unitPrice, currency);
  const words = `${percent.toFixed()}% discount: ${before} -> ${priceText(net, currency)}`;
  line.description = line.description === '' ? words : `${line.description}\n${words}`;
  line.unitPrice = net;
}

function carriedItem({ item }: LineChoice): LineChoice['item'] {
  return item.kind === 'create' ? { ...item, name: item.name.trim(), sku: item.sku.trim() } : item;
}

function draftLine(choice: LineChoice, path: string, currency: string, issues: Issue[]): DraftLine {
  const line: DraftLine = {
    item: carriedItem(choice),
    description: choice.description.trim(),
    taxable: choice.taxable,
    quantity: readKept(choice.quantity, `${path}/quantity`, issues),
    unitPrice: readKept(choice.unit_price, `${path}/unit_price`, issues),
    amount: zero,
  };
  const percent = readPercent(choice, `${path}/discount_percent`, issues);
  if (percent) takePercentOff(line, percent, path, currency, issues);
  const amount = lineAmount(line.quantity, line.unitPrice, currency);
  if (amount) line.amount = amount;
  else issues.push(error('amount-too-large', `${path}/quantity`));
  return line;
}

function byId<Row>(rows: Row[], idOf: (row: Row) => string): Map<string, Row> {
  const map = new Map<string, Row>();
  for (const row of rows) if (!map.has(idOf(row))) map.set(idOf(row), row);
  return map;
}

function draftLines(basis: Basis, choices: Choices, currency: string, date: string, issues: Issue[]) {
  const origins = byId<SaleLine>(basis.sale.lines, ({ source_id }) => source_id);
  const items = byId<Item>(basis.items, ({ id }) => id);
  const lines: DraftLine[] = [];
  const paths: string[] = [];
  for (const [index, choice] of choices.lines.entries()) {
    if (!choice.include) continue;
    const path = `/lines/${index}`;
    const line = draftLine(choice, path, currency, issues);
    lines.push(line);
    paths.push(path);
    const origin = choice.source_id === '' ? undefined : origins.get(choice.source_id);
    const item = choice.item.kind === 'existing' ? items.get(choice.item.id) : undefined;
    checkLine({ basis, choice, line, origin, item, path, currency, date }, issues);
  }
  checkLinesTogether(lines, paths, issues);
  return lines;
}

function draftDiscount({ discount }: Choices, currency: string, issues: Issue[]): Discount {
  if (discount.kind === 'none') return { kind: 'none' };
  const value = readDecimal(discount.value, '/discount/value', issues);
  if (!value || value.isZero()) return { kind: 'none' };
  const invalid = (): Discount => {
    issues.push(error('discount-invalid', '/discount/value', { text: discount.value }));
    return { kind: 'none' };
  };
  if (value.isNegative()) return invalid();
  if (discount.kind === 'percent') {
    return value.gt(hundred) || value.decimalPlaces() > 2 ? invalid() : { kind: 'percent', percent: value };
  }
  return value.decimalPlaces() > placesOf(currency) ? invalid() : { kind: 'amount', amount: value };
}

export function draftInvoice(basis: Basis, choices: Choices, issues: Issue[]): Draft {
  const currency = saleCurrency(basis, issues);
  const customer = carriedCustomer(choices, basis, currency);
  const typed = choices.date.trim() === '' ? null : readDate(choices.date, '/date', issues);
  const date = typed ?? basis.today;
  const term = chooseTerm(choices, basis, issues);
  const dueDate = draftDueDate(choices, date, term, issues);
  const lines = draftLines(basis, choices, currency, date, issues);
  const draft: Draft = {
    currency,
    customer,
    date,
    dueDate,
    termId: term?.id ?? '',
    lines,
    discount: draftDiscount(choices, currency, issues),
    message: choices.message.trim(),
    memo: choices.memo.trim(),
    email: choices.email.trim(),
    number: basis.company.custom_numbers ? choices.number.trim() : '',
  };
  checkExisting(basis, choices.another, issues);
  return draft;
}
