// Every command of the pages, and what answers it.
import type { Core, CustomerCandidate, ItemCandidate, PairsAnswer, UnpairedAnswer } from '@sidebill/core';
import type { CommandAnswer, CommandName, Commands, RunView, Settings } from '@sidebill/web/commands.ts';
import type { Browser, Sender } from '../browser.ts';
import type { Driver } from '../driver/driver.ts';
import { accountsOf } from '../driver/identity.ts';
import type { Store } from '../store/open.ts';
import { isEnvironment } from '../tokens/intuit.ts';
import type { Connections } from './connections.ts';
import { readConnections } from './connections-view.ts';
import { exportLinks } from './export-links.ts';
import { problem } from './issues.ts';
import { newsOf } from './news.ts';
import { readDecided, readPairList, rejectedOf } from './pair-lists.ts';
import { type ReportName, type Reports, readShownRecord, shownKey } from './reports-of-pages.ts';
import { readSettings } from './settings.ts';
import { mayStartInFrame, type Place } from './trust.ts';

export interface HandlerParts {
  browser: Browser;
  core: Core;
  store: Store;
  driver: Driver;
  connections: Connections;
  /** The directory is filled. */
  ready: Promise<void>;
}

/** Where a command came from, and whether the frame it came from proved that it was seen. */
export interface Asked {
  place: Place;
  sender: Sender;
  seen: boolean;
}

type All = Commands & Reports;
type Handler<N extends keyof All> = (
  request: All[N]['request'],
  parts: HandlerParts,
  asked: Asked,
) => Promise<CommandAnswer<All[N]['answer']>>;

