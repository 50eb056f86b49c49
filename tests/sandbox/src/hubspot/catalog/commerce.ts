// Built-in properties of products, line items, quotes, invoices, payments and what modifies a total.
import {
  bool,
  calculated,
  choice,
  choices,
  type Draft,
  date,
  datetime,
  longText,
  number,
  readOnly,
  text,
  unique,
} from './define.ts';

const FREQUENCIES = [
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
];
const PRICING_MODELS = ['flat', 'volume', 'graduated', 'stairstep'];

const PRICE: Draft[] = [
  text('name', 'Name'),
  longText('description', 'Description'),
  number('price', 'Unit price'),
  number('hs_cost_of_goods_sold', 'Unit cost'),
  choice('recurringbillingfrequency', FREQUENCIES, 'Billing frequency'),
  text('hs_recurring_billing_period', 'Term'),
  choice('hs_pricing_model', PRICING_MODELS, 'Pricing model'),
  longText('hs_tier_ranges', 'Tier ranges'),
  longText('hs_tier_prices', 'Tier prices'),
];

export const PRODUCT: Draft[] = [
  ...PRICE,
  unique(text('hs_sku', 'SKU')),
  choice('hs_product_type', ['inventory', 'non_inventory', 'service'], 'Product type'),
  number('hs_price_usd', 'USD unit price'),
  number('hs_price_eur', 'EUR unit price'),
  number('hs_price_cad', 'CAD unit price'),
  number('hs_price_jpy', 'JPY unit price'),
];

export const LINE_ITEM: Draft[] = [
  ...PRICE,
  text('hs_sku', 'SKU'),
  number('hs_product_id', 'Product ID'),
  number('quantity', 'Quantity'),
  calculated(number('amount', 'Net price')),
  choice('hs_line_item_currency_code', [], 'Currency'),
  number('discount', 'Unit discount'),
  number('hs_discount_percentage', 'Discount percentage'),
  calculated(number('hs_total_discount', 'Total discount')),
  calculated(number('hs_pre_discount_amount', 'Pre-discount amount')),
  text('hs_tax_rate_group_id', 'Tax rate group ID'),
  readOnly(number('hs_tax_rate', 'Tax rate')),
  text('hs_tax_category', 'Tax category'),
  calculated(number('hs_post_tax_amount', 'Post-tax amount')),
  date('hs_recurring_billing_start_date', 'Billing start date'),
  readOnly(date('hs_recurring_billing_end_date', 'Billing end date')),
  number('hs_recurring_billing_number_of_payments', 'Number of payments'),
  number('hs_position_on_quote', 'Position on quote'),
  unique(text('hs_external_id', 'External ID')),
  calculated(number('hs_margin', 'Margin')),
  calculated(number('hs_mrr', 'Monthly recurring revenue')),
  calculated(number('hs_arr', 'Annual recurring revenue')),
  calculated(number('hs_acv', 'Annual contract value')),
  calculated(number('hs_tcv', 'Total contract value')),
];

const QUOTE_STATUSES = [
  'DRAFT',
  'PENDING_APPROVAL',
  'APPROVED',
  'APPROVAL_NOT_NEEDED',
  'REJECTED',
  'ACCEPTED',
];
const PAYMENT_METHODS = ['CREDIT_OR_DEBIT_CARD', 'ACH', 'SEPA', 'BACS', 'PADS'];

export const QUOTE: Draft[] = [
  text('hs_title', 'Quote name'),
  date('hs_expiration_date', 'Expiration date'),
  choice('hs_status', QUOTE_STATUSES, 'Approval status'),
  calculated(number('hs_quote_amount', 'Quote amount')),
  readOnly(text('hs_quote_number', 'Quote number')),
  choice('hs_currency', [], 'Currency'),
  text('hs_language', 'Language'),
  text('hs_locale', 'Locale'),
  text('hs_timezone', 'Time zone'),
  readOnly(text('hs_quote_link', 'Quote link')),
  readOnly(text('hs_pdf_download_link', 'PDF download link')),
  readOnly(bool('hs_locked', 'Is locked')),
  choice('hs_template_type', ['CPQ_QUOTE', 'CUSTOMIZABLE_QUOTE_TEMPLATE'], 'Template type'),
  longText('hs_comments', 'Comments to buyer'),
  text('hs_sender_firstname'),
  text('hs_sender_lastname'),
  text('hs_sender_email'),
  text('hs_sender_company_name'),
  bool('hs_payment_enabled', 'Payment enabled'),
  choice('hs_payment_type', ['HUBSPOT', 'BYO_STRIPE'], 'Payment type'),
  readOnly(choice('hs_payment_status', ['PENDING', 'PROCESSING', 'PAID'], 'Payment status')),
  readOnly(datetime('hs_payment_date', 'Payment date')),
  choices('hs_allowed_payment_methods', PAYMENT_METHODS, 'Accepted methods of payment'),
];

