// Contacts made of customers under everything that can befall it: of each customer one contact, whoever asks how often.
import 'fake-indexeddb/auto';
import type { ImportCustomersReport } from '@sidebill/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customers } from './support/books.ts';
import type { Office } from './support/office.ts';
import { Dice } from './support/random.ts';
import { type Extent, everySchedule, quiet, randomSchedule, type Schedule } from './support/schedule.ts';
import type { Wish } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const proof = process.env['SIDEBILL_PROOF'] === '1';
const count = Number(process.env['SIDEBILL_SCHEDULES'] ?? (proof ? 2_000 : 12));
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);

let theatre: Theatre;
let wish: Wish;
let wanted: string[];
let extent: Extent;

/** Two with addresses of their own, two that share one, and one without. */
const addresses = ['one@import.example', 'two@import.example', 'both@import.example', 'both@import.example'];

beforeAll(async () => {
  theatre = await Theatre.open(seed, giveAddresses);
  const { portal, realm } = theatre.office;
  wanted = customers(theatre.office).slice(0, 5);
  wish = { operation: 'import_customers', input: { portal, realm, customers: wanted } };
  extent = await theatre.extent(wish);
}, 60_000);

function giveAddresses(office: Office): void {
  const rows = office.sandbox.world.state.intuit.companies[office.realm]?.tables['Customer'] ?? {};
  for (const [index, id] of customers(office).slice(0, 5).entries()) {
    const Address = addresses[index];
    Object.assign(rows[id] ?? {}, { Active: true, PrimaryEmailAddr: Address ? { Address } : undefined });
  }
}

afterAll(() => theatre.close());

/** Of each customer wanted: the addresses of the contacts that were made of it. */
function contactsOf(customer: string): (string | null)[] {
  const { sandbox, realm } = theatre.office;
  return Object.values(sandbox.world.state.hubspot.records['0-1'] ?? {})
    .filter(({ properties }) => properties['sidebill_link'] === `${realm}:Customer:${customer}`)
    .map(({ properties }) => properties['email'] ?? null);
}

/** Intuit says that the keys are good for nothing any more: then nothing is made, and that is said. */
const isShutOut = ({ mishaps }: Schedule) =>
  mishaps.some(({ service, action }) => service === 'intuitToken' && action === 401);

async function playAndCheck(schedule: Schedule): Promise<void> {
  const place = JSON.stringify(schedule);
  const machines = await theatre.stage(schedule);
  const views = await theatre.perform(machines, wish, schedule);
  for (const view of views) {
    expect(view.state, place).toBe('done');
    const { created, known, failed } = view.report as ImportCustomersReport;
    const told = [...created, ...known, ...failed].map(({ customer }) => customer);
    expect(told.sort(), place).toEqual([...wanted].sort());
    const codes = failed.flatMap(({ issues }) => issues.map(({ code }) => code));
    expect([...new Set(codes)], place).toEqual(
      isShutOut(schedule) && failed.length > 0 ? ['not-connected'] : [],
    );
  }
  const made = wanted.map(contactsOf);
  const whole = [['one@import.example'], ['two@import.example'], ['both@import.example'], [null], [null]];
  expect(made, place).toEqual(isShutOut(schedule) && made.flat().length === 0 ? wanted.map(() => []) : whole);
}

describe('contacts of customers', () => {
  test('quietly: one of each, and the address that two share is of the first', async () => {
    await playAndCheck(quiet);
  });

  test('with any single death or mishap one of each', async () => {
    const schedules = new Dice(seed).sample(everySchedule(extent, seed), Math.ceil(count * 0.7));
    for (const schedule of schedules) await playAndCheck(schedule);
  }, 3_600_000);

  test('with several of them at once one of each', async () => {
    const plays = Math.ceil(count * 0.3);
    for (let index = 0; index < plays; index += 1) await playAndCheck(randomSchedule(seed + index, extent));
  }, 3_600_000);
});
