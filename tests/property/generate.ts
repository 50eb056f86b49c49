// Random invoices and operations: mostly what people sell, often at a rounding border, sometimes absurd.
import {
  currencyPlaces,
  type InvoiceLine,
  type InvoiceRequest,
  type Operand,
  type OperationRequest,
  type Tax,
} from './oracle.ts';
import type { Random } from './random.ts';
import type { RoundingMode } from './rational.ts';

const currencies = ['USD', 'USD', 'USD', 'CAD', ...Object.keys(currencyPlaces)];

/** What no number is, or no number that fits. */
const unreadable = [
  '',
  ' ',
  '1,5',
  '1e3',
  '.5',
  '5.',
  '+1',
  '--1',
  '1 000',
  'NaN',
  '1.2345678901234567890',
  '9223372036854775808',
];

/** Numbers at the borders of what the core and QuickBooks can hold. */
const borders = [
  '9223372036854775807',
  '-9223372036854775808',
  '92233720368547758.07',
  '9999999999',
  '9999999999.99',
  '9999999999.994',
  '9999999999.995',
  '10000000000',
  '922337203685.4775807',
  '922337203685.4775808',
  '0.000000000000000001',
  '0.00000005',
  '0.00000004',
  '0.0000001',
  '-0.00000005',
  '0',
  '-0',
  '0.00',
  '000',
];

function decimalText(random: Random, mostDigits: number, mostDecimals: number): string {
  const digits = random.digits(random.between(1, mostDigits)).replace(/^0+(?=\d)/, '');
  const decimals = random.digits(random.below(mostDecimals + 1));
  return decimals === '' ? digits : `${digits}.${decimals}`;
}

function signed(random: Random, text: string): string {
  return random.chance(3) ? `-${text}` : text;
}

function odd(random: Random): string {
  return random.chance(50) ? random.pick(borders) : random.pick(unreadable);
}

function quantityText(random: Random): string {
  const kind = random.below(100);
  if (kind < 1) return odd(random);
  if (kind < 45) return signed(random, random.between(1, 60).toString());
  if (kind < 60)
    return signed(random, `${random.below(20)}.${random.pick(['5', '25', '125', '75', '333333', '05'])}`);
  if (kind < 95) return signed(random, decimalText(random, 3, 4));
  return signed(random, decimalText(random, 5, 10));
}

function priceText(random: Random): string {
  const kind = random.below(100);
  if (kind < 1) return odd(random);
  if (kind < 60) return signed(random, `${random.below(2000)}.${random.digits(2)}`);
  if (kind < 75) return signed(random, `${random.below(500)}.${random.digits(2)}5`);
  if (kind < 95) return signed(random, decimalText(random, 6, 7));
  return signed(random, decimalText(random, 11, 12));
}

function lineDiscountText(random: Random): string {
  const kind = random.below(100);
  if (kind < 65) return '';
  if (kind < 80) return random.between(0, 100).toString();
  if (kind < 98) return decimalText(random, 2, 6);
  return random.chance(50)
    ? random.pick(['101', '-5', '100.01', '99.9999999999999999', '0.0000000000000001'])
    : odd(random);
}

function line(random: Random, taxablePercent: number): InvoiceLine {
  return {
    quantity: quantityText(random),
    unit_price: priceText(random),
    discount_percent: lineDiscountText(random),
    taxable: random.chance(taxablePercent),
  };
}

function orderDiscount(random: Random): InvoiceRequest['discount'] {
  const kind = random.below(100);
  if (kind < 40) return { kind: 'none', value: '' };
  const after_tax = random.chance(30);
  if (kind < 70) return { kind: 'percent', value: decimalText(random, 2, 2), after_tax };
  if (kind < 95) return { kind: 'amount', value: decimalText(random, 4, 2), after_tax };
  const value = random.pick([...borders, ...unreadable, '100', '100.01', '33.333', '-1', '12.5']);
  return { kind: random.chance(50) ? 'percent' : 'amount', value, after_tax };
}

function percentText(random: Random): string {
  return random.pick([
    '7.25',
    '8.875',
    '9.975',
    '5',
    '6.5',
    '0',
    '10.25',
    '0.125',
    decimalText(random, 2, 4),
  ]);
}

/** Rates of which codes share some, one code in four with a tax on a tax. */
function lineTax(random: Random): Tax {
  const rates = Array.from({ length: random.between(1, 5) }, () => percentText(random));
  const code = () => ({
    rates: Array.from({ length: random.below(4) }, () => ({
      rate: String(random.below(rates.length)),
      on: random.chance(75) ? ('amount' as const) : random.pick(['amount-and-tax', 'tax'] as const),
    })),
  });
  const codes = Array.from({ length: random.between(1, 5) }, code);
  return { regime: 'lines', by_line: random.chance(50), rates, codes };
}

function tax(random: Random): Tax {
  const kind = random.below(100);
  if (kind >= 50) return lineTax(random);
  if (kind < 5) return { regime: 'none' };
  if (kind < 27) return { regime: 'automated', percent: percentText(random) };
  return { regime: 'manual', percents: Array.from({ length: random.below(4) }, () => percentText(random)) };
}

function lineCount(random: Random): number {
  const kind = random.below(100);
  if (kind < 1) return 0;
  return kind < 97 ? random.between(1, 6) : random.between(7, 40);
}

/** Nearly always one of them. */
function codeOf(random: Random, codes: number): string {
  return random.chance(1) ? '' : String(random.below(codes));
}

export function randomInvoice(random: Random): InvoiceRequest {
  const taxablePercent = random.pick([0, 30, 60, 100]);
  const taxed = tax(random);
  const made = () => {
    const plain = line(random, taxablePercent);
    return taxed.regime === 'lines' ? { ...plain, code: codeOf(random, taxed.codes.length) } : plain;
  };
  return {
    currency: random.pick(currencies),
    lines: Array.from({ length: lineCount(random) }, made),
    discount: orderDiscount(random),
    tax: taxed,
  };
}

const extremes = [
  0n,
  1n,
  -1n,
  5n,
  -5n,
  10n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  10n ** 18n,
  -(10n ** 18n),
  5n * 10n ** 17n,
];

function operand(random: Random): Operand {
  return {
    coefficient: random.chance(25) ? random.pick(extremes) : random.integer64(),
    scale: random.chance(20) ? random.pick([0, 18]) : random.below(19),
  };
}

function weights(random: Random): Operand[] {
  return Array.from({ length: random.between(1, 8) }, () => {
    const size = BigInt.asUintN(63, random.integer64());
    return { coefficient: random.chance(20) ? 0n : size, scale: 0 };
  });
}

const roundings: RoundingMode[] = ['half_up', 'half_even', 'down', 'up'];

export function randomOperation(random: Random): OperationRequest {
  const a = operand(random);
  const b = operand(random);
  const cut = { places: random.below(19), rounding: random.pick(roundings) };
  const op = random.pick([
    'add',
    'subtract',
    'multiply',
    'compare',
    'negate',
    'normalized',
    'rescale',
    'divide',
    'multiply_rounded',
    'multiply_divide',
    'split',
  ] as const);
  if (op === 'negate' || op === 'normalized') return { op, a };
  if (op === 'rescale') return { op, a, ...cut };
  if (op === 'divide' || op === 'multiply_rounded') return { op, a, b, ...cut };
  if (op === 'multiply_divide') return { op, a, b, c: operand(random), ...cut };
  if (op === 'split') return { op, a: { ...a, scale: 0 }, weights: weights(random) };
  return { op, a, b };
}
