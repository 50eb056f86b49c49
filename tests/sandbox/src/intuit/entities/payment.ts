// Payments: money received, applied to invoices of the same customer.
import {
  type Books,
  type Fields,
  homeCurrency,
  multicurrency,
  type Ref,
  remove,
  resolve,
  resolveActive,
  revise,
  serverToday,
  table,
} from '../books.ts';
import {
  cents,
  compare,
  type Exact,
  exact,
  isNegative,
  minus,
  numberOf,
  plus,
  total,
  zero,
} from '../exact.ts';
import { faults, refuse } from '../refusal.ts';
import { date, flag, list, number, readOnly, reference, type Shape, text } from '../shape.ts';
import type { Company, Entity } from '../state.ts';
import { currencyRef, envelope, linkedTransaction } from './common.ts';
import { depositAccount } from './deposit-account.ts';
import { followPayments, requireOpenBooks } from './invoice-life.ts';
import type { Kind } from './kind.ts';
import { recomputeBalance } from './names.ts';

const paymentShape: Shape = {
  ...envelope,
  CustomerRef: reference,
  TotalAmt: number,
  TxnDate: date,
  PaymentMethodRef: reference,
  PaymentRefNum: text(21),
  DepositToAccountRef: reference,
  ARAccountRef: reference,
  CurrencyRef: reference,
  ExchangeRate: number,
  PrivateNote: text(4000),
  ProcessPayment: flag,
  UnappliedAmt: readOnly,
  Line: list({
    Amount: number,
    LinkedTxn: linkedTransaction,
    LineEx: readOnly,
    Id: readOnly,
    LineNum: number,
  }),
  LinkedTxn: readOnly,
  CreditCardPayment: readOnly,
};

function settlePayment(books: Books, fields: Fields, previous: Entity | null): Fields {
  const { company } = books;
  if (fields['TotalAmt'] === undefined)
    refuse(faults.business('You must set a transaction amount.', 'TotalAmt'));
  if (!fields['CustomerRef']) refuse(faults.missing('CustomerRef'));
  const customer = resolveActive(company, 'Customer', fields['CustomerRef']);
  const txnDate = String(fields['TxnDate'] ?? serverToday(books.world));
  requireOpenBooks(company, txnDate, previous);
  const received = cents(exact(Number(fields['TotalAmt'])));
  if (isNegative(received)) refuse(faults.invalidNumber('TotalAmt', String(fields['TotalAmt'])));
  const lines = settleLines(company, fields, customer, previous);
  const applied = total(lines.map((line) => exact(Number(line['Amount']))));
  if (compare(applied, received) > 0)
    refuse(faults.business('The amounts applied are more than the payment.', 'Line'));
  return {
    ...fields,
    ...currencyFields(company, fields, customer),
    CustomerRef: { value: customer.Id, name: customer['DisplayName'] },
    TotalAmt: numberOf(received),
    UnappliedAmt: numberOf(minus(received, applied)),
    TxnDate: txnDate,
    DepositToAccountRef: { value: depositAccount(company, fields['DepositToAccountRef']) },
    PaymentMethodRef: fields['PaymentMethodRef']
      ? { value: resolve(company, 'PaymentMethod', fields['PaymentMethodRef']).Id }
      : undefined,
    ProcessPayment: false,
    Line: lines,
    LinkedTxn: [],
  };
}

function settleLines(company: Company, fields: Fields, customer: Entity, previous: Entity | null): Fields[] {
  const given = (fields['Line'] as Fields[] | undefined) ?? [];
  return given.map((line) => {
    const links = (line['LinkedTxn'] as Fields[] | undefined) ?? [];
    if (links.length !== 1) refuse(faults.missing('Line.LinkedTxn'));
    if (typeof line['Amount'] !== 'number') refuse(faults.missing('Amount'));
    const invoice = payableInvoice(company, links[0]!, customer);
    const open = plus(exact(Number(invoice['Balance'])), appliedBefore(previous, invoice.Id));
    const wanted = cents(exact(line['Amount']));
    const amount = compare(wanted, open) > 0 ? open : wanted;
    return { Amount: numberOf(amount), LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] };
  });
}

