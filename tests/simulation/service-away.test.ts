// A service that is away or busy: the rest of the work is done by itself when it is back.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { invoices, keyOf } from './support/books.ts';
import { expectDeal, expectMirrors, expectReports } from './support/outcome.ts';
import { Dice } from './support/random.ts';
import { hubspotDown } from './support/roads.ts';
import { quiet, type Schedule } from './support/schedule.ts';
import { deal, hour_ms, proof, reportOf, seed, useExtent, useStage } from './support/stage.ts';
import { play } from './support/story.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;
const extent = useExtent(stage);

describe('a service that is away', () => {
  test('HubSpot for hours after the create: the links arrive by themselves', async () => {
    for (const uniqueKey of [true, false]) {
      for (const calls of proof ? [1, 4, 20, 200] : [1, 4, 20]) {
        const schedule = { ...quiet, uniqueKey };
        const place = `${calls} calls, ${uniqueKey ? 'keyed' : 'plain'}`;
        const machine = await alone(schedule);
        const before = invoices(stage.office);
        stage.office.road = hubspotDown(calls);
        const view = await play(machine, wishFor());
        const made = madeSince(before);
        expect(made, place).toHaveLength(1);
        expectReports(stage.office, [view], made[0] ?? '', place);
        expectMirrors(stage.office, made[0] ?? '', deal, schedule, place);
        expectDeal(stage.office, deal, made, [], place);
        machine.kill();
      }
    }
  }, 60_000);

  test('HubSpot for good, its key revoked: the report names the invoice, and the next click completes it', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    stage.office.road = hubspotDown(Number.POSITIVE_INFINITY, 401);
    const report = reportOf(await play(machine, wishFor()));
    const made = madeSince(before);
    expect(report.document?.key).toBe(keyOf(stage.office, made[0] ?? ''));
    expect(report.issues.map(({ code }) => code)).toContain('mirror-unavailable');
    expect(report.issues.every(({ severity }) => severity === 'warning')).toBe(true);
    stage.office.road = null;
    advance(hour_ms);
    const view = await play(machine, wishFor());
    expect(madeSince(before)).toEqual(made);
    expectReports(stage.office, [view], made[0] ?? '', 'again');
    expectDeal(stage.office, deal, made, [], 'again');
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
      const before = invoices(stage.office);
      const [view] = await stage.theatre.perform([machine], wishFor(), schedule);
      expect(madeSince(before), place).toHaveLength(1);
      expectReports(stage.office, view ? [view] : [], madeSince(before)[0] ?? '', place);
      machine.kill();
    }
  }, 60_000);
});
