// What a card lists: the invoices that HubSpot's links name, no more and no fewer, in an order that stays.
import 'fake-indexeddb/auto';
import type { RecordCard } from '@sidebill/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { associated, invoices, keyOf, propertiesOf } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { connect, type Office, openOffice } from './support/office.ts';
import { play, type Wish } from './support/story.ts';

const record = { type: '0-3', id: '31000000001' };
const invoiceType = '0-53';

let office: Office;

beforeAll(async () => {
  office = await openOffice(20261122);
});

afterAll(() => office.sandbox.close());

async function colleague(name: string): Promise<Machine> {
  const machine = office.colleague(name);
  await machine.boot();
  await connect(office, machine);
  return machine;
}

async function reportOf<Report>(machine: Machine, wish: Wish): Promise<Report> {
  const view = await play(machine, wish);
  expect(view.state, JSON.stringify(view.issues)).toBe('done');
  return view.report as Report;
}

/** Keys of the documents on the card, from top to bottom. */
async function listed(machine: Machine, refresh = false): Promise<string[]> {
  const input = { portal: office.portal, record, refresh };
  const { documents } = await reportOf<RecordCard>(machine, { operation: 'open_record', input });
  return documents.map(({ key }) => key);
}

/** Keys that the record's HubSpot invoices carry. */
function stored(): string[] {
  return associated(office, record)
    .filter(({ type }) => type === invoiceType)
    .map((invoice) => propertiesOf(office, invoice)['sidebill_link'] ?? '');
}

test('[S0-27] a card lists what the links name, in the same order for everybody and every time', async () => {
  const keys = invoices(office).map((id) => keyOf(office, id));
  const one = await colleague('lists-one');
  const link = (operation: 'add_invoice' | 'remove_invoice_link', what: object): Wish => ({
    operation,
    input: { portal: office.portal, record, ...what },
  });
  await reportOf(one, link('add_invoice', { keys: [keys[40], keys[3], keys[77]] }));
  await reportOf(one, link('add_invoice', { keys: keys.slice(10, 30).toReversed() }));
  await reportOf(one, link('remove_invoice_link', { key: keys[20] }));
  const first = await listed(one);
  expect(first).toHaveLength(22);
  expect([...first].sort()).toEqual(stored().sort());
  expect(await listed(one)).toEqual(first);
  expect(await listed(one, true), 'read again').toEqual(first);
  one.kill();
  const other = await colleague('lists-other');
  expect(await listed(other), 'in another browser').toEqual(first);
  other.kill();
});
