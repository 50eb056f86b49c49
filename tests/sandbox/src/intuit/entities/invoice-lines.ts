// The lines of an invoice: checked, completed, summed.
import { type Fields, preference, type Ref, resolve, resolveActive, table } from '../books.ts';
import {
  cents,
  type Exact,
  equal,
  exact,
  minus,
  numberOf,
  percentOf,
  rounded,
  share,
  times,
  total,
  zero,
} from '../exact.ts';
import { faults, refuse } from '../refusal.ts';
import type { Company, Entity } from '../state.ts';
import { findTaxCode, netOfGross, type TaxableLine } from '../tax/sales-tax.ts';
import { named } from './common.ts';

export interface LineContext {
  company: Company;
  customer: Entity;
  txnDate: string;
  /** Prices hold their tax (GlobalTaxCalculation TaxInclusive). */
  taxInclusive: boolean;
  taxNotApplicable: boolean;
  /** The code of automated or manual US tax for lines coded TAX. */
  documentTaxCode: string | null;
  previous: Entity | null;
}

export interface SettledLines {
  lines: Fields[];
  taxable: TaxableLine[];
  subtotal: Exact;
  discount: Exact;
  /** With tax in the prices: what the prices hold, all lines together. */
  gross: Exact;
}

const countsTowardsSubtotal = ['SalesItemLineDetail', 'GroupLineDetail'];

