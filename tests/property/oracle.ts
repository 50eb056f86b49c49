// What an invoice comes to, worked out a second time: from the rules in words, in fractions of big integers,
// by somebody who has not read the core. QuickBooks' own rules: reference/quickbooks.md 4.
import {
  fits64Bits,
  fraction,
  isExactAt,
  minus,
  over,
  plus,
  type Rational,
  type RoundingMode,
  rounded,
  sign,
  stepsText,
  times,
  whole,
} from './rational.ts';

export interface InvoiceLine {
  quantity: string;
  unit_price: string;
  discount_percent: string;
  taxable: boolean;
  /** Outside the US: which of the codes, '' for none. */
  code?: string;
}

/** A rate, and whether it is taken of the price, of the price and all taxes before it, or of these alone. */
export interface CodeRate {
  rate: string;
  on: 'amount' | 'amount-and-tax' | 'tax';
}

export type Tax =
  /** A company outside the US: every line names a code, every code its rates by their places. */
  | { regime: 'lines'; by_line: boolean; rates: string[]; codes: { rates: CodeRate[] }[] }
  | { regime: 'none' }
  /** A US company that keeps its own rates: each is computed and rounded by itself. */
  | { regime: 'manual'; percents: string[] }
  /** A US company whose tax QuickBooks computes, with one percent read from an earlier document. */
  | { regime: 'automated'; percent: string };

export interface InvoiceRequest {
  currency: string;
  lines: InvoiceLine[];
  /** `after_tax`: tax is charged on what stood there before it; outside the US that is not known. */
  discount: { kind: 'none' | 'percent' | 'amount'; value: string; after_tax?: boolean };
  tax: Tax;
}

export interface InvoiceAnswer {
  lines: { quantity: string; unit_price: string; amount: string }[];
  issues: string[];
  totals:
    | null
    | LineTotals
    | {
        subtotal: string;
        discount: string;
        taxable: string;
        tax: string | null;
        percent: string | null;
        total: string;
      };
}

export interface LineTotals {
  subtotal: string;
  discount: string;
  /** Each rate's tax and what it was taken of; null where a line has no code. */
  parts: string[] | null;
  total: string;
}

/** Of a few currencies the decimals, so that the core's own table is checked too. */
export const currencyPlaces: Record<string, number> = { USD: 2, CAD: 2, EUR: 2, JPY: 0, KWD: 3, CLF: 4 };

const hundred = whole(100n);
const mostPlaces = 18;
/** Decimals that QuickBooks keeps of a quantity or a price. */
const keptPlaces = 7;
/** Whole units that QuickBooks can hold in an amount. */
const mostWholeUnits = 9_999_999_999n;

/** The fewest decimals at which the value is exact, or null past what the core can hold. */
function leastPlaces(value: Rational): number | null {
  for (let places = 0; places <= mostPlaces; places += 1) {
    if (isExactAt(value, places)) return fits64Bits(rounded(value, places, 'down')) ? places : null;
  }
  return null;
}

export const fits = (value: Rational): boolean => leastPlaces(value) !== null;

/** The value in as few decimals as it takes. */
function shortest(value: Rational): string {
  const places = leastPlaces(value);
  if (places === null) throw new Error('shortest() is for values that fit');
  return stepsText(rounded(value, places, 'down'), places);
}

/** The number that a plain decimal is, or null for any other text and for what 64 bits cannot hold. */
export function readDecimal(text: string): Rational | null {
  const parts = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text);
  if (parts === null) return null;
  const [, minusSign, digits = '', decimals = ''] = parts;
  const size = BigInt(digits + decimals);
  const value = fraction(minusSign === '-' ? -size : size, 10n ** BigInt(decimals.length));
  return fits(value) ? value : null;
}

interface BookedLine {
  quantity: Rational;
  unitPrice: Rational;
  /** In minor units. */
  amount: bigint;
  taxable: boolean;
  code: string;
}

function readKept(text: string, path: string, issues: string[]): Rational {
  const value = readDecimal(text.trim());
  if (value === null) {
    issues.push(`amount-unreadable ${path}`);
    return whole(0n);
  }
  if (isExactAt(value, keptPlaces)) return value;
  issues.push(`line-precision ${path}`);
  return fraction(rounded(value, keptPlaces, 'half_up'), 10n ** BigInt(keptPlaces));
}

