// Sales tax of one document, in exact arithmetic: the rates of each line's code on what is left of it after discount.
import { type Ref, rows, table } from '../books.ts';
import {
  cents,
  type Exact,
  exact,
  isZero,
  minus,
  numberOf,
  percentOf,
  plus,
  share,
  textOf,
  times,
  total,
  zero,
} from '../exact.ts';
import type { Company, Entity } from '../state.ts';

/** A line as tax sees it. */
export interface TaxableLine {
  /** Before the document's discount, without tax. */
  net: Exact;
  /** The TaxCode whose rates apply; null = not taxed. */
  codeId: string | null;
}

export interface TaxQuestion {
  lines: readonly TaxableLine[];
  discount: Exact;
  /** Discount first, then tax. */
  afterDiscount: boolean;
  rounding: 'document' | 'line';
  /** The day whose rates count. */
  day: string;
}

export interface TaxAmount {
  rateId: string;
  percent: number;
  base: Exact;
  amount: Exact;
}

interface Rate {
  id: string;
  /** As the agency states it. */
  percent: number;
  /** Of the price, where it is taken on other taxes too. */
  effective: Exact;
}

/** One amount per rate, in the order in which the lines meet them. */
export function taxAmounts(company: Company, question: TaxQuestion): TaxAmount[] {
  const groups = new Map<string, { rate: Rate; nets: Exact[] }>();
  for (const line of question.lines) {
    if (line.codeId === null) continue;
    for (const rate of ratesOf(company, line.codeId, question.day)) {
      const key = `${rate.id} ${textOf(rate.effective)}`;
      const group = groups.get(key) ?? { rate, nets: [] };
      group.nets.push(line.net);
      groups.set(key, group);
    }
  }
  const subtotal = total(question.lines.map((line) => line.net));
  return [...groups.values()].map(({ rate, nets }) => taxAmount(rate, nets, subtotal, question));
}

function taxAmount(rate: Rate, nets: readonly Exact[], subtotal: Exact, question: TaxQuestion): TaxAmount {
  const left = (net: Exact): Exact => {
    if (!question.afterDiscount || isZero(question.discount) || isZero(subtotal)) return net;
    return minus(net, share(question.discount, net, subtotal, 2));
  };
  const percent = rate.effective;
  const base = left(total(nets));
  const amount =
    question.rounding === 'document'
      ? percentOf(base, percent)
      : nets.map((net) => percentOf(left(net), percent)).reduce(plus, zero);
  return { rateId: rate.id, percent: rate.percent, base, amount };
}

interface RateDetail {
  TaxRateRef: Ref;
  TaxTypeApplicable?: string;
  TaxOrder?: number;
  TaxOnTaxOrder?: number;
}

/** The rates a code charges on sales, with the values that hold on that day, in the order in which they are taken. */
export function ratesOf(company: Company, codeId: string, day: string): Rate[] {
  const code = table(company, 'TaxCode')[codeId];
  const list = code?.['SalesTaxRateList'] as { TaxRateDetail?: RateDetail[] } | undefined;
  const details = [...(list?.TaxRateDetail ?? [])].sort((one, other) => orderOf(one) - orderOf(other));
  const taken: Array<{ detail: RateDetail; rate: Rate }> = [];
  for (const detail of details) {
    const entity = table(company, 'TaxRate')[detail.TaxRateRef.value]!;
    const percent = percentOn(entity, day);
    const taxes = taken
      .filter((one) => orderOf(one.detail) <= (detail.TaxOnTaxOrder ?? -1))
      .map(({ rate }) => rate.effective);
    const of = takenOf(detail.TaxTypeApplicable, total(taxes));
    taken.push({ detail, rate: { id: entity.Id, percent, effective: percentOfPercent(of, percent) } });
  }
  return taken.map(({ rate }) => rate);
}

const orderOf = (detail: RateDetail): number => detail.TaxOrder ?? 0;

/** In percent of the price. */
function takenOf(applies: string | undefined, taxes: Exact): Exact {
  if (applies === 'TaxOnTax') return taxes;
  return applies === 'TaxOnAmountPlusTax' ? plus(exact(100), taxes) : exact(100);
}

function percentOfPercent(of: Exact, percent: number): Exact {
  const { units, scale } = times(of, exact(percent));
  return { units, scale: scale + 2 };
}

interface EffectiveRate {
  RateValue: number;
  EffectiveDate: string;
  EndDate?: string;
}

function percentOn(rate: Entity, day: string): number {
  const periods = (rate['EffectiveTaxRate'] as EffectiveRate[] | undefined) ?? [];
  const holds = (period: EffectiveRate) =>
    period.EffectiveDate.slice(0, 10) <= day && (!period.EndDate || period.EndDate.slice(0, 10) >= day);
  return periods.find(holds)?.RateValue ?? Number(rate['RateValue']);
}

/** The net of a price that includes the tax of this code. */
export function netOfGross(company: Company, gross: Exact, codeId: string | null, day: string): Exact {
  if (codeId === null) return gross;
  const percents = total(ratesOf(company, codeId, day).map((rate) => rate.effective));
  return share(gross, exact(100), plus(exact(100), percents), 2);
}

/** TxnTaxDetail as it is answered. */
export function taxDetail(amounts: readonly TaxAmount[], codeId: string | null): Record<string, unknown> {
  const detail: Record<string, unknown> = codeId === null ? {} : { TxnTaxCodeRef: { value: codeId } };
  detail['TotalTax'] = numberOf(cents(total(amounts.map((entry) => entry.amount))));
  if (amounts.length > 0) detail['TaxLine'] = amounts.map(taxLine);
  return detail;
}

function taxLine(entry: TaxAmount): Record<string, unknown> {
  return {
    Amount: numberOf(cents(entry.amount)),
    DetailType: 'TaxLineDetail',
    TaxLineDetail: {
      TaxRateRef: { value: entry.rateId },
      PercentBased: true,
      TaxPercent: entry.percent,
      NetAmountTaxable: numberOf(cents(entry.base)),
    },
  };
}

export function findTaxCode(company: Company, id: string): Entity | undefined {
  return rows(company, 'TaxCode').find((code) => code.Id === id && code['Active'] !== false);
}
