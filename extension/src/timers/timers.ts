// What happens by itself: unfinished runs go on after the worker was stopped, and lists are read again.
import type { Browser } from '../browser.ts';
import type { Driver } from '../driver/driver.ts';
import type { Store } from '../store/open.ts';
import type { Connections } from '../worker/connections.ts';
import { listsAlarm, resumeAlarm, runOfAlarm } from './names.ts';

export interface Timers {
  started(): Promise<void>;
  rang(name: string): Promise<void>;
  /** Runs are going on. */
  busy(): Promise<void>;
}

export interface TimerParts {
  browser: Browser;
  store: Store;
  connections: Connections;
  driver: () => Driver;
}

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const listsEvery_ms = 12 * hour_ms;
/** A page may still ask for the end of a run that wrote nothing. */
const readRunsKept_ms = hour_ms;

export function timersOf({ browser, store, connections, driver }: TimerParts): Timers {
  const busy = () => browser.setAlarm(resumeAlarm, browser.now() + minute_ms, 1);
  const resume = async () => {
    const open = await store.journal.unfinished();
    const views = await Promise.all(open.map(({ run }) => driver().settled(run)));
    // A question waits for its page, which wakes us; only what goes on by itself needs the alarm.
    if (!views.some((view) => view?.state === 'going' || view?.state === 'waiting')) {
      await browser.clearAlarm(resumeAlarm);
    }
    await store.journal.prune(browser.now() - readRunsKept_ms);
  };
  const planLists = async () => {
    const companies = await store.accounts.companies();
    if (companies.length === 0) return;
    const oldest_ms = Math.min(...companies.map((company) => company.lists_read_ms));
    await browser.setAlarm(listsAlarm, oldest_ms + listsEvery_ms, listsEvery_ms / minute_ms);
  };
  return {
    busy,
    started: async () => {
      await planLists();
      await resume();
    },
    rang: async (name) => {
      const run = runOfAlarm(name);
      if (run !== null) driver().wake(run);
      else if (name === listsAlarm) await connections.refreshLists();
      else if (name === resumeAlarm) await resume();
    },
  };
}
