// A refusal goes back to the person; what was made before it stays one, and the mended draft makes one invoice.
import 'fake-indexeddb/auto';
import type { Question } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { behindTheBack, booked, customers, invoices, writes } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { expectReports } from './support/outcome.ts';
import { makesInvoice } from './support/roads.ts';
import { quiet, type Schedule } from './support/schedule.ts';
import {
  codes,
  hour_ms,
  long_ms,
  newCustomerDeal,
  proof,
  reportOf,
  schedules,
  useExtent,
  useStage,
} from './support/stage.ts';
import { approve, edited, type Person, play } from './support/story.ts';
import { makeOlder } from './support/theatre.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;
const extent = useExtent(stage);

describe('a refused create', () => {
  const readings = [true, false].flatMap((refusalsStored) =>
    [true, false].map((uniqueKey): Schedule => ({ ...quiet, refusalsStored, uniqueKey })),
  );

  test(
    'for a number that is taken is mended and makes one invoice, its refusal stored or not',
    async () => {
      for (const schedule of readings) {
        for (const befallen of schedules(extent).slice(2, proof ? undefined : 3)) {
          const place = JSON.stringify({ ...befallen, ...schedule });
          const machine = await alone(schedule);
          const { office } = stage;
          await stage.numberByHand(machine);
          const before = invoices(office);
          const taken = oldest(before);
          const person: Person = async (question, at) => {
            advance(5_000);
            const was = codes(question).includes('number-duplicate');
            return edited(question, at, { number: was ? 'MENDED-1' : taken });
          };
          const [view] = await stage.theatre.perform(
            [machine],
            wishFor(),
            { ...befallen, updated: false },
            { person },
          );
          const made = madeSince(before);
          expect(made, place).toHaveLength(1);
          expect(booked(office, made[0] ?? '').DocNumber, place).toBe('MENDED-1');
          expectReports(office, view ? [view] : [], made[0] ?? '', place);
          machine.kill();
        }
      }
    },
    long_ms,
  );

  test('leaves the customer it made, and the next approval makes no second one', async () => {
    for (const schedule of readings) {
      const place = JSON.stringify(schedule);
      const machine = await alone(schedule);
      const { office } = stage;
      const before = { invoices: invoices(office), customers: customers(office) };
      let refusals = 2;
      office.road = async (url, init, go) => {
        if (!makesInvoice(url, init) || refusals === 0) return go();
        refusals -= 1;
        return Response.json(validationFault('2050', 'BillEmail'), { status: 400 });
      };
      let asked = 0;
      const person: Person = async (question, at) => {
        advance(5_000);
        asked += 1;
        if (question.view.ready) return approve(question.view);
        return edited(question, at, await newCustomer(question, at));
      };
      const view = await play(machine, wishFor(newCustomerDeal), { person });
      expect(asked, place).toBe(3);
      expect(reportOf(view).outcome, place).toBe('created');
      expect(madeSince(before.invoices), place).toHaveLength(1);
      const added = customers(office).filter((id) => !before.customers.includes(id));
      expect(added, place).toHaveLength(1);
      expect(booked(office, madeSince(before.invoices)[0] ?? '').CustomerRef.value, place).toBe(added[0]);
      machine.kill();
    }
  }, 60_000);

  test('for a customer name that is taken is mended, and one customer is made', async () => {
    for (const schedule of readings) {
      const place = JSON.stringify(schedule);
      const machine = await alone(schedule);
      const { office } = stage;
      const before = { invoices: invoices(office), customers: customers(office) };
      office.road = beforeCustomer(() =>
        behindTheBack(office, 'vendor', { DisplayName: 'Larkspur Observatory' }),
      );
      const person: Person = async (question, at) => {
        advance(5_000);
        const change = await newCustomer(question, at);
        if (codes(question).includes('name-duplicate')) change.customer.display_name = 'Larkspur (customer)';
        return edited(question, at, change);
      };
      const view = await play(machine, wishFor(newCustomerDeal), { person });
      expect(reportOf(view).outcome, place).toBe('created');
      expect(madeSince(before.invoices), place).toHaveLength(1);
      expect(
        customers(office).filter((id) => !before.customers.includes(id)),
        place,
      ).toHaveLength(1);
      expect(booked(office, madeSince(before.invoices)[0] ?? '').CustomerRef.name, place).toBe(
        'Larkspur (customer)',
      );
      machine.kill();
    }
  }, 60_000);

  test('beneath a company made first: its answer lost and the contact’s refused, each is made once', async () => {
    for (const schedule of readings) {
      const place = JSON.stringify(schedule);
      const machine = await alone(schedule);
      const { office } = stage;
      const before = { invoices: invoices(office), customers: customers(office) };
      let posts = 0;
      office.road = async (url, init, go) => {
        if (init.method !== 'POST' || !url.pathname.endsWith('/customer')) return go();
        posts += 1;
        if (posts === 2) await behindTheBack(office, 'vendor', { DisplayName: 'Ida Noddack' });
        const answer = await go();
        if (posts === 1) throw new TypeError('fetch failed');
        return answer;
      };
      const person: Person = async (question, at) => {
        advance(5_000);
        const { customer } = question.view.choices;
        if (customer.kind === 'create' && codes(question).includes('name-duplicate'))
          return edited(question, at, { customer: { ...customer, display_name: 'Ida Noddack (customer)' } });
        return edited(
          question,
          at,
          await newCustomer(question, at, { policy: 'sub-customer', contact_id: '' }),
        );
      };
      const view = await play(machine, wishFor(newCustomerDeal), { person });
      expect(reportOf(view).outcome, place).toBe('created');
      const added = customers(office).filter((id) => !before.customers.includes(id));
      expect(added, place).toHaveLength(2);
      const [invoice = ''] = madeSince(before.invoices);
      expect(booked(office, invoice).CustomerRef.name, place).toBe('Ida Noddack (customer)');
      machine.kill();
    }
  }, 60_000);

  test('let be by the person: the steps tell the customer that was made, and the next invoice takes it', async () => {
    const machine = await alone();
    const { office } = stage;
    const before = { invoices: invoices(office), customers: customers(office) };
    office.road = async (url, init, go) =>
      makesInvoice(url, init) ? Response.json(validationFault('2050', 'BillEmail'), { status: 400 }) : go();
    let asked = 0;
    const person: Person = async (question, at) => {
      asked += 1;
      return asked === 1 ? edited(question, at, await newCustomer(question, at)) : { kind: 'cancel' };
    };
    const view = await play(machine, wishFor(newCustomerDeal), { person });
    expect(reportOf(view)).toMatchObject({ outcome: 'cancelled', document: null });
    const written = view.steps.filter(({ write }) => write);
    expect(written).toMatchObject([
      { purpose: 'create-customer', state: 'done' },
      { purpose: 'create-invoice', state: 'failed' },
    ]);
    const added = customers(office).filter((id) => !before.customers.includes(id));
    expect(added).toHaveLength(1);

    office.road = null;
    advance(hour_ms);
    expect(reportOf(await play(machine, wishFor(newCustomerDeal))).outcome).toBe('created');
    expect(customers(office).filter((id) => !before.customers.includes(id))).toEqual(added);
    expect(booked(office, madeSince(before.invoices)[0] ?? '').CustomerRef.value).toBe(added[0]);
    machine.kill();
  });

  test('before an update of the extension is not sent again unasked', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    stage.office.road = async (url, init, go) =>
      makesInvoice(url, init) ? Response.json(validationFault('6000', ''), { status: 400 }) : go();
    let asked = 0;
    const person: Person = async ({ view }) => {
      asked += 1;
      return asked === 1 ? approve(view) : null;
    };
    expect((await play(machine, wishFor(), { person })).state).toBe('asking');
    stage.office.road = null;
    const written = writes(stage.office).length;
    machine.kill();
    await makeOlder(machine.name);
    const report = reportOf(await play(machine, wishFor()));
    expect(report.outcome).toBe('cancelled');
    expect(report.issues.map(({ code }) => code)).toContain('run-settled');
    expect(writes(stage.office)).toHaveLength(written);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });
});

