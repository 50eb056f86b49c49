// What documents already read, or the company's own rates, say about the percent of a US sales tax.
import type { Draft } from './draft.ts';
import { type Basis, type Company, Decimal, type SeenTax } from './model.ts';
import { percentOf } from './money.ts';
import { fold } from './text.ts';

export interface Predicted {
  kind: 'predicted';
  amount: Decimal;
  percent: Decimal;
  basis: string;
}

const percentPlaces = 3;
const step = new Decimal('0.001');
const hundred = new Decimal(100);

function explains({ taxable, tax }: SeenTax, percent: Decimal): boolean {
  return percentOf(taxable, percent, tax.currency).eq(tax.amount);
}

/** As stated, else the only percent of up to three decimals that gives this tax on this amount. */
function seenPercent(seen: SeenTax): Decimal | null {
  if (seen.percent) return seen.percent;
  const { taxable, tax } = seen;
  if (taxable.lte(0) || tax.amount.lt(0)) return null;
  const percent = tax.amount.times(hundred).div(taxable).toDecimalPlaces(percentPlaces);
  if (!explains(seen, percent)) return null;
  return explains(seen, percent.minus(step)) || explains(seen, percent.plus(step)) ? null : percent;
}

function speaksFor(seen: SeenTax, { customer }: Draft): boolean {
  if (customer.kind === 'existing') return customer.id !== '' && seen.customer_id === customer.id;
  const place = customer.kind === 'create' ? customer.billing_address : undefined;
  if (!place || place.postal_code.trim() === '') return false;
  const sameRegion =
    seen.ship_region === '' || place.region === '' || fold(seen.ship_region) === fold(place.region);
  return fold(seen.ship_postal_code) === fold(place.postal_code) && sameRegion;
}

interface Witness {
  seen: SeenTax;
  percent: Decimal;
}

function newestFirst(left: Witness, right: Witness): number {
  if (left.seen.date !== right.seen.date) return left.seen.date > right.seen.date ? -1 : 1;
  return left.seen.document_id < right.seen.document_id ? -1 : 1;
}

function contradicts({ seen, percent }: Witness, newest: Witness): boolean {
  if (percent.eq(newest.percent)) return false;
  return seen.date === newest.seen.date || fold(seen.ship_postal_code) !== fold(newest.seen.ship_postal_code);
}

function fromDocuments(draft: Draft, company: Company, taxable: Decimal): Predicted | null {
  const found: Witness[] = [];
  for (const seen of company.seen_taxes) {
    if (!speaksFor(seen, draft)) continue;
    const percent = seenPercent(seen);
    if (percent) found.push({ seen, percent });
  }
  const [newest] = found.sort(newestFirst);
  if (!newest || found.some((one) => contradicts(one, newest))) return null;
  const { seen, percent } = newest;
  const amount = percentOf(taxable, percent, draft.currency);
  return { kind: 'predicted', amount, percent, basis: seen.document_number || seen.document_id };
}

/** Each rate of the code is rounded by itself. */
function fromCode(draft: Draft, company: Company, taxable: Decimal): Predicted | null {
  const id = company.tax_regime.default_code_id;
  const code = company.tax_codes.find((one) => one.id === id && one.active);
  if (!code || code.sales_rate_ids.length === 0) return null;
  let amount = new Decimal(0);
  let percent = new Decimal(0);
  for (const rateId of code.sales_rate_ids) {
    const rate = company.tax_rates.find((one) => one.id === rateId && one.active);
    if (!rate) return null;
    amount = amount.plus(percentOf(taxable, rate.percent, draft.currency));
    percent = percent.plus(rate.percent);
  }
  return { kind: 'predicted', amount, percent, basis: code.name };
}

export function forecastTax(draft: Draft, { company }: Basis, taxable: Decimal): Predicted | null {
  return company.tax_regime.kind === 'us-automated'
    ? fromDocuments(draft, company, taxable)
    : fromCode(draft, company, taxable);
}
