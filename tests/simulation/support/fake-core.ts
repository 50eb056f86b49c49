// A small core for tests of the driver alone: replay as core/run does it, with operations written in the test.
import type {
  Answer,
  Core,
  Effect,
  EffectAnswer,
  Entry,
  HttpRequest,
  RunHeader,
  RunOpened,
  SendAnswer,
  Step,
} from '@sidebill/core';

export interface FakeIo {
  send(purpose: string, write?: boolean): SendAnswer;
  all(purposes: string[]): SendAnswer[];
  ask(question: Record<string, unknown>): unknown;
  look(about: 'portal' | 'zone', question: Record<string, unknown>): unknown;
  now(): number;
}

export interface FakeOperation {
  revision: number;
  perform(io: FakeIo, input: unknown): unknown;
  settle?(io: FakeIo, input: unknown): unknown;
}

class Stop extends Error {}
class Diverged extends Error {}

const firstSettlingStep = 1_000_000;

export function fakeCore(operations: Record<string, FakeOperation>): Core {
  const runs = new Map<string, FakeRun>();
  const operationOf = (name: string) => {
    const operation = operations[name];
    if (!operation) throw new Error(`No operation ${name}`);
    return operation;
  };
  const open = (header: RunHeader, entries: Entry[]): Answer<RunOpened> => {
    const operation = operationOf(header.operation);
    const wrote = entries.some(({ effect }) => effect.kind === 'send' && effect.write);
    const restart = header.revision !== operation.revision && !wrote;
    const revision = restart ? operation.revision : header.revision;
    runs.set(header.run, new FakeRun({ ...header, revision }, operation, restart ? [] : entries));
    return good({ run: header.run, revision: operation.revision, restart });
  };
  const runOf = (name: string) => {
    const run = runs.get(name);
    if (!run) throw new Error(`The core does not know ${name}`);
    return run;
  };
  return {
    start: (header) => open({ ...header, revision: operationOf(header.operation).revision }, []),
    resume: (header, entries) => open(header, JSON.parse(JSON.stringify(entries)) as Entry[]),
    next: (run) => good(runOf(run).next()),
    receive: (run, entry) => good(runOf(run).receive(JSON.parse(JSON.stringify(entry)) as Entry)),
    release: (run) => good(runs.delete(run)),
    compose: () => ({ value: null, issues: [] }),
    ingest: ({ list, body }) => {
      const rows = (JSON.parse(body) as { id: string }[]).map((row) => ({
        key: `9:${list}:${row.id}`,
        json: JSON.stringify(row),
      }));
      return good({ rows, count: rows.length, after: '' });
    },
    fill: ({ rows }) => good({ count: rows.length }),
    forget: () => good(true),
    directory: () => good([]),
    viewDocuments: () => good([]),
    snapshot: () => new Uint8Array(8),
    restore: () => false,
  };
}

class FakeRun implements FakeIo {
  readonly #header: RunHeader;
  readonly #operation: FakeOperation;
  readonly #journal = new Map<string, Entry>();
  #open: Effect[] = [];
  #step = 0;

  constructor(header: RunHeader, operation: FakeOperation, entries: Entry[]) {
    this.#header = header;
    this.#operation = operation;
    for (const entry of entries) this.#journal.set(`${entry.step}.${entry.turn}`, entry);
  }

  next(): Step {
    const settling = this.#header.revision !== this.#operation.revision;
    this.#open = [];
    this.#step = settling ? firstSettlingStep : 0;
    const perform = settling ? (this.#operation.settle ?? this.#operation.perform) : this.#operation.perform;
    try {
      return { kind: 'done', report: perform(this, this.#header.input) };
    } catch (error) {
      if (error instanceof Stop) return { kind: 'effects', effects: this.#open };
      if (error instanceof Diverged) return { kind: 'diverged', issues: [] };
      throw error;
    }
  }

  receive(entry: Entry): boolean {
    const key = `${entry.step}.${entry.turn}`;
    const wanted = this.#open.some(({ step, turn }) => step === entry.step && turn === entry.turn);
    if (!wanted || !entry.answer || this.#journal.get(key)?.answer) return false;
    this.#journal.set(key, entry);
    return true;
  }

  send(purpose: string, write = false): SendAnswer {
    return this.#all([{ purpose, write }])[0] as SendAnswer;
  }

  all(purposes: string[]): SendAnswer[] {
    return this.#all(purposes.map((purpose) => ({ purpose, write: false })));
  }

  ask(question: Record<string, unknown>): unknown {
    const answer = this.#need({ kind: 'ask', step: this.#step++, turn: 0, question: question as never });
    return (answer as { choice: unknown }).choice;
  }

  look(about: 'portal' | 'zone', question: Record<string, unknown>): unknown {
    const answer = this.#need({ kind: 'look', step: this.#step++, turn: 0, about, question });
    return (answer as { value: unknown }).value;
  }

  now(): number {
    return (this.#need({ kind: 'now', step: this.#step++, turn: 0 }) as { now_ms: number }).now_ms;
  }

  #all(calls: { purpose: string; write: boolean }[]): SendAnswer[] {
    const answers = calls.map(({ purpose, write }) => this.#call(this.#step++, purpose, write));
    if (answers.some((answer) => answer === null)) throw new Stop();
    return answers as SendAnswer[];
  }

  /** Sends until there is an answer; waits as long as a busy service says. */
  #call(step: number, purpose: string, write: boolean): SendAnswer | null {
    let renew = false;
    for (let turn = 0; ; turn += 1) {
      const effect: Effect = {
        kind: 'send',
        step,
        turn,
        request: requestOf(purpose, write),
        write,
        purpose,
        ...(renew ? { renew: true as const } : {}),
      };
      const answer = this.#answered(effect) as SendAnswer | null;
      if (!answer) return null;
      renew = 'status' in answer && answer.status === 401;
      const busy = 'status' in answer && answer.status === 429;
      if ('status' in answer && !renew && !busy) return answer;
      if ('failure' in answer && answer.failure === 'not_connected') return answer;
      if (!busy) continue;
      turn += 1;
      const wait_ms = Number('headers' in answer ? (answer.headers['retry-after'] ?? 1) : 1) * 1000;
      const until_ms = answer.received_ms + wait_ms;
      if (!this.#answered({ kind: 'wait', step, turn, until_ms, service: 'quickbooks', purpose }))
        return null;
    }
  }

  #need(effect: Effect): EffectAnswer {
    const answer = this.#answered(effect);
    if (!answer) throw new Stop();
    return answer;
  }

  #answered(effect: Effect): EffectAnswer | null {
    const entry = this.#journal.get(`${effect.step}.${effect.turn}`);
    if (entry && !same(entry.effect, effect)) throw new Diverged();
    if (entry?.answer) return entry.answer;
    const lost = entry && effect.kind === 'send' && effect.write;
    this.#open.push(lost ? { ...effect, lost: true } : effect);
    return null;
  }
}

function requestOf(purpose: string, write: boolean): HttpRequest {
  return {
    service: 'quickbooks',
    account: '9',
    method: write ? 'POST' : 'GET',
    path: `/v3/company/9/${purpose}`,
    body: write ? '{}' : '',
    content_type: write ? 'application/json' : '',
    accept: 'application/json',
  };
}

function same(left: unknown, right: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, field]) => [name, sorted(field)]),
        )
      : value;
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function good<T>(value: T): Answer<T> {
  return { value, issues: [] };
}
