// Documents in QuickBooks and the card of a record.
import type { Issue } from './issues.ts';

export interface RecordRef {
  /** HubSpot object type id: '0-3' deal, '0-1' contact, '0-2' company. */
  type: string;
  id: string;
}

export interface MoneyText {
  /** Plain decimal with exactly the currency's places: '1234.50'. */
  amount: string;
  currency: string;
}

export type Status =
  | 'draft'
  | 'open'
  | 'awaiting-send'
  | 'sent'
  | 'overdue'
  | 'partially-paid'
  | 'paid'
  | 'voided'
  | 'deleted'
  /** Of estimates. */
  | 'pending'
  | 'accepted'
  | 'expired'
  | 'closed'
  | 'rejected';

/** What a sales form is called in paths of QuickBooks, and here. */
export type FormWord = 'invoice' | 'estimate' | 'salesreceipt';

export interface DocumentView {
  /** '<realm>:Invoice:<id>' */
  key: string;
  realm: string;
  company_name: string;
  kind: FormWord;
  id: string;
  number: string;
  customer_id: string;
  customer_name: string;
  /** One or two: an overdue invoice that is partly paid has both. */
  status: Status[];
  total: MoneyText;
  balance: MoneyText;
  /** What the lines do not say; null for none. Taken off, and added. */
  discount: MoneyText | null;
  tax: MoneyText | null;
  date: string;
  due_date: string | null;
  /** Opens the document in QuickBooks Online. */
  url: string;
  lines: { description: string; quantity: string | null; unit_price: string | null; amount: string }[];
  message: string;
  /** How many payments it names; read_payments tells about them. */
  payments: number;
  /** When it was last read from QuickBooks, milliseconds. */
  read_ms: number;
}

/** Report of open_record. */
export interface RecordCard {
  record: RecordRef;
  name: string;
  portal: string;
  companies: CompanyOption[];
  documents: DocumentView[];
  /** Sums per currency; amounts of two currencies are never added. */
  totals: { currency: string; billed: string; open: string; overdue: string }[];
  notices: Issue[];
  /** When the oldest of what is shown was read. */
  read_ms: number;
}

export interface CompanyOption {
  realm: string;
  name: string;
  country: string;
  home_currency: string;
}
