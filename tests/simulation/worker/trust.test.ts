// Who may ask the worker what.
import 'fake-indexeddb/auto';
import type { CommandName } from '@sidebill/web/commands.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sender } from '../../../extension/src/browser.ts';
import { handlers } from '../../../extension/src/worker/handlers.ts';
import { readNews } from '../../../extension/src/worker/news.ts';
import { placeOf, trust } from '../../../extension/src/worker/trust.ts';
import { loadTestCore } from '../../support/core.ts';
import { fakeCore } from '../support/fake-core.ts';
import { extension, Machine } from '../support/machine.ts';

const card: Sender = { id: 'sidebill', url: `${extension.origin}/card.html?id=7`, tab: 4, frame: 9 };
const tab: Sender = { id: 'sidebill', url: `${extension.origin}/composer.html`, tab: 4, frame: 0 };
const panel: Sender = { id: 'sidebill', url: `${extension.origin}/sidepanel.html`, tab: null, frame: 0 };
const content: Sender = {
  id: 'sidebill',
  url: 'https://app.hubspot.com/contacts/1/record/0-3/7',
  tab: 4,
  frame: 0,
};
const input = { portal: '1', realm: '9', source: { type: '0-3', id: '7' }, another: false };

let machine: Machine;

beforeEach(async () => {
  machine = new Machine({
    name: crypto.randomUUID(),
    clock: { now: () => 1_790_000_000_000, advance: () => undefined },
    request: async () => {
      throw new Error('Nothing may go out.');
    },
    makeCore: async () =>
      fakeCore({ create_invoice: operation, add_invoice: operation, open_record: operation }),
  });
  await machine.boot();
});

afterEach(() => machine.kill());

const operation = { revision: 1, perform: () => 'done' };

describe('the place of a sender', () => {
  test('our pages alone, our card in a frame, the content script, and everybody else', () => {
    const places: [Sender, string][] = [
      [tab, 'page'],
      [panel, 'page'],
      [card, 'frame'],
      [content, 'content'],
      [{ ...content, url: 'https://app-eu1.hubspot.com/x' }, 'content'],
      [{ ...content, frame: 3 }, 'stranger'],
      [{ ...content, url: 'https://www.hubspot.com/' }, 'stranger'],
      [{ ...content, url: 'http://app.hubspot.com/' }, 'stranger'],
      [{ ...content, url: 'https://app.hubspot.com.evil.org/' }, 'stranger'],
      [{ ...tab, id: 'another extension' }, 'stranger'],
      [{ ...tab, url: 'chrome-extension://sidebill.evil/' }, 'stranger'],
    ];
    for (const [sender, place] of places) expect(placeOf(sender, extension), sender.url).toBe(place);
  });

  test('every command has a row in the trust table, and none is open to strangers', () => {
    expect(Object.keys(trust).sort()).toEqual(Object.keys(handlers).sort());
    for (const places of Object.values(trust)) expect(places).not.toContain('stranger');
  });
});

/** What a page of somebody else, or a broken one of ours, might send in place of a request. */
const nonsense: unknown[] = [
  null,
  undefined,
  7,
  'text',
  [],
  true,
  { operation: '__proto__', input: {} },
  { operation: 'constructor', input: { constructor: {} } },
  { operation: ['create_invoice'], input },
  { operation: 'create_invoice', input: null },
  { run: {}, step: 'x', turn: null, choice: { kind: 'approve' } },
  { run: '__proto__', step: 0, turn: 0 },
  { realm: { toString: 'not a function' }, text: 5, token: {}, record: 5, tab: {}, limit: 'many' },
  { page: 'toString', query: { a: 'b' } },
  { page: '__proto__', query: 'javascript:alert(1)' },
  { file: { $gt: '' }, method: 'other', url: 'javascript:alert(1)', broker_key: [] },
  { token: 'x'.repeat(200_000), text: 'y'.repeat(200_000), realm: '9'.repeat(200_000) },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  nested(5_000),
];

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = { record: value, input: value };
  return value;
}

