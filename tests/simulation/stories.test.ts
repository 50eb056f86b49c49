// The traps of creating once: what people and bookkeepers do in between, refusals, long waits, changed minds.
import 'fake-indexeddb/auto';
import type { Core, CreateInvoiceReport, Question } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadTestCore } from '../support/core.ts';
import {
  behindTheBack,
  booked,
  customers,
  invoices,
  keyOf,
  mirrored,
  propertiesOf,
  writes,
} from './support/books.ts';
import { readDisk, writeDisk } from './support/disk.ts';
import type { Fate } from './support/life.ts';
import type { Machine } from './support/machine.ts';
import { connect } from './support/office.ts';
import { expectCards, expectDeal, expectMirrors, expectReports } from './support/outcome.ts';
import { anotherPortal } from './support/portals.ts';
import { Dice } from './support/random.ts';
import { answeredInstead, beforeInvoice, hubspotDown, lostAnswer, makesInvoice } from './support/roads.ts';
import { type Extent, fateOf, quiet, randomSchedule, type Schedule } from './support/schedule.ts';
import { agreeable, approve, edited, insisting, type Person, play, type Wish } from './support/story.ts';
import { makeOlder, Theatre } from './support/theatre.ts';

const deal = { type: '0-3', id: '31000000001' };
const newCustomerDeal = { type: '0-3', id: '31000000461' };
const lineItem = '0-8';
const hour_ms = 3_600_000;
const proof = process.env['SIDEBILL_PROOF'] === '1';
const count = Number(process.env['SIDEBILL_SCHEDULES'] ?? (proof ? 200 : 2));
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);

let theatre: Theatre;
let extent: Extent;

function wishFor(source = deal, another = false): Wish {
  const { portal, realm } = theatre.office;
  return { operation: 'create_invoice', input: { portal, realm, source, another } };
}

beforeAll(async () => {
  theatre = await Theatre.open(seed);
  extent = await theatre.extent(wishFor());
}, 60_000);

afterAll(() => theatre.close());

/** One browser in a fresh office. */
async function alone(schedule: Schedule = quiet): Promise<Machine> {
  const [machine] = await theatre.stage({ ...schedule, colleague: false });
  if (!machine) throw new Error('Nobody is there.');
  return machine;
}

/** Quiet first, then with several things befalling it. */
function schedules(): Schedule[] {
  const befallen = Array.from({ length: count }, (_, index) => randomSchedule(seed + index, extent));
  return [quiet, { ...quiet, uniqueKey: false }, ...befallen.map((one) => ({ ...one, colleague: false }))];
}

function advance(ms: number): void {
  theatre.office.sandbox.world.advance(ms);
}

async function refreshCard(machine: Machine, record = deal): Promise<void> {
  const input = { portal: theatre.office.portal, record, refresh: true };
  await play(machine, { operation: 'open_record', input });
}

function reportOf(view: RunView): CreateInvoiceReport {
  expect(view.state).toBe('done');
  return view.report as CreateInvoiceReport;
}

/** The invoices that were made since. */
function madeSince(before: string[]): string[] {
  return invoices(theatre.office).filter((id) => !before.includes(id));
}

/** Approves once; when it is asked again, lets it be. */
const lettingBe: Person = async ({ view }) => {
  const refused = view.issues.some(({ severity }) => severity === 'error');
  return refused || !view.ready ? { kind: 'cancel' } : approve(view);
};

const codes = ({ view }: Question) => view.issues.map(({ code }) => code);

