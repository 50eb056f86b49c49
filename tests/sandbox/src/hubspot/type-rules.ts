// What single object types demand of a write, beyond the checks every value goes through.
import { compare, decimal, ZERO } from './decimal.ts';
import { validationError } from './errors.ts';
import { linkedIds } from './links.ts';
import type { HubSpotRecord, HubSpotState } from './state.ts';
import { findRecord } from './store.ts';
import { instantOf } from './values.ts';

type Values = Record<string, string>;

export interface TypeRules {
  /** Checks the values of a new record and returns them with what the portal adds. */
  beforeCreate?(state: HubSpotState, values: Values, nowMs: number): Values;
  /** Checks a change against the record as it stands. */
  beforeUpdate?(state: HubSpotState, record: HubSpotRecord, changes: Values, nowMs: number): void;
  beforeArchive?(record: HubSpotRecord): void;
}

const NO_RULES: TypeRules = {};

const RULES: Record<string, TypeRules> = {
  '0-1': { beforeCreate: (_state, values) => requireOneOf(values, ['email', 'firstname', 'lastname']) },
  '0-2': { beforeCreate: (_state, values) => requireOneOf(values, ['name', 'domain']) },
  '0-3': {
    beforeCreate: (state, values) => checkStage(state, withPipeline(values)),
    beforeUpdate: (state, record, changes) => {
      if ('dealstage' in changes || 'pipeline' in changes)
        checkStage(state, { ...record.properties, ...changes });
    },
  },
  '0-8': {
    beforeCreate: (state, values) => checkPrice(fromProduct(state, values)),
    beforeUpdate: (_state, _record, changes) => void checkPrice(changes),
  },
  '0-53': { beforeCreate: createInvoice, beforeUpdate: updateInvoice, beforeArchive: archiveInvoice },
  '0-101': {
    beforeCreate: createPayment,
    beforeUpdate: refuseProcessorPayment,
    beforeArchive: refuseProcessorMade,
  },
};

export function rulesOf(typeId: string): TypeRules {
  return RULES[typeId] ?? NO_RULES;
}

function requireAll(values: Values, names: string[]): void {
  const missing = names.filter((name) => !values[name]);
  if (missing.length === 0) return;
  throw validationError(
    `Error creating object. Some required properties were not set: ${missing.join(', ')}`,
    missing.map((name) => ({
      message: `A required property was missing: ${name}`,
      code: 'REQUIRED_PROPERTY_MISSING',
      context: { propertyName: [name] },
    })),
  );
}

function requireOneOf(values: Values, names: string[]): Values {
  if (!names.some((name) => values[name])) {
    throw validationError(`At least one of the properties ${names.join(', ')} must be set`);
  }
  return values;
}

function withPipeline(values: Values): Values {
  return values.dealstage && !values.pipeline ? { ...values, pipeline: 'default' } : values;
}

function checkStage(state: HubSpotState, values: Values): Values {
  if (!values.dealstage) return values;
  const pipeline = (state.pipelines['0-3'] ?? []).find((candidate) => candidate.id === values.pipeline);
  if (pipeline?.stages.some((stage) => stage.id === values.dealstage)) return values;
  throw validationError(`Deal stage ${values.dealstage} does not belong to pipeline ${values.pipeline}`, [
    {
      message: 'The stage is not one of the pipeline',
      code: 'INVALID_OPTION',
      context: { propertyName: ['dealstage'] },
    },
  ]);
}

const INHERITED_FROM_PRODUCT = [
  'name',
  'description',
  'price',
  'hs_sku',
  'hs_cost_of_goods_sold',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
  'hs_pricing_model',
  'hs_tier_ranges',
  'hs_tier_prices',
];

/** A line item made from a product starts with the product's values. */
function fromProduct(state: HubSpotState, values: Values): Values {
  if (!values.hs_product_id) return values;
  const product = findRecord(state, '0-7', values.hs_product_id);
  if (product === undefined) throw validationError(`Product ${values.hs_product_id} does not exist`);
  const inherited = INHERITED_FROM_PRODUCT.flatMap((name) =>
    product.properties[name] === undefined ? [] : [[name, product.properties[name]] as const],
  );
  return { ...Object.fromEntries(inherited), ...values };
}