function readLineDiscount(line: InvoiceLine, path: string, issues: string[]): Rational | null {
  if (line.discount_percent.trim() === '') return null;
  const percent = readDecimal(line.discount_percent.trim());
  if (percent === null) issues.push(`amount-unreadable ${path}`);
  if (percent === null || sign(percent) === 0) return null;
  if (sign(percent) > 0 && sign(minus(percent, hundred)) <= 0) return percent;
  issues.push(`line-discount-invalid ${path}`);
  return null;
}

/** The price that is left after the line's own discount, at the decimals that QuickBooks keeps. */
function netPrice(line: InvoiceLine, path: string, issues: string[]): Rational {
  const price = readKept(line.unit_price, `${path}/unit_price`, issues);
  const percent = readLineDiscount(line, `${path}/discount_percent`, issues);
  if (percent === null) return price;
  const exact = over(times(price, minus(hundred, percent)), hundred);
  const steps = rounded(exact, keptPlaces, 'half_up');
  if (!fits(minus(hundred, percent)) || !fits64Bits(steps)) {
    issues.push(`amount-too-large ${path}/unit_price`);
    return price;
  }
  if (!isExactAt(exact, keptPlaces)) issues.push(`line-precision ${path}/discount_percent`);
  return fraction(steps, 10n ** BigInt(keptPlaces));
}

function bookLine(line: InvoiceLine, index: number, places: number, issues: string[]): BookedLine {
  const path = `/lines/${index}`;
  const quantity = readKept(line.quantity, `${path}/quantity`, issues);
  const unitPrice = netPrice(line, path, issues);
  const amount = rounded(times(quantity, unitPrice), places, 'half_up');
  const size = amount < 0n ? -amount : amount;
  const holds = size / 10n ** BigInt(places) <= mostWholeUnits;
  if (!holds) issues.push(`amount-too-large ${path}/quantity`);
  return { quantity, unitPrice, amount: holds ? amount : 0n, taxable: line.taxable, code: line.code ?? '' };
}

type OrderDiscount = (subtotal: bigint) => bigint;

function readOrderDiscount({ discount }: InvoiceRequest, places: number, issues: string[]): OrderDiscount {
  const none: OrderDiscount = () => 0n;
  if (discount.kind === 'none') return none;
  const value = readDecimal(discount.value.trim());
  if (value === null) issues.push('amount-unreadable /discount/value');
  if (value === null || sign(value) === 0) return none;
  const isPercent = discount.kind === 'percent';
  const tooMuch = isPercent && sign(minus(value, hundred)) > 0;
  const minor = rounded(value, places, 'half_up');
  const holds = isPercent || fits64Bits(minor);
  if (sign(value) < 0 || tooMuch || !holds || !isExactAt(value, isPercent ? 2 : places)) {
    issues.push('discount-invalid /discount/value');
    return none;
  }
  return isPercent ? (subtotal) => percentOf(subtotal, value) : () => minor;
}

/** So many percent of an amount in minor units, rounded half up once. */
const percentOf = (minor: bigint, percent: Rational): bigint =>
  rounded(over(times(whole(minor), percent), hundred), 0, 'half_up');

/** Parts in proportion to the weights that sum to the whole; what is left over goes to the largest
 *  remainders, one unit each, among equal ones to the earlier part. */
export function splitByLargestRemainder(total: bigint, weights: bigint[]): bigint[] {
  const sum = sumOf(weights);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const size = total < 0n ? -total : total;
  const parts = weights.map((weight) => (size * weight) / sum);
  const remainders = weights.map((weight) => (size * weight) % sum);
  for (let left = size - sumOf(parts); left > 0n; left -= 1n) {
    const largest = remainders.reduce(
      (best, rest, index) => (rest > (remainders[best] ?? -1n) ? index : best),
      0,
    );
    parts[largest] = (parts[largest] ?? 0n) + 1n;
    remainders[largest] = -1n;
  }
  return total < 0n ? parts.map((part) => -part) : parts;
}

