// Invoices in every state, with their payments.
import type { Dice } from '../../random.ts';
import { type Books, type Fields, type Ref, rows, serverToday, timestamp } from '../books.ts';
import { addDays } from '../entities/due-date.ts';
import { invoice as invoiceKind } from '../entities/invoice.ts';
import { cents, exact, numberOf, times } from '../exact.ts';
import type { Company, Entity } from '../state.ts';
import { make } from './company.ts';

export interface TransactionsPlan {
  invoices: number;
  /** Numbers are written by hand: 'PF-1001'. */
  numberPrefix: string | null;
}

type Fate = 'open' | 'paid' | 'partly' | 'voided' | 'sent' | 'overpaid';

const fates: readonly Fate[] = [
  'open',
  'open',
  'open',
  'paid',
  'paid',
  'paid',
  'partly',
  'partly',
  'sent',
  'sent',
  'voided',
  'overpaid',
];

export function addTransactions(books: Books, dice: Dice, plan: TransactionsPlan): void {
  const active = rows(books.company, 'Customer').filter((customer) => customer['Active'] === true);
  const items = rows(books.company, 'Item').filter(
    (item) => item['Active'] === true && item['UnitPrice'] !== undefined,
  );
  const today = serverToday(books.world);
  for (let index = 0; index < plan.invoices; index += 1) {
    const txnDate = addDays(today, -dice.between(1, 210));
    const number = plan.numberPrefix === null ? {} : { DocNumber: `${plan.numberPrefix}${1001 + index}` };
    const fields = invoiceFields(books, dice, dice.pick(active), items, txnDate);
    const made = make(books, 'invoice', { ...fields, ...number });
    meetFate(books, dice, made, fates[index % fates.length]!);
  }
  dateBack(books);
}

function invoiceFields(books: Books, dice: Dice, customer: Entity, items: Entity[], txnDate: string): Fields {
  const lines = Array.from({ length: dice.between(1, 4) }, () =>
    lineFields(books.company, dice, dice.pick(items)),
  );
  const discount = {
    DetailType: 'DiscountLineDetail',
    DiscountLineDetail: { PercentBased: true, DiscountPercent: dice.pick([5, 10, 12.5]) },
  };
  return {
    CustomerRef: { value: customer.Id },
    CurrencyRef: { value: (customer['CurrencyRef'] as Ref).value },
    TxnDate: txnDate,
    Line: dice.chance(0.15) ? [...lines, discount] : lines,
    ...(books.company.regime === 'us-manual'
      ? { TxnTaxDetail: { TxnTaxCodeRef: { value: manualCode(books.company) } } }
      : {}),
    ...(books.company.regime === 'by-line' ? { GlobalTaxCalculation: 'TaxExcluded' } : {}),
    ...(dice.chance(0.3) ? { CustomerMemo: { value: 'Thank you for your business!' } } : {}),
  };
}

const manualCode = (company: Company): string =>
  rows(company, 'TaxCode').find((code) => code['Name'] === 'Tucson')!.Id;

function lineFields(company: Company, dice: Dice, item: Entity): Fields {
  const quantity = dice.chance(0.25) ? dice.between(1, 40) / 4 : dice.between(1, 12);
  const price = Number(item['UnitPrice']) || dice.between(20, 400);
  const amount = cents(times(exact(quantity), exact(price)));
  const byLine = company.regime === 'by-line';
  const codes = rows(company, 'TaxCode');
  return {
    DetailType: 'SalesItemLineDetail',
    Amount: numberOf(amount),
    Description: String(item['Description'] ?? item['Name']),
    SalesItemLineDetail: {
      ItemRef: { value: item.Id },
      Qty: quantity,
      UnitPrice: price,
      ...(byLine ? { TaxCodeRef: { value: dice.pick(codes).Id } } : {}),
    },
  };
}

function meetFate(books: Books, dice: Dice, invoice: Entity, fate: Fate): void {
  const total = Number(invoice['TotalAmt']);
  if (fate === 'voided') invoiceKind.void!(books, invoice);
  if (fate === 'sent') markSent(books, invoice);
  if (fate === 'paid') pay(books, dice, invoice, total, total);
  if (fate === 'overpaid') pay(books, dice, invoice, total, numberOf(cents(times(exact(total), exact(1.1)))));
  if (fate === 'partly') {
    const part = numberOf(cents(times(exact(total), exact(dice.pick([0.25, 0.5, 0.6])))));
    pay(books, dice, invoice, part, part);
  }
}

function markSent(books: Books, invoice: Entity): void {
  const address = (invoice['BillEmail'] as { Address?: string } | undefined)?.Address;
  if (!address) return;
  invoice['EmailStatus'] = 'EmailSent';
  invoice['DeliveryInfo'] = {
    DeliveryType: 'Email',
    DeliveryTime: timestamp(instantOf(books, String(invoice['TxnDate'])), books.company.utcOffset),
  };
}

function pay(books: Books, dice: Dice, invoice: Entity, applied: number, received: number): void {
  if (received <= 0) return;
  const day = addDays(String(invoice['TxnDate']), dice.between(1, 40));
  const today = serverToday(books.world);
  make(books, 'payment', {
    CustomerRef: invoice['CustomerRef'],
    CurrencyRef: { value: (invoice['CurrencyRef'] as Ref).value },
    ...(invoice['ExchangeRate'] === undefined ? {} : { ExchangeRate: invoice['ExchangeRate'] }),
    TotalAmt: received,
    TxnDate: day < today ? day : today,
    PaymentMethodRef: { value: dice.pick(rows(books.company, 'PaymentMethod')).Id },
    PaymentRefNum: `R${dice.between(10_000, 99_999)}`,
    Line: [{ Amount: applied, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
  });
}

/** Everything was made when its date says; lists are older than all transactions. */
function dateBack(books: Books): void {
  const { company } = books;
  const old = timestamp(books.world.now() - 400 * 86_400_000, company.utcOffset);
  for (const [kind, entities] of Object.entries(company.tables)) {
    for (const entity of Object.values(entities)) {
      const day = entity['TxnDate'];
      const time =
        kind === 'Invoice' || kind === 'Payment'
          ? timestamp(instantOf(books, String(day)), company.utcOffset)
          : old;
      entity.MetaData = { CreateTime: time, LastUpdatedTime: time };
    }
  }
}

/** Nine in the morning, company time, of that day. */
const instantOf = (books: Books, day: string): number =>
  Date.parse(`${day}T09:00:00${books.company.utcOffset}`);
