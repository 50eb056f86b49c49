// What all sales forms have in common: customer, lines, taxes, currency, number, and what is checked about them.
import {
  type Books,
  type Fields,
  homeCurrency,
  multicurrency,
  preference,
  type Ref,
  resolveActive,
  rows,
  serverToday,
  table,
} from '../books.ts';
import { cents, type Exact, exact, isNegative, minus, numberOf, plus, times, total } from '../exact.ts';
import { faults, refuse } from '../refusal.ts';
import type { Company, Entity } from '../state.ts';
import { findTaxCode, type TaxAmount, taxAmounts, taxDetail } from '../tax/sales-tax.ts';
import { currencyRef, named } from './common.ts';
import { requireOpenBooks } from './invoice-life.ts';
import { afterDiscount, compact, type LineContext, type SettledLines, settleLines } from './invoice-lines.ts';
import type { WriteOptions } from './kind.ts';
import { rateOn } from './lists.ts';
import { emailOf } from './names.ts';

export interface SettledForm {
  customer: Entity;
  txnDate: string;
  totalAmt: Exact;
  /** Everything but what this kind of form has of its own. */
  fields: Fields;
}

/** `kind` as in JSON: 'Invoice'. */
export function settleForm(
  books: Books,
  kind: string,
  fields: Fields,
  previous: Entity | null,
  options: WriteOptions,
): SettledForm {
  const { company } = books;
  const customer = formCustomer(company, fields, previous);
  const txnDate = String(fields['TxnDate'] ?? serverToday(books.world));
  requireOpenBooks(company, txnDate, previous);
  const documentTaxCode = documentCode(company, fields, customer);
  const calculation = globalTaxCalculation(company, fields);
  if (calculation === 'NotApplicable' && (fields['TxnTaxDetail'] as Fields | undefined)?.['TotalTax']) {
    refuse(faults.taxNotApplicable());
  }
  const context: LineContext = {
    company,
    customer,
    txnDate,
    documentTaxCode,
    previous,
    taxInclusive: calculation === 'TaxInclusive',
    taxNotApplicable: calculation === 'NotApplicable',
  };
  if (!fields['Line']) refuse(faults.missing('Line'));
  const settled = settleLines(context, fields['Line'] as Fields[]);
  const tax = taxOf(books, settled, context, fields);
  const totalAmt = cents(plus(afterDiscount(settled), exact(Number(tax['TotalTax']))));
  if (isNegative(totalAmt))
    refuse(faults.business('The total of a transaction cannot be negative.', 'TotalAmt'));
  const form = compact({
    ...fields,
    ...deliveryFields(fields, customer),
    ...currencyFields(company, fields, customer, txnDate, totalAmt),
    ...trackingFields(company, fields),
    CustomerRef: { value: customer.Id, name: customer['DisplayName'] },
    TxnDate: txnDate,
    GlobalTaxCalculation: company.regime === 'by-line' ? calculation : undefined,
    ApplyTaxAfterDiscount: fields['ApplyTaxAfterDiscount'] ?? false,
    Line: settled.lines,
    TxnTaxDetail: preference(company, 'TaxPrefs', 'UsingSalesTax') === true ? tax : undefined,
    TotalAmt: numberOf(totalAmt),
    CustomField: settledCustomFields(company, fields),
    DocNumber: docNumber(company, kind, fields, previous, options),
  });
  return { customer, txnDate, totalAmt, fields: form };
}

/** The term of the form, else the customer's own. */
export function termOf(company: Company, fields: Fields, customer: Entity): Entity | null {
  const ref = fields['SalesTermRef'] ?? customer['SalesTermRef'];
  return ref ? resolveActive(company, 'Term', ref) : null;
}

function formCustomer(company: Company, fields: Fields, previous: Entity | null): Entity {
  if (!fields['CustomerRef']) refuse(faults.missing('CustomerRef'));
  const { value } = fields['CustomerRef'] as Ref;
  const customer = /^\d+$/.test(value) ? table(company, 'Customer')[value] : undefined;
  if (!customer) refuse(faults.invalidReference(`Names element id ${value} not found`));
  const unchanged = (previous?.['CustomerRef'] as Ref | undefined)?.value === value;
  if (customer['Active'] === false && !unchanged) refuse(faults.notFound());
  return customer;
}

