// The worker: its parts put together, and what it does with messages, ports and alarms.
import type { Core } from '@sidebill/core';
import type { CommandAnswer, CommandName, RunView } from '@sidebill/web/commands.ts';
import type { Browser, Listeners, Port, Sender } from '../browser.ts';
import { carryOutOf } from '../driver/carry-out.ts';
import { type Driver, driverOf, Refused } from '../driver/driver.ts';
import { directoryKeeperOf } from '../driver/fill.ts';
import { keeperOf } from '../driver/keep.ts';
import { looksOf } from '../driver/look.ts';
import { reportsOf } from '../driver/reports.ts';
import type { Unread } from '../driver/view.ts';
import type { Store } from '../store/open.ts';
import { timersOf } from '../timers/timers.ts';
import { accessTokensOf } from '../tokens/access.ts';
import { vaultOf } from '../tokens/vault.ts';
import { type Fetch, httpOf } from '../transport/http.ts';
import { type Limits, paceOf } from '../transport/pace.ts';
import { transportOf } from '../transport/transport.ts';
import { connectionsOf } from './connections.ts';
import { type Asked, type HandlerParts, handlers } from './handlers.ts';
import { problem, workerFailed } from './issues.ts';
import { shownKey } from './reports-of-pages.ts';
import { type Extension, type Place, placeOf, trust } from './trust.ts';

export interface WorkerParts {
  browser: Browser;
  core: Core;
  store: Store;
  request: Fetch;
  limits: Limits;
  extension: Extension;
}

export interface Worker extends Listeners {
  driver: Driver;
}

export function createWorker({ browser, core, store, request, limits, extension }: WorkerParts): Worker {
  const http = httpOf(browser, request, store.requests);
  const vault = vaultOf(store.secrets);
  const tokens = accessTokensOf(browser, http, vault, store.accounts);
  const transport = transportOf(browser, http, paceOf(limits, browser.sleep), tokens);
  const connections = connectionsOf({ browser, core, store, http, vault, tokens, driver: () => driver });
  const timers = timersOf({ browser, store, connections, driver: () => driver });
  const directory = directoryKeeperOf(core, store.cache, browser.now);
  const { ready } = directory;
  const carryOut = carryOutOf({
    browser,
    journal: store.journal,
    transport,
    looks: looksOf(core, store),
    keep: keeperOf(core, store, directory.changed),
  });
  const { reported, failed } = reportsOf({ browser, store, connections });
  const driver: Driver = driverOf({
    browser,
    core,
    journal: store.journal,
    carryOut,
    ready,
    reported,
    failed,
    busy: timers.busy,
  });
  const parts: HandlerParts = { browser, core, store, driver, connections, ready };
  return {
    driver,
    message: (message, sender) => answer(parts, extension, message, sender),
    connect: (port) => follow(driver, extension, port),
    alarm: (name) => watched(timers.rang(name)),
    started: () => watched(timers.started()),
    tabClosed: (tab) => watched(browser.session.remove(shownKey(tab))),
  };
}

/** What no page waits for still must not fail unheard. */
function watched(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error('The worker was interrupted.', error));
}

async function answer(
  parts: HandlerParts,
  extension: Extension,
  message: unknown,
  sender: Sender,
): Promise<CommandAnswer<unknown>> {
  const { name, request, seen } = Object(message) as { name?: unknown; request?: unknown; seen?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) {
    return { value: null, issues: [problem('request-unknown', { name: String(name) })] };
  }
  const place = placeOf(sender, extension);
  if (!mayAsk(name as CommandName, place)) return { value: null, issues: [problem('permission-missing')] };
  const asked: Asked = { place, sender, seen: seen === true };
  try {
    // Each handler takes its own request; the table's type says so, which a name known only now cannot.
    return await handlers[name as CommandName]((request ?? {}) as never, parts, asked);
  } catch (error) {
    if (error instanceof Refused) return { value: null, issues: error.issues };
    console.error(`${name} failed.`, error);
    return { value: null, issues: [workerFailed(error)] };
  }
}

function mayAsk(name: CommandName, place: Place): boolean {
  return trust[name].includes(place);
}

const watchPrefix = 'run:';

/** A page follows one run: it gets the view now and at every change, or why there is none. */
function follow(driver: Driver, extension: Extension, port: Port): void {
  const place = placeOf(port.sender, extension);
  if (!port.name.startsWith(watchPrefix) || (place !== 'page' && place !== 'frame')) return;
  const run = port.name.slice(watchPrefix.length);
  const tell = (told: RunView | Unread) => port.post(told);
  port.onClosed(driver.watch(run, tell));
  watched(
    driver.read(run).then(
      (view) => {
        if (view) tell(view);
        if (view?.state === 'going') driver.wake(run);
      },
      (error: unknown) => {
        console.error(`Run ${run} cannot be read.`, error);
        tell({ run, unread: [workerFailed(error)] });
      },
    ),
  );
}