const recipient = (part: string): Draft[] =>
  ['address', 'address2', 'city', 'state', 'zip'].map((field) => text(`hs_recipient_${part}_${field}`));

export const INVOICE: Draft[] = [
  text('hs_number', 'Number'),
  text('hs_title', 'Title'),
  choice('hs_currency', [], 'Currency'),
  choice('hs_invoice_status', ['draft', 'open', 'paid', 'voided'], 'Invoice status'),
  bool('hs_invoice_billable', 'Billable'),
  datetime('hs_invoice_date', 'Invoice date'),
  datetime('hs_due_date', 'Due date'),
  text('hs_purchase_order_number', 'PO number'),
  longText('hs_comments', 'Comments'),
  text('hs_tax_id', 'Tax ID'),
  choices('hs_allowed_payment_methods', PAYMENT_METHODS, 'Accepted methods of payment'),
  choice('hs_invoice_payment_collection_method', ['manual', 'none'], 'Payment collection'),
  bool('hs_allow_partial_payments', 'Allow partial payments'),
  choices('hs_collect_address_types', ['billing_address', 'shipping_address'], 'Collect addresses'),
  ...recipient('shipping'),
  text('hs_recipient_shipping_country'),
  ...recipient('company'),
  longText('hs_custom_fields', 'Custom fields'),
  text('hs_language', 'Language'),
  text('hs_locale', 'Locale'),
  number('hs_amount_billed', 'Amount billed'),
  calculated(number('hs_balance_due', 'Balance due')),
  calculated(number('hs_amount_paid', 'Amount paid')),
  calculated(number('hs_subtotal', 'Subtotal')),
  number('hs_tax', 'Tax'),
  text('hs_terms', 'Terms'),
  readOnly(datetime('hs_payment_date', 'Payment date')),
  readOnly(text('hs_payment_status', 'Payment status')),
  calculated(number('hs_days_overdue', 'Days overdue')),
  text('hs_external_invoice_id', 'External invoice ID'),
  readOnly(text('hs_unique_id', 'Unique ID')),
  readOnly(text('hs_invoice_link', 'Invoice link')),
  readOnly(text('hs_pdf_download_link', 'PDF download link')),
  readOnly(text('hs_invoice_latest_contact_email', 'Latest contact email')),
  readOnly(choice('hs_invoice_source', ['HUBSPOT', 'DATA_SYNC', 'QUICKBOOKS'], 'Invoice source')),
];

export const PAYMENT_STATUSES = [
  'processing',
  'succeeded',
  'failed',
  'partially_refunded',
  'refunded',
  'processing_refund',
  'disputed_won',
  'disputed_lost',
  'disputed_action_required',
  'disputed_awaiting_decision',
];

export const COMMERCE_PAYMENT: Draft[] = [
  number('hs_initial_amount', 'Gross amount'),
  datetime('hs_initiated_date', 'Payment date'),
  choice('hs_currency_code', [], 'Currency'),
  text('hs_customer_email', 'Customer email'),
  choice('hs_latest_status', PAYMENT_STATUSES, 'Status'),
  choice('hs_payment_method_type', [
    'card',
    'ach',
    'cash',
    'check',
    'wire_transfer',
    'other',
    'sepa',
    'bacs',
    'pads',
  ]),
  choice('hs_processor_type', ['hs_payments', 'byo_stripe', 'none', 'quickbooks', 'xero'], 'Processor'),
  text('hs_reference_number', 'Reference number'),
  longText('hs_internal_comment', 'Internal comment'),
  number('hs_fees_amount', 'Fees'),
  number('hs_refunds_amount', 'Refunds'),
  date('hs_payout_date', 'Payout date'),
  text('hs_payment_method_last_4'),
  text('hs_payment_method_bank_or_issuer'),
  number('hs_line_item_discounts_amount'),
  unique(text('hs_external_reference_id', 'External reference ID')),
  calculated(number('hs_net_amount', 'Net amount')),
  calculated(number('hs_platform_fee', 'Platform fee')),
  readOnly(text('hs_payment_id', 'Payment ID')),
  readOnly(text('hs_payment_method', 'Payment method')),
  readOnly(text('hs_payment_source_app')),
  readOnly(text('hs_payment_source_id')),
  readOnly(text('hs_payment_source_name')),
  readOnly(text('hs_payment_source_url')),
  readOnly(text('hs_settlement_currency_code')),
  calculated(bool('hs_has_associated_invoice', 'Has associated invoice')),
  calculated(number('hs_number_of_associated_invoices', 'Number of associated invoices')),
];

const MODIFIER: Draft[] = [
  text('hs_label', 'Label'),
  choice('hs_type', ['FIXED', 'PERCENT'], 'Type'),
  number('hs_value', 'Value'),
  number('hs_sort_order', 'Sort order'),
];

export const FEE: Draft[] = MODIFIER;
export const TAX: Draft[] = MODIFIER;
export const DISCOUNT: Draft[] = [...MODIFIER, choice('hs_duration', ['ONCE'], 'Duration')];
