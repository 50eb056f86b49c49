// Tokens: who gets them, when they are renewed, and where they never show up.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from '../../../extension/src/browser.ts';
import { openDatabase, type Store, storeOf } from '../../../extension/src/store/open.ts';
import { accessTokensOf } from '../../../extension/src/tokens/access.ts';
import { vaultOf } from '../../../extension/src/tokens/vault.ts';
import { type Fetch, httpOf } from '../../../extension/src/transport/http.ts';
import { connect, type Office, openOffice } from '../support/office.ts';
import { play } from '../support/story.ts';

const keys = {
  kind: 'keys' as const,
  client_id: 'id',
  client_secret: 'secret',
  environment: 'production' as const,
  refresh_token: 'refresh-1',
};

let store: Store;
let now_ms: number;
let answers: (() => Response | Promise<Response>)[];
let asked: string[];
let session: Map<string, unknown>;

const locks = new Map<string, Promise<unknown>>();
const browser = {
  now: () => now_ms,
  online: () => true,
  hold: (name: string, work: () => Promise<unknown>) => {
    const mine = (locks.get(name) ?? Promise.resolve()).then(work);
    locks.set(name, mine);
    return mine;
  },
  session: {
    read: async (key: string) => session.get(key) ?? null,
    write: async (key: string, value: unknown) => void session.set(key, value),
    remove: async (key: string) => void session.delete(key),
  },
} as unknown as Browser;

const request: Fetch = async (_, init) => {
  asked.push(new URLSearchParams(String(init.body)).get('refresh_token') ?? '');
  const answer = answers.shift();
  if (!answer) throw new Error('Nobody was to be asked.');
  return answer();
};

function tokens() {
  return accessTokensOf(
    browser,
    httpOf(browser, request, store.requests),
    vaultOf(store.secrets),
    store.accounts,
  );
}

const granted = (access: string, refresh: string) => () =>
  Response.json({ access_token: access, refresh_token: refresh, expires_in: 3600 });
const refused = (error: string) => () => Response.json({ error }, { status: 400 });
const storedRefresh = async () =>
  (await vaultOf(store.secrets).read<typeof keys>('quickbooks:9'))?.refresh_token;

beforeEach(async () => {
  store = storeOf(await openDatabase(crypto.randomUUID()));
  now_ms = 1_790_000_000_000;
  answers = [];
  asked = [];
  session = new Map();
  locks.clear();
  await vaultOf(store.secrets).write('quickbooks:9', keys);
});

describe('access tokens', () => {
  test('are fetched once for all who ask at the same time, and kept until shortly before their end', async () => {
    answers = [granted('access-1', 'refresh-1'), granted('access-2', 'refresh-2')];
    const access = tokens();
    const all = await Promise.all([1, 2, 3, 4].map(() => access.get('quickbooks', '9', false)));
    expect(all).toEqual(all.map(() => ({ token: 'access-1', environment: 'production' })));
    expect(asked).toEqual(['refresh-1']);
    now_ms += 3_550_000;
    expect(await access.get('quickbooks', '9', false)).toMatchObject({ token: 'access-2' });
    expect(await storedRefresh()).toBe('refresh-2');
  });

  test('are renewed once when several calls were refused with the same one', async () => {
    answers = [granted('access-1', 'refresh-1'), granted('access-2', 'refresh-1')];
    const access = tokens();
    await access.get('quickbooks', '9', false);
    access.refused('quickbooks', '9', 'access-1');
    const renewed = await Promise.all([1, 2, 3].map(() => access.get('quickbooks', '9', true)));
    expect(renewed).toEqual(renewed.map(() => ({ token: 'access-2', environment: 'production' })));
    expect(asked).toHaveLength(2);
  });

  test('are not used before the refresh token that came with them is on disk', async () => {
    answers = [granted('access-1', 'refresh-2')];
    let onDiskFirst: string | undefined;
    const write = browser.session.write;
    browser.session.write = async (key, value) => {
      onDiskFirst = await storedRefresh();
      return write(key, value);
    };
    await tokens().get('quickbooks', '9', false);
    browser.session.write = write;
    expect(onDiskFirst).toBe('refresh-2');
  });

  test('after invalid_grant are tried with what another context stored meanwhile', async () => {
    const vault = vaultOf(store.secrets);
    answers = [
      async () => {
        await vault.write('quickbooks:9', { ...keys, refresh_token: 'refresh-of-another' });
        return refused('invalid_grant')();
      },
      granted('access-1', 'refresh-3'),
    ];
    expect(await tokens().get('quickbooks', '9', false)).toMatchObject({ token: 'access-1' });
    expect(asked).toEqual(['refresh-1', 'refresh-of-another']);
  });

  test('that nobody gives any more break the connection and keep the stored token', async () => {
    answers = [refused('invalid_grant')];
    expect(await tokens().get('quickbooks', '9', false)).toEqual({ failure: 'not_connected' });
    expect(await storedRefresh()).toBe('refresh-1');
  });

  test('that cannot be had right now lose nothing', async () => {
    answers = [() => new Response('', { status: 503 }), () => Promise.reject(new TypeError('fetch failed'))];
    const access = tokens();
    expect(await access.get('quickbooks', '9', false)).toEqual({ failure: 'offline' });
    expect(await access.get('quickbooks', '9', false)).toEqual({ failure: 'offline' });
    expect(await storedRefresh()).toBe('refresh-1');
  });

  test('of an account that is not connected are not to be had', async () => {
    expect(await tokens().get('quickbooks', '10', false)).toEqual({ failure: 'not_connected' });
    expect(await tokens().get('hubspot', '1', false)).toEqual({ failure: 'not_connected' });
  });
});

