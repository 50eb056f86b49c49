// Numbers as people type them and as QuickBooks keeps them.
import { Decimal, type Issue } from './model.ts';

const plain = /^-?\d+(?:\.(\d+))?$/;
const mostPlaces = 18;
const most = 9223372036854775807n;
/** Most decimals that QuickBooks keeps of a quantity or a unit price. */
export const keptPlaces = 7;
const tenDigits = new Decimal('9999999999');
const hundred = new Decimal(100);

const minorPlaces = new Map<string, number>();

/** Decimals of a currency. */
export function placesOf(currency: string): number {
  let places = minorPlaces.get(currency);
  if (places === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    places = format.resolvedOptions().maximumFractionDigits ?? 2;
    minorPlaces.set(currency, places);
  }
  return places;
}

/** A plain decimal that fits 64 bits. */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  const match = plain.exec(trimmed);
  if (!match || (match[1]?.length ?? 0) > mostPlaces) return null;
  const digits = trimmed.replace(/[-.]/g, '');
  if (digits.length > mostPlaces && BigInt(digits) > most) return null;
  return new Decimal(trimmed);
}

export function readDecimal(text: string, path: string, issues: Issue[]): Decimal | null {
  const value = parseDecimal(text);
  if (!value) issues.push({ code: 'amount-unreadable', severity: 'error', path, args: { text } });
  return value;
}

export function lineAmount(quantity: Decimal, price: Decimal, currency: string): Decimal | null {
  const amount = quantity.times(price).toDecimalPlaces(placesOf(currency), Decimal.ROUND_HALF_UP);
  return fitsQuickBooks(amount) ? amount : null;
}

export function fitsQuickBooks(amount: Decimal): boolean {
  return amount.abs().trunc().lte(tenDigits);
}

export function percentOf(amount: Decimal, percent: Decimal, currency: string): Decimal {
  return amount.times(percent).div(hundred).toDecimalPlaces(placesOf(currency), Decimal.ROUND_HALF_UP);
}

/** Whole and its parts by weight, largest remainder first; all in minor units. */
export function splitMinor(whole: Decimal, weights: Decimal[]): Decimal[] {
  const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0));
  if (total.isZero()) return weights.map((_, index) => (index === 0 ? whole : new Decimal(0)));
  const shares = weights.map((weight) => {
    const product = whole.times(weight);
    return { units: product.divToInt(total), remainder: product.mod(total) };
  });
  let left = shares.reduce((sum, share) => sum.minus(share.units), whole).toNumber();
  const order = shares.map((_, index) => index);
  const remainder = (index: number) => shares[index]?.remainder ?? new Decimal(0);
  order.sort((a, b) => remainder(b).cmp(remainder(a)));
  for (const index of order) {
    if (left <= 0) break;
    const share = shares[index];
    if (share) share.units = share.units.plus(1);
    left -= 1;
  }
  return shares.map(({ units }) => units);
}

/** At least the currency's decimals. */
export function priceText(price: Decimal, currency: string): string {
  const places = placesOf(currency);
  return price.decimalPlaces() >= places ? price.toFixed() : price.toFixed(places);
}
