// Composing an invoice: what was read, what the person may edit, and what it comes to.
import type { DocumentView, FormWord } from './documents.ts';
import type { Issue } from './issues.ts';

export type Question = { kind: 'compose-invoice'; basis: Basis; view: ComposeView };

/** What the page sends back to a compose-invoice question. */
export type ComposeAnswer = { kind: 'approve'; choices: Choices; approved_hash: string } | { kind: 'cancel' };

/** Everything the composition rests on, as read; opaque to the page, handed back to compose(). */
export interface Basis {
  /** ISO date of today in the company's zone. */
  today: string;
  company: { realm: string; name: string; home_currency: string; [more: string]: unknown };
  sale: { name: string; [more: string]: unknown };
  [more: string]: unknown;
}

/** What the person may edit. Quantities, prices and percents are plain decimal text. */
export interface Choices {
  customer:
    | { kind: 'undecided' }
    | { kind: 'existing'; id: string }
    | {
        kind: 'create';
        display_name: string;
        company_name: string;
        given_name: string;
        family_name: string;
        email: string;
        phone: string;
        currency: string;
        /** The customer that it is put beneath, '' for none. */
        parent_id: string;
      };
  naming: Naming;
  lines: LineChoice[];
  discount:
    | { kind: 'none' }
    /** `after_tax`: US, tax is charged on what stood there before it; left out, it is not. */
    | { kind: 'percent' | 'amount'; value: string; after_tax?: boolean };
  term_id: string;
  date: string;
  /** null: computed from date and term. */
  due_date: string | null;
  message: string;
  memo: string;
  email: string;
  /** Who gets copies: addresses with commas between. */
  cc: string;
  /** '' lets QuickBooks number. */
  number: string;
  /** Home units for one of the document's; '' where that is in the home currency. */
  exchange_rate: string;
  /** Of an estimate, '' for none. */
  expiration: string;
  /** Id of the estimate that an invoice closes, '' for none. */
  estimate_id: string;
  /** Of a sales receipt; '' leaves it to QuickBooks. */
  payment_method_id: string;
  deposit_account_id: string;
  payment_reference: string;
  /** A further invoice for the same deal, wanted by the person. */
  another: boolean;
  /** Documents that it is not, though it looks like them, confirmed by the person: '<realm>:Invoice:<id>'. */
  beside: string[];
}

/** Whom a customer stands for, and what it is called: "Acme", "Ana Sol", "Acme (Ana Sol)", "Acme:Ana Sol", "Acme" with copies. */
export type NamePolicy = 'company' | 'contact' | 'company-with-contact' | 'sub-customer' | 'shared';

/** What people decided once, for all deals. */
export interface Preferences {
  /** Of new customers, until somebody chooses otherwise. */
  naming: NamePolicy;
  /** same-contact: first name, last name and e-mail address decide, and who has them not is a new customer. */
  customers: 'evidence' | 'same-contact';
  /** Invoices that are certainly a deal's are added to it unasked. */
  add_by_itself: boolean;
  /** By company: what becomes of lines whose products QuickBooks has not. */
  products: Record<string, ProductRules>;
}

export interface ProductRules {
  /** Asked about, created, or booked on one product, "Custom line item". */
  missing: 'ask' | 'create' | 'stand-in';
  /** Of what is created; '' leaves the lines to be asked about. */
  income_account_id: string;
}

export interface Naming {
  policy: NamePolicy;
  /** The contact that is billed; '' for the billing contact, else the first. */
  contact_id: string;
}

/** The deal's own lines (quote is ''), or one of its quotes. */
export interface BillingSource {
  quote: string;
  name: string;
  /** good, or why it cannot be billed. */
  state: 'good' | 'draft' | 'waiting' | 'rejected' | 'expired' | 'unknown';
  /** ISO date. */
  expires: string | null;
  chosen: boolean;
}

export interface LineChoice {
  /** Line item of the deal; '' for a line added by hand. */
  source_id: string;
  include: boolean;
  item:
    | { kind: 'undecided' }
    | { kind: 'existing'; id: string; name: string }
    | { kind: 'create'; name: string; sku: string; income_account_id: string };
  description: string;
  quantity: string;
  unit_price: string;
  /** Percent off this line, '' for none; it becomes a net price. */
  discount_percent: string;
  /** In the US. */
  taxable: boolean;
  /** Elsewhere: id of a tax code, '' for none yet. */
  tax_code: string;
  /** ISO date, '' for none. */
  service_date: string;
}

/** A name of QuickBooks and whose it is. */
export interface TakenName {
  kind: 'customer' | 'vendor' | 'employee' | 'planned';
  id: string;
  active: boolean;
  display_name: string;
  parent_id: string;
}

/** The customer that would be made: its name by every policy that fits the sale. */
export interface CustomerPlan {
  contacts: { id: string; name: string; email: string }[];
  /** The one that is billed, '' without any. */
  contact_id: string;
  /** The proposed one first. */
  policies: PolicyPlan[];
}

export interface PolicyPlan {
  policy: NamePolicy;
  /** False where no name is free or usable. */
  available: boolean;
  name: string;
  parent_name: string;
  /** The customer above is the company's, and is made first. */
  parent_is_new: boolean;
  cc: string;
  /** Names passed over, in the order of trying; `holder` is null for one that is unusable. */
  avoided: { name: string; why: string; holder: TakenName | null }[];
  /** What was done to a name or address: a colon replaced, a letter left out. */
  changes: { part: string; step: string; characters: string }[];
  problems: { problem: string; detail: string }[];
}