function checkPrice(values: Values): Values {
  if (values.price && compare(decimal(values.price), ZERO) < 0) {
    throw validationError('The price of a line item must not be negative', [
      { message: 'price must not be negative', code: 'INVALID_VALUE', context: { propertyName: ['price'] } },
    ]);
  }
  return values;
}

function createInvoice(state: HubSpotState, values: Values, nowMs: number): Values {
  requireAll(values, ['hs_currency']);
  const now = new Date(nowMs).toISOString();
  const number = state.nextNumber;
  state.nextNumber += 1;
  const billable = values.hs_invoice_billable !== 'false';
  if (billable && values.hs_invoice_status && values.hs_invoice_status !== 'draft') {
    throw validationError('A billable invoice is created as a draft and opened afterwards');
  }
  return {
    hs_invoice_status: 'draft',
    hs_invoice_date: now,
    hs_due_date: now,
    hs_unique_id: `inv-${number}`,
    hs_invoice_source: 'HUBSPOT',
    ...(billable ? { hs_number: `INV-${1000 + number}`, hs_invoice_billable: 'true' } : {}),
    ...values,
  };
}

function updateInvoice(state: HubSpotState, record: HubSpotRecord, changes: Values, nowMs: number): void {
  const after = { ...record.properties, ...changes };
  if (changes.hs_currency === '') requireAll(after, ['hs_currency']);
  if (after.hs_invoice_billable === 'false') return;
  if (linkedIds(state, { typeId: '0-53', id: record.id }, '0-101').length > 0) {
    throw validationError(`Invoice ${record.id} has a payment and cannot be edited`);
  }
  const was = record.properties.hs_invoice_status;
  if (was === 'paid' || was === 'voided')
    throw validationError(`Invoice ${record.id} is ${was} and cannot be edited`);
  if (changes.hs_invoice_status === 'paid') {
    throw validationError('An invoice is paid by associating a payment, not by its status');
  }
  if (was === 'draft' && changes.hs_invoice_status === 'open') checkOpening(state, record, after, nowMs);
}

function checkOpening(state: HubSpotState, record: HubSpotRecord, after: Values, nowMs: number): void {
  const key = { typeId: '0-53', id: record.id };
  if (linkedIds(state, key, '0-1').length !== 1) {
    throw validationError('An invoice needs exactly one associated contact before it can be finalized');
  }
  if (linkedIds(state, key, '0-8').length === 0) {
    throw validationError('An invoice needs at least one line item before it can be finalized');
  }
  const dueMs = instantOf(after.hs_due_date ?? '') ?? 0;
  if (state.switches.dueDateMustBeFuture && dueMs <= nowMs) {
    throw validationError('The due date of an invoice must be in the future', [
      {
        message: 'hs_due_date must be in the future',
        code: 'INVALID_DATE',
        context: { propertyName: ['hs_due_date'] },
      },
    ]);
  }
}

function archiveInvoice(record: HubSpotRecord): void {
  const status = record.properties.hs_invoice_status ?? 'draft';
  const mirrored = record.properties.hs_invoice_billable === 'false';
  if (status === 'draft' || (status === 'open' && mirrored)) return;
  throw validationError(`Invoice ${record.id} is ${status} and cannot be deleted`);
}

function createPayment(state: HubSpotState, values: Values): Values {
  if (!state.switches.paymentsByApi) {
    throw validationError('This account is not set up to record payments through the API');
  }
  requireAll(values, ['hs_initial_amount', 'hs_initiated_date']);
  return { hs_latest_status: 'processing', hs_currency_code: state.portal.companyCurrency, ...values };
}

const MADE_BY_PROCESSOR = new Set(['hs_payments', 'byo_stripe']);

function refuseProcessorPayment(_state: HubSpotState, record: HubSpotRecord): void {
  refuseProcessorMade(record);
}

function refuseProcessorMade(record: HubSpotRecord): void {
  if (MADE_BY_PROCESSOR.has(record.properties.hs_processor_type ?? '')) {
    throw validationError(`Payment ${record.id} was made by its processor and cannot be edited or deleted`);
  }
}
