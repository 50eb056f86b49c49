// After one account took another's place, nothing of the former is shown: no row, no company, no unfinished run.
import 'fake-indexeddb/auto';
import type { RecordCard } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { booked, invoices } from '../support/books.ts';
import type { Fate } from '../support/life.ts';
import type { Machine } from '../support/machine.ts';
import { agree } from '../support/office.ts';
import { anotherPortal } from '../support/portals.ts';
import { deal, useStage } from '../support/stage.ts';
import { play, type Wish } from '../support/story.ts';

const stage = useStage();
const { alone, madeSince, wishFor } = stage;
/** Everything that is kept of a company. */
const rowsOfCompany = ['records', 'documents', 'companies', 'files'];

function look(): Wish {
  return { operation: 'open_record', input: { portal: stage.office.portal, record: deal, refresh: false } };
}

async function rowsOnDisk(machine: Machine): Promise<Map<string, { realm?: string }[]>> {
  return new Map(JSON.parse(await machine.everythingOnDisk()) as [string, { realm?: string }[]][]);
}

describe('another QuickBooks company in the place of the first', () => {
  test('has its own customers and products, and none of the first stays or is shown', async () => {
    const { office } = stage;
    const [first, second] = office.credentials.realms;
    if (!first || !second) throw new Error('The sandbox has one company only.');
    const before = invoices(office);
    const machine = await alone();
    await play(machine, wishFor());
    const [id = ''] = madeSince(before);
    const { CustomerRef, DocNumber } = booked(office, id);
    const found = (realm: string) => machine.ask('customers.search', { realm, text: CustomerRef.name });
    expect((await found(first.id)).value).not.toEqual([]);

    await machine.ask('quickbooks.disconnect', { realm: first.id });
    await connectCompany(machine, second.id);
    const wipe = await rowsOnDisk(machine);
    for (const store of rowsOfCompany) {
      expect(
        wipe.get(store)?.filter(({ realm }) => realm === first.id),
        store,
      ).toEqual([]);
    }
    expect(wipe.get('records')?.length).toBeGreaterThan(0);
    expect((await machine.ask('settings.read', {})).value?.realm).toBe(second.id);
    expect((await machine.ask('companies.read', {})).value?.map(({ realm }) => realm)).toEqual([second.id]);
    expect((await found(first.id)).value ?? []).toEqual([]);

    // A fresh worker fills its directory from the store.
    const card = (await play(machine, look())).report as RecordCard;
    expect((await found(first.id)).value ?? []).toEqual([]);
    expect(card.companies.map(({ realm }) => realm)).toEqual([second.id]);
    expect(card.documents).toEqual([]);
    expect(JSON.stringify(card)).not.toContain(`"${DocNumber}"`);
    machine.kill();
  }, 30_000);

  test('leaves nothing behind when the worker is stopped while it wipes: it can be asked again', async () => {
    const { realm } = stage.office;
    const gates = ['cache.forget', 'files.forget', 'accounts.forgetCompany'];
    for (const name of gates) {
      const machine = await alone();
      const dies: Fate = (gate, moment) => gate === name && moment === 'before';
      await machine.boot(dies);
      void machine.ask('quickbooks.disconnect', { realm });
      await machine.life.ended;
      await machine.boot();
      const { value } = await machine.ask('connections.read', {});
      expect(
        value?.companies.map((company) => company.realm),
        name,
      ).toEqual([realm]);
      await machine.ask('quickbooks.disconnect', { realm });
      const rows = await rowsOnDisk(machine);
      for (const store of rowsOfCompany) expect(rows.get(store), `${name}: ${store}`).toEqual([]);
      machine.kill();
    }
  }, 30_000);
});

describe('another HubSpot account in the place of the first', () => {
  test('is not offered what the first left unfinished; the first is, when it is back', async () => {
    const machine = await alone();
    const asking = await play(machine, wishFor(), { person: async () => null });
    expect(asking.state).toBe('asking');
    const open = async () => (await machine.ask('run.open', { record: deal })).value?.map(({ run }) => run);
    expect(await open()).toEqual([asking.run]);
    const back = await anotherPortal(machine);
    expect(await open()).toEqual([]);
    await back();
    expect(await open()).toEqual([asking.run]);
    machine.kill();
  }, 30_000);
});

async function connectCompany(machine: Machine, realm: string): Promise<void> {
  const { office } = stage;
  const { clientId: client_id, clientSecret: client_secret } = office.credentials.intuit;
  machine.consents = (url) => agree(office.sandbox, url, realm);
  const keys = { method: 'keys', client_id, client_secret, environment: 'production' } as const;
  const { value, issues } = await machine.ask('quickbooks.connect', keys);
  expect(
    value?.map(({ company }) => company.realm),
    JSON.stringify(issues),
  ).toEqual([realm]);
}
