// Creating an invoice, with everything that can befall it: always exactly one, with all its links.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoices, writes } from './support/books.ts';
import { onDisk } from './support/disk.ts';
import type { Machine } from './support/machine.ts';
import { expectCards, expectDeal, expectMirrors, expectReports } from './support/outcome.ts';
import { Dice } from './support/random.ts';
import {
  type Extent,
  everySchedule,
  fateOf,
  quiet,
  randomSchedule,
  type Schedule,
} from './support/schedule.ts';
import { play, type Wish } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const deal = { type: '0-3', id: '31000000001' };
const proof = process.env['SIDEBILL_PROOF'] === '1';
const count = Number(process.env['SIDEBILL_SCHEDULES'] ?? (proof ? 10_000 : 24));
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);

let theatre: Theatre;
let wish: Wish;
let extent: Extent;

beforeAll(async () => {
  theatre = await Theatre.open(seed);
  const { portal, realm } = theatre.office;
  wish = { operation: 'create_invoice', input: { portal, realm, source: deal, another: false } };
  extent = await theatre.extent(wish);
}, 60_000);

afterAll(() => theatre.close());

/** Plays it, and checks that there is one invoice, that everybody was told of it, and that every link is there. */
async function playAndCheck(schedule: Schedule): Promise<void> {
  const place = JSON.stringify(schedule);
  const { office } = theatre;
  const machines = await theatre.stage(schedule);
  const before = invoices(office);
  const views = await theatre.perform(machines, wish, schedule);
  expect(
    views.map((view) => view.state),
    place,
  ).toEqual(views.map(() => 'done'));
  const made = invoices(office).filter((id) => !before.includes(id));
  expect(made, place).toHaveLength(1);
  const id = made[0] ?? '';
  expectReports(office, views, id, place);
  expectMirrors(office, id, deal, schedule, place);
  expectDeal(office, deal, [id], [], place);
  await expectCards(office, machines, deal, [id], place);
}

/** Each with one thing that befalls it: all of them, or as many as there is time for. */
function singles(): Schedule[] {
  return new Dice(seed).sample(everySchedule(extent, seed), Math.ceil(count * 0.6));
}

/** Plays all of them, and says how many when it is many. */
async function playAll(schedules: Schedule[]): Promise<void> {
  expect(schedules.length).toBeGreaterThan(0);
  let played = 0;
  for (const schedule of schedules) {
    await playAndCheck(schedule);
    played += 1;
    if (played % 250 === 0) console.info(`${played} of ${schedules.length} schedules played`);
  }
}

describe('creating an invoice', () => {
  test('quietly makes one invoice with one write to QuickBooks and no metered read', async () => {
    await playAndCheck(quiet);
    const machines = await theatre.stage(quiet);
    await theatre.perform(machines, wish, quiet);
    const toQuickBooks = theatre.office.sandbox.world.exchanges
      .filter(({ service }) => service === 'quickbooks')
      .map(({ method }) => method);
    expect(toQuickBooks).toEqual(['POST']);
    for (const machine of machines) machine.kill();
  });

  test('with any single death or mishap makes exactly one invoice with all its links', async () => {
    await playAll(singles());
  }, 7_200_000);

  test('with several of them at once makes exactly one invoice with all its links', async () => {
    const length = count - singles().length;
    await playAll(Array.from({ length }, (_, index) => randomSchedule(seed + index, extent)));
  }, 7_200_000);

  test('that differs from its journal writes nothing more', async () => {
    let stopped = 0;
    for (let gate = 1; gate <= extent.gates; gate += proof ? 1 : 13) {
      const machine = (await theatre.stage(quiet))[0] as Machine;
      let tampered = 0;
      let written = 0;
      const reborn = async () => {
        tampered = await tamper(machine.name);
        written = writes(theatre.office).length;
      };
      const view = await play(machine, wish, { fates: [fateOf({ gate, moment: 'after' })], reborn });
      expect(view.state, `gate ${gate}`).toBe(tampered > 0 ? 'diverged' : 'done');
      if (tampered > 0) expect(writes(theatre.office), `gate ${gate}`).toHaveLength(written);
      stopped += tampered;
      machine.kill();
    }
    expect(stopped).toBeGreaterThan(3);
  }, 120_000);
});

/** Changes the first request in every open journal, as a faulty update would; how many were changed. */
function tamper(name: string): Promise<number> {
  return onDisk(name, async (database) => {
    const runs = (await database.getAll('runs')).filter((row) => row.state === 'open');
    let changed = 0;
    for (const { run } of runs) {
      const entries = await database.getAll('entries', IDBKeyRange.bound([run], [run, []]));
      const first = entries.find((entry) => entry.effect.kind === 'send');
      if (first?.effect.kind !== 'send') continue;
      const request = { ...first.effect.request, path: `${first.effect.request.path}#` };
      await database.put('entries', { ...first, effect: { ...first.effect, request } });
      changed += 1;
    }
    return changed;
  });
}