export function settleLines(context: LineContext, given: readonly Fields[]): SettledLines {
  const written = given.filter((line) => line['DetailType'] !== 'SubTotalLineDetail');
  const body = written.filter((line) => line['DetailType'] !== 'DiscountLineDetail');
  if (body.length === 0) refuse(faults.missing('Line'));
  if (given.length > 10_000) refuse(faults.business('A transaction may have at most 10000 lines.', 'Line'));
  const numbers = lineIds(context, body);
  const settled = body.map((line, index) => settleLine(context, line, numbers[index]!, index + 1));
  const counted = settled.filter((line) => countsTowardsSubtotal.includes(String(line.fields['DetailType'])));
  const taxable = counted.flatMap((line) => line.taxable);
  if (taxable.filter((line) => line.codeId !== null).length > 750) {
    refuse(faults.business('A taxable transaction may have at most 750 lines.', 'Line'));
  }
  const subtotal = total(taxable.map((line) => line.net));
  const discounts = written.filter((line) => line['DetailType'] === 'DiscountLineDetail');
  const settledDiscounts = discounts.map((line) => settleDiscount(context.company, line, subtotal));
  return {
    lines: [
      ...settled.map((line) => line.fields),
      { Amount: numberOf(cents(subtotal)), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
      ...settledDiscounts,
    ],
    taxable,
    subtotal,
    discount: total(settledDiscounts.map((line) => exact(Number(line['Amount'])))),
    gross: total(settled.map((line) => line.gross)),
  };
}

/** A line keeps a known id; an unknown or absent one makes it a new line. */
function lineIds(context: LineContext, lines: readonly Fields[]): string[] {
  const known = new Set(
    ((context.previous?.['Line'] as Fields[] | undefined) ?? []).map((line) => line['Id']),
  );
  let highest = Math.max(0, ...[...known].map((id) => Number(id ?? 0)));
  const taken = new Set<unknown>();
  return lines.map((line) => {
    const keeps = known.has(line['Id']) && line['Id'] !== undefined && !taken.has(line['Id']);
    if (!keeps) highest += 1;
    const id = keeps ? String(line['Id']) : String(highest);
    taken.add(id);
    return id;
  });
}

interface SettledLine {
  fields: Fields;
  taxable: TaxableLine[];
  gross: Exact;
}

function settleLine(context: LineContext, line: Fields, id: string, lineNum: number): SettledLine {
  const base = { Id: id, LineNum: lineNum, Description: line['Description'] };
  switch (line['DetailType']) {
    case 'SalesItemLineDetail':
      return settleSalesLine(context, line, base);
    case 'GroupLineDetail':
      return settleGroupLine(context, line, base);
    case 'DescriptionOnly':
      return {
        fields: compact({
          ...base,
          DetailType: 'DescriptionOnly',
          DescriptionLineDetail: line['DescriptionLineDetail'] ?? {},
        }),
        taxable: [],
        gross: zero,
      };
    default:
      return refuse(faults.missing('DetailType'));
  }
}

function settleSalesLine(context: LineContext, line: Fields, base: Fields): SettledLine {
  const { company } = context;
  if (line['Amount'] === undefined || line['Amount'] === null) refuse(faults.missing('Amount'));
  const detail = (line['SalesItemLineDetail'] as Fields | undefined) ?? {};
  const amount = checkedAmount(line, detail);
  const item = soldItem(context, detail['ItemRef']);
  const code = lineTaxCode(context, detail['TaxCodeRef'], item);
  const gross = context.taxInclusive
    ? cents(exact(Number(detail['TaxInclusiveAmt'] ?? line['Amount'])))
    : amount;
  const net = context.taxInclusive ? netOfGross(company, gross, code.taxCodeId, context.txnDate) : amount;
  const settledDetail: Fields = {
    ItemRef:
      detail['ItemRef'] && (detail['ItemRef'] as Ref).value === 'SHIPPING_ITEM_ID'
        ? { value: 'SHIPPING_ITEM_ID' }
        : named(company, 'Item', { value: item.Id }),
    ClassRef: classRef(company, detail['ClassRef']),
    UnitPrice: context.taxInclusive ? netUnitPrice(net, detail['Qty']) : unitPrice(amount, detail),
    Qty: detail['Qty'],
    ServiceDate: detail['ServiceDate'],
    ItemAccountRef: item['IncomeAccountRef'],
    TaxCodeRef: code.answered,
    TaxInclusiveAmt: context.taxInclusive ? numberOf(gross) : undefined,
  };
  return {
    fields: compact({
      ...base,
      Amount: numberOf(net),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: compact(settledDetail),
      LinkedTxn: line['LinkedTxn'],
      CustomField: line['CustomField'],
    }),
    taxable: [{ net, codeId: code.taxCodeId }],
    gross,
  };
}

/** `Qty x UnitPrice`, exactly, rounded half-up to cents, must be the Amount. */
function checkedAmount(line: Fields, detail: Fields): Exact {
  const amount = exact(Number(line['Amount']));
  const price = detail['UnitPrice'];
  if (price !== undefined && price !== null) {
    const quantity = exact(Number(detail['Qty'] ?? 1));
    if (!equal(cents(times(quantity, exact(Number(price)))), amount)) {
      refuse(faults.wrongAmount(String(line['Amount'])));
    }
  }
  return cents(amount);
}

function unitPrice(amount: Exact, detail: Fields): unknown {
  if (detail['UnitPrice'] !== undefined || detail['Qty'] === undefined) return detail['UnitPrice'];
  return netUnitPrice(amount, detail['Qty']);
}

/** QuickBooks keeps a unit price of up to seven decimals that gives the amount again. */
function netUnitPrice(net: Exact, quantity: unknown): number | undefined {
  if (quantity === undefined || Number(quantity) === 0) return undefined;
  return numberOf(rounded(share(net, exact(1), exact(Number(quantity)), 7), 7));
}

function soldItem(context: LineContext, ref: unknown): Entity {
  const { company, txnDate } = context;
  const value = (ref as Ref | undefined)?.value;
  if (value === 'SHIPPING_ITEM_ID') {
    if (preference(company, 'SalesFormsPrefs', 'AllowShipping') !== true) {
      refuse(faults.business('Shipping is not turned on.', 'ItemRef'));
    }
    return table(company, 'Item')[company.defaultItemId]!;
  }
  if (value === undefined) return table(company, 'Item')[company.defaultItemId]!;
  const item = resolveActive(company, 'Item', ref);
  if (item['Type'] === 'Category') refuse(faults.business('A category cannot be sold.', 'ItemRef'));
  const start = item['InvStartDate'];
  if (typeof start === 'string' && txnDate < start) refuse(faults.beforeInventoryStart(String(item['Name'])));
  return item;
}

function classRef(company: Company, ref: unknown): Ref | undefined {
  if (!ref) return undefined;
  if (preference(company, 'AccountingInfoPrefs', 'ClassTrackingPerTxnLine') !== true) {
    refuse(faults.notInEdition('Class tracking per line is not turned on.', 'ClassRef'));
  }
  return named(company, 'Class', { value: resolveActive(company, 'Class', ref).Id });
}

interface LineCode {
  /** As the line shows it: 'TAX', 'NON', or the id of a TaxCode. */
  answered: Ref | undefined;
  /** The TaxCode whose rates count; null = no tax on this line. */
  taxCodeId: string | null;
}

function lineTaxCode(context: LineContext, ref: unknown, item: Entity): LineCode {
  const { company } = context;
  const value = (ref as Ref | undefined)?.value;
  if (company.regime === 'by-line') return nonUsCode(context, value);
  if (value !== undefined && value !== 'TAX' && value !== 'NON') refuse(faults.wrongLineCode(value));
  const usesTax = preference(company, 'TaxPrefs', 'UsingSalesTax') === true;
  const byDefault = item['Taxable'] === true && context.customer['Taxable'] !== false ? 'TAX' : 'NON';
  const code = usesTax ? (value ?? byDefault) : 'NON';
  return { answered: { value: code }, taxCodeId: code === 'TAX' ? context.documentTaxCode : null };
}

function nonUsCode(context: LineContext, value: string | undefined): LineCode {
  if (context.taxNotApplicable) return { answered: undefined, taxCodeId: null };
  if (value === undefined) {
    refuse(
      faults.business('Make sure all your transactions have a GST/HST rate before you save.', 'TaxCodeRef'),
    );
  }
  const code = findTaxCode(context.company, value);
  if (!code) refuse(faults.invalidReference(`TaxCode element id ${value} not found`));
  return { answered: { value: code.Id }, taxCodeId: code.Id };
}

/** A bundle is sold as its parts, each at its own price. */
function settleGroupLine(context: LineContext, line: Fields, base: Fields): SettledLine {
  const { company } = context;
  const detail = (line['GroupLineDetail'] as Fields | undefined) ?? {};
  if (!detail['GroupItemRef']) refuse(faults.missing('GroupItemRef'));
  const group = resolveActive(company, 'Item', detail['GroupItemRef']);
  if (group['Type'] !== 'Group') refuse(faults.invalidReference(`Item ${group.Id} is not a bundle`));
  const quantity = exact(Number(detail['Quantity'] ?? 1));
  const parts = groupParts(group).map((part, index) => {
    const item = resolve(company, 'Item', part.ItemRef);
    const partQuantity = times(quantity, exact(part.Qty));
    const amount = cents(times(partQuantity, exact(Number(item['UnitPrice'] ?? 0))));
    const sales = { ItemRef: part.ItemRef, Qty: numberOf(partQuantity), UnitPrice: item['UnitPrice'] ?? 0 };
    return settleSalesLine(
      context,
      { Amount: numberOf(amount), SalesItemLineDetail: sales },
      { Id: `${String(base['Id'])}0${index + 1}`, LineNum: index + 1, Description: item['Description'] },
    );
  });
  const groupDetail = {
    GroupItemRef: named(company, 'Item', detail['GroupItemRef']),
    Quantity: numberOf(quantity),
    Line: parts.map((part) => part.fields),
  };
  const taxable = parts.flatMap((part) => part.taxable);
  const amount = total(taxable.map((part) => part.net));
  return {
    fields: compact({
      ...base,
      Amount: numberOf(cents(amount)),
      DetailType: 'GroupLineDetail',
      GroupLineDetail: groupDetail,
    }),
    taxable,
    gross: total(parts.map((part) => part.gross)),
  };
}

function groupParts(group: Entity): Array<{ ItemRef: Ref; Qty: number }> {
  const detail = group['ItemGroupDetail'] as
    | { ItemGroupLine?: Array<{ ItemRef: Ref; Qty: number }> }
    | undefined;
  return detail?.ItemGroupLine ?? [];
}

function settleDiscount(company: Company, line: Fields, subtotal: Exact): Fields {
  if (preference(company, 'SalesFormsPrefs', 'AllowDiscount') !== true) {
    refuse(faults.business('Discounts are not turned on.', 'DiscountLineDetail'));
  }
  const detail = (line['DiscountLineDetail'] as Fields | undefined) ?? {};
  const percent = detail['DiscountPercent'];
  const byPercent = detail['PercentBased'] === true;
  if (byPercent && (percent === undefined || percent === null)) refuse(faults.discountWithoutValue());
  if (!byPercent && (line['Amount'] === undefined || line['Amount'] === null))
    refuse(faults.discountWithoutValue());
  if (byPercent && (Number(percent) < 0 || Number(percent) > 100)) {
    refuse(faults.invalidNumber('DiscountPercent', String(percent)));
  }
  const amount = byPercent
    ? percentOf(subtotal, exact(Number(percent)))
    : cents(exact(Number(line['Amount'])));
  const byDefault = preference(company, 'SalesFormsPrefs', 'DefaultDiscountAccount');
  const accountRef = detail['DiscountAccountRef'] ?? (byDefault ? { value: String(byDefault) } : undefined);
  return {
    Amount: numberOf(amount),
    DetailType: 'DiscountLineDetail',
    DiscountLineDetail: compact({
      PercentBased: byPercent,
      DiscountPercent: byPercent ? percent : undefined,
      DiscountAccountRef: accountRef ? named(company, 'Account', accountRef) : undefined,
    }),
  };
}

export function compact(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** What is left of the subtotal after discounts. */
export function afterDiscount(settled: SettledLines): Exact {
  return minus(settled.subtotal, settled.discount);
}
