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
  percent: number;
}

/** One amount per rate, in the order in which the lines meet them. */
export function taxAmounts(company: Company, question: TaxQuestion): TaxAmount[] {
  const groups = new Map<string, { rate: Rate; nets: Exact[] }>();
  for (const line of question.lines) {
    if (line.codeId === null) continue;
    for (const rate of ratesOf(company, line.codeId, question.day)) {
      const group = groups.get(rate.id) ?? { rate, nets: [] };
      group.nets.push(line.net);
      groups.set(rate.id, group);
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
  const percent = exact(rate.percent);
  const base = left(total(nets));
  const amount =
    question.rounding === 'document'
      ? percentOf(base, percent)
      : nets.map((net) => percentOf(left(net), percent)).reduce(plus, zero);
  return { rateId: rate.id, percent: rate.percent, base, amount };
}

/** The rates a code charges on sales, with the value that holds on that day. */
export function ratesOf(company: Company, codeId: string, day: string): Rate[] {
  const code = table(company, 'TaxCode')[codeId];
  const details = (code?.['SalesTaxRateList'] as { TaxRateDetail?: Array<{ TaxRateRef: Ref }> } | undefined)
    ?.TaxRateDetail;
  return (details ?? []).map((detail) => {
    const rate = table(company, 'TaxRate')[detail.TaxRateRef.value]!;
    return { id: rate.Id, percent: percentOn(rate, day) };
  });
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
  const percents = total(ratesOf(company, codeId, day).map((rate) => exact(rate.percent)));
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