/** What a comparison is about: a stored link, a field of both records, or what bars a record. */
export type EvidenceField =
  | 'prior'
  | 'link'
  | 'active'
  | 'contact'
  | 'currency'
  | 'name'
  | 'legal_form'
  | 'email'
  | 'phone'
  | 'website'
  | 'street'
  | 'postcode'
  | 'city'
  | 'region'
  | 'country'
  | 'household'
  | 'sku'
  | 'code'
  | 'quantity'
  | 'colour'
  | 'number'
  | 'text'
  | 'price'
  // Of documents
  | 'customer'
  | 'amount'
  | 'frequency'
  | 'date'
  | 'lines'
  | 'reference'
  | 'billed';

/** The same of two documents; its fields are the amount, the dates, the lines and others of that kind. */
export type DocumentEvidence = Omit<Evidence, 'field'> & { field: string };

export interface Evidence {
  field: EvidenceField;
  level: string;
  /** HubSpot's value as compared; what was typed, in a search. */
  left: string;
  /** QuickBooks's value as compared. */
  right: string;
  /** Points, may be negative; they sum to the candidate's score. A hundred double the odds. */
  weight: string;
}

export interface CustomerCandidate {
  id: string;
  display_name: string;
  company_name: string;
  email: string;
  currency: string;
  active: boolean;
  score: string;
  evidence: Evidence[];
  /** The whole record, opaque: a chosen search result goes back to compose() in `Picked`. */
  record: unknown;
}

export interface ItemCandidate {
  id: string;
  name: string;
  sku: string;
  type: string;
  unit_price: string | null;
  active: boolean;
  score: string;
  evidence: Evidence[];
  /** The whole record; of it a page reads only what a new line takes over. */
  record: { description?: string; taxable?: boolean; tax_code_id?: string; [more: string]: unknown };
}

/** Records found by search after the basis was read, so that compose() knows what was chosen. */
export interface Picked {
  customers: unknown[];
  items: unknown[];
  /** The customer's invoices, out of a RecentInvoicesReport. */
  documents?: unknown[];
}

/** A document that the draft may repeat. */
export interface DuplicateView {
  document: DocumentView;
  /** The same customer, amount and lines, dated within two weeks. */
  exact: boolean;
  /** The person confirmed that the draft stands beside it. */
  beside: boolean;
  score: string;
  evidence: DocumentEvidence[];
}

/** Answer of compose(): everything the composer shows. */
export interface ComposeView {
  /** As understood, proposals filled in. */
  choices: Choices;
  customer_candidates: CustomerCandidate[];
  customer_plan: CustomerPlan;
  /** The number after those in QuickBooks, '' when they could not be read; null where QuickBooks numbers itself. */
  next_number: string | null;
  /** What is made. */
  document: FormWord;
  /** Of the deal, that an invoice may close. */
  estimates: { id: string; number: string; total: string; customer_id: string }[];
  payment_methods: { id: string; name: string }[];
  /** Where received money may lie. */
  deposit_accounts: { id: string; name: string }[];
  /** Whether lines may or must say when the service was given. */
  service_dates: 'off' | 'allowed' | 'demanded';
  /** Where the document is in another currency than the books. */
  exchange: {
    home_currency: string;
    /** Home units for one of the document's; '' for none. */
    rate: string;
    /** ISO date of QuickBooks' rate; null for one that was typed. */
    date: string | null;
    /** What the total comes to in the home currency. */
    total: string | null;
  } | null;
  lines: {
    /** Quantity x net price, '' when unreadable. */
    amount: string;
    net_unit_price: string;
    /** Income account, '' where only QuickBooks knows. */
    account: string;
    candidates: ItemCandidate[];
    /** How often it bills, '' for once. */
    recurrence: string;
  }[];
  /** The term that counts: the chosen one, else the customer's, else the company's. */
  term_id: string;
  terms: { id: string; name: string }[];
  /** Outside the US; `percent` is the whole of a code on the day of the document, null where it has none then. */
  tax_codes: { id: string; name: string; percent: string | null }[];
  income_accounts: { id: string; name: string }[];
  currency: string;
  due_date: string;
  totals: {
    subtotal: string;
    discount: string;
    taxable: string;
    tax:
      | { kind: 'none' }
      | { kind: 'quickbooks' }
      | { kind: 'predicted'; amount: string; percent: string; basis: string }
      /** Outside the US, what each rate takes of which net amount. */
      | {
          kind: 'rates';
          amount: string;
          parts: { name: string; percent: string; base: string; amount: string }[];
        };
    /** With a predicted tax, without an unknown one. */
    total: string;
  };
  issues: Issue[];
  /** Worst first. */
  duplicates: DuplicateView[];
  /** What can be billed, the deal's own lines first; with a single one there is nothing to choose. */
  sources: BillingSource[];
  /** What will happen, in order. */
  effects: PlannedEffect[];
  /** What the document adds to which account; `account` is '' where only QuickBooks knows which. */
  postings: {
    kind: 'receivable' | 'deposit' | 'discount' | 'income' | 'tax';
    account: string;
    amount: string;
  }[];
  /** The payload field by field; `before` is null where nothing existed. */
  rows: {
    document: 'customer' | 'item' | FormWord;
    field: string;
    label: string;
    before: string | null;
    after: string;
  }[];
  /** The exact bodies that would be sent now, in order. */
  payloads: { method: string; path: string; body: string }[];
  /** Names the payload; goes back with the approval. */
  hash: string;
  /** No errors: Create may be pressed. */
  ready: boolean;
}

export interface PlannedEffect {
  service: 'quickbooks' | 'hubspot';
  /** 'create-customer', 'create-item', 'create-<form>', 'mirror-invoice', 'associate', 'update-deal' */
  action: string;
  args: Record<string, string>;
}
