// Sales and invoices as the program document_lines reads them, and how the books write them.

export interface Line {
  item: string;
  text: string;
  quantity: number;
  cents: number;
}

export interface Deal {
  id: string;
  name: string;
  currency: string;
  /** null: the deal states none. */
  statedCents: number | null;
  closed: number;
  /** As the CRM has them; some teams enter none. */
  lines: Line[];
  /** What was sold in truth. */
  sold: Line[];
  monthly: boolean;
  companyName: string;
  buyers: { id: string; name: string; standing: 'linked' | 'matched' | 'possible' }[];
}

export interface Document {
  id: string;
  customer: string;
  number: string;
  currency: string;
  /** Days since 2025-01-01. */
  day: number;
  lines: Line[];
  taxCents: number;
  memo: string;
}

const dayZero = Date.UTC(2025, 0, 1);
const dayMs = 86_400_000;

export const dateOf = (day: number): string => new Date(dayZero + day * dayMs).toISOString().slice(0, 10);

export function money(cents: number): string {
  const digits = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { cents }) => sum + cents, 0);

/** The 'deals' member of a request. */
export function dealJson(deal: Deal): unknown {
  return {
    sale: {
      source: { type: '0-3', id: deal.id },
      name: deal.name,
      currency: deal.currency,
      ...(deal.statedCents === null ? {} : { stated_amount: money(deal.statedCents) }),
      close_date: dateOf(deal.closed),
      companies: [{ id: '1', name: deal.companyName }],
      lines: deal.lines.map(({ item, text, quantity, cents }, index) => ({
        source_id: `${deal.id}${index}`,
        name: text,
        quantity: String(quantity),
        unit_price: '0',
        stated_amount: money(cents),
        ...(deal.monthly ? { recurrence: { frequency: 'monthly', periods: 12 } } : {}),
        ...(item === '' ? {} : { links: [{ realm: '1', type: 'Item', id: item }] }),
      })),
    },
    buyers: deal.buyers,
  };
}

/** An Invoice of core/model. */
export function documentJson(document: Document): unknown {
  const { currency } = document;
  const total = { amount: money(sumOf(document.lines) + document.taxCents), currency };
  return {
    realm: '1',
    id: document.id,
    number: document.number,
    customer_id: document.customer,
    currency,
    date: dateOf(document.day),
    total,
    balance: total,
    ...(document.taxCents === 0 ? {} : { tax: { amount: money(document.taxCents), currency } }),
    discount: '0',
    memo: document.memo,
    lines: document.lines.map(({ item, text, quantity, cents }) => ({
      item_id: item,
      description: text,
      quantity: String(quantity),
      amount: money(cents),
    })),
  };
}

export const keyOf = ({ id }: Document): string => `1:Invoice:${id}`;