describe('an invoice that is gone', () => {
  for (const operation of ['delete', 'void'] as const) {
    test(`by ${operation} in QuickBooks is made anew exactly once, and the generation rises [B-03]`, async () => {
      for (const schedule of schedules()) {
        const place = `${operation} ${JSON.stringify(schedule)}`;
        const machine = await alone(schedule);
        const { office } = theatre;
        const before = invoices(office);
        await theatre.perform([machine], wishFor(), quiet);
        const [first = ''] = madeSince(before);
        advance(hour_ms);
        await behindTheBack(office, 'invoice', { Id: first }, operation);
        await refreshCard(machine);
        const existing = invoices(office);
        const [view] = await theatre.perform([machine], wishFor(), schedule);
        const made = madeSince(existing);
        expect(made, place).toHaveLength(1);
        const id = made[0] ?? '';
        expectReports(office, view ? [view] : [], id, place);
        expectMirrors(office, id, deal, schedule, place);
        const says = propertiesOf(office, deal);
        expect(says['sidebill_links'], place).toContain(keyOf(office, id));
        if (!schedule.updated) expect(says['sidebill_generation'], place).toBe('1');
        expect(says['sidebill_invoice_number'], place).toBe(booked(office, id).DocNumber);
        machine.kill();
      }
    }, 3_600_000);
  }

  test('twice is made anew twice', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    for (let times = 1; times <= 3; times += 1) {
      await theatre.perform([machine], wishFor(), quiet);
      const made = madeSince(before);
      expect(made, `time ${times}`).toHaveLength(1);
      advance(hour_ms);
      if (times < 3) await behindTheBack(theatre.office, 'invoice', { Id: made[0] }, 'delete');
      await refreshCard(machine);
    }
    expect(propertiesOf(theatre.office, deal)['sidebill_generation']).toBe('2');
    machine.kill();
  });
});

describe('another invoice', () => {
  test('wanted by a person makes exactly two [B-03]', async () => {
    for (const schedule of schedules()) {
      const place = JSON.stringify(schedule);
      const machine = await alone(schedule);
      const { office } = theatre;
      const before = invoices(office);
      await theatre.perform([machine], wishFor(), quiet);
      advance(hour_ms);
      const [first = ''] = madeSince(before);
      const [view] = await theatre.perform([machine], wishFor(), schedule, { person: insisting });
      const made = madeSince(before);
      expect(made, place).toHaveLength(2);
      const second = made.find((id) => id !== first) ?? '';
      expectReports(office, view ? [view] : [], second, place);
      expectMirrors(office, second, deal, schedule, place);
      expectDeal(office, deal, [first, second], [], place);
      await expectCards(office, [machine], deal, made, place);
    }
  }, 3_600_000);

  test('is a new one even when nobody could write down the last generation', async () => {
    const machine = await alone();
    const { office } = theatre;
    const before = invoices(office);
    await theatre.perform([machine], wishFor(), quiet);
    for (let times = 2; times <= 3; times += 1) {
      advance(hour_ms);
      propertiesOf(office, deal)['sidebill_generation'] = '0';
      await theatre.perform([machine], wishFor(), quiet, { person: insisting });
      expect(madeSince(before), `time ${times}`).toHaveLength(times);
    }
    machine.kill();
  });

  test('made by a colleague while one is being approved is shown before a further one is made', async () => {
    const machines = await theatre.stage({ ...quiet, colleague: true });
    const [mine, theirs] = machines as [Machine, Machine];
    const before = invoices(theatre.office);
    await theatre.perform([mine], wishFor(), quiet);
    advance(hour_ms);
    let asked = 0;
    const slow: Person = async (question, machine) => {
      asked += 1;
      if (asked > 1) return { kind: 'cancel' };
      await theatre.perform([theirs], wishFor(), quiet, { person: insisting });
      advance(hour_ms);
      return edited(question, machine, { another: true });
    };
    const view = await play(mine, wishFor(), { person: slow });
    expect(reportOf(view).outcome).toBe('cancelled');
    expect(asked).toBe(2);
    expect(madeSince(before)).toHaveLength(2);
    for (const machine of machines) machine.kill();
  });
});

