// Creating an invoice under one schedule after the other: always exactly one, with all its links.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect } from 'vitest';
import { invoices } from './books.ts';
import type { Machine } from './machine.ts';
import type { Office } from './office.ts';
import { expectCards, expectDeal, expectMirrors, expectReports } from './outcome.ts';
import { Dice } from './random.ts';
import { type Extent, everySchedule, randomSchedule, type Schedule } from './schedule.ts';
import type { Wish } from './story.ts';
import { Theatre } from './theatre.ts';

const deal = { type: '0-3', id: '31000000001' };

/** Ten thousand schedules and more are the proof; `make test` plays a part of them. */
export const proof = process.env['SIDEBILL_PROOF'] === '1';
const count = Number(process.env['SIDEBILL_SCHEDULES'] ?? (proof ? 10_000 : 24));
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);

/** What else is arranged before the story begins. */
export type Preparation = (office: Office, machines: Machine[]) => void;

export interface Creations {
  theatre: Theatre;
  wish: Wish;
  extent: Extent;
  /** Plays it, and checks that there is one invoice, that everybody was told of it, and that every link is there. */
  playAndCheck(schedule: Schedule, prepare?: Preparation): Promise<void>;
  /** Plays all of them, and says how many when it is many. */
  playAll(schedules: Schedule[]): Promise<void>;
}

/** Opens the theatre before a file's tests and closes it after them; call at the top of a test file. */
export function useCreations(): Creations {
  const creations = { playAndCheck, playAll } as Creations;

  beforeAll(async () => {
    const theatre = await Theatre.open(seed);
    const { portal, realm } = theatre.office;
    const wish: Wish = {
      operation: 'create_invoice',
      input: { portal, realm, source: deal, another: false },
    };
    Object.assign(creations, { theatre, wish, extent: await theatre.extent(wish) });
  }, 60_000);

  afterAll(() => creations.theatre.close());

  async function playAndCheck(schedule: Schedule, prepare?: Preparation): Promise<void> {
    const { theatre, wish } = creations;
    const place = JSON.stringify(schedule);
    const { office } = theatre;
    const machines = await theatre.stage(schedule);
    prepare?.(office, machines);
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

  async function playAll(schedules: Schedule[]): Promise<void> {
    expect(schedules.length).toBeGreaterThan(0);
    let played = 0;
    for (const schedule of schedules) {
      await playAndCheck(schedule);
      played += 1;
      if (played % 250 === 0) console.info(`${played} of ${schedules.length} schedules played`);
    }
  }
  return creations;
}

/** Each with one thing that befalls it: all of them, or as many as there is time for. */
export function singlesOf(extent: Extent): Schedule[] {
  return new Dice(seed).sample(everySchedule(extent, seed), Math.ceil(count * 0.6));
}

/** The rest of the count, several things at once; in two parts, so that two processors have as much to play. */
export function manyOf(extent: Extent): [besideSingles: Schedule[], alone: Schedule[]] {
  const singles = singlesOf(extent).length;
  const many = Array.from({ length: count - singles }, (_, index) => randomSchedule(seed + index, extent));
  const cut = Math.max(1, Math.floor(count / 2) - singles);
  return [many.slice(0, cut), many.slice(cut)];
}
