// Runs and their journals. Entries are only ever inserted or given their answer: two drivers of one run cannot
// fork it, the second finds the first one's entry.
import type { Effect, EffectAnswer, Entry, Issue, RunHeader } from '@sidebill/core/boundary';
import type { Database, EntryRow, RunRow } from './schema.ts';

/** Somebody else journaled this step already: the run belongs to another driver now. */
export class Forked extends Error {
  constructor(run: string, entry: { step: number; turn: number }) {
    super(`Run ${run} has an entry ${entry.step}.${entry.turn} already.`);
  }
}

export interface Journal {
  /** The open run with the same `join`, or this one, inserted. */
  open(row: RunRow): Promise<RunRow>;
  read(run: string): Promise<RunRow | null>;
  entries(run: string): Promise<Entry[]>;
  /** Runs that are not finished, newest first. */
  unfinished(): Promise<RunRow[]>;
  /** A write is about to leave. Durable when this resolves. */
  sent(run: string, effect: Effect, sent_ms: number): Promise<void>;
  /** The answer to an effect; an effect that was never noted as sent gets its whole entry here. */
  answered(run: string, effect: Effect, sent_ms: number, answer: EffectAnswer): Promise<Entry>;
  /** An older revision read and never wrote: its journal is cleared and it starts as this revision. */
  restart(run: string, revision: number): Promise<void>;
  finish(run: string, end: Finish): Promise<void>;
  /** Finished runs that wrote nothing tell nothing after a while. */
  prune(before_ms: number): Promise<void>;
}

export interface Finish {
  state: 'done' | 'failed' | 'diverged';
  ended_ms: number;
  report: unknown;
  issues: Issue[];
}

const strict = { durability: 'strict' } as const;

export function journalOf(database: Database): Journal {
  return {
    open: (row) => open(database, row),
    read: async (run) => (await database.get('runs', run)) ?? null,
    entries: async (run) => (await database.getAll('entries', entriesOf(run))).map(entryOf),
    unfinished: async () => {
      const rows = await database.getAllFromIndex('runs', 'state', 'open');
      return rows.sort((left, right) => right.started_ms - left.started_ms);
    },
    sent: (run, effect, sent_ms) => sent(database, run, effect, sent_ms),
    answered: (run, effect, sent_ms, answer) => answered(database, run, effect, sent_ms, answer),
    restart: (run, revision) => restart(database, run, revision),
    finish: (run, end) => finish(database, run, end),
    prune: (before_ms) => prune(database, before_ms),
  };
}

export function headerOf(row: RunRow): RunHeader {
  return { run: row.run, operation: row.operation, revision: row.revision, input: row.input };
}

function entriesOf(run: string): IDBKeyRange {
  return IDBKeyRange.bound([run], [run, []]);
}

function entryOf({ run: _, ...entry }: EntryRow): Entry {
  return entry;
}

function isWrite(effect: Effect): boolean {
  return effect.kind === 'send' && effect.write;
}

async function open(database: Database, row: RunRow): Promise<RunRow> {
  const work = database.transaction('runs', 'readwrite', strict);
  const going = await work.store.index('join').get(['open', row.join]);
  if (!going) await work.store.add(row);
  await work.done;
  return going ?? row;
}

async function sent(database: Database, run: string, effect: Effect, sent_ms: number): Promise<void> {
  const work = database.transaction(['entries', 'runs'], 'readwrite', strict);
  const entries = work.objectStore('entries');
  if (await entries.getKey([run, effect.step, effect.turn])) {
    work.abort();
    await ended(work.done);
    throw new Forked(run, effect);
  }
  const row = await work.objectStore('runs').get(run);
  if (row && !row.wrote) await work.objectStore('runs').put({ ...row, wrote: true });
  await entries.add({ run, step: effect.step, turn: effect.turn, effect, sent_ms });
  await work.done;
}

async function answered(
  database: Database,
  run: string,
  effect: Effect,
  sent_ms: number,
  answer: EffectAnswer,
): Promise<Entry> {
  const work = database.transaction('entries', 'readwrite', isWrite(effect) ? strict : {});
  const known = await work.store.get([run, effect.step, effect.turn]);
  // The first answer wins, whoever gave it.
  const row: EntryRow = known?.answer
    ? known
    : { ...(known ?? { run, step: effect.step, turn: effect.turn, effect, sent_ms }), answer };
  if (!known?.answer) await work.store.put(row);
  await work.done;
  return entryOf(row);
}

async function restart(database: Database, run: string, revision: number): Promise<void> {
  const work = database.transaction(['runs', 'entries'], 'readwrite', strict);
  const row = await work.objectStore('runs').get(run);
  if (row) await work.objectStore('runs').put({ ...row, revision });
  await work.objectStore('entries').delete(entriesOf(run));
  await work.done;
}

async function finish(database: Database, run: string, end: Finish): Promise<void> {
  const work = database.transaction('runs', 'readwrite', strict);
  const row = await work.store.get(run);
  if (row?.state === 'open') await work.store.put({ ...row, ...end });
  await work.done;
}

async function prune(database: Database, before_ms: number): Promise<void> {
  const work = database.transaction(['runs', 'entries'], 'readwrite');
  const old = work.objectStore('runs').index('ended').iterate(IDBKeyRange.upperBound(before_ms));
  for await (const cursor of old) {
    if (cursor.value.wrote) continue;
    await work.objectStore('entries').delete(entriesOf(cursor.value.run));
    await cursor.delete();
  }
  await work.done;
}

/** Waits for the end of a transaction that was aborted on purpose. */
async function ended(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
  }
}
