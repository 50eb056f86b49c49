// Invoices: what is owed, until payments have covered it.
import { type Books, type Fields, preference, type Ref, table } from '../books.ts';
import { cents, type Exact, exact, minus, numberOf, zero } from '../exact.ts';
import { faults, refuse } from '../refusal.ts';
import type { Company, Entity } from '../state.ts';
import { named } from './common.ts';
import { dueDate } from './due-date.ts';
import { closeEstimate } from './estimate.ts';
import { appliedTo, removeInvoice, voidInvoice } from './invoice-life.ts';
import { compact } from './invoice-lines.ts';
import { invoiceShape } from './invoice-shape.ts';
import type { Kind, WriteOptions } from './kind.ts';
import { recomputeBalance } from './names.ts';
import { settleForm, termOf } from './sales-form.ts';

function settleInvoice(books: Books, fields: Fields, previous: Entity | null, options: WriteOptions): Fields {
  const { company } = books;
  const form = settleForm(books, 'Invoice', fields, previous, options);
  const term = termOf(company, fields, form.customer);
  return compact({
    ...form.fields,
    ...balanceFields(company, fields, previous, form.totalAmt),
    SalesTermRef: term ? named(company, 'Term', { value: term.Id }) : undefined,
    DueDate: fields['DueDate'] ?? dueDate(form.txnDate, term),
    LinkedTxn: linkedTransactions(company, fields, previous),
  });
}

/** Payments link themselves; of what is sent only an estimate that is open counts, anything else is ignored. */
function linkedTransactions(company: Company, fields: Fields, previous: Entity | null): Fields[] {
  const before = (previous?.['LinkedTxn'] as Fields[] | undefined) ?? [];
  const given = (fields['LinkedTxn'] as Fields[] | undefined) ?? [];
  const known = (link: Fields) => before.some((one) => one['TxnId'] === link['TxnId']);
  const estimates = given.filter((link) => {
    if (link['TxnType'] !== 'Estimate' || known(link)) return false;
    const estimate = table(company, 'Estimate')[String(link['TxnId'])];
    if (!estimate) refuse(faults.invalidReference(`Txn element id ${String(link['TxnId'])} not found`));
    return ['Pending', 'Accepted'].includes(String(estimate['TxnStatus']));
  });
  return [...before, ...estimates.map(({ TxnId }) => ({ TxnId, TxnType: 'Estimate' }))];
}

function balanceFields(company: Company, fields: Fields, previous: Entity | null, totalAmt: Exact): Fields {
  if (fields['Deposit'] && preference(company, 'SalesFormsPrefs', 'AllowDeposit') !== true) {
    refuse(faults.business('Deposits are not turned on.', 'Deposit'));
  }
  const deposit = exact(Number(fields['Deposit'] ?? 0));
  const balance = minus(minus(totalAmt, deposit), previous ? appliedTo(company, previous.Id) : zero);
  return { Balance: numberOf(cents(balance)) };
}

export const invoice: Kind = {
  name: 'Invoice',
  path: 'invoice',
  family: 'transaction',
  filterable: [
    'DocNumber',
    'CustomerRef',
    'TxnDate',
    'DueDate',
    'Balance',
    'SalesTermRef',
    'ProjectRef',
    'TotalAmt',
  ],
  sortable: ['DocNumber', 'TxnDate', 'DueDate', 'Balance', 'TotalAmt'],
  shape: invoiceShape,
  kept: ['DocNumber'],
  settle: settleInvoice,
  afterWrite: (books, entity, previous) => {
    for (const link of (entity['LinkedTxn'] as Fields[]).filter(({ TxnType }) => TxnType === 'Estimate')) {
      closeEstimate(books, String(link['TxnId']), entity.Id);
    }
    for (const ref of [entity['CustomerRef'], previous?.['CustomerRef']]) {
      if (ref) recomputeBalance(books.company, (ref as Ref).value);
    }
    return entity;
  },
  void: voidInvoice,
  remove: removeInvoice,
};