/** Every nonsense under one name: always an answer, and none of value to who may not ask. */
async function sendAll(real: Machine, name: string, sender: Sender): Promise<void> {
  const known = Object.hasOwn(handlers, name);
  const allowed = known && trust[name as CommandName].includes(placeOf(sender, extension));
  for (const request of nonsense) {
    const answer = await real.worker?.message({ name, request, seen: 'yes' }, sender);
    expect(answer, name).toHaveProperty('issues');
    if (!allowed) expect(answer, `${name} from ${sender.url}`).toMatchObject({ value: null });
  }
}

const senders: Sender[] = [
  tab,
  panel,
  card,
  content,
  { ...content, frame: 3 },
  { ...tab, id: 'another extension' },
  { ...tab, url: 'https://evil.org/' },
  { id: '', url: '', tab: null, frame: 0 },
];

describe('nonsense', () => {
  test('from anybody to any command sends nothing, opens nothing foreign, and pollutes nothing', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let sent = 0;
    const real = new Machine({
      name: crypto.randomUUID(),
      clock: { now: () => 1_790_000_000_000, advance: () => undefined },
      request: async () => {
        sent += 1;
        throw new TypeError('fetch failed');
      },
      makeCore: loadTestCore,
    });
    await real.boot();
    for (const name of [...Object.keys(handlers), '__proto__', 'constructor', 'hasOwnProperty', '']) {
      for (const sender of senders) await sendAll(real, name, sender);
    }
    expect(sent).toBe(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(real.tabs.filter((path) => !/^(composer|setup|requests|card)\.html\?/.test(path))).toEqual([]);
    expect((await real.ask('settings.read', {})).value).toEqual({
      realm: '',
      theme: 'system',
      card_on: { deals: true, contacts: true, companies: true },
      preferences: { naming: 'company', customers: 'evidence', add_by_itself: false, products: {} },
    });
    const open = (await real.ask('run.open', { record: null })).value ?? [];
    expect(open.filter(({ steps }) => steps.some(({ write }) => write))).toEqual([]);
    real.kill();
    silent.mockRestore();
  }, 60_000);

  test('as settings changes nothing: only known names with values of their kind do', async () => {
    const bad = [
      { realm: 9 },
      { realm: '9'.repeat(10_000) },
      { realm: '9/../8' },
      { theme: 'pink' },
      { theme: ['dark'] },
      { card_on: { deals: 'yes', contacts: true, companies: true } },
      { card_on: null },
      { preferences: null },
      { preferences: { naming: 'mine', customers: 'evidence', add_by_itself: true } },
      { preferences: { naming: 'contact', customers: 'evidence', add_by_itself: 'yes' } },
      { preferences: { naming: 'contact' } },
      ...[
        null,
        { x: { missing: 'ask', income_account_id: '' } },
        { 9: { missing: 'maybe', income_account_id: '' } },
        { 9: { missing: 'create', income_account_id: '7; 8' } },
        JSON.parse('{"__proto__": {"missing": "create", "income_account_id": ""}}'),
      ].map((products) => ({
        preferences: { naming: 'contact', customers: 'evidence', add_by_itself: true, products },
      })),
      { other: 'x', __proto__: { theme: 'dark' } },
    ];
    for (const change of bad) await machine.ask('settings.write', change as never);
    const kept = (await machine.ask('settings.write', { theme: 'dark', more: 1 } as never)).value;
    expect(kept).toEqual({
      realm: '',
      theme: 'dark',
      card_on: { deals: true, contacts: true, companies: true },
      preferences: { naming: 'company', customers: 'evidence', add_by_itself: false, products: {} },
    });
  });

  test('that a frame wants to start is not in the table of what it may start', async () => {
    for (const operation of ['create_invoice', 'connect_portal', '__proto__', 'toString', 'unknown', '', 7]) {
      const message = { name: 'run.start', request: { operation, input }, seen: true };
      const answer = await machine.worker?.message(message, card);
      expect(answer, String(operation)).toMatchObject({
        value: null,
        issues: [{ code: 'permission-missing' }],
      });
    }
  });
});