function validationFault(code: string, element: string): object {
  const errors = [{ Message: 'A planned refusal', Detail: 'A planned refusal', code, element }];
  return {
    Fault: { Error: errors, type: 'ValidationFault' },
    time: new Date(stage.office.sandbox.world.now()).toISOString(),
  };
}

type Naming = Question['view']['choices']['naming'];
type NewCustomer = Extract<Question['view']['choices']['customer'], { kind: 'create' }>;

/** What the composer offers when the person wants a new customer. */
async function newCustomer(
  { basis, view }: Question,
  machine: Machine,
  naming = view.choices.naming,
): Promise<{ customer: NewCustomer; naming: Naming }> {
  const blank = { display_name: '', company_name: '', given_name: '', family_name: '', email: '', phone: '' };
  const customer = { kind: 'create' as const, ...blank, currency: '', parent_id: '' };
  const none = { customers: [], items: [] };
  const composed = machine.core?.compose(basis, { ...view.choices, customer, naming }, none);
  const proposed = composed?.value?.choices.customer;
  if (proposed?.kind !== 'create') throw new Error('No customer was proposed.');
  return { customer: proposed, naming };
}

function beforeCustomer(work: () => Promise<unknown>) {
  let done = false;
  return async (url: URL, init: RequestInit, go: () => Promise<Response>) => {
    if (!done && init.method === 'POST' && url.pathname.endsWith('/customer')) {
      done = true;
      await work();
    }
    return go();
  };
}

/** The number of the invoice that was made first: too old to be among those that are read before asking. */
function oldest(ids: string[]): string {
  const made = ids.map((id) => booked(stage.office, id));
  const [first] = made.sort((one, other) => one.MetaData.CreateTime.localeCompare(other.MetaData.CreateTime));
  return first?.DocNumber ?? '';
}
