// What came back is told apart: ours, a colleague's, changed since, or one that the person must look at first.
import 'fake-indexeddb/auto';
import type { Question } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { behindTheBack, booked, customers, invoices, propertiesOf } from './support/books.ts';
import type { Fate } from './support/life.ts';
import type { Machine } from './support/machine.ts';
import type { Road } from './support/office.ts';
import { makesInvoice } from './support/roads.ts';
import { quiet } from './support/schedule.ts';
import { codes, deal, hour_ms, newCustomerDeal, reportOf, useStage } from './support/stage.ts';
import { approve, edited, insisting, type Person, play } from './support/story.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;

/** The worker ends when the first answer of QuickBooks, lost, would be stored. */
function endsAtAnswer(): Fate {
  let requests = 0;
  return (gate, when) => {
    if (gate === 'request POST quickbooks.api.intuit.com' && when === 'before') requests += 1;
    return requests === 1 && gate === 'requests.add' && when === 'before';
  };
}

/** The tax rates rise just before the invoice is made, and its answer is lost. */
function taxRisesAnswerLost(): Road {
  return async (url, init, go) => {
    if (!makesInvoice(url, init)) return go();
    stage.office.road = null;
    const { intuit } = stage.office.sandbox.world.state;
    const rates = Object.values(intuit.companies[stage.office.realm]?.tables['TaxRate'] ?? {});
    for (const rate of rates as unknown as {
      RateValue: number;
      EffectiveTaxRate: { RateValue: number }[];
    }[]) {
      rate.RateValue += 0.25;
      for (const one of rate.EffectiveTaxRate) one.RateValue += 0.25;
    }
    await go();
    advance(30_000);
    throw new TypeError('fetch failed');
  };
}

/** What the composer offers when the person wants a new customer. */
async function withNewCustomer(question: Question, machine: Machine, name = '') {
  const { basis, view } = question;
  const blank = { display_name: '', company_name: '', given_name: '', family_name: '', email: '', phone: '' };
  const customer = { kind: 'create' as const, ...blank, currency: '', parent_id: '' };
  const none = { customers: [], items: [] };
  const composed = machine.core?.compose(basis, { ...view.choices, customer }, none).value?.choices.customer;
  if (composed?.kind !== 'create') throw new Error('No new customer was composed.');
  return edited(question, machine, { customer: { ...composed, ...(name ? { display_name: name } : {}) } });
}

const welcoming: Person = (question, machine) => withNewCustomer(question, machine);

/** A customer with a first invoice, which tells the tax. */
async function withWitness(machine: Machine): Promise<void> {
  await play(machine, wishFor(newCustomerDeal), { person: welcoming });
  await machine.ask('quickbooks.test', { realm: stage.office.realm });
  advance(hour_ms);
}

describe('an answer lost for longer than its id is known', () => {
  async function lost(change: (id: string) => Promise<unknown>, person: Person) {
    const machine = await alone();
    const { office } = stage;
    office.sandbox.world.state.switches.requestIdRetentionMs = 12.5 * hour_ms;
    const before = invoices(office);
    office.road = async (url, init, go) => {
      if (!makesInvoice(url, init)) return go();
      office.road = null;
      await go();
      throw new TypeError('fetch failed');
    };
    const reborn = async () => {
      advance(13 * hour_ms);
      await change(madeSince(before)[0] ?? '');
    };
    const view = await play(machine, wishFor(), { fates: [endsAtAnswer()], reborn, person });
    machine.kill();
    return { report: reportOf(view), made: madeSince(before) };
  }

  const withoutFirstLine = (id: string) => {
    const invoice = booked(stage.office, id) as unknown as { Line: unknown[] };
    return behindTheBack(stage.office, 'invoice', {
      ...invoice,
      Line: invoice.Line.slice(1),
      TotalAmt: undefined,
    });
  };

  test('is ours though its date was changed', async () => {
    const { report, made } = await lost(
      (id) => behindTheBack(stage.office, 'invoice', { Id: id, sparse: true, TxnDate: '2026-11-20' }),
      async ({ view }) => approve(view),
    );
    expect(made).toHaveLength(1);
    expect(report.outcome).toBe('created');
    expect(report.issues.map(({ path }) => path)).toContain('/date');
  });

  test('is shown when its lines were changed, and nothing is made unless a further one is wanted', async () => {
    const asked: string[][] = [];
    const { report, made } = await lost(withoutFirstLine, async (question) => {
      asked.push(codes(question));
      return asked.length === 1 ? approve(question.view) : { kind: 'cancel' };
    });
    expect(asked[1]).toContain('document-exists');
    expect(report.outcome).toBe('cancelled');
    expect(made).toHaveLength(1);
  });

  test('is no obstacle to a further one that the person wants', async () => {
    let asked = 0;
    const { report, made } = await lost(withoutFirstLine, async (question, machine) => {
      asked += 1;
      return asked === 1 ? approve(question.view) : insisting(question, machine);
    });
    expect(asked).toBe(2);
    expect(report.outcome).toBe('created');
    expect(made).toHaveLength(2);
  });

  test('with another tax than predicted is found, and no second one is made', async () => {
    const machine = await alone();
    await withWitness(machine);
    const { office } = stage;
    office.sandbox.world.state.switches.requestIdRetentionMs = 12.5 * hour_ms;
    const before = invoices(office);
    office.road = taxRisesAnswerLost();
    const view = await play(machine, wishFor(newCustomerDeal), {
      fates: [endsAtAnswer()],
      reborn: async () => advance(13 * hour_ms),
      person: insisting,
    });
    expect(madeSince(before)).toHaveLength(1);
    expect(reportOf(view).issues.map(({ code }) => code)).toEqual(['document-total-differs']);
    machine.kill();
  });
});