describe('a refused create', () => {
  const readings = [true, false].flatMap((refusalsStored) =>
    [true, false].map((uniqueKey): Schedule => ({ ...quiet, refusalsStored, uniqueKey })),
  );

  test('for a number that is taken is mended and makes one invoice, its refusal stored or not', async () => {
    for (const schedule of readings) {
      for (const befallen of schedules().slice(2, proof ? undefined : 3)) {
        const place = JSON.stringify({ ...befallen, ...schedule });
        const machine = await alone(schedule);
        const { office } = theatre;
        await numberByHand(machine);
        const before = invoices(office);
        const taken = booked(office, before.at(-1) ?? '').DocNumber;
        const person: Person = async (question, at) => {
          advance(5_000);
          const was = codes(question).includes('number-duplicate');
          return edited(question, at, { number: was ? 'MENDED-1' : taken });
        };
        const [view] = await theatre.perform(
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
  }, 3_600_000);

  test('leaves the customer it made, and the next approval makes no second one', async () => {
    for (const schedule of readings) {
      const place = JSON.stringify(schedule);
      const machine = await alone(schedule);
      const { office } = theatre;
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
      const { office } = theatre;
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

  test('before an update of the extension is not sent again unasked', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    theatre.office.road = async (url, init, go) =>
      makesInvoice(url, init) ? Response.json(validationFault('6000', ''), { status: 400 }) : go();
    let asked = 0;
    const person: Person = async ({ view }) => {
      asked += 1;
      return asked === 1 ? approve(view) : null;
    };
    expect((await play(machine, wishFor(), { person })).state).toBe('asking');
    theatre.office.road = null;
    const written = writes(theatre.office).length;
    machine.kill();
    await makeOlder(machine.name);
    const report = reportOf(await play(machine, wishFor()));
    expect(report.outcome).toBe('cancelled');
    expect(report.issues.map(({ code }) => code)).toContain('run-settled');
    expect(writes(theatre.office)).toHaveLength(written);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });
});

function validationFault(code: string, element: string): object {
  const errors = [{ Message: 'A planned refusal', Detail: 'A planned refusal', code, element }];
  return {
    Fault: { Error: errors, type: 'ValidationFault' },
    time: new Date(theatre.office.sandbox.world.now()).toISOString(),
  };
}

type NewCustomer = Extract<Question['view']['choices']['customer'], { kind: 'create' }>;

/** What the composer offers when the person wants a new customer. */
async function newCustomer({ basis, view }: Question, machine: Machine): Promise<{ customer: NewCustomer }> {
  const blank = { display_name: '', company_name: '', given_name: '', family_name: '', email: '', phone: '' };
  const customer = { kind: 'create' as const, ...blank, currency: '' };
  const none = { customers: [], items: [] };
  const composed = machine.core?.compose(basis, { ...view.choices, customer }, none);
  const proposed = composed?.value?.choices.customer;
  if (proposed?.kind !== 'create') throw new Error('No customer was proposed.');
  return { customer: proposed };
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

/** The company numbers its invoices by hand, refuses a number twice, and the browser has read so. */
async function numberByHand(machine: Machine): Promise<void> {
  const { sandbox, realm } = theatre.office;
  const company = sandbox.world.state.intuit.companies[realm];
  if (!company) throw new Error('There is no company.');
  (company.preferences['SalesFormsPrefs'] as Record<string, unknown>)['CustomTxnNumbers'] = true;
  company.warnsOfDuplicateNumbers = true;
  await machine.boot();
  await machine.ask('quickbooks.test', { realm });
}

describe('a lost answer', () => {
  const forgotten = { ...quiet };

  async function forgetful(): Promise<Machine> {
    const machine = await alone(forgotten);
    theatre.office.sandbox.world.state.switches.requestIdRetentionMs = 12.5 * hour_ms;
    return machine;
  }

  test('found out only after thirteen hours, the id forgotten: the invoice is found, none is made [B-03]', async () => {
    const moments = ['the answer', 'the wait', 'the repeat'] as const;
    for (const slept of moments) {
      const machine = await forgetful();
      const before = invoices(theatre.office);
      theatre.office.road = lostAnswer(1);
      const fate = sleepsAt(slept, () => advance(13 * hour_ms));
      const reborn = async () => advance(slept === 'the wait' ? 0 : 13 * hour_ms);
      const view = await play(machine, wishFor(), { fates: [fate], reborn });
      const made = madeSince(before);
      expect(made, slept).toHaveLength(1);
      const sent = writes(theatre.office).filter((call) => call.endsWith('/invoice'));
      expect(sent, `${slept}: sent once`).toHaveLength(1);
      expectReports(theatre.office, [view], made[0] ?? '', slept);
      expectDeal(theatre.office, deal, made, [], slept);
      machine.kill();
    }
  });

  test('of a further invoice like the first, found out after thirteen hours, is not taken for the first', async () => {
    const machine = await forgetful();
    const before = invoices(theatre.office);
    await theatre.perform([machine], wishFor(), quiet);
    advance(60_000);
    let lost = false;
    theatre.office.road = async (url, init, go) => {
      if (lost || !makesInvoice(url, init)) return go();
      lost = true;
      throw new TypeError('fetch failed');
    };
    const fate = sleepsAt('the repeat', () => undefined);
    const reborn = async () => advance(13 * hour_ms);
    const view = await play(machine, wishFor(), { fates: [fate], reborn, person: insisting });
    expect(reportOf(view).outcome).toBe('created');
    expect(madeSince(before)).toHaveLength(2);
    machine.kill();
  });

  test('with the permission gone, and a changed mind a day later, still makes one invoice', async () => {
    const machine = await forgetful();
    const before = invoices(theatre.office);
    let calls = 0;
    theatre.office.road = async (url, _, go) => {
      if (url.hostname !== 'quickbooks.api.intuit.com') return go();
      calls += 1;
      if (calls === 1) {
        await go();
        throw new TypeError('fetch failed');
      }
      return calls < 5 ? new Response('', { status: 403 }) : go();
    };
    const asked: string[][] = [];
    const person: Person = async (question, at) => {
      asked.push(codes(question));
      if (asked.length > 1) advance(13 * hour_ms);
      return asked.length === 1
        ? approve(question.view)
        : edited(question, at, { message: 'changed my mind' });
    };
    const report = reportOf(await play(machine, wishFor(), { person }));
    expect(asked.length).toBeGreaterThan(1);
    expect(madeSince(before)).toHaveLength(1);
    expect(report.document?.key).toBe(keyOf(theatre.office, madeSince(before)[0] ?? ''));
    machine.kill();
  });

  test('found out after thirteen hours by an updated extension is searched for, and nothing is sent', async () => {
    for (const reached of [true, false]) {
      const machine = await forgetful();
      const before = invoices(theatre.office);
      theatre.office.road = async (url, init, go) => {
        if (!makesInvoice(url, init)) return go();
        if (reached) await go();
        throw new TypeError('fetch failed');
      };
      const fate = sleepsAt('the answer', () => undefined);
      const reborn = async () => {
        theatre.office.road = null;
        advance(13 * hour_ms);
        await makeOlder(machine.name);
      };
      const report = reportOf(await play(machine, wishFor(), { fates: [fate], reborn }));
      const made = madeSince(before);
      expect(made).toHaveLength(reached ? 1 : 0);
      expect(report.outcome).toBe(reached ? 'created' : 'cancelled');
      if (reached) expectDeal(theatre.office, deal, made, [], 'updated');
      machine.kill();
    }
  });

  test('that came as a server error after the work was done makes one invoice', async () => {
    for (const uniqueKey of [true, false]) {
      const machine = await alone({ ...quiet, uniqueKey });
      const before = invoices(theatre.office);
      theatre.office.road = answeredInstead(3, () => new Response('<html>500</html>', { status: 500 }));
      const view = await play(machine, wishFor());
      const made = madeSince(before);
      expect(made).toHaveLength(1);
      expectReports(theatre.office, [view], made[0] ?? '', 'server error');
      machine.kill();
    }
  });
});

/** The worker ends while it waits for the lost answer's consequences, or the computer sleeps over the wait. */
function sleepsAt(moment: 'the answer' | 'the wait' | 'the repeat', sleep: () => void): Fate {
  let requests = 0;
  let answered = 0;
  let slept = false;
  return (gate, when) => {
    if (gate === 'request POST quickbooks.api.intuit.com' && when === 'before') requests += 1;
    if (moment === 'the answer') return requests === 1 && gate === 'requests.add' && when === 'before';
    if (requests !== 1 || gate !== 'journal.answered' || when !== 'after') return false;
    answered += 1;
    if (moment === 'the wait' && !slept) {
      slept = true;
      sleep();
    }
    // First the lost answer itself is journaled, then the wait; between that and the repeat the worker ends.
    return moment === 'the repeat' && answered === 2;
  };
}

describe('a service that is away', () => {
  test('HubSpot for hours after the create: the links arrive by themselves', async () => {
    for (const uniqueKey of [true, false]) {
      for (const calls of proof ? [1, 4, 20, 200] : [1, 4, 20]) {
        const schedule = { ...quiet, uniqueKey };
        const place = `${calls} calls, ${uniqueKey ? 'keyed' : 'plain'}`;
        const machine = await alone(schedule);
        const before = invoices(theatre.office);
        theatre.office.road = hubspotDown(calls);
        const view = await play(machine, wishFor());
        const made = madeSince(before);
        expect(made, place).toHaveLength(1);
        expectReports(theatre.office, [view], made[0] ?? '', place);
        expectMirrors(theatre.office, made[0] ?? '', deal, schedule, place);
        expectDeal(theatre.office, deal, made, [], place);
        machine.kill();
      }
    }
  }, 60_000);

  test('HubSpot for good, its key revoked: the report names the invoice, and the next click completes it', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    theatre.office.road = hubspotDown(Number.POSITIVE_INFINITY, 401);
    const report = reportOf(await play(machine, wishFor()));
    const made = madeSince(before);
    expect(report.document?.key).toBe(keyOf(theatre.office, made[0] ?? ''));
    expect(report.issues.map(({ code }) => code)).toContain('mirror-unavailable');
    expect(report.issues.every(({ severity }) => severity === 'warning')).toBe(true);
    theatre.office.road = null;
    advance(hour_ms);
    const view = await play(machine, wishFor());
    expect(madeSince(before)).toEqual(made);
    expectReports(theatre.office, [view], made[0] ?? '', 'again');
    expectDeal(theatre.office, deal, made, [], 'again');
    machine.kill();
  }, 60_000);

  test('QuickBooks busy for a minute: the alarm goes on with it, whichever worker lives then', async () => {
    const dice = new Dice(seed);
    for (let times = 0; times < 12; times += 1) {
      const death = { gate: 1 + dice.below(extent.gates), moment: 'after' as const };
      const schedule: Schedule = {
        ...quiet,
        deaths: [death],
        mishaps: [
          { service: 'quickbooks', call: 0, action: 429 },
          { service: 'hubspotApi', call: dice.below(extent.calls.hubspotApi), action: 429 },
        ],
      };
      const place = JSON.stringify(schedule);
      const machine = await alone(schedule);
      const before = invoices(theatre.office);
      const [view] = await theatre.perform([machine], wishFor(), schedule);
      expect(madeSince(before), place).toHaveLength(1);
      expectReports(theatre.office, view ? [view] : [], madeSince(before)[0] ?? '', place);
      machine.kill();
    }
  }, 60_000);
});

describe('approval', () => {
  test('of a payload that is not the one shown writes nothing and asks again', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    let asked = 0;
    const person: Person = async ({ view }) => {
      asked += 1;
      if (asked > 1) return null;
      return { kind: 'approve', choices: view.choices, approved_hash: 'f'.repeat(64) };
    };
    const view = await play(machine, wishFor(), { person });
    expect(view.state).toBe('asking');
    expect(view.question && codes(view.question.question)).toContain('source-changed');
    expect(writes(theatre.office)).toEqual([]);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });

  test('of a deal that was changed meanwhile writes nothing and asks again, then makes what is approved [S2-04]', async () => {
    const machine = await alone();
    const { office } = theatre;
    const before = invoices(office);
    let asked = 0;
    const person: Person = async (question) => {
      asked += 1;
      if (asked === 1) rename('Changed in the meantime');
      else {
        expect(codes(question)).toContain('source-changed');
        expect(writes(office)).toEqual([]);
      }
      return approve(question.view);
    };
    const report = reportOf(await play(machine, wishFor(), { person }));
    expect(asked).toBe(2);
    expect(madeSince(before)).toHaveLength(1);
    expect(JSON.stringify(report.document?.lines)).toContain('Changed in the meantime');
    machine.kill();
  });

  test('that fails a check reaches neither service with a write [S2-04]', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    const broken: Partial<Question['view']['choices']>[] = [
      { customer: { kind: 'undecided' } },
      { lines: [] },
      { date: '2026-11-23', due_date: '2026-11-01' },
      { email: 'no address' },
    ];
    for (const change of broken) {
      let asked = 0;
      const person: Person = async ({ basis, view }, at) => {
        asked += 1;
        if (asked > 1) return { kind: 'cancel' };
        const choices = { ...view.choices, ...change };
        const composed = at.core?.compose(basis, choices, { customers: [], items: [] });
        expect(composed?.value?.ready, JSON.stringify(change)).toBe(false);
        return { kind: 'approve', choices, approved_hash: composed?.value?.hash ?? '' };
      };
      expect(reportOf(await play(machine, wishFor(), { person })).outcome).toBe('cancelled');
      expect(asked).toBe(2);
    }
    expect(writes(theatre.office)).toEqual([]);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });

  test('from two tabs at once: the first answer counts, and one invoice is made', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    const person: Person = async (question, at) => {
      const first = await edited(question, at, { message: 'from the first tab' });
      const second = await edited(question, at, { message: 'from the second tab' });
      const [{ run = '' } = {}] = (await at.ask('run.open', { record: deal })).value ?? [];
      const view = (await at.ask('run.read', { run })).value;
      const { step = -1, turn = 0 } = view?.question ?? {};
      await Promise.all([first, second].map((choice) => at.ask('run.answer', { run, step, turn, choice })));
      return second;
    };
    const report = reportOf(await play(machine, wishFor(), { person }));
    expect(madeSince(before)).toHaveLength(1);
    expect(report.document?.message).toBe('from the first tab');
    machine.kill();
  });
});

/** Gives the deal's first line another name, as a colleague in HubSpot would. */
function rename(name: string): void {
  const { records, associations } = theatre.office.sandbox.world.state.hubspot;
  const lines = (associations[`${deal.type}/${deal.id}`] ?? []).filter(
    ({ toTypeId }) => toTypeId === lineItem,
  );
  const line = records[lineItem]?.[lines[0]?.toId ?? ''];
  if (!line) throw new Error('The deal has no line.');
  line.properties['description'] = name;
  line.properties['name'] = name;
}

describe('connections that change in the middle', () => {
  test('a company disconnected before the create: nothing is made, and nothing of it stays', async () => {
    const machine = await alone();
    const before = invoices(theatre.office);
    const { realm } = theatre.office;
    let asked = 0;
    const person: Person = async ({ view }, at) => {
      asked += 1;
      if (asked > 1) return { kind: 'cancel' };
      await at.ask('quickbooks.disconnect', { realm });
      return approve(view);
    };
    const report = reportOf(await play(machine, wishFor(), { person }));
    expect(report.outcome).toBe('cancelled');
    expect(asked).toBe(2);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });

  test('a company disconnected while the create is on its way: the report is true, its data do not come back', async () => {
    const machine = await alone();
    const { office } = theatre;
    const before = invoices(office);
    office.road = beforeInvoice(async () => {
      await machine.ask('quickbooks.disconnect', { realm: office.realm });
    });
    const report = reportOf(await play(machine, wishFor(), { person: lettingBe }));
    expect(report.outcome).toBe('cancelled');
    expect(madeSince(before)).toEqual([]);
    const rows = new Map(JSON.parse(await machine.everythingOnDisk()) as [string, unknown[]][]);
    for (const name of ['records', 'documents', 'companies']) expect(rows.get(name), name).toEqual([]);
    machine.kill();
  });

  test('a company disconnected with the answer lost: connected again, it makes no second invoice', async () => {
    const machine = await alone();
    const { office } = theatre;
    office.sandbox.world.state.switches.requestIdRetentionMs = 12.5 * hour_ms;
    const before = invoices(office);
    office.road = async (url, init, go) => {
      if (!makesInvoice(url, init)) return go();
      office.road = null;
      await go();
      await machine.ask('quickbooks.disconnect', { realm: office.realm });
      throw new TypeError('fetch failed');
    };
    let asked = 0;
    const person: Person = async ({ view }) => {
      asked += 1;
      return asked === 1 ? approve(view) : null;
    };
    expect((await play(machine, wishFor(), { person })).state).toBe('asking');
    await connect(office, machine);
    advance(13 * hour_ms);
    // Letting it be looks for the invoice first, and finds it.
    const report = reportOf(await play(machine, wishFor(), { person: lettingBe }));
    expect(report.outcome).toBe('created');
    expect(madeSince(before)).toHaveLength(1);
    expectDeal(office, deal, madeSince(before), [], 'found');
    expect(report.document?.key).toBe(keyOf(office, madeSince(before)[0] ?? ''));
    machine.kill();
  });

  test('another portal in its place: nothing is written there, and it does not count as broken', async () => {
    const machine = await alone();
    const { office } = theatre;
    const before = invoices(office);
    office.road = beforeInvoice(async () => void (await anotherPortal(machine)));
    const report = reportOf(await play(machine, wishFor()));
    const made = madeSince(before);
    expect(made).toHaveLength(1);
    expect(report.document?.key).toBe(keyOf(office, made[0] ?? ''));
    expect(report.issues.map(({ code }) => code)).toContain('not-connected');
    expect(mirrored(office, keyOf(office, made[0] ?? ''))).toEqual([]);
    const { value } = await machine.ask('connections.read', {});
    expect(value?.hubspot).toMatchObject({ state: 'connected', portal: { portal_id: '99999999' } });
    machine.kill();
  });

  test("a second consent that ends the first one's token: asked for, nothing lost, one invoice in the end", async () => {
    const machines = await theatre.stage({ ...quiet, colleague: true });
    const [mine, theirs] = machines as [Machine, Machine];
    const { office } = theatre;
    office.sandbox.world.state.switches.secondConsentSupersedes = true;
    const before = invoices(office);
    await theirs.boot();
    await connect(office, theirs);
    mine.restartBrowser();
    let asked = 0;
    const person: Person = async (question, at) => {
      asked += 1;
      if (asked === 2) {
        expect(madeSince(before)).toEqual([]);
        await connect(office, at);
      }
      return agreeable(question, at);
    };
    const report = reportOf(await play(mine, wishFor(), { person }));
    expect(report.outcome).toBe('created');
    expect(asked).toBe(2);
    expect(madeSince(before)).toHaveLength(1);
    for (const machine of machines) machine.kill();
  });
});

describe('the journal', () => {
  test('in any order of its entries leads to the same end', async () => {
    const dice = new Dice(seed);
    for (let times = 0; times < 6; times += 1) {
      const shuffled = async () => shufflingCore(await loadTestCore(), dice);
      const first = await alone();
      const machine = theatre.office.colleague(crypto.randomUUID(), shuffled);
      await writeDisk(machine.name, await readDisk(first.name));
      const before = invoices(theatre.office);
      const fates = [fateOf({ gate: 1 + dice.below(extent.gates), moment: 'after' })];
      const view = await play(machine, wishFor(), { fates });
      expect(madeSince(before)).toHaveLength(1);
      expectReports(theatre.office, [view], madeSince(before)[0] ?? '', 'shuffled');
      machine.kill();
    }
  }, 60_000);

  test('of any length, found by an updated extension, ends in one invoice or a fresh start', async () => {
    for (let gate = 1; gate <= extent.gates; gate += proof ? 1 : 17) {
      const schedule: Schedule = { ...quiet, deaths: [{ gate, moment: 'after' }], updated: true };
      const machine = await alone(schedule);
      const before = invoices(theatre.office);
      const [view] = await theatre.perform([machine], wishFor(), schedule);
      const made = madeSince(before);
      expect(made, `gate ${gate}`).toHaveLength(1);
      expectReports(theatre.office, view ? [view] : [], made[0] ?? '', `gate ${gate}`);
      expectDeal(theatre.office, deal, made, [], `gate ${gate}`);
      machine.kill();
    }
  }, 3_600_000);
});

function shufflingCore(core: Core, dice: Dice): Core {
  return {
    ...core,
    resume: (header, entries) =>
      core.resume(
        header,
        [...entries].sort(() => dice.next() - 0.5),
      ),
  };
}
