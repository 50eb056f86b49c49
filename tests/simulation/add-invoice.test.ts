// Adding existing invoices to a record under everything that can befall it: always linked, once, and nothing made.
import 'fake-indexeddb/auto';
import type { AddInvoiceReport } from '@sidebill/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoices, keyOf, mirrored, tied } from './support/books.ts';
import { expectCards } from './support/outcome.ts';
import { Dice } from './support/random.ts';
import { type Extent, everySchedule, quiet, randomSchedule, type Schedule } from './support/schedule.ts';
import type { Wish } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const deal = { type: '0-3', id: '31000000001' };
const proof = process.env['SIDEBILL_PROOF'] === '1';
const count = Number(process.env['SIDEBILL_SCHEDULES'] ?? (proof ? 2_000 : 12));
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);

let theatre: Theatre;
let wish: Wish;
let keys: string[];
let extent: Extent;

beforeAll(async () => {
  theatre = await Theatre.open(seed);
  keys = invoices(theatre.office)
    .slice(-2)
    .map((id) => keyOf(theatre.office, id));
  wish = { operation: 'add_invoice', input: { portal: theatre.office.portal, record: deal, keys } };
  extent = await theatre.extent(wish);
}, 60_000);

afterAll(() => theatre.close());

async function playAndCheck(schedule: Schedule): Promise<void> {
  const place = JSON.stringify(schedule);
  const { office } = theatre;
  const machines = await theatre.stage(schedule);
  const before = invoices(office);
  const views = await theatre.perform(machines, wish, schedule);
  for (const view of views) {
    expect(view.state, place).toBe('done');
    const report = view.report as AddInvoiceReport;
    expect([...report.linked, ...report.already_linked].sort(), place).toEqual([...keys].sort());
  }
  expect(invoices(office), place).toEqual(before);
  for (const key of keys) {
    const ties = mirrored(office, key).flatMap((id) => tied(office, id));
    expect(ties, `${place}: ${key}`).toContainEqual(deal);
    if (schedule.uniqueKey) expect(mirrored(office, key), `${place}: once`).toHaveLength(1);
  }
  const ids = keys.map((key) => key.split(':').at(-1) ?? '');
  await expectCards(office, machines, deal, ids, place);
}

describe('adding existing invoices', () => {
  test('quietly links both', async () => {
    expect(keys).toHaveLength(2);
    await playAndCheck(quiet);
  });

  test('with any single death or mishap links each once', async () => {
    const schedules = new Dice(seed).sample(everySchedule(extent, seed), Math.ceil(count * 0.7));
    for (const schedule of schedules) await playAndCheck(schedule);
  }, 3_600_000);

  test('with several of them at once links each once', async () => {
    const plays = Math.ceil(count * 0.3);
    for (let index = 0; index < plays; index += 1) await playAndCheck(randomSchedule(seed + index, extent));
  }, 3_600_000);
});
