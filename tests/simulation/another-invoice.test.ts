// A further invoice is made when a person asks for one, and only then.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { invoices, propertiesOf } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { expectCards, expectDeal, expectMirrors, expectReports } from './support/outcome.ts';
import { quiet } from './support/schedule.ts';
import { deal, hour_ms, long_ms, reportOf, schedules, useExtent, useStage } from './support/stage.ts';
import { edited, insisting, type Person, play } from './support/story.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;
const extent = useExtent(stage);

describe('another invoice', () => {
  test(
    'wanted by a person makes exactly two [B-03]',
    async () => {
      for (const schedule of schedules(extent)) {
        const place = JSON.stringify(schedule);
        const machine = await alone(schedule);
        const { office } = stage;
        const before = invoices(office);
        await stage.theatre.perform([machine], wishFor(), quiet);
        advance(hour_ms);
        const [first = ''] = madeSince(before);
        const [view] = await stage.theatre.perform([machine], wishFor(), schedule, { person: insisting });
        const made = madeSince(before);
        expect(made, place).toHaveLength(2);
        const second = made.find((id) => id !== first) ?? '';
        expectReports(office, view ? [view] : [], second, place);
        expectMirrors(office, second, deal, schedule, place);
        expectDeal(office, deal, [first, second], [], place);
        await expectCards(office, [machine], deal, made, place);
      }
    },
    long_ms,
  );

  test('is a new one even when nobody could write down the last generation', async () => {
    const machine = await alone();
    const { office } = stage;
    const before = invoices(office);
    await stage.theatre.perform([machine], wishFor(), quiet);
    for (let times = 2; times <= 3; times += 1) {
      advance(hour_ms);
      propertiesOf(office, deal)['sidebill_generation'] = '0';
      await stage.theatre.perform([machine], wishFor(), quiet, { person: insisting });
      expect(madeSince(before), `time ${times}`).toHaveLength(times);
    }
    machine.kill();
  });

  test('made by a colleague while one is being approved is shown before a further one is made', async () => {
    const machines = await stage.theatre.stage({ ...quiet, colleague: true });
    const [mine, theirs] = machines as [Machine, Machine];
    const before = invoices(stage.office);
    await stage.theatre.perform([mine], wishFor(), quiet);
    advance(hour_ms);
    let asked = 0;
    const slow: Person = async (question, machine) => {
      asked += 1;
      if (asked > 1) return { kind: 'cancel' };
      await stage.theatre.perform([theirs], wishFor(), quiet, { person: insisting });
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