function payableInvoice(company: Company, link: Fields, customer: Entity): Entity {
  if (link['TxnType'] !== 'Invoice')
    refuse(faults.invalidReference(`${String(link['TxnType'])} cannot be paid here`));
  const invoice = table(company, 'Invoice')[String(link['TxnId'])];
  if (!invoice) {
    const deleted = company.tombstones.some(
      (stone) => stone.entity === 'Invoice' && stone.id === String(link['TxnId']),
    );
    refuse(
      deleted
        ? faults.notFound()
        : faults.invalidReference(`Txn element id ${String(link['TxnId'])} not found`),
    );
  }
  if ((invoice['CustomerRef'] as Ref).value !== customer.Id) {
    refuse(faults.notLinkable('The transaction belongs to another customer.'));
  }
  return invoice;
}

function appliedBefore(previous: Entity | null, invoiceId: string): Exact {
  const lines = ((previous?.['Line'] as Fields[] | undefined) ?? []).filter((line) =>
    linksTo(line, invoiceId),
  );
  return lines.length === 0 ? zero : total(lines.map((line) => exact(Number(line['Amount']))));
}

const linksTo = (line: Fields, invoiceId: string): boolean =>
  (line['LinkedTxn'] as Fields[]).some((link) => link['TxnId'] === invoiceId);

/** Without a rate a foreign payment is booked 1:1, as several integrations found out. */
function currencyFields(company: Company, fields: Fields, customer: Entity): Fields {
  const code = (customer['CurrencyRef'] as Ref).value;
  const given = (fields['CurrencyRef'] as Ref | undefined)?.value ?? homeCurrency(company);
  if (given !== code) {
    refuse(
      faults.business('The currency of the transaction is not the currency of the customer.', 'CurrencyRef'),
    );
  }
  return {
    CurrencyRef: currencyRef(code),
    ExchangeRate: multicurrency(company) ? Number(fields['ExchangeRate'] ?? 1) : undefined,
  };
}

/** Every invoice that the payment touches, or touched, follows it. */
function settleInvoices(books: Books, payment: Entity, previous: Entity | null): void {
  const lines = [payment, previous].flatMap((entity) => (entity?.['Line'] as Fields[] | undefined) ?? []);
  const ids = new Set(
    lines.flatMap((line) => (line['LinkedTxn'] as Fields[]).map((link) => String(link['TxnId']))),
  );
  for (const id of ids) followPayments(books, id);
  for (const ref of [payment['CustomerRef'], previous?.['CustomerRef']]) {
    if (ref) recomputeBalance(books.company, (ref as Ref).value);
  }
}

function voidPayment(books: Books, payment: Entity): Entity {
  requireOpenBooks(books.company, String(payment['TxnDate']), payment);
  const note = payment['PrivateNote'];
  const voided = revise(books, 'Payment', payment, {
    ...payment,
    TotalAmt: 0,
    UnappliedAmt: 0,
    Line: [],
    PrivateNote: note === undefined ? 'Voided' : `Voided - ${String(note)}`,
  });
  settleInvoices(books, voided, payment);
  return voided;
}

export const payment: Kind = {
  name: 'Payment',
  path: 'payment',
  family: 'transaction',
  filterable: ['TotalAmt', 'CustomerRef', 'TxnDate', 'PaymentMethodRef', 'PaymentRefNum'],
  sortable: ['TxnDate', 'TotalAmt'],
  shape: paymentShape,
  settle: settlePayment,
  afterWrite: (books, entity, previous) => {
    settleInvoices(books, entity, previous);
    return entity;
  },
  void: voidPayment,
  remove: (books, entity) => {
    requireOpenBooks(books.company, String(entity['TxnDate']), entity);
    remove(books, 'Payment', entity);
    settleInvoices(books, { ...entity, Line: [] }, entity);
  },
};