describe('the vault', () => {
  test('opens a row under its own name only, and its key cannot be taken out', async () => {
    const vault = vaultOf(store.secrets);
    const row = await store.secrets.read('quickbooks:9');
    if (!row) throw new Error('Nothing was stored.');
    await store.secrets.write({ ...row, name: 'quickbooks:10' });
    await expect(vault.read('quickbooks:10')).rejects.toThrow();
    const key = await store.secrets.key(() => Promise.reject(new Error('There is one already.')));
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});

describe('secrets', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(11);
  });
  afterEach(() => office.sandbox.close());

  test('show up in no message, view, log, export or row on disk [B-02]', async () => {
    const machine = office.colleague(crypto.randomUUID());
    await machine.boot();
    await connect(office, machine);
    const { portal, realm, credentials, sandbox } = office;
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    // A token that is refused, a broken answer and a lost one: what is said about them holds no secret either.
    const upsets = [401, 500, 'drop-after'] as const;
    sandbox.world.state.faults.push(
      ...upsets.map((upset, after) => ({
        service: 'quickbooks' as const,
        path: '',
        times: 1,
        after,
        ...(typeof upset === 'number' ? { action: 'status' as const, status: upset } : { action: upset }),
      })),
    );
    const input = { portal, realm, source: { type: '0-3', id: '31000000001' }, another: false };
    const view = await play(machine, { operation: 'create_invoice', input });
    const told = await Promise.all([
      machine.ask('connections.read', {}),
      machine.ask('requests.read', { limit: 2000 }),
      machine.ask('links.export', {}),
      machine.ask('settings.read', {}),
      machine.ask('run.open', { record: null }),
      machine.ask('hubspot.test', {}),
      machine.ask('quickbooks.test', { realm }),
    ]);
    const { intuit } = sandbox.world.state;
    const secrets = [
      credentials.serviceKey,
      credentials.intuit.clientSecret,
      ...Object.keys(intuit.accessTokens),
      ...intuit.grants.map((grant) => grant.refreshToken),
    ];
    const run = (await machine.ask('run.read', { run: view.run })).value;
    const said = JSON.stringify([view, run, told, machine.told, complaints.mock.calls]);
    complaints.mockRestore();
    const everything = said + (await machine.everythingOnDisk());
    expect(everything).toContain(realm);
    for (const secret of secrets.filter((one) => one !== '')) {
      expect(everything.includes(secret), `${secret.slice(0, 4)}...`).toBe(false);
      expect(everything.includes(encodeURIComponent(secret))).toBe(false);
    }
    machine.kill();
  }, 30_000);

  test('of a company stay with the broker: a rep without admin rights works with access tokens alone', async () => {
    const machine = office.colleague(crypto.randomUUID());
    await machine.boot();
    await machine.ask('hubspot.connect', { token: office.credentials.serviceKey });
    const broker = [...office.sandbox.hosts].find(([, service]) => service === 'broker')?.[0];
    const url = `https://${broker}`;
    const wrong = { method: 'broker' as const, url, broker_key: 'sbk_wrong' };
    expect((await machine.ask('quickbooks.connect', wrong)).issues[0]?.code).toBe('reconnect-needed');
    const right = { ...wrong, broker_key: office.credentials.brokerKeys.rep };
    const connected = await machine.ask('quickbooks.connect', right);
    expect(connected.issues).toEqual([]);
    expect(connected.value?.map((report) => report.company.realm)).toContain(office.realm);
    const { value } = await machine.ask('connections.read', {});
    expect(value?.companies[0]).toMatchObject({ method: 'broker', state: 'connected' });
    const held = await vaultOf(storeOf(await openDatabase(machine.name)).secrets).read(
      `quickbooks:${office.realm}`,
    );
    expect(Object.keys(held ?? {}).sort()).toEqual(['broker_key', 'environment', 'kind', 'url']);
    machine.kill();
  }, 30_000);

  test('are revoked and wiped by disconnecting, with all that was read of the company', async () => {
    const machine = office.colleague(crypto.randomUUID());
    await machine.boot();
    await connect(office, machine);
    const { realm, sandbox } = office;
    await machine.ask('quickbooks.disconnect', { realm });
    await machine.ask('hubspot.disconnect', {});
    const stored = await machine.everythingOnDisk();
    const rows = new Map(JSON.parse(stored) as [string, unknown[]][]);
    for (const name of ['secrets', 'records', 'documents', 'companies', 'portal', 'files']) {
      expect(rows.get(name), name).toEqual([]);
    }
    const ours = sandbox.world.state.intuit.grants.filter((grant) => grant.realmId === realm);
    expect(ours.at(-1)?.revoked).toBe(true);
    const found = await machine.ask('customers.search', { realm, text: 'a' });
    expect(found.value).toEqual([]);
    machine.kill();
  }, 30_000);
});