describe('ports', () => {
  test('of strangers and content scripts, or for anything but a run, hear nothing', async () => {
    const { run } = await machine.start('create_invoice', input);
    const heard: unknown[] = [];
    const open = (name: string, sender: Sender) =>
      machine.worker?.connect({
        name,
        sender,
        post: (message) => heard.push(message),
        onClosed: () => undefined,
      });
    for (const sender of senders.filter((one) => !['page', 'frame'].includes(placeOf(one, extension)))) {
      open(`run:${run}`, sender);
    }
    for (const name of ['', 'run', 'runs:', `RUN:${run}`, 'run:', 'run:__proto__', 'run:unknown']) {
      open(name, tab);
    }
    await machine.worker?.driver.settled(run);
    expect(heard).toEqual([]);
    open(`run:${run}`, tab);
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    expect(heard[0]).toMatchObject({ run, operation: 'create_invoice' });
  });
});

describe('commands', () => {
  test('from a content script only report; every command of the pages is refused', async () => {
    for (const name of Object.keys(handlers) as CommandName[]) {
      if (trust[name].includes('content')) continue;
      const answer = await machine.ask(name, {} as never, content);
      expect(answer, name).toEqual({
        value: null,
        issues: [{ code: 'permission-missing', severity: 'error', path: '', args: {} }],
      });
    }
  });

  test('from the card in a frame never create an invoice, answer a question or touch a connection', async () => {
    const refused: [CommandName, unknown][] = [
      ['run.start', { operation: 'create_invoice', input }],
      ['run.start', { operation: 'connect_company', input: { account: '9' } }],
      ['run.start', { operation: 'add_invoice', input }],
      ['run.answer', { run: 'x', step: 0, turn: 0, choice: { kind: 'approve' } }],
      ['hubspot.connect', { token: 'pat-na1-00000000' }],
      ['hubspot.disconnect', {}],
      ['quickbooks.disconnect', { realm: '9' }],
    ];
    for (const [name, request] of refused) {
      const { value, issues } = await machine.ask(name, request as never, card);
      expect(value, name).toBeNull();
      expect(issues[0]?.code, name).toBe('permission-missing');
    }
    expect(await machine.store?.journal.unfinished()).toEqual([]);
  });

  test('from the card in a frame link documents when the card was surely seen', async () => {
    const message = { name: 'run.start', request: { operation: 'add_invoice', input }, seen: true };
    const answer = await machine.worker?.message(message, card);
    expect(answer).toMatchObject({ value: { operation: 'add_invoice' }, issues: [] });
    const create = { ...message, request: { operation: 'create_invoice', input } };
    expect(await machine.worker?.message(create, card)).toMatchObject({ value: null });
  });

  test('that begin a run about a record are told to all pages; reading a record is no news', async () => {
    const { run } = await machine.start('create_invoice', input);
    await machine.start('open_record', { portal: '1', record: { type: '0-3', id: '7' }, refresh: false });
    expect(machine.told.map(readNews)).toEqual([{ name: 'run.begun', record: '0-3:7', run }]);
    for (const other of [{ name: 'run.start' }, { name: 'run.begun', record: 7, run }, null, 'text']) {
      expect(readNews(other)).toBeNull();
    }
  });

  test('that do not exist, or are no messages at all, are answered with an issue', async () => {
    for (const message of [{ name: 'everything.delete' }, { name: 'toString' }, {}, 'text', 7]) {
      const answer = await machine.worker?.message(message, tab);
      expect(answer).toMatchObject({ value: null, issues: [{ code: 'request-unknown' }] });
    }
  });

  test('the card changes the company it offers first, and no other setting', async () => {
    await machine.ask('settings.write', { realm: '9', theme: 'dark' }, card);
    expect((await machine.ask('settings.read', {})).value).toMatchObject({ realm: '9', theme: 'system' });
  });

  test('the side panel learns which record a tab shows', async () => {
    const shown = { portal: '1', type: '0-3', id: '7' };
    await machine.worker?.message(
      { name: 'record.shown', request: { record: shown, anchor: 'right-sidebar' } },
      content,
    );
    const ask = { name: 'record.of-tab', request: { tab: 4 } };
    expect(await machine.worker?.message(ask, panel)).toEqual({ value: shown, issues: [] });
    await machine.worker?.message({ name: 'record.shown', request: { record: null, anchor: null } }, content);
    expect(await machine.worker?.message(ask, panel)).toEqual({ value: null, issues: [] });
  });
});
