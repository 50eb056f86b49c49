// Estimates: what something would cost, until it is invoiced.
import { type Books, type Fields, preference, remove, revise, table } from '../books.ts';
import { faults, refuse } from '../refusal.ts';
import { choice, date, text } from '../shape.ts';
import type { Entity } from '../state.ts';
import { named } from './common.ts';
import { requireOpenBooks } from './invoice-life.ts';
import { compact } from './invoice-lines.ts';
import { invoiceShape } from './invoice-shape.ts';
import type { Kind, WriteOptions } from './kind.ts';
import { settleForm, termOf } from './sales-form.ts';

const {
  Deposit: _deposit,
  DepositToAccountRef: _account,
  AllowIPNPayment: _ipn,
  AllowOnlinePayment: _online,
  AllowOnlineCreditCardPayment: _card,
  AllowOnlineACHPayment: _ach,
  ...formShape
} = invoiceShape;

function settleEstimate(
  books: Books,
  fields: Fields,
  previous: Entity | null,
  options: WriteOptions,
): Fields {
  const { company } = books;
  if (preference(company, 'SalesFormsPrefs', 'AllowEstimates') !== true)
    refuse(faults.notInEdition('Estimates are not turned on.', 'Estimate'));
  const form = settleForm(books, 'Estimate', fields, previous, options);
  const term = termOf(company, fields, form.customer);
  const {
    AllowIPNPayment: _a,
    AllowOnlinePayment: _b,
    AllowOnlineCreditCardPayment: _c,
    AllowOnlineACHPayment: _d,
    ...own
  } = form.fields;
  return compact({
    ...own,
    TxnStatus: fields['TxnStatus'] ?? previous?.['TxnStatus'] ?? 'Pending',
    SalesTermRef: term ? named(company, 'Term', { value: term.Id }) : undefined,
    LinkedTxn: previous?.['LinkedTxn'] ?? [],
  });
}

/** Invoiced, it is closed and names its invoice. */
export function closeEstimate(books: Books, id: string, invoiceId: string): void {
  const estimate = table(books.company, 'Estimate')[id];
  if (!estimate || estimate['TxnStatus'] === 'Closed') return;
  revise(books, 'Estimate', estimate, {
    ...estimate,
    TxnStatus: 'Closed',
    LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }],
  });
}

export const estimate: Kind = {
  name: 'Estimate',
  path: 'estimate',
  family: 'transaction',
  filterable: ['DocNumber', 'CustomerRef', 'TxnDate', 'TxnStatus', 'ExpirationDate', 'TotalAmt'],
  sortable: ['DocNumber', 'TxnDate', 'ExpirationDate', 'TotalAmt'],
  shape: {
    ...formShape,
    TxnStatus: choice('Pending', 'Accepted', 'Closed', 'Rejected', 'Converted'),
    ExpirationDate: date,
    AcceptedBy: text(100),
    AcceptedDate: date,
  },
  kept: ['DocNumber'],
  settle: settleEstimate,
  remove: (books, entity) => {
    requireOpenBooks(books.company, String(entity['TxnDate']), entity);
    remove(books, 'Estimate', entity);
  },
};
