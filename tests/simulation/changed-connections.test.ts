// Accounts are disconnected, replaced and connected again while an invoice is being made.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { invoices, keyOf, mirrored } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { connect } from './support/office.ts';
import { expectDeal } from './support/outcome.ts';
import { anotherPortal } from './support/portals.ts';
import { beforeInvoice, makesInvoice } from './support/roads.ts';
import { quiet } from './support/schedule.ts';
import { deal, hour_ms, lettingBe, reportOf, useStage } from './support/stage.ts';
import { agreeable, approve, type Person, play } from './support/story.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;

describe('connections that change in the middle', () => {
  test('a company disconnected before the create: nothing is made, and nothing of it stays', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    const { realm } = stage.office;
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
    const { office } = stage;
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
    const { office } = stage;
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
    const { office } = stage;
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
    const machines = await stage.theatre.stage({ ...quiet, colleague: true });
    const [mine, theirs] = machines as [Machine, Machine];
    const { office } = stage;
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