export const handlers: { [N in CommandName | ReportName]: Handler<N> } = {
  'connections.read': async (_, parts) => good(await readConnections(parts)),
  'hubspot.connect': ({ token }, { connections }) => connections.connectHubSpot(text(token)),
  'hubspot.test': (_, { connections }) => connections.testHubSpot(),
  'hubspot.disconnect': async (_, { connections }) => {
    await connections.disconnectHubSpot();
    return good(true);
  },
  'quickbooks.connect': async (request, { connections }) =>
    isConnectRequest(request)
      ? connections.connectQuickBooks(request)
      : bad('request-unknown', { name: 'quickbooks.connect' }),
  'quickbooks.test': ({ realm }, { connections }) => connections.testQuickBooks(text(realm)),
  'quickbooks.disconnect': async ({ realm }, { connections }) => ({
    value: true,
    issues: await connections.disconnectQuickBooks(text(realm)),
  }),
  'run.start': async ({ operation, input }, { driver, browser }, { place, seen }) => {
    if (place === 'frame' && !mayStartInFrame(operation, seen)) return bad('permission-missing');
    const view = await driver.start(operation, input);
    const news = newsOf(view);
    if (news) browser.tell(news);
    return good(view);
  },
  'run.answer': async ({ run, step, turn, choice }, { driver }) => {
    const view = await driver.answer(run, step, turn, choice);
    return view ? good(view) : bad('run-unknown', { run });
  },
  'run.read': async ({ run }, { driver }) => good(await driver.read(run)),
  'run.open': async ({ record }, { driver, store }) => {
    const portal = await store.accounts.portal();
    const views = await driver.unfinished(record);
    // Ids of records say nothing about their account: what another one left open is not this one's.
    return good(views.filter((view) => isOfPortal(view, portal?.portal_id ?? '')));
  },
  'companies.read': async (_, { store }) => {
    const rows = await store.accounts.companies();
    return good(
      rows.map(({ info: { realm, name, country, home_currency } }) => ({
        realm,
        name,
        country,
        home_currency,
      })),
    );
  },
  'customers.search': async ({ realm, text }, { core, ready }) => {
    await ready;
    const answer = core.directory({ kind: 'search-customers', realm, text, limit: searchLimit });
    return answer as CommandAnswer<CustomerCandidate[]>;
  },
  'items.search': async ({ realm, text }, { core, ready }) => {
    await ready;
    const answer = core.directory({ kind: 'search-items', realm, text, limit: searchLimit });
    return answer as CommandAnswer<ItemCandidate[]>;
  },
  'file.read': async ({ file }, { store }) => {
    const row = await store.files.read(file);
    return good(row && { name: row.name, base64: base64(row.bytes) });
  },
  'suggestion.dismiss': async ({ portal, record, key }, { store }) => {
    await store.asks.dismiss(
      { portal: text(portal), type: text(record?.type), id: text(record?.id) },
      text(key),
    );
    return good(true);
  },
  'pairs.read': async (request, { core, ready }) => {
    const list = readPairList(request);
    if (!list) return bad('request-unknown', { name: 'pairs.read' });
    await ready;
    const { from, limit } = request;
    return core.directory({ kind: 'pairs', ...list, from, limit }) as CommandAnswer<PairsAnswer>;
  },
  'unpaired.read': async (request, { core, store, ready }) => {
    const list = readPairList(request);
    if (!list) return bad('request-unknown', { name: 'unpaired.read' });
    await ready;
    const { from, limit } = request;
    const set_aside = rejectedOf(await store.decisions.all(list));
    const question = { kind: 'unpaired', ...list, set_aside, from, limit };
    return core.directory(question) as CommandAnswer<UnpairedAnswer>;
  },
  'decisions.read': async (request, { store }) => {
    const list = readPairList(request);
    return list ? good(await store.decisions.all(list)) : bad('request-unknown', { name: 'decisions.read' });
  },
  'decisions.write': async (request, { store }) => {
    const list = readPairList(request);
    const decided = readDecided(request.decided);
    if (!list || !decided) return bad('request-unknown', { name: 'decisions.write' });
    await store.decisions.change(list, decided);
    return good(true);
  },
  'links.export': async (_, { store, browser }) => good(exportLinks(await store.links.all(), browser.now())),
  'requests.read': async ({ limit }, { store }) =>
    good(await store.requests.last(Math.min(Number(limit), 2000))),
  'page.open': async ({ page, query }, { browser }) => {
    const path = Object.hasOwn(pagePaths, page) ? pagePaths[page] : null;
    if (path === null) return bad('request-unknown', { name: String(page) });
    await browser.openTab(`${path}?${new URLSearchParams(query)}`);
    return good(true);
  },
  'settings.read': async (_, { store }) => good(await store.accounts.settings()),
  'settings.write': async (change, { store }, { place }) =>
    // The card changes the company it offers first, nothing else.
    good(
      await store.accounts.changeSettings(readSettings(place === 'frame' ? only(change, 'realm') : change)),
    ),

  'record.shown': async ({ record }, { browser }, { sender }) => {
    if (sender.tab === null) return good(false);
    const shown = readShownRecord(record);
    if (shown) await browser.session.write(shownKey(sender.tab), shown);
    else await browser.session.remove(shownKey(sender.tab));
    return good(true);
  },
  'card.wanted': async (_, { store }) => good((await store.accounts.settings()).card_on),
  'card.alone': async ({ record }, { browser }) => {
    const shown = readShownRecord(record);
    if (!shown) return bad('request-unknown', { name: 'card.alone' });
    await browser.openTab(`card.html?${new URLSearchParams({ ...shown })}`);
    return good(true);
  },
  'record.of-tab': async ({ tab }, { browser }) => good(await browser.session.read(shownKey(Number(tab)))),
};

const searchLimit = 20;

const pagePaths = {
  compose: 'composer.html',
  setup: 'setup.html',
  requests: 'requests.html',
  matching: 'matching.html',
} as const;

/** A value of another kind is no text: never "undefined" or "[object Object]". */
function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isOfPortal({ operation, input }: RunView, connected: string): boolean {
  const { portal } = accountsOf(operation, input);
  return portal === '' || portal === connected;
}

function isConnectRequest(request: Record<string, unknown>): boolean {
  const { method, client_id, client_secret, environment, url, broker_key } = request;
  const areTexts = (...values: unknown[]) => values.every((value) => typeof value === 'string');
  if (method === 'keys') return areTexts(client_id, client_secret) && isEnvironment(environment);
  return method === 'broker' && areTexts(url, broker_key);
}

function good<T>(value: T): CommandAnswer<T> {
  return { value, issues: [] };
}

function bad(code: string, args: Record<string, string> = {}): CommandAnswer<never> {
  return { value: null, issues: [problem(code, args)] };
}

function only(change: Partial<Settings>, name: keyof Settings): Partial<Settings> {
  return change[name] === undefined ? {} : { [name]: change[name] };
}

function base64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
