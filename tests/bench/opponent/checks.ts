// What QuickBooks would refuse about the whole document, or a person regret.
import type { Draft } from './draft.ts';
import { error, warning } from './issue.ts';
import { type Basis, Decimal, type Issue } from './model.ts';
import { fitsQuickBooks, placesOf } from './money.ts';
import { checkEmails, checkLatin1, checkNameCharacters, checkText, codePoints, fold } from './text.ts';
import type { Totals } from './totals.ts';

interface Subject {
  draft: Draft;
  basis: Basis;
  totals: Totals;
}

type Check = (subject: Subject, issues: Issue[]) => void;

const mostLines = 10_000;
const mostTaxedLines = 750;
const numberLimit = 21;
const messageLimit = 1000;
const memoLimit = 4000;
const emailLimit = 100;

const customerIsDecided: Check = ({ draft, basis }, issues) => {
  if (draft.customer.kind !== 'undecided') return;
  const count = basis.customers.length;
  if (count > 1) issues.push(error('customer-ambiguous', '/customer', { count: `${count}` }));
  else issues.push(error('customer-undecided', '/customer'));
};

const customerCanBeBilled: Check = ({ draft, basis }, issues) => {
  const { customer } = draft;
  if (customer.kind === 'undecided') return;
  const existing =
    customer.kind === 'existing' ? basis.customers.find(({ id }) => id === customer.id) : undefined;
  if (customer.kind === 'existing') {
    if (!existing) {
      issues.push(error('customer-unknown', '/customer', { id: customer.id }));
      return;
    }
    if (!existing.active)
      issues.push(error('customer-inactive', '/customer', { name: existing.display_name }));
  }
  const own = customer.kind === 'create' ? customer.currency : (existing?.currency ?? '');
  const currency = own || basis.company.home_currency;
  if (currency !== draft.currency) {
    issues.push(error('currency-differs', '/customer', { deal: draft.currency, customer: currency }));
  }
};

const contactIsOne: Check = ({ basis: { sale } }, issues) => {
  const { companies, contacts } = sale;
  if (companies.length > 0 || contacts.length < 2 || contacts[0]?.is_billing_contact) return;
  issues.push(warning('contact-many', '/customer', { count: `${contacts.length}` }));
};

const newCustomerFields = [
  ['display_name', 500],
  ['company_name', 100],
  ['given_name', 100],
  ['family_name', 100],
  ['email', 100],
  ['phone', 30],
] as const;

const newCustomer: Check = ({ draft: { customer }, basis }, issues) => {
  if (customer.kind !== 'create') return;
  const namePath = '/customer/display_name';
  if (customer.display_name === '') issues.push(error('customer-name-missing', namePath));
  for (const field of ['display_name', 'given_name', 'family_name'] as const) {
    checkNameCharacters(customer[field], `/customer/${field}`, issues);
  }
  const name = fold(customer.display_name);
  const taken = (kind: string, id: string, holder: string) => {
    if (name === '' || fold(holder) !== name) return;
    const args = { name: customer.display_name, kind, id, holder };
    issues.push(error('customer-name-taken', namePath, args));
  };
  for (const one of basis.customers) taken('Customer', one.id, one.display_name);
  for (const one of basis.taken) taken(one.kind, one.id, one.display_name);
  for (const [field, limit] of newCustomerFields) {
    checkText(customer[field], limit, basis.company, `/customer/${field}`, issues);
  }
  checkEmails(customer.email, '/customer/email', issues);
};

const hasLines: Check = ({ draft, basis }, issues) => {
  if (basis.sale.lines.length === 0) issues.push(warning('deal-has-no-lines', '/lines'));
  if (draft.lines.length === 0) issues.push(error('lines-missing', '/lines'));
  const limit = draft.lines.some(({ taxable }) => taxable) ? mostTaxedLines : mostLines;
  const count = draft.lines.length;
  if (count > limit) issues.push(error('lines-too-many', '/lines', { count: `${count}`, limit: `${limit}` }));
};

const currencyIsEnabled: Check = ({ draft: { currency, date }, basis: { company } }, issues) => {
  if (currency === company.home_currency) return;
  if (company.multicurrency && company.currencies.includes(currency)) {
    issues.push(error('exchange-rate-missing', '/currency', { currency, date }));
  } else issues.push(error('currency-not-enabled', '/currency', { currency }));
};

const datesAreRight: Check = ({ draft, basis: { company } }, issues) => {
  const closed = company.books_closed_through;
  if (closed !== null && draft.date <= closed) issues.push(error('books-closed', '/date', { date: closed }));
  if (draft.dueDate < draft.date) {
    issues.push(error('due-before-date', '/due_date', { date: draft.date, due: draft.dueDate }));
  }
};

const numberFits: Check = ({ draft: { number }, basis: { company } }, issues) => {
  if (number === '') {
    if (company.custom_numbers) issues.push(error('number-missing', '/number'));
    return;
  }
  const length = codePoints(number);
  if (length > numberLimit) {
    issues.push(error('number-too-long', '/number', { length: `${length}`, limit: `${numberLimit}` }));
  }
  checkLatin1(number, company, '/number', issues);
};

const textsFit: Check = ({ draft, basis: { company } }, issues) => {
  checkText(draft.message, messageLimit, company, '/message', issues);
  checkText(draft.memo, memoLimit, company, '/memo', issues);
  if (draft.email === '') issues.push(warning('email-missing', '/email'));
  checkEmails(draft.email, '/email', issues);
  checkText(draft.email, emailLimit, company, '/email', issues);
};

const amountsFit: Check = ({ totals }, issues) => {
  if (!fitsQuickBooks(totals.subtotal) || !fitsQuickBooks(totals.total))
    issues.push(error('amount-too-large', '/lines'));
};

const discountIsAllowed: Check = ({ draft, basis: { company }, totals }, issues) => {
  const { discount, currency } = draft;
  if (discount.kind === 'none') return;
  if (!company.allow_discount) issues.push(error('discount-not-allowed', '/discount'));
  if (discount.kind === 'amount' && discount.amount.gt(totals.subtotal)) {
    const text = discount.amount.toFixed(placesOf(currency));
    issues.push(error('discount-invalid', '/discount/value', { text }));
  }
};

const totalIsRight: Check = ({ draft: { currency }, basis: { sale }, totals }, issues) => {
  const places = placesOf(currency);
  if (totals.total.isNegative() && !totals.total.isZero()) {
    issues.push(error('total-negative', '/lines', { total: totals.total.toFixed(places) }));
  }
  if (sale.stated_amount === null) return;
  const computed = totals.subtotal.minus(totals.discount);
  const stated = sale.stated_amount.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  if (stated.eq(computed)) return;
  const args = { stated: stated.toFixed(places), computed: computed.toFixed(places) };
  issues.push(warning('total-differs', '/lines', args));
};

const taxIsKnown: Check = ({ draft, totals }, issues) => {
  if (totals.tax.kind === 'quickbooks') {
    const taxable = totals.taxable.toFixed(placesOf(draft.currency));
    issues.push(warning('tax-decided-by-quickbooks', '/lines', { taxable }));
  }
};

const checks: Check[] = [
  customerIsDecided,
  customerCanBeBilled,
  contactIsOne,
  newCustomer,
  hasLines,
  currencyIsEnabled,
  datesAreRight,
  numberFits,
  textsFit,
  amountsFit,
  discountIsAllowed,
  totalIsRight,
  taxIsKnown,
];

export function preflight(draft: Draft, basis: Basis, totals: Totals, issues: Issue[]): void {
  for (const check of checks) check({ draft, basis, totals }, issues);
}
