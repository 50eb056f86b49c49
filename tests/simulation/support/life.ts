// One life of a worker. Every way in which it touches the world passes a gate, and at any gate the life may end:
// what was begun is dropped, what was waited for never comes, as when a browser stops a service worker.
import { unwrap, wrap } from 'idb';
import type { Database } from '../../../extension/src/store/schema.ts';

export type Moment = 'before' | 'during' | 'after';

/** Asked at every gate; true ends the life there. */
export type Fate = (gate: string, moment: Moment) => boolean;

export const immortal: Fate = () => false;

export class Life {
  dead = false;
  readonly #fate: Fate;
  readonly #open = new Set<IDBTransaction>();
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(fate: Fate) {
    this.#fate = fate;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Resolves when the life ends. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  kill(): void {
    if (this.dead) return;
    this.dead = true;
    for (const work of this.#open) drop(work);
    this.#end();
  }

  /** Passes through a gate. */
  async pass<T>(gate: string, work: () => Promise<T>): Promise<T> {
    await this.#at(gate, 'before');
    const doing = work();
    if (!this.dead && this.#fate(gate, 'during')) this.kill();
    if (this.dead) {
      // Its end is nobody's business any more.
      doing.catch(() => 'dropped');
      return never();
    }
    const done = await this.orNever(doing);
    await this.#at(gate, 'after');
    return done;
  }

  /** What comes after death comes to nobody. */
  async orNever<T>(work: Promise<T>): Promise<T> {
    try {
      const done = await work;
      return this.dead ? never() : done;
    } catch (error) {
      if (this.dead) return never();
      throw error;
    }
  }

  async #at(gate: string, moment: Moment): Promise<void> {
    if (!this.dead && this.#fate(gate, moment)) this.kill();
    if (this.dead) await never();
  }

  /** All methods of an object as gates: `name.method`. */
  gated<T extends object>(name: string, parts: T): T {
    return Object.fromEntries(
      Object.entries(parts).map(([method, work]) => [
        method,
        typeof work === 'function'
          ? (...args: unknown[]) => this.pass(`${name}.${method}`, async () => work(...args))
          : work,
      ]),
    ) as T;
  }

  /** Remembers open transactions, so that death drops what they have not committed. */
  watch(database: Database): void {
    const raw = unwrap(database);
    const begin = raw.transaction.bind(raw);
    raw.transaction = (...args: Parameters<typeof begin>) => {
      const work = begin(...args);
      this.#open.add(work);
      for (const end of ['complete', 'abort']) work.addEventListener(end, () => this.#open.delete(work));
      // When death aborts it, nobody is left to hear of it.
      wrap(work).done.catch(() => 'dropped');
      return work;
    };
    this.#ended.then(() => database.close());
  }
}

/** A transaction that is being committed can no longer be dropped: it was in time. */
function drop(work: IDBTransaction): void {
  try {
    work.abort();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
  }
}

export function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
