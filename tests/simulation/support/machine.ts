// A colleague's computer: one browser with one profile, in which workers live and die one after the other.
import type { Core, Issue, OperationName } from '@sidebill/core';
import type { CommandAnswer, CommandName, Commands, RunView } from '@sidebill/web/commands.ts';
import type { Browser, Sender } from '../../../extension/src/browser.ts';
import { openDatabase, type Store, storeOf } from '../../../extension/src/store/open.ts';
import type { Fetch } from '../../../extension/src/transport/http.ts';
import type { Limits } from '../../../extension/src/transport/pace.ts';
import { createWorker, type Worker } from '../../../extension/src/worker/worker.ts';
import { type Fate, immortal, Life } from './life.ts';

export const extension = { id: 'sidebill', origin: 'chrome-extension://sidebill' };

/** Somebody at a page of the extension. */
export const page: Sender = { id: 'sidebill', url: `${extension.origin}/setup.html`, tab: null, frame: 0 };

/** The simulation has its own clock: nothing waits for real time. */
const unlimited: Limits = {
  hubspot: { concurrency: 6, perInterval: null, interval_ms: 0 },
  hubspotSearch: { concurrency: 3, perInterval: null, interval_ms: 0 },
  quickbooks: { concurrency: 4, perInterval: null, interval_ms: 0 },
};

export interface Clock {
  now(): number;
  advance(ms: number): void;
}

export interface MachineParts {
  name: string;
  clock: Clock;
  request: Fetch;
  makeCore(): Promise<Core>;
  /** Answers a consent page. */
  consent?(url: string): Promise<string | null>;
}

export class Machine {
  readonly name: string;
  readonly #parts: MachineParts;
  readonly #session = new Map<string, unknown>();
  readonly #alarms = new Map<string, number>();
  readonly tabs: string[] = [];
  /** What the worker said to all open pages. */
  readonly told: unknown[] = [];
  online = true;
  /** Answers a consent page. */
  consents: (url: string) => Promise<string | null>;
  life: Life = new Life(immortal);
  worker: Worker | null = null;
  store: Store | null = null;
  core: Core | null = null;
  #locks = new Map<string, Promise<unknown>>();

  constructor(parts: MachineParts) {
    this.name = parts.name;
    this.#parts = parts;
    this.consents = parts.consent ?? (() => Promise.resolve(null));
  }

  /** A fresh worker over what the last one left on disk. */
  async boot(fate: Fate = immortal, makeCore = this.#parts.makeCore): Promise<Worker> {
    this.life.kill();
    this.#locks = new Map();
    const life = new Life(fate);
    this.life = life;
    const database = await openDatabase(this.name);
    life.watch(database);
    this.core = await makeCore();
    this.store = gatedStore(life, storeOf(database));
    this.worker = createWorker({
      browser: this.#browser(life),
      core: this.core,
      store: this.store,
      request: (url, init) =>
        life.pass(`request ${init.method} ${new URL(url).host}`, () => this.#parts.request(url, init)),
      limits: unlimited,
      extension,
    });
    this.worker.started();
    return this.worker;
  }

  kill(): void {
    this.life.kill();
  }

  /** The browser was closed and opened: what lay in its memory is gone. */
  restartBrowser(): void {
    this.kill();
    this.#session.clear();
  }

  /** Asks the worker; never comes back when the worker dies over it. */
  ask<N extends CommandName>(
    name: N,
    request: Commands[N]['request'],
    sender = page,
  ): Promise<CommandAnswer<Commands[N]['answer']>> {
    if (!this.worker) throw new Error('There is no worker.');
    const answer = this.worker.message({ name, request }, sender);
    return answer as Promise<CommandAnswer<Commands[N]['answer']>>;
  }

  async start(operation: OperationName, input: unknown): Promise<RunView> {
    const { value, issues } = await this.ask('run.start', { operation, input });
    if (!value) throw new Error(`${operation} was not started: ${codes(issues)}`);
    return value;
  }

  /** Rings the alarm that is due next, moving the clock to it. False when none is set. */
  ringNext(): boolean {
    const [next] = [...this.#alarms].sort(([, left], [, right]) => left - right);
    if (!next) return false;
    const [name, at_ms] = next;
    this.#alarms.delete(name);
    this.#parts.clock.advance(Math.max(0, at_ms - this.#parts.clock.now()));
    this.worker?.alarm(name);
    return true;
  }

  /** Everything that the extension keeps outside the vault, as text: where no secret may be found. */
  async everythingOnDisk(): Promise<string> {
    const database = await openDatabase(this.name);
    const stores = [...database.objectStoreNames];
    const rows = await Promise.all(stores.map(async (store) => [store, await database.getAll(store)]));
    database.close();
    return JSON.stringify(rows, (_, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? Buffer.from(value instanceof ArrayBuffer ? value : value.buffer).toString('latin1')
        : value,
    );
  }

  #browser(life: Life): Browser {
    const { clock } = this.#parts;
    return {
      version: '0.0.0',
      origin: extension.origin,
      now: () => clock.now(),
      sleep: (ms) =>
        life.orNever(
          new Promise((resolve) => {
            setImmediate(() => {
              if (!life.dead) clock.advance(ms);
              resolve();
            });
          }),
        ),
      online: () => this.online,
      hold: (name, work) => life.orNever(this.#hold(name, work)),
      session: {
        read: async <T>(key: string) =>
          life.orNever(Promise.resolve((this.#session.get(key) ?? null) as T | null)),
        write: (key, value) => life.pass('session.write', async () => void this.#session.set(key, value)),
        remove: (key) => life.pass('session.remove', async () => void this.#session.delete(key)),
      },
      setAlarm: (name, at_ms) =>
        life.orNever(Promise.resolve(void (life.dead || this.#alarms.set(name, at_ms)))),
      clearAlarm: (name) => life.orNever(Promise.resolve(void (life.dead || this.#alarms.delete(name)))),
      openTab: async (path) => void this.tabs.push(path),
      tell: (message) => void this.told.push(message),
      redirectUrl: () => 'https://sidebill.chromiumapp.org/',
      consent: (url) => life.orNever(this.consents(url)),
      mayCall: () => Promise.resolve(true),
    };
  }

  /** Locks end with the worker that holds them: each life has its own table. */
  #hold<T>(name: string, work: () => Promise<T>): Promise<T> {
    const locks = this.#locks;
    const before = locks.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    locks.set(
      name,
      mine.then(
        () => 'done',
        () => 'failed',
      ),
    );
    return mine;
  }
}

function gatedStore(life: Life, store: Store): Store {
  return Object.fromEntries(
    Object.entries(store).map(([name, part]) => [name, life.gated(name, part)]),
  ) as unknown as Store;
}

function codes(issues: Issue[]): string {
  return issues.map((issue) => `${issue.code} ${JSON.stringify(issue.args)}`).join(', ');
}
