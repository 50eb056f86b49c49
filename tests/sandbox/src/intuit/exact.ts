// Exact decimals for the sandbox's own books: BigInt units of 10^-scale, never binary floating point.

export interface Exact {
  units: bigint;
  scale: number;
}

export const zero: Exact = { units: 0n, scale: 0 };

/** The decimal a JSON number or a text stands for, through its shortest text. */
export function exact(value: number | string): Exact {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(String(value).trim());
  if (!match || !(match[2] || match[3])) throw new RangeError(`Not a decimal: ${value}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const units = BigInt(`${whole}${fraction}` || '0') * (sign ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

export function plus(one: Exact, other: Exact): Exact {
  const scale = Math.max(one.scale, other.scale);
  return { units: unitsAt(one, scale) + unitsAt(other, scale), scale };
}

export function minus(one: Exact, other: Exact): Exact {
  return plus(one, { units: -other.units, scale: other.scale });
}

export function times(one: Exact, other: Exact): Exact {
  return { units: one.units * other.units, scale: one.scale + other.scale };
}

/** `amount * part / whole`, rounded once, half away from zero. */
export function share(amount: Exact, part: Exact, whole: Exact, scale: number): Exact {
  const product = times(amount, part);
  return {
    units: dividedHalfUp(product.units * 10n ** BigInt(whole.scale + scale), whole.units, product.scale),
    scale,
  };
}

/** Rounded half away from zero, as QuickBooks does. */
export function rounded(value: Exact, scale: number): Exact {
  if (value.scale <= scale) return { units: unitsAt(value, scale), scale };
  return { units: dividedHalfUp(value.units, 1n, value.scale - scale), scale };
}

export const cents = (value: Exact): Exact => rounded(value, 2);

/** `percent` of `amount`, in cents. */
export function percentOf(amount: Exact, percent: Exact): Exact {
  const product = times(amount, percent);
  return cents({ units: product.units, scale: product.scale + 2 });
}

export function compare(one: Exact, other: Exact): number {
  const { units } = minus(one, other);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

export const equal = (one: Exact, other: Exact): boolean => compare(one, other) === 0;
export const isNegative = (value: Exact): boolean => value.units < 0n;
export const isZero = (value: Exact): boolean => value.units === 0n;
export const total = (values: readonly Exact[]): Exact => values.reduce(plus, zero);

/** The text of the decimal: '12.50'. */
export function textOf(value: Exact): string {
  const sign = value.units < 0n ? '-' : '';
  const digits = String(value.units < 0n ? -value.units : value.units).padStart(value.scale + 1, '0');
  if (value.scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

/** The JSON number of the decimal. */
export function numberOf(value: Exact): number {
  return Number(textOf(value));
}

function unitsAt(value: Exact, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

/** `numerator / denominator / 10^places`, rounded half away from zero. */
function dividedHalfUp(numerator: bigint, denominator: bigint, places: number): bigint {
  const divisor = denominator * 10n ** BigInt(places);
  const negative = numerator < 0n !== divisor < 0n;
  const [top, bottom] = [numerator < 0n ? -numerator : numerator, divisor < 0n ? -divisor : divisor];
  const quotient = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -quotient : quotient;
}
