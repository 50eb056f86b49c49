// Fractions of big integers: what the oracle reckons in. Nothing here can overflow or round by itself.

export interface Rational {
  numerator: bigint;
  /** Always positive; the fraction need not be in lowest terms. */
  denominator: bigint;
}

export type RoundingMode = 'half_up' | 'half_even' | 'down' | 'up';

export const whole = (value: bigint): Rational => ({ numerator: value, denominator: 1n });

export const fraction = (numerator: bigint, denominator: bigint): Rational =>
  denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };

export const plus = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational => plus(a, fraction(-b.numerator, b.denominator));

export const times = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const over = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const sign = (value: Rational): -1 | 0 | 1 => {
  if (value.numerator === 0n) return 0;
  return value.numerator < 0n ? -1 : 1;
};

/** The whole number of steps of `10^-places` that the value is, rounded as named. */
export function rounded(value: Rational, places: number, mode: RoundingMode): bigint {
  const scaled = value.numerator * 10n ** BigInt(places);
  const size = scaled < 0n ? -scaled : scaled;
  const below = size / value.denominator;
  const steps = roundsAway(size % value.denominator, value.denominator, below, mode) ? below + 1n : below;
  return scaled < 0n ? -steps : steps;
}

function roundsAway(rest: bigint, unit: bigint, below: bigint, mode: RoundingMode): boolean {
  const twice = rest * 2n;
  if (mode === 'half_up') return twice >= unit;
  if (mode === 'half_even') return twice > unit || (twice === unit && below % 2n === 1n);
  return mode === 'up' && rest > 0n;
}

/** Whether the value has no more than so many decimals. */
export const isExactAt = (value: Rational, places: number): boolean =>
  (value.numerator * 10n ** BigInt(places)) % value.denominator === 0n;

/** `steps` of `10^-places` with exactly that many decimals: -5 at 2 is "-0.05". */
export function stepsText(steps: bigint, places: number): string {
  const digits = (steps < 0n ? -steps : steps).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return steps < 0n ? `-${text}` : text;
}

const leastOf64Bits = -(2n ** 63n);
const mostOf64Bits = 2n ** 63n - 1n;

export const fits64Bits = (value: bigint): boolean => value >= leastOf64Bits && value <= mostOf64Bits;