test('our own invoice with another tax, its answer lost, is not called a colleague’s', async () => {
  const machine = await alone();
  await withWitness(machine);
  const before = invoices(stage.office);
  stage.office.road = taxRisesAnswerLost();
  const report = reportOf(await play(machine, wishFor(newCustomerDeal), { person: insisting }));
  expect(madeSince(before)).toHaveLength(1);
  expect(report.outcome).toBe('created');
  expect(report.issues.map(({ code }) => code)).toEqual(['document-total-differs']);
  machine.kill();
});

test('a colleague’s invoice is told with every difference to what was approved', async () => {
  const [mine, theirs] = await stage.theatre.stage({ ...quiet, colleague: true });
  if (!mine || !theirs) throw new Error('Nobody is there.');
  const { office } = stage;
  let faster = false;
  const slow: Person = async (question, machine) => {
    const changed = { due_date: '2027-06-30', email: 'cfo@buyer.example', message: 'PO 4711', memo: 'mine' };
    const answer = await edited(question, machine, changed);
    if (!faster) await play(theirs, wishFor());
    faster = true;
    advance(10_000);
    // As if the colleague's browser had died before it told HubSpot.
    const says = propertiesOf(office, deal);
    for (const name of Object.keys(says)) if (name.startsWith('sidebill')) delete says[name];
    const { associations } = office.sandbox.world.state.hubspot;
    const ties = associations[`0-3/${deal.id}`] ?? [];
    associations[`0-3/${deal.id}`] = ties.filter(({ toTypeId }) => toTypeId !== '0-53');
    return answer;
  };
  const report = reportOf(await play(mine, wishFor(), { person: slow }));
  expect(report.outcome).toBe('existing');
  expect(report.issues.map(({ code }) => code)).toContain('document-is-colleagues');
  expect(report.issues.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/due_date', '/email', '/message', '/memo']),
  );
  mine.kill();
  theirs.kill();
});

test('a customer made before that is inactive by now is made anew', async () => {
  const machine = await alone();
  const { office } = stage;
  const before = { customers: customers(office), invoices: invoices(office) };
  const added = () => customers(office).filter((id) => !before.customers.includes(id));
  await play(machine, wishFor(newCustomerDeal), { person: welcoming });
  advance(24 * hour_ms);
  await behindTheBack(office, 'invoice', { Id: madeSince(before.invoices)[0] }, 'delete');
  await behindTheBack(office, 'customer', { Id: added()[0], sparse: true, Active: false });
  await machine.ask('quickbooks.test', { realm: office.realm });
  const input = { portal: office.portal, record: newCustomerDeal, refresh: true };
  await play(machine, { operation: 'open_record', input });
  // The inactive one keeps its name.
  const person: Person = (question, at) => withNewCustomer(question, at, 'Larkspur Observatory (2)');
  const report = reportOf(await play(machine, wishFor(newCustomerDeal), { person }));
  expect(report.outcome).toBe('created');
  expect(added()).toHaveLength(2);
  const [invoice = ''] = madeSince(before.invoices);
  expect(booked(office, invoice).CustomerRef.value).toBe(added()[1]);
  machine.kill();
});
