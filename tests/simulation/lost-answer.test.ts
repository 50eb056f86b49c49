// An answer that never came: the invoice is found, however late, and none is made a second time.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { invoices, keyOf, writes } from './support/books.ts';
import type { Fate } from './support/life.ts';
import type { Machine } from './support/machine.ts';
import { expectDeal, expectReports } from './support/outcome.ts';
import { answeredInstead, lostAnswer, makesInvoice } from './support/roads.ts';
import { quiet } from './support/schedule.ts';
import { codes, deal, hour_ms, reportOf, useStage } from './support/stage.ts';
import { approve, edited, insisting, type Person, play } from './support/story.ts';
import { makeOlder } from './support/theatre.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;

describe('a lost answer', () => {
  const forgotten = { ...quiet };

  async function forgetful(): Promise<Machine> {
    const machine = await alone(forgotten);
    stage.office.sandbox.world.state.switches.requestIdRetentionMs = 12.5 * hour_ms;
    return machine;
  }

  test('found out only after thirteen hours, the id forgotten: the invoice is found, none is made [B-03]', async () => {
    const moments = ['the answer', 'the wait', 'the repeat'] as const;
    for (const slept of moments) {
      const machine = await forgetful();
      const before = invoices(stage.office);
      stage.office.road = lostAnswer(1);
      const fate = sleepsAt(slept, () => advance(13 * hour_ms));
      const reborn = async () => advance(slept === 'the wait' ? 0 : 13 * hour_ms);
      const view = await play(machine, wishFor(), { fates: [fate], reborn });
      const made = madeSince(before);
      expect(made, slept).toHaveLength(1);
      const sent = writes(stage.office).filter((call) => call.endsWith('/invoice'));
      expect(sent, `${slept}: sent once`).toHaveLength(1);
      expectReports(stage.office, [view], made[0] ?? '', slept);
      expectDeal(stage.office, deal, made, [], slept);
      machine.kill();
    }
  });

  test('of a further invoice like the first, found out after thirteen hours, is not taken for the first', async () => {
    const machine = await forgetful();
    const before = invoices(stage.office);
    await stage.theatre.perform([machine], wishFor(), quiet);
    advance(60_000);
    let lost = false;
    stage.office.road = async (url, init, go) => {
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
    const before = invoices(stage.office);
    let calls = 0;
    stage.office.road = async (url, _, go) => {
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
    expect(report.document?.key).toBe(keyOf(stage.office, madeSince(before)[0] ?? ''));
    machine.kill();
  });

  test('found out after thirteen hours by an updated extension is searched for, and nothing is sent', async () => {
    for (const reached of [true, false]) {
      const machine = await forgetful();
      const before = invoices(stage.office);
      stage.office.road = async (url, init, go) => {
        if (!makesInvoice(url, init)) return go();
        if (reached) await go();
        throw new TypeError('fetch failed');
      };
      const fate = sleepsAt('the answer', () => undefined);
      const reborn = async () => {
        stage.office.road = null;
        advance(13 * hour_ms);
        await makeOlder(machine.name);
      };
      const report = reportOf(await play(machine, wishFor(), { fates: [fate], reborn }));
      const made = madeSince(before);
      expect(made).toHaveLength(reached ? 1 : 0);
      expect(report.outcome).toBe(reached ? 'created' : 'cancelled');
      if (reached) expectDeal(stage.office, deal, made, [], 'updated');
      machine.kill();
    }
  });

  test('that came as a server error after the work was done makes one invoice', async () => {
    for (const uniqueKey of [true, false]) {
      const machine = await alone({ ...quiet, uniqueKey });
      const before = invoices(stage.office);
      stage.office.road = answeredInstead(3, () => new Response('<html>500</html>', { status: 500 }));
      const view = await play(machine, wishFor());
      const made = madeSince(before);
      expect(made).toHaveLength(1);
      expectReports(stage.office, [view], made[0] ?? '', 'server error');
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
