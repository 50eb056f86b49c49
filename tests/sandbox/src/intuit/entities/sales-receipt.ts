// Sales receipts: sold and paid at once.
import { type Books, type Fields, remove, resolve, revise } from '../books.ts';
import { reference, text } from '../shape.ts';
import type { Entity } from '../state.ts';
import { named } from './common.ts';
import { depositAccount } from './deposit-account.ts';
import { requireOpenBooks, zeroed } from './invoice-life.ts';
import { compact } from './invoice-lines.ts';
import { invoiceShape } from './invoice-shape.ts';
import type { Kind, WriteOptions } from './kind.ts';
import { settleForm } from './sales-form.ts';

const {
  DueDate: _due,
  SalesTermRef: _term,
  Deposit: _deposit,
  LinkedTxn: _linked,
  AllowIPNPayment: _ipn,
  AllowOnlinePayment: _online,
  AllowOnlineCreditCardPayment: _card,
  AllowOnlineACHPayment: _ach,
  ...formShape
} = invoiceShape;

function settleReceipt(books: Books, fields: Fields, previous: Entity | null, options: WriteOptions): Fields {
  const { company } = books;
  const form = settleForm(books, 'SalesReceipt', fields, previous, options);
  const {
    AllowIPNPayment: _a,
    AllowOnlinePayment: _b,
    AllowOnlineCreditCardPayment: _c,
    AllowOnlineACHPayment: _d,
    ...own
  } = form.fields;
  return compact({
    ...own,
    Balance: 0,
    DepositToAccountRef: named(company, 'Account', {
      value: depositAccount(company, fields['DepositToAccountRef']),
    }),
    PaymentMethodRef: fields['PaymentMethodRef']
      ? named(company, 'PaymentMethod', {
          value: resolve(company, 'PaymentMethod', fields['PaymentMethodRef']).Id,
        })
      : undefined,
    LinkedTxn: [],
  });
}

function voidReceipt(books: Books, receipt: Entity): Entity {
  requireOpenBooks(books.company, String(receipt['TxnDate']), receipt);
  const note = receipt['PrivateNote'];
  return revise(books, 'SalesReceipt', receipt, {
    ...receipt,
    Line: (receipt['Line'] as Fields[]).map(zeroed),
    TxnTaxDetail: receipt['TxnTaxDetail'] && { TotalTax: 0 },
    TotalAmt: 0,
    HomeTotalAmt: receipt['HomeTotalAmt'] === undefined ? undefined : 0,
    PrivateNote: note === undefined ? 'Voided' : `Voided - ${String(note)}`,
  });
}

export const salesReceipt: Kind = {
  name: 'SalesReceipt',
  path: 'salesreceipt',
  family: 'transaction',
  filterable: ['DocNumber', 'CustomerRef', 'TxnDate', 'PaymentMethodRef', 'PaymentRefNum', 'TotalAmt'],
  sortable: ['DocNumber', 'TxnDate', 'TotalAmt'],
  shape: { ...formShape, PaymentMethodRef: reference, PaymentRefNum: text(21) },
  kept: ['DocNumber'],
  settle: settleReceipt,
  void: voidReceipt,
  remove: (books, entity) => {
    requireOpenBooks(books.company, String(entity['TxnDate']), entity);
    remove(books, 'SalesReceipt', entity);
  },
};
