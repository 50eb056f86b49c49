// The values the portal computes: amounts of line items, roll-ups of deals, balances of invoices.

import type { World } from '../world.ts';
import {
  add,
  compare,
  type Decimal,
  decimal,
  divideBy,
  multiply,
  percentOf,
  rounded,
  subtract,
  text,
  ZERO,
} from './decimal.ts';
import { linkedIds } from './links.ts';
import type { HubSpotRecord, HubSpotState } from './state.ts';
import { findRecord, setValues } from './store.ts';

const CURRENCIES_WITHOUT_CENTS = new Set(['JPY', 'KRW', 'CLP', 'VND']);
const PERIODS_A_YEAR: Record<string, bigint> = {
  weekly: 52n,
  biweekly: 26n,
  monthly: 12n,
  quarterly: 4n,
  per_six_months: 2n,
  annually: 1n,
};
const COMPLETED_PAYMENT = new Set(['succeeded', 'partially_refunded']);

const RECALCULATIONS: Record<string, (world: World, record: HubSpotRecord) => void> = {
  '0-3': recalculateDeal,
  '0-8': recalculateLineItem,
  '0-53': recalculateInvoice,
  '0-84': recalculateParentInvoices,
  '0-85': recalculateParentInvoices,
  '0-86': recalculateParentInvoices,
  '0-101': recalculatePayment,
};

/** Brings the computed values of a record, and of those that depend on it, up to date. */
export function recalculate(world: World, typeId: string, id: string): void {
  const record = findRecord(world.state.hubspot, typeId, id);
  if (record !== undefined) RECALCULATIONS[typeId]?.(world, record);
}

function linked(state: HubSpotState, record: HubSpotRecord, toTypeId: string): HubSpotRecord[] {
  const ids = linkedIds(state, { typeId: record.objectTypeId, id: record.id }, toTypeId);
  return ids.flatMap((id) => findRecord(state, toTypeId, id) ?? []);
}

function places(currency: string | undefined): number {
  return CURRENCIES_WITHOUT_CENTS.has(currency ?? '') ? 0 : 2;
}

function sum(values: Decimal[]): Decimal {
  return values.reduce(add, ZERO);
}

function recalculateLineItem(world: World, record: HubSpotRecord): void {
  const { properties } = record;
  const before = multiply(decimal(properties.price), decimal(properties.quantity ?? '1'));
  const discount = properties.hs_discount_percentage
    ? percentOf(before, decimal(properties.hs_discount_percentage))
    : multiply(decimal(properties.discount), decimal(properties.quantity ?? '1'));
  const net = rounded(subtract(before, discount), places(properties.hs_line_item_currency_code));
  const rate = taxRate(world.state.hubspot, properties.hs_tax_rate_group_id);
  setValues(world, record, {
    hs_pre_discount_amount: text(rounded(before, 2)),
    hs_total_discount: text(rounded(discount, 2)),
    amount: text(net),
    hs_tax_rate: rate ?? '',
    hs_post_tax_amount: text(rounded(add(net, percentOf(net, decimal(rate))), 2)),
    hs_margin: text(
      rounded(
        subtract(net, multiply(decimal(properties.hs_cost_of_goods_sold), decimal(properties.quantity))),
        2,
      ),
    ),
    ...revenue(net, properties.recurringbillingfrequency),
  });
  for (const deal of linked(world.state.hubspot, record, '0-3')) recalculateDeal(world, deal);
  recalculateParentInvoices(world, record);
}

function taxRate(state: HubSpotState, id: string | undefined): string | undefined {
  return state.taxRates.find((rate) => rate.id === id)?.percentageRate;
}

/** Monthly and annual worth of a line; a one-time line is worth its amount once. */
function revenue(net: Decimal, frequency: string | undefined): Record<string, string> {
  const periods = PERIODS_A_YEAR[frequency ?? ''];
  if (periods === undefined) return { hs_mrr: '0', hs_arr: '0', hs_acv: text(net), hs_tcv: text(net) };
  const annual = multiply(net, { digits: periods, scale: 0 });
  return {
    hs_mrr: text(rounded(divideBy(annual, 12n), 2)),
    hs_arr: text(annual),
    hs_acv: text(annual),
    hs_tcv: text(annual),
  };
}

