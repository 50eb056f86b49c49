// Just enough exact arithmetic for the portal's calculated amounts: decimals as big integers with a scale.

export interface Decimal {
  digits: bigint;
  scale: number;
}

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;
const DIVISION_PLACES = 12;

export function isDecimal(text: string): boolean {
  return PLAIN_DECIMAL.test(text);
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Reads plain decimals; an empty or missing value counts as nothing. */
export function decimal(text: string | undefined): Decimal {
  if (text === undefined || !isDecimal(text)) return ZERO;
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function rescaled(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescaled(a, scale) + rescaled(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function divideBy(a: Decimal, divisor: bigint): Decimal {
  return { digits: (a.digits * 10n ** BigInt(DIVISION_PLACES)) / divisor, scale: a.scale + DIVISION_PLACES };
}

export function percentOf(a: Decimal, percent: Decimal): Decimal {
  return multiply(a, { digits: percent.digits, scale: percent.scale + 2 });
}

export function compare(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Half away from zero, to this many places. */
export function rounded(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value;
  const unit = 10n ** BigInt(value.scale - places);
  const half = unit / 2n;
  const digits = value.digits < 0n ? (value.digits - half) / unit : (value.digits + half) / unit;
  return { digits, scale: places };
}

/** Shortest plain text: trailing zeros of the fraction go, as in the service's answers. */
export function text(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale).replace(/0+$/, '');
  const body = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && body !== '0' ? `-${body}` : body;
}