/** The code behind TAX on the lines: found by address (automated), named by the form (manual). */
function documentCode(company: Company, fields: Fields, customer: Entity): string | null {
  if (company.regime === 'us-automated') {
    const place = (fields['ShipAddr'] ??
      fields['BillAddr'] ??
      customer['ShipAddr'] ??
      customer['BillAddr']) as Fields;
    return company.stateTaxCodes[String(place?.['CountrySubDivisionCode'] ?? '').toUpperCase()] ?? null;
  }
  if (company.regime === 'by-line') return null;
  const given =
    (fields['TxnTaxDetail'] as Fields | undefined)?.['TxnTaxCodeRef'] ?? customer['DefaultTaxCodeRef'];
  if (!given) return null;
  const { value } = given as Ref;
  return (
    findTaxCode(company, value)?.Id ??
    refuse(faults.invalidReference(`TaxCode element id ${value} not found`))
  );
}

function globalTaxCalculation(company: Company, fields: Fields): string {
  if (company.regime !== 'by-line') return 'TaxExcluded';
  return String(fields['GlobalTaxCalculation'] ?? 'TaxExcluded');
}

function taxOf(books: Books, settled: SettledLines, context: LineContext, fields: Fields): Fields {
  const { company } = books;
  const given = fields['TxnTaxDetail'] as Fields | undefined;
  if (context.taxNotApplicable || preference(company, 'TaxPrefs', 'UsingSalesTax') !== true)
    return { TotalTax: 0 };
  const amounts = taxAmounts(company, {
    lines: settled.taxable,
    discount: settled.discount,
    afterDiscount: company.regime === 'by-line' || fields['ApplyTaxAfterDiscount'] === true,
    rounding: books.world.state.switches.taxRounding,
    day: context.txnDate,
  });
  if (company.regime === 'us-automated') return automatedTax(amounts, context.documentTaxCode, given);
  const included =
    context.taxInclusive && numberOf(settled.discount) === 0 ? heldInPrices(amounts, settled) : amounts;
  return taxDetail(
    withGivenAmounts(included, given),
    company.regime === 'by-line' ? null : context.documentTaxCode,
  );
}

/** Automated sales tax ignores what is sent, unless code and total both override it. */
function automatedTax(amounts: TaxAmount[], codeId: string | null, given: Fields | undefined): Fields {
  const computed = taxDetail(amounts, amounts.length > 0 ? codeId : null);
  const overridden = given?.['TxnTaxCodeRef'] !== undefined && typeof given['TotalTax'] === 'number';
  return overridden
    ? { ...computed, TxnTaxCodeRef: given['TxnTaxCodeRef'], TotalTax: given['TotalTax'] }
    : computed;
}

/** The last rate takes what rounding leaves, so that net and tax give the prices again. */
function heldInPrices(amounts: TaxAmount[], settled: SettledLines): TaxAmount[] {
  const held = minus(settled.gross, settled.subtotal);
  const others = total(amounts.slice(0, -1).map((entry) => entry.amount));
  return amounts.map((entry, index) =>
    index === amounts.length - 1 ? { ...entry, amount: minus(held, others) } : entry,
  );
}

/** A TaxLine that is sent overrides the amount of its rate; sent again after an edit, the old tax sticks. */
function withGivenAmounts(amounts: TaxAmount[], given: Fields | undefined): TaxAmount[] {
  const lines = (given?.['TaxLine'] as Fields[] | undefined) ?? [];
  return amounts.map((entry) => {
    const line = lines.find((candidate) => {
      const detail = candidate['TaxLineDetail'] as { TaxRateRef?: Ref } | undefined;
      return detail?.TaxRateRef?.value === entry.rateId && typeof candidate['Amount'] === 'number';
    });
    return line ? { ...entry, amount: cents(exact(Number(line['Amount']))) } : entry;
  });
}

function deliveryFields(fields: Fields, customer: Entity): Fields {
  const address = emailOf(customer);
  const billEmail = fields['BillEmail'] ?? (address ? { Address: address } : undefined);
  const emailStatus = fields['EmailStatus'] ?? 'NotSet';
  if (emailStatus === 'NeedToSend' && !billEmail) refuse(faults.missing('BillEmail'));
  return {
    BillEmail: billEmail,
    EmailStatus: emailStatus,
    PrintStatus: fields['PrintStatus'] ?? 'NeedToPrint',
    BillAddr: fields['BillAddr'] ?? customer['BillAddr'],
    ShipAddr: fields['ShipAddr'] ?? customer['ShipAddr'],
    AllowIPNPayment: false,
    AllowOnlinePayment: false,
    AllowOnlineCreditCardPayment: fields['AllowOnlineCreditCardPayment'] ?? false,
    AllowOnlineACHPayment: fields['AllowOnlineACHPayment'] ?? false,
  };
}

