// What the invoice will come to, and what is known about its tax.
import type { Draft, DraftLine } from './draft.ts';
import { type Basis, Decimal } from './model.ts';
import { percentOf, placesOf, splitMinor } from './money.ts';
import { forecastTax, type Predicted } from './tax.ts';

export type Tax = { kind: 'none' } | { kind: 'quickbooks' } | Predicted;

export interface Totals {
  subtotal: Decimal;
  discount: Decimal;
  taxable: Decimal;
  tax: Tax;
  total: Decimal;
}

const zero = new Decimal(0);

function sum(lines: DraftLine[]): Decimal {
  return lines.reduce((total, { amount }) => total.plus(amount), zero);
}

function discountOf({ discount, currency }: Draft, subtotal: Decimal): Decimal {
  if (discount.kind === 'percent') return percentOf(subtotal, discount.percent, currency);
  return discount.kind === 'amount' ? discount.amount : zero;
}

/** What of the discount falls on taxable lines. */
function taxableShare({ lines, currency }: Draft, taxable: Decimal, subtotal: Decimal, discount: Decimal) {
  if (discount.isZero() || lines.length === 0) return zero;
  const places = placesOf(currency);
  if (lines.some(({ amount }) => amount.isNegative() && !amount.isZero())) {
    return subtotal.isZero() ? zero : discount.times(taxable).div(subtotal).toDecimalPlaces(places);
  }
  const minor = new Decimal(10).pow(places);
  const parts = splitMinor(
    discount.times(minor),
    lines.map(({ amount }) => amount.times(minor)),
  );
  return parts.reduce((all, part, index) => (lines[index]?.taxable ? all.plus(part) : all), zero).div(minor);
}

function taxOf(draft: Draft, basis: Basis, taxable: Decimal): Tax {
  const { kind } = basis.company.tax_regime;
  if (kind === 'none') return { kind: 'none' };
  if (kind === 'line') return { kind: 'quickbooks' };
  if (taxable.isZero()) return { kind: 'none' };
  return forecastTax(draft, basis, taxable) ?? { kind: 'quickbooks' };
}

export function totalsOf(draft: Draft, basis: Basis): Totals {
  const subtotal = sum(draft.lines);
  const taxableBefore = sum(draft.lines.filter(({ taxable }) => taxable));
  const discount = discountOf(draft, subtotal);
  const taxable = taxableBefore.minus(taxableShare(draft, taxableBefore, subtotal, discount));
  const tax = taxOf(draft, basis, taxable);
  const net = subtotal.minus(discount);
  return { subtotal, discount, taxable, tax, total: tax.kind === 'predicted' ? net.plus(tax.amount) : net };
}
