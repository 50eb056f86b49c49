// A connection that works outlives every attempt to replace it that came to nothing, and every outage.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vaultOf } from '../../../extension/src/tokens/vault.ts';
import type { Machine } from '../support/machine.ts';
import { quiet } from '../support/schedule.ts';
import { play, type Wish } from '../support/story.ts';
import { Theatre } from '../support/theatre.ts';

const record = { type: '0-3', id: '31000000001' };
const wrongKey = 'pat-na1-00000000-wrong';

let theatre: Theatre;
let machine: Machine;

beforeAll(async () => {
  theatre = await Theatre.open(20261122);
}, 60_000);
afterAll(() => theatre.close());

async function connected(): Promise<void> {
  const [first] = await theatre.stage({ ...quiet, colleague: false });
  machine = first as Machine;
  await machine.boot();
}

const look = (refresh: boolean): Wish => {
  const input = { portal: theatre.office.portal, record, refresh };
  return { operation: 'open_record', input };
};

async function stored(name: string): Promise<unknown> {
  if (!machine.store) throw new Error('The machine is off.');
  return vaultOf(machine.store.secrets).read(name);
}

async function exportedRows(): Promise<number> {
  const { value } = await machine.ask('links.export', {});
  return (value?.text ?? '').trim().split('\r\n').length - 1;
}

describe('a good HubSpot key', () => {
  test('stays when another one was refused and the connection is tested again', async () => {
    await connected();
    const name = `hubspot:${theatre.office.portal}`;
    const before = await stored(name);
    expect((await machine.ask('hubspot.connect', { token: wrongKey })).value).toBeNull();
    expect((await machine.ask('hubspot.test', {})).value).not.toBeNull();
    expect(await stored(name)).toEqual(before);
    expect((await play(machine, look(false))).state).toBe('done');
    machine.kill();
  }, 30_000);

  test('stays while another one waits for a busy HubSpot', async () => {
    await connected();
    const { office } = theatre;
    const before = await stored(`hubspot:${office.portal}`);
    office.road = async (_, init, go) => {
      const { Authorization } = init.headers as Record<string, string>;
      return Authorization?.includes(wrongKey) ? new Response('busy', { status: 503 }) : go();
    };
    void machine.ask('hubspot.connect', { token: wrongKey });
    await machine.ask('hubspot.test', {});
    expect(await stored(`hubspot:${office.portal}`)).toEqual(before);
    office.road = null;
    machine.kill();
  }, 30_000);
});

describe('a good QuickBooks connection', () => {
  test('stays when new keys turn out to be for the wrong environment', async () => {
    await connected();
    const { portal, realm, credentials, sandbox } = theatre.office;
    const name = `quickbooks:${realm}`;
    sandbox.world.state.faults.push({
      service: 'quickbooks',
      path: '',
      times: 1,
      action: 'status',
      status: 403,
    });
    const { clientId: client_id, clientSecret: client_secret } = credentials.intuit;
    const request = { method: 'keys', client_id, client_secret, environment: 'sandbox' } as const;
    const answer = await machine.ask('quickbooks.connect', request);
    expect(answer.value).toBeNull();
    expect(await stored(name)).toMatchObject({ kind: 'keys', environment: 'production' });
    expect((await machine.ask('quickbooks.test', { realm })).value).not.toBeNull();
    const wish = { operation: 'create_invoice', input: { portal, realm, source: record, another: false } };
    expect((await play(machine, wish as Wish)).state).toBe('done');
    machine.kill();
  }, 30_000);
});

describe('the links of a record', () => {
  test('are all exported after it was looked at while QuickBooks was away', async () => {
    await connected();
    const { portal, realm } = theatre.office;
    const wish = { operation: 'create_invoice', input: { portal, realm, source: record, another: false } };
    await play(machine, wish as Wish);
    const before = await exportedRows();
    expect(before).toBeGreaterThan(0);
    theatre.office.road = async (url, _, go) =>
      url.hostname === 'quickbooks.api.intuit.com' ? new Response('no', { status: 503 }) : go();
    expect((await play(machine, look(true))).state).toBe('done');
    expect(await exportedRows()).toBe(before);
    theatre.office.road = null;
    machine.kill();
  }, 30_000);

  test('are all exported after it was looked at without its company', async () => {
    await connected();
    const { portal, realm } = theatre.office;
    const wish = { operation: 'create_invoice', input: { portal, realm, source: record, another: false } };
    await play(machine, wish as Wish);
    const before = await exportedRows();
    await machine.ask('quickbooks.disconnect', { realm });
    await play(machine, look(false));
    expect(await exportedRows()).toBe(before);
    machine.kill();
  }, 30_000);
});