function recalculateDeal(world: World, record: HubSpotRecord): void {
  const state = world.state.hubspot;
  const lines = linked(state, record, '0-8');
  const total = (name: string) => text(sum(lines.map((line) => decimal(line.properties[name]))));
  const stage = stageOf(state, record);
  setValues(world, record, {
    hs_acv: total('hs_acv'),
    hs_arr: total('hs_arr'),
    hs_mrr: total('hs_mrr'),
    hs_tcv: total('hs_tcv'),
    hs_is_closed: String(stage?.isClosed === true),
    hs_is_closed_won: String(stage?.isClosed === true && stage.probability === '1.0'),
  });
}

function stageOf(state: HubSpotState, deal: HubSpotRecord) {
  const pipeline = (state.pipelines['0-3'] ?? []).find(
    (candidate) => candidate.id === deal.properties.pipeline,
  );
  return pipeline?.stages.find((stage) => stage.id === deal.properties.dealstage);
}

function recalculateParentInvoices(world: World, record: HubSpotRecord): void {
  for (const invoice of linked(world.state.hubspot, record, '0-53')) recalculateInvoice(world, invoice);
}

function recalculateInvoice(world: World, record: HubSpotRecord): void {
  const state = world.state.hubspot;
  const lines = linked(state, record, '0-8');
  const computed = lines.length > 0 && record.properties.hs_invoice_billable !== 'false';
  const subtotal = sum(lines.map((line) => decimal(line.properties.amount)));
  const billed = computed
    ? invoiceTotal(state, record, subtotal)
    : decimal(record.properties.hs_amount_billed);
  const payments = linked(state, record, '0-101').filter((payment) =>
    COMPLETED_PAYMENT.has(payment.properties.hs_latest_status ?? ''),
  );
  const paid = sum(payments.map(paidAmount));
  const status = statusAfter(record, payments.length > 0 && compare(paid, billed) >= 0);
  const settled = status === 'paid' || status === 'voided';
  setValues(world, record, {
    ...(lines.length > 0 ? { hs_subtotal: text(subtotal) } : {}),
    ...(computed ? { hs_amount_billed: text(rounded(billed, 2)) } : {}),
    hs_amount_paid: text(paid),
    hs_balance_due: settled ? '0' : text(subtract(billed, paid)),
    hs_invoice_status: status,
    hs_payment_date: latestDate(payments),
  });
}

/** Discounts come off first, then fees are added, then taxes on top (reference hubspot.md 3, Invoice). */
function invoiceTotal(state: HubSpotState, invoice: HubSpotRecord, subtotal: Decimal): Decimal {
  const applied = (typeId: string, base: Decimal) =>
    linked(state, invoice, typeId)
      .sort((a, b) => compare(decimal(a.properties.hs_sort_order), decimal(b.properties.hs_sort_order)))
      .reduce((total, modifier) => add(total, modifierAmount(modifier, base)), ZERO);
  const discounted = subtract(subtotal, applied('0-84', subtotal));
  const withFees = add(discounted, applied('0-85', discounted));
  const lineTaxes = sum(
    linked(state, invoice, '0-8').map((line) =>
      percentOf(decimal(line.properties.amount), decimal(line.properties.hs_tax_rate)),
    ),
  );
  return rounded(
    add(add(withFees, applied('0-86', withFees)), lineTaxes),
    places(invoice.properties.hs_currency),
  );
}

function modifierAmount(modifier: HubSpotRecord, base: Decimal): Decimal {
  const value = decimal(modifier.properties.hs_value);
  return modifier.properties.hs_type === 'PERCENT' ? percentOf(base, value) : value;
}

function paidAmount(payment: HubSpotRecord): Decimal {
  return subtract(
    decimal(payment.properties.hs_initial_amount),
    decimal(payment.properties.hs_refunds_amount),
  );
}

function statusAfter(invoice: HubSpotRecord, covered: boolean): string {
  const status = invoice.properties.hs_invoice_status ?? 'draft';
  return status === 'open' && covered ? 'paid' : status;
}

function latestDate(payments: HubSpotRecord[]): string {
  return (
    payments
      .map((payment) => payment.properties.hs_initiated_date ?? '')
      .sort()
      .at(-1) ?? ''
  );
}

function recalculatePayment(world: World, record: HubSpotRecord): void {
  const invoices = linked(world.state.hubspot, record, '0-53');
  const { hs_initial_amount: amount, hs_fees_amount: fees } = record.properties;
  setValues(world, record, {
    hs_net_amount: text(subtract(decimal(amount), decimal(fees))),
    hs_has_associated_invoice: String(invoices.length > 0),
    hs_number_of_associated_invoices: String(invoices.length),
  });
  for (const invoice of invoices) recalculateInvoice(world, invoice);
}
