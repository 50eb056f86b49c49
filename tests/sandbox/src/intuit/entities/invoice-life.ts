// What happens to an invoice after it was made: payments, a void, a deletion, the closing of the books.
import {
  type Books,
  type Fields,
  findOrRefuse,
  preference,
  type Ref,
  remove,
  revise,
  rows,
  table,
} from '../books.ts';
import { cents, type Exact, exact, minus, numberOf, total } from '../exact.ts';
import { faults, refuse } from '../refusal.ts';
import type { Company, Entity } from '../state.ts';
import { recomputeBalance } from './names.ts';

/** Books are closed up to and with this day, for the new date and for the one the document had. */
export function requireOpenBooks(company: Company, txnDate: string, previous: Entity | null): void {
  const closed = preference(company, 'AccountingInfoPrefs', 'BookCloseDate');
  if (typeof closed !== 'string') return;
  const before = previous?.['TxnDate'];
  if (txnDate <= closed || (typeof before === 'string' && before <= closed)) refuse(faults.booksClosed());
}

/** What payments have applied to this invoice. */
export function appliedTo(company: Company, invoiceId: string): Exact {
  return total(paymentLines(company, invoiceId).map((line) => exact(Number(line['Amount']))));
}

function paymentLines(company: Company, invoiceId: string): Fields[] {
  return rows(company, 'Payment')
    .flatMap((payment) => (payment['Line'] as Fields[] | undefined) ?? [])
    .filter((line) =>
      (line['LinkedTxn'] as Fields[]).some(
        (link) => link['TxnType'] === 'Invoice' && link['TxnId'] === invoiceId,
      ),
    );
}

function paymentsOf(company: Company, invoiceId: string): Entity[] {
  return rows(company, 'Payment').filter((payment) =>
    ((payment['Line'] as Fields[] | undefined) ?? []).some((line) =>
      (line['LinkedTxn'] as Fields[]).some(
        (link) => link['TxnType'] === 'Invoice' && link['TxnId'] === invoiceId,
      ),
    ),
  );
}

/** Balance and links follow the payments; a change raises the invoice's SyncToken. */
export function followPayments(books: Books, invoiceId: string): void {
  const invoice = table(books.company, 'Invoice')[invoiceId];
  if (!invoice) return;
  const open = minus(exact(Number(invoice['TotalAmt'])), exact(Number(invoice['Deposit'] ?? 0)));
  const estimates = (invoice['LinkedTxn'] as Fields[]).filter(({ TxnType }) => TxnType === 'Estimate');
  const payments = paymentsOf(books.company, invoiceId).map((payment) => ({
    TxnId: payment.Id,
    TxnType: 'Payment',
  }));
  const links = [...estimates, ...payments];
  revise(books, 'Invoice', invoice, {
    ...invoice,
    Balance: numberOf(cents(minus(open, appliedTo(books.company, invoiceId)))),
    LinkedTxn: links,
  });
}

export function voidInvoice(books: Books, invoice: Entity): Entity {
  const { company, world } = books;
  requireOpenBooks(company, String(invoice['TxnDate']), invoice);
  const payments = paymentsOf(company, invoice.Id);
  if (payments.length > 0 && world.state.switches.voidPaidInvoice === 'refuse') {
    refuse(faults.business('A transaction with an applied payment cannot be voided.'));
  }
  for (const payment of payments) unapply(books, payment, invoice.Id);
  const current = findOrRefuse(company, 'Invoice', invoice.Id);
  const note = current['PrivateNote'];
  const voided = revise(books, 'Invoice', current, {
    ...current,
    Line: (current['Line'] as Fields[]).map(zeroed),
    TxnTaxDetail: current['TxnTaxDetail'] && { TotalTax: 0 },
    TotalAmt: 0,
    Balance: 0,
    Deposit: current['Deposit'] === undefined ? undefined : 0,
    HomeTotalAmt: current['HomeTotalAmt'] === undefined ? undefined : 0,
    LinkedTxn: [],
    PrivateNote: note === undefined ? 'Voided' : `Voided - ${String(note)}`,
  });
  recomputeBalance(company, (voided['CustomerRef'] as Ref).value);
  return voided;
}

/** The payment stays, as money the customer has to his credit. */
function unapply(books: Books, payment: Entity, invoiceId: string): void {
  const lines = (payment['Line'] as Fields[]).filter(
    (line) => !(line['LinkedTxn'] as Fields[]).some((link) => link['TxnId'] === invoiceId),
  );
  const applied = total(lines.map((line) => exact(Number(line['Amount']))));
  const unapplied = minus(exact(Number(payment['TotalAmt'])), applied);
  revise(books, 'Payment', payment, { ...payment, Line: lines, UnappliedAmt: numberOf(cents(unapplied)) });
}

/** Amounts and quantities of a voided line are zero, wherever they stand. */
export function zeroed(line: Fields): Fields {
  const result: Fields = { ...line };
  for (const [field, value] of Object.entries(line)) {
    if (['Amount', 'Qty', 'UnitPrice', 'Quantity', 'TaxInclusiveAmt'].includes(field)) result[field] = 0;
    else if (Array.isArray(value) && field === 'Line')
      result[field] = value.map((part) => zeroed(part as Fields));
    else if (field.endsWith('Detail')) result[field] = zeroed(value as Fields);
  }
  return result;
}

export function removeInvoice(books: Books, invoice: Entity): void {
  requireOpenBooks(books.company, String(invoice['TxnDate']), invoice);
  if (paymentsOf(books.company, invoice.Id).length > 0) {
    refuse(faults.business('A transaction with an applied payment cannot be deleted.'));
  }
  remove(books, 'Invoice', invoice);
  recomputeBalance(books.company, (invoice['CustomerRef'] as Ref).value);
}