const sumOf = (values: bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** What of the order discount falls on taxable lines. */
function taxableShare(lines: BookedLine[], discount: bigint): bigint {
  if (discount === 0n || lines.length === 0) return 0n;
  const amounts = lines.map((line) => line.amount);
  if (amounts.every((amount) => amount >= 0n)) {
    const parts = splitByLargestRemainder(discount, amounts);
    return sumOf(parts.filter((_, index) => lines[index]?.taxable));
  }
  // Shares of negative lines make no sense one by one, so the sums are compared.
  const subtotal = sumOf(amounts);
  if (subtotal === 0n) return 0n;
  return rounded(fraction(discount * taxableSum(lines), subtotal), 0, 'half_up');
}

const taxableSum = (lines: BookedLine[]): bigint =>
  sumOf(lines.filter((line) => line.taxable).map((line) => line.amount));

type FormTax = Exclude<Tax, { regime: 'lines' }>;

/** The percents that the tax is made of; none where nothing can be predicted. */
function taxPercents(taxable: bigint, tax: FormTax): Rational[] {
  if (tax.regime === 'none' || taxable === 0n) return [];
  const texts = tax.regime === 'manual' ? tax.percents : [tax.percent];
  return texts.map((text) => readDecimal(text) ?? whole(0n));
}

function formTotals(
  lines: BookedLine[],
  discountOn: OrderDiscount,
  tax: FormTax,
  places: number,
  afterTax: boolean,
) {
  const subtotal = sumOf(lines.map((line) => line.amount));
  const discount = discountOn(subtotal);
  const share = afterTax ? 0n : taxableShare(lines, discount);
  const taxable = taxableSum(lines) - share;
  const net = subtotal - discount;
  const percents = taxPercents(taxable, tax);
  const predicted = sumOf(percents.map((percent) => percentOf(taxable, percent)));
  const total = net + predicted;
  if (![subtotal, discount, share, taxable, net, total].every(fits64Bits)) return null;
  const text = (minor: bigint) => stepsText(minor, places);
  return {
    subtotal: text(subtotal),
    discount: text(discount),
    taxable: text(taxable),
    tax: percents.length === 0 ? null : text(predicted),
    percent: percents.length === 0 ? null : shortest(percents.reduce(plus)),
    total: text(total),
  };
}

type LineTax = Extract<Tax, { regime: 'lines' }>;

/** What each rate of a code makes of the price, in percent, at ten decimals. */
function effectivePercents(
  { rates, codes }: LineTax,
  code: string,
): { rate: string; percent: Rational }[] | null {
  const found = codes[Number(code)];
  if (code === '' || found === undefined) return null;
  const taken: { rate: string; percent: Rational }[] = [];
  for (const { rate, on } of found.rates) {
    const taxes = taken.map(({ percent }) => percent).reduce(plus, whole(0n));
    const of = on === 'amount' ? hundred : on === 'tax' ? taxes : plus(hundred, taxes);
    const exact = over(times(readDecimal(rates[Number(rate)] ?? '') ?? whole(0n), of), hundred);
    taken.push({ rate, percent: fraction(rounded(exact, 10, 'half_up'), 10n ** 10n) });
  }
  return taken;
}

interface TakenPart {
  rate: string;
  percent: Rational;
  amounts: bigint[];
}

/** The lines of each rate, in the order in which they meet it. */
function partsOf(lines: BookedLine[], tax: LineTax): TakenPart[] | null {
  const parts: TakenPart[] = [];
  for (const line of lines) {
    const percents = effectivePercents(tax, line.code);
    if (percents === null) return null;
    for (const { rate, percent } of percents) {
      const same = (part: TakenPart) => part.rate === rate && sign(minus(part.percent, percent)) === 0;
      const known = parts.find(same);
      if (known) known.amounts.push(line.amount);
      else parts.push({ rate, percent, amounts: [line.amount] });
    }
  }
  return parts;
}

function lineTotals(
  lines: BookedLine[],
  discountOn: OrderDiscount,
  tax: LineTax,
  places: number,
): LineTotals | null {
  const subtotal = sumOf(lines.map((line) => line.amount));
  const discount = discountOn(subtotal);
  // What leaves 64 bits on the way is known to nobody.
  let allHeld = true;
  const held = (value: bigint) => {
    allHeld &&= fits64Bits(value);
    return value;
  };
  const left = (amount: bigint) =>
    discount === 0n || subtotal === 0n
      ? amount
      : held(amount - held(rounded(fraction(discount * amount, subtotal), 0, 'half_up')));
  const taken = partsOf(lines, tax)?.map(({ rate, percent, amounts }) => {
    const base = left(sumOf(amounts));
    const of = (amount: bigint) => held(percentOf(amount, percent));
    return { rate, base, amount: tax.by_line ? held(sumOf(amounts.map((one) => of(left(one))))) : of(base) };
  });
  const parts = allHeld ? taken : undefined;
  const net = subtotal - discount;
  const total = net + sumOf((parts ?? []).map(({ amount }) => amount));
  if (![subtotal, discount, net, total].every(fits64Bits)) return null;
  const text = (minor: bigint) => stepsText(minor, places);
  return {
    subtotal: text(subtotal),
    discount: text(discount),
    parts: parts?.map(({ rate, base, amount }) => `${rate}: ${text(amount)} of ${text(base)}`) ?? null,
    total: text(total),
  };
}

export function answerInvoice(request: InvoiceRequest): InvoiceAnswer {
  const places = currencyPlaces[request.currency];
  if (places === undefined) throw new Error(`the oracle does not know ${request.currency}`);
  const issues: string[] = [];
  const lines = request.lines.map((line, index) => bookLine(line, index, places, issues));
  const discountOn = readOrderDiscount(request, places, issues);
  return {
    lines: lines.map((line) => ({
      quantity: shortest(line.quantity),
      unit_price: shortest(line.unitPrice),
      amount: stepsText(line.amount, places),
    })),
    issues,
    totals:
      request.tax.regime === 'lines'
        ? lineTotals(lines, discountOn, request.tax, places)
        : formTotals(lines, discountOn, request.tax, places, request.discount.after_tax ?? false),
  };
}

/** A decimal as the core holds it: its digits and how many of them are behind the point. */
export interface Operand {
  coefficient: bigint;
  scale: number;
}

export const operandText = ({ coefficient, scale }: Operand): string => stepsText(coefficient, scale);

const numberOf = ({ coefficient, scale }: Operand): Rational => fraction(coefficient, 10n ** BigInt(scale));

/** An exact result: at its natural scale, or with as many zeros less as it takes to fit. */
function exactText(value: Rational, naturalScale: number): string | null {
  for (let places = naturalScale; places >= 0 && isExactAt(value, places); places -= 1) {
    const steps = rounded(value, places, 'down');
    if (places <= mostPlaces && fits64Bits(steps)) return stepsText(steps, places);
  }
  return null;
}

function roundedText(value: Rational, places: number, mode: RoundingMode): string | null {
  const steps = rounded(value, places, mode);
  return fits64Bits(steps) ? stepsText(steps, places) : null;
}

export type OperationRequest =
  | { op: 'add' | 'subtract' | 'multiply' | 'compare'; a: Operand; b: Operand }
  | { op: 'negate' | 'normalized'; a: Operand }
  | { op: 'rescale'; a: Operand; places: number; rounding: RoundingMode }
  | { op: 'divide' | 'multiply_rounded'; a: Operand; b: Operand; places: number; rounding: RoundingMode }
  | { op: 'multiply_divide'; a: Operand; b: Operand; c: Operand; places: number; rounding: RoundingMode }
  | { op: 'split'; a: Operand; weights: Operand[] };

export function answerOperation(request: OperationRequest): string | string[] | null {
  const a = numberOf(request.a);
  switch (request.op) {
    case 'add':
      return exactText(plus(a, numberOf(request.b)), Math.max(request.a.scale, request.b.scale));
    case 'subtract':
      return exactText(minus(a, numberOf(request.b)), Math.max(request.a.scale, request.b.scale));
    case 'multiply':
      return exactText(times(a, numberOf(request.b)), request.a.scale + request.b.scale);
    case 'compare':
      return sign(minus(a, numberOf(request.b))).toString();
    case 'negate':
      return exactText(fraction(-a.numerator, a.denominator), request.a.scale);
    case 'normalized':
      return shortest(a);
    case 'rescale':
      return roundedText(a, request.places, request.rounding);
    case 'divide':
      return request.b.coefficient === 0n
        ? null
        : roundedText(over(a, numberOf(request.b)), request.places, request.rounding);
    case 'multiply_rounded':
      return roundedText(times(a, numberOf(request.b)), request.places, request.rounding);
    case 'multiply_divide': {
      if (request.c.coefficient === 0n) return null;
      const exact = over(times(a, numberOf(request.b)), numberOf(request.c));
      return roundedText(exact, request.places, request.rounding);
    }
    case 'split': {
      const parts = splitByLargestRemainder(
        request.a.coefficient,
        request.weights.map((weight) => weight.coefficient),
      );
      return parts.map(String);
    }
  }
}