/** A document is in its customer's currency, and in no other. */
function currencyFields(
  company: Company,
  fields: Fields,
  customer: Entity,
  day: string,
  totalAmt: Exact,
): Fields {
  const code = (customer['CurrencyRef'] as Ref).value;
  const given = (fields['CurrencyRef'] as Ref | undefined)?.value;
  if (given === undefined && code !== homeCurrency(company)) {
    refuse(
      faults.business(
        `The currency of the transaction is missing; the customer is billed in ${code}.`,
        'CurrencyRef',
      ),
    );
  }
  if (given !== undefined && given !== code) {
    refuse(
      faults.business('The currency of the transaction is not the currency of the customer.', 'CurrencyRef'),
    );
  }
  if (!multicurrency(company)) return { CurrencyRef: currencyRef(code), ExchangeRate: undefined };
  const rate = Number(fields['ExchangeRate'] ?? rateOn(company, code, day));
  return {
    CurrencyRef: currencyRef(code),
    ExchangeRate: rate,
    HomeTotalAmt: numberOf(cents(times(totalAmt, exact(rate)))),
  };
}

function trackingFields(company: Company, fields: Fields): Fields {
  const tracked: Fields = {};
  const settings = [
    ['ClassRef', 'Class', 'ClassTrackingPerTxn'],
    ['DepartmentRef', 'Department', 'TrackDepartments'],
  ] as const;
  for (const [field, kind, setting] of settings) {
    if (!fields[field]) continue;
    if (preference(company, 'AccountingInfoPrefs', setting) !== true) {
      refuse(faults.notInEdition(`${setting} is not turned on.`, field));
    }
    tracked[field] = named(company, kind, { value: resolveActive(company, kind, fields[field]).Id });
  }
  return tracked;
}

/**
 * Custom numbers off: QuickBooks numbers, and keeps a number that was sent all the same. On: the sent number, or none.
 */
function docNumber(
  company: Company,
  kind: string,
  fields: Fields,
  previous: Entity | null,
  options: WriteOptions,
): string | undefined {
  const custom = preference(company, 'SalesFormsPrefs', 'CustomTxnNumbers') === true;
  const wanted =
    (fields['DocNumber'] as string | undefined) ?? (previous?.['DocNumber'] as string | undefined);
  if (!custom) {
    if (wanted) return wanted;
    company.nextDocNumber += 1;
    return String(company.nextDocNumber);
  }
  const mayRepeat = !company.warnsOfDuplicateNumbers || options.include.has('allowduplicatedocnum');
  const owner = wanted && !mayRepeat ? numberOwner(company, kind, wanted, previous) : undefined;
  if (wanted && owner) refuse(faults.duplicateNumber(wanted, kind, owner.Id));
  return wanted;
}

function numberOwner(company: Company, kind: string, number: string, own: Entity | null): Entity | undefined {
  return rows(company, kind).find((row) => row !== own && row['DocNumber'] === number);
}

/** Three text fields; one without DefinitionId is dropped without a word. */
function settledCustomFields(company: Company, fields: Fields): Fields[] {
  const given = ((fields['CustomField'] as Fields[] | undefined) ?? []).filter(
    (field) => field['DefinitionId'] !== undefined,
  );
  const groups =
    (preference(company, 'SalesFormsPrefs', 'CustomField') as Array<{ CustomField: Fields[] }> | undefined) ??
    [];
  const labels = new Map(
    groups
      .flatMap((group) => group.CustomField)
      .filter((entry) => /SalesCustomName\d$/.test(String(entry['Name'])))
      .map((entry) => [String(entry['Name']).at(-1)!, String(entry['StringValue'])]),
  );
  const unknown = given.find((field) => !labels.has(String(field['DefinitionId'])));
  if (unknown) refuse(faults.customField(`Custom field ${String(unknown['DefinitionId'])} is not defined`));
  return [...labels].map(([id, label]) => {
    const value = given.find((field) => String(field['DefinitionId']) === id)?.['StringValue'];
    return {
      DefinitionId: id,
      Name: label,
      Type: 'StringType',
      ...(value === undefined ? {} : { StringValue: value }),
    };
  });
}
