// Runs the runs. A drive loads a run's journal, carries its effects out until it ends or has to wait for a person
// or a long time, and forgets it again: what a run knows is on disk, so a drive may be stopped anywhere.
import type { Core, Effect, Entry, Issue, OperationName, RecordRef, Step } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import type { Browser } from '../browser.ts';
import { Forked, headerOf, type Journal } from '../store/journal.ts';
import type { RunRow } from '../store/schema.ts';
import { workerFailed } from '../worker/issues.ts';
import type { CarryOut } from './carry-out.ts';
import { joinOf, recordOf, recordText } from './identity.ts';
import { type Unread, viewOf } from './view.ts';

export interface Driver {
  /** Starts an operation, or joins the same one that is not finished. */
  start(operation: OperationName, input: unknown): Promise<RunView>;
  /** Answers the open question. The first answer wins; the view shows what holds now. */
  answer(run: string, step: number, turn: number, choice: unknown): Promise<RunView | null>;
  read(run: string): Promise<RunView | null>;
  /** Unfinished runs, newest first. */
  unfinished(record: RecordRef | null): Promise<RunView[]>;
  watch(run: string, tell: Teller): () => void;
  /** The run as it stands when it can go no further by itself now: it is over, asks, or waits for long. */
  settled(run: string): Promise<RunView | null>;
  /** Goes on with a run, if it is not being driven already. */
  wake(run: string): void;
  resumeAll(): Promise<void>;
}

export type Teller = (told: RunView | Unread) => void;

export interface DriverParts {
  browser: Browser;
  core: Core;
  journal: Journal;
  carryOut: CarryOut;
  /** The directory is filled. */
  ready: Promise<void>;
  /** Stores what a report says about the world, before the run counts as finished. May be called twice. */
  reported(row: RunRow, report: unknown): Promise<void>;
  failed(row: RunRow, issues: Issue[]): Promise<void>;
  /** Runs are going on: see to it that they go on when the worker is stopped. */
  busy(): Promise<void>;
}

/** A run in this worker's memory while it is driven, and its last view. */
interface Drive {
  view: RunView | null;
  going: Promise<void> | null;
  /** Something happened while it was going: look once more before resting. */
  again: boolean;
}

export function driverOf(parts: DriverParts): Driver {
  return new RunDriver(parts);
}

class RunDriver implements Driver {
  readonly #parts: DriverParts;
  readonly #drives = new Map<string, Drive>();
  readonly #watchers = new Map<string, Set<Teller>>();

  constructor(parts: DriverParts) {
    this.#parts = parts;
  }

  async start(operation: OperationName, input: unknown): Promise<RunView> {
    const { browser, core, journal } = this.#parts;
    const fresh = crypto.randomUUID();
    // The core knows the operation's revision; it forgets the run until a drive loads it.
    const opened = core.start({ run: fresh, operation, input });
    core.release(fresh);
    if (!opened.value) throw new Refused(opened.issues);
    const row = await journal.open({
      run: fresh,
      operation,
      revision: opened.value.revision,
      input,
      join: joinOf(operation, input),
      record: recordOf(input),
      state: 'open',
      started_ms: browser.now(),
      ended_ms: null,
      report: null,
      issues: [],
      wrote: false,
    });
    const known = this.#drives.get(row.run)?.view;
    this.wake(row.run);
    return known ?? viewOf(row, row.run === fresh ? [] : await journal.entries(row.run), []);
  }

  async answer(run: string, step: number, turn: number, choice: unknown): Promise<RunView | null> {
    const { journal, browser } = this.#parts;
    const view = await this.settled(run);
    const question = view?.question;
    if (!question || question.step !== step || question.turn !== turn) return view;
    const effect: Effect = { kind: 'ask', step, turn, question: question.question };
    await journal.answered(run, effect, browser.now(), { choice });
    this.wake(run);
    return this.read(run);
  }

  async read(run: string): Promise<RunView | null> {
    const { journal } = this.#parts;
    const row = await journal.read(run);
    if (!row) return null;
    const live = this.#drives.get(run)?.view;
    if (live && row.state === 'open') return live;
    return viewOf(row, await journal.entries(run), []);
  }

  async unfinished(record: RecordRef | null): Promise<RunView[]> {
    const rows = await this.#parts.journal.unfinished();
    const wanted = record ? rows.filter((row) => row.record === recordText(record)) : rows;
    const views = await Promise.all(wanted.map((row) => this.read(row.run)));
    return views.filter((view) => view !== null);
  }

  watch(run: string, tell: Teller): () => void {
    const watchers = this.#watchers.get(run) ?? new Set();
    this.#watchers.set(run, watchers.add(tell));
    return () => {
      watchers.delete(tell);
      if (watchers.size === 0) this.#watchers.delete(run);
    };
  }

  async settled(run: string): Promise<RunView | null> {
    this.wake(run);
    await this.#drives.get(run)?.going;
    return this.read(run);
  }

