// The office with few records, so that what is recorded there can be read by a person.
import type { RecordRef } from '@sidebill/core';
import type { Office } from '../../simulation/support/office.ts';

type Books = Office['sandbox']['world']['state']['intuit']['companies'][string];
type Table = Books['tables'][string];

const others = 4;

/** Keeps what these deals are about, and a few of everything else. */
export function shrink(office: Office, deals: RecordRef[]): void {
  const { state } = office.sandbox.world;
  const books = state.intuit.companies[office.realm];
  if (!books) throw new Error(`There is no company ${office.realm}.`);
  const sold = wordsOf(office, deals);
  const isMeant = (...texts: unknown[]) => texts.some((text) => typeof text === 'string' && sold.has(text));
  keep(books, 'Invoice', (one, index) => index < others || isMeant(nameOf(one)));
  const invoices = Object.values(books.tables['Invoice'] ?? {});
  const kept = new Set(invoices.map(({ Id }) => Id));
  keep(books, 'Payment', (one) => paidBy(one).some((id) => kept.has(id)));
  keep(
    books,
    'Customer',
    (one) => isMeant(one['DisplayName'], one['CompanyName']) || invoices.some(isOf(one.Id)),
  );
  for (const kind of ['Vendor', 'Employee']) keep(books, kind, (_, index) => index < others);
  const used = new Set(invoices.flatMap(itemsOf));
  keep(books, 'Item', (one) => isMeant(one['Sku'], one['Name']) || used.has(one.Id));
}

function keep(books: Books, kind: string, wanted: (one: Table[string], index: number) => boolean): void {
  const rows = Object.entries(books.tables[kind] ?? {}).filter(([, one], index) => wanted(one, index));
  books.tables[kind] = Object.fromEntries(rows);
}

/** Names and SKUs of everything that hangs on the deals in HubSpot. */
function wordsOf({ sandbox }: Office, deals: RecordRef[]): Set<string> {
  const { associations, records } = sandbox.world.state.hubspot;
  const words = new Set<string>();
  for (const { type, id } of deals) {
    for (const { toTypeId, toId } of associations[`${type}/${id}`] ?? []) {
      const { name, hs_sku } = records[toTypeId]?.[toId]?.properties ?? {};
      for (const word of [name, hs_sku]) if (word) words.add(word);
    }
  }
  return words;
}

const customerOf = (one: Table[string]) => (one['CustomerRef'] ?? {}) as { value?: string; name?: string };
const nameOf = (one: Table[string]) => customerOf(one).name;
const isOf = (customer: string) => (one: Table[string]) => customerOf(one).value === customer;

function paidBy(payment: Table[string]): string[] {
  const lines = (payment['Line'] ?? []) as { LinkedTxn: { TxnId: string }[] }[];
  return lines.flatMap(({ LinkedTxn }) => LinkedTxn.map(({ TxnId }) => TxnId));
}

function itemsOf(invoice: Table[string]): string[] {
  const lines = (invoice['Line'] ?? []) as { SalesItemLineDetail?: { ItemRef?: { value: string } } }[];
  return lines.flatMap(({ SalesItemLineDetail: detail }) => detail?.ItemRef?.value ?? []);
}