  async resumeAll(): Promise<void> {
    for (const row of await this.#parts.journal.unfinished()) this.wake(row.run);
  }

  wake(run: string): void {
    const drive = this.#drives.get(run) ?? { view: null, going: null, again: false };
    this.#drives.set(run, drive);
    if (drive.going) {
      drive.again = true;
      return;
    }
    drive.going = this.#drive(run, drive).finally(() => {
      drive.going = null;
    });
  }

  async #drive(run: string, drive: Drive): Promise<void> {
    const { browser, ready, busy } = this.#parts;
    try {
      await ready;
      await busy();
      do {
        drive.again = false;
        await browser.hold(`run:${run}`, () => this.#go(run, drive));
      } while (drive.again);
    } catch (error) {
      // Another driver has it, and will end it; anything else is tried again when the resume alarm rings.
      if (!(error instanceof Forked)) await this.#trouble(run, drive, error);
    }
  }

  async #go(run: string, drive: Drive): Promise<void> {
    const { core, journal } = this.#parts;
    const row = await journal.read(run);
    if (row?.state !== 'open') {
      this.#drives.delete(run);
      return;
    }
    let entries = await journal.entries(run);
    const opened = core.resume(headerOf(row), entries);
    // A journal that cannot be read whole is never replayed: nothing may be sent on half a memory.
    if (!opened.value) return this.#finish(row, entries, drive, { kind: 'failed', issues: opened.issues });
    if (opened.value.restart) {
      await journal.restart(run, opened.value.revision);
      row.revision = opened.value.revision;
      entries = [];
    }
    try {
      await this.#loop(row, entries, drive);
    } finally {
      core.release(run);
    }
  }

  async #loop(row: RunRow, entries: Entry[], drive: Drive): Promise<void> {
    for (;;) {
      const { value: step, issues } = this.#parts.core.next(row.run);
      if (!step) return this.#finish(row, entries, drive, { kind: 'failed', issues });
      if (step.kind !== 'effects') return this.#finish(row, entries, drive, step);
      this.#show(drive, viewOf(row, entries, step.effects));
      const moved = await this.#round(row.run, entries, step.effects, () =>
        this.#show(drive, viewOf(row, entries, this.#stillOpen(step.effects, entries))),
      );
      if (!moved) return;
    }
  }

  /** Carries all open effects out; false when none could be answered now. */
  async #round(run: string, entries: Entry[], effects: Effect[], changed: () => void): Promise<boolean> {
    const { core, carryOut } = this.#parts;
    const outcomes = await allSettled(
      effects.map(async (effect) => {
        const known = entries.find(({ step, turn }) => step === effect.step && turn === effect.turn);
        const entry = await carryOut(run, effect, known);
        if (entry === 'later') return false;
        if (known) entries.splice(entries.indexOf(known), 1);
        entries.push(entry);
        const taken = core.receive(run, entry);
        if (!taken.value) throw new Error(`The core did not want ${run} ${entry.step}.${entry.turn}.`);
        changed();
        return true;
      }),
    );
    return outcomes.includes(true);
  }

  #stillOpen(effects: Effect[], entries: Entry[]): Effect[] {
    return effects.filter(
      ({ step, turn }) =>
        !entries.some((entry) => entry.step === step && entry.turn === turn && entry.answer),
    );
  }

  async #finish(
    row: RunRow,
    entries: Entry[],
    drive: Drive,
    end: Exclude<Step, { kind: 'effects' }>,
  ): Promise<void> {
    const { browser, journal, reported, failed } = this.#parts;
    const report = end.kind === 'done' ? end.report : null;
    const issues = end.kind === 'done' ? [] : end.issues;
    if (end.kind === 'done') await reported(row, report);
    else await failed(row, issues);
    const finish = { state: end.kind, ended_ms: browser.now(), report, issues };
    await journal.finish(row.run, finish);
    this.#show(drive, viewOf({ ...row, ...finish }, entries, []));
    this.#drives.delete(row.run);
  }

  #show(drive: Drive, view: RunView): void {
    drive.view = view;
    this.#tell(view);
  }

  #tell(told: RunView | Unread): void {
    for (const tell of this.#watchers.get(told.run) ?? []) tell(told);
  }

  /** Whoever follows the run is told, even when it broke before there was anything to see. */
  async #trouble(run: string, drive: Drive, error: unknown): Promise<void> {
    console.error(`Run ${run} was interrupted.`, error);
    const issues = [workerFailed(error)];
    try {
      const view = drive.view ?? (await this.read(run));
      if (view) this.#show(drive, { ...view, state: 'waiting', issues });
    } catch (unreadable) {
      console.error(`Run ${run} cannot be read.`, unreadable);
      this.#tell({ run, unread: issues });
    }
  }
}

/** Waits for all even when one fails, so that nothing goes on behind a drive that has ended. */
async function allSettled<T>(work: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** The core does not take this start. */
export class Refused extends Error {
  readonly issues: Issue[];
  constructor(issues: Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.issues = issues;
  }
}
