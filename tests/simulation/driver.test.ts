// The driver over a small core: what is journaled when, what goes out again, and what never does.
import 'fake-indexeddb/auto';
import type { RunView } from '@sidebill/web/commands.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectCompany, secrets } from './support/connect.ts';
import { type FakeOperation, fakeCore } from './support/fake-core.ts';
import type { Fate } from './support/life.ts';
import { type Clock, Machine } from './support/machine.ts';
import { CountingService } from './support/service.ts';

const story: FakeOperation = {
  revision: 1,
  perform: (io) => {
    const reads = io.all(['customer', 'item']);
    const at_ms = io.now();
    const choice = io.ask({ kind: 'compose-invoice' });
    const written = io.send('invoice', true);
    return { reads: reads.length, at_ms, choice, written };
  },
};

let machines: Machine[];
let clock: Clock;
let service: CountingService;

function machineWith(operation: FakeOperation, name = crypto.randomUUID()): Machine {
  const machine = new Machine({
    name,
    clock,
    request: (url, init) => (url.includes('oauth2') ? tokens() : service.request(url, init)),
    makeCore: async () => fakeCore({ create_invoice: operation }),
  });
  machines.push(machine);
  return machine;
}

async function tokens(): Promise<Response> {
  return Response.json({ access_token: secrets.access, refresh_token: secrets.refresh, expires_in: 3600 });
}

async function ready(operation: FakeOperation): Promise<Machine> {
  const machine = machineWith(operation);
  await machine.boot();
  await connectCompany(machine);
  return machine;
}

const input = { portal: '1', realm: '9', source: { type: '0-3', id: '7' }, another: false };

async function settled(machine: Machine, run: string): Promise<RunView> {
  const view = await machine.worker?.driver.settled(run);
  if (!view) throw new Error('The run is gone.');
  return view;
}

async function answer(machine: Machine, view: RunView, choice: unknown): Promise<void> {
  const { step = -1, turn = 0 } = view.question ?? {};
  await machine.ask('run.answer', { run: view.run, step, turn, choice });
}

beforeEach(() => {
  machines = [];
  service = new CountingService();
  let now_ms = 1_790_000_000_000;
  clock = {
    now: () => now_ms,
    advance: (ms) => {
      now_ms += ms;
    },
  };
});

afterEach(() => {
  for (const machine of machines) machine.kill();
});

describe('a run', () => {
  test('reads, asks, writes once the person has answered, and reports', async () => {
    const machine = await ready(story);
    const { run } = await machine.start('create_invoice', input);
    const asking = await settled(machine, run);
    expect(asking.state).toBe('asking');
    expect(asking.steps.map((step) => [step.purpose, step.state])).toEqual([
      ['customer', 'done'],
      ['item', 'done'],
    ]);
    expect(service.times('invoice')).toBe(0);
    await answer(machine, asking, 'yes');
    const done = await settled(machine, run);
    expect(done.state).toBe('done');
    expect(done.report).toMatchObject({ reads: 2, choice: 'yes', written: { status: 200 } });
    expect(service.times('invoice')).toBe(1);
  });

  test('is joined by a second start for the same record, and begun anew after its end', async () => {
    const machine = await ready(story);
    const first = await machine.start('create_invoice', input);
    const second = await machine.start('create_invoice', { ...input, another: true });
    const other = await machine.start('create_invoice', { ...input, source: { type: '0-3', id: '8' } });
    expect(second.run).toBe(first.run);
    expect(other.run).not.toBe(first.run);
    await answer(machine, await settled(machine, first.run), 'yes');
    await settled(machine, first.run);
    expect((await machine.start('create_invoice', input)).run).not.toBe(first.run);
  });

  test('takes the first answer to its question only', async () => {
    const machine = await ready(story);
    const asking = await settled(machine, (await machine.start('create_invoice', input)).run);
    await Promise.all([answer(machine, asking, 'first'), answer(machine, asking, 'second')]);
    await answer(machine, asking, 'third');
    expect((await settled(machine, asking.run)).report).toMatchObject({ choice: 'first' });
    expect(service.times('invoice')).toBe(1);
  });

  test('tells everyone who watches, up to its end', async () => {
    const machine = await ready(story);
    const { run } = await machine.start('create_invoice', input);
    const states: string[] = [];
    const stop = machine.worker?.driver.watch(run, (told) =>
      states.push('state' in told ? told.state : 'unread'),
    );
    await answer(machine, await settled(machine, run), 'yes');
    await settled(machine, run);
    stop?.();
    expect(states.at(0)).toBe('going');
    expect(states).toContain('asking');
    expect(states.at(-1)).toBe('done');
  });

  test('sends an expired token away once, and the call again with a new one', async () => {
    const machine = await ready(story);
    service.planned.set('customer', [401]);
    const asking = await settled(machine, (await machine.start('create_invoice', input)).run);
    expect(asking.state).toBe('asking');
    expect(service.times('customer')).toBe(2);
  });

  test('waits as long as a busy service says: short by itself, long by an alarm', async () => {
    const machine = await ready(story);
    service.planned.set('customer', [{ status: 429, headers: { 'retry-after': '2' } }]);
    service.planned.set('item', [{ status: 429, headers: { 'retry-after': '60' } }]);
    const { run } = await machine.start('create_invoice', input);
    const waiting = await settled(machine, run);
    expect(waiting.state).toBe('waiting');
    expect(waiting.steps.find((step) => step.purpose === 'item')?.until_ms).toBeGreaterThan(clock.now());
    expect(service.times('customer')).toBe(2);
    expect(service.times('item')).toBe(1);
    const ringing_ms = clock.now() + 61_000;
    while (clock.now() < ringing_ms && machine.ringNext()) await settled(machine, run);
    expect((await settled(machine, run)).state).toBe('asking');
    expect(service.times('item')).toBe(2);
  });

  test('of an older version that wrote nothing starts afresh; one that wrote is settled', async () => {
    const machine = await ready(story);
    const asking = await settled(machine, (await machine.start('create_invoice', input)).run);
    const newer: FakeOperation = { ...story, revision: 2, settle: () => 'settled' };
    await machine.boot(undefined, async () => fakeCore({ create_invoice: newer }));
    expect((await settled(machine, asking.run)).state).toBe('asking');
    expect(service.times('customer')).toBe(2);

    await machine.boot(stopAt(invoicePost, 1, 'after'), async () => fakeCore({ create_invoice: newer }));
    answer(machine, await settled(machine, asking.run), 'yes');
    await machine.life.ended;
    const newest: FakeOperation = { ...story, revision: 3, settle: () => 'settled' };
    await machine.boot(undefined, async () => fakeCore({ create_invoice: newest }));
    expect((await settled(machine, asking.run)).report).toBe('settled');
    expect(service.times('invoice')).toBe(1);
  });

  test('that would do something else than its journal says writes nothing more', async () => {
    const machine = await ready(story);
    const asking = await settled(machine, (await machine.start('create_invoice', input)).run);
    const different: FakeOperation = { revision: 1, perform: (io) => io.send('something-else', true) };
    await machine.boot(undefined, async () => fakeCore({ create_invoice: different }));
    expect((await settled(machine, asking.run)).state).toBe('diverged');
    expect(service.times('something-else')).toBe(0);
    expect(service.times('invoice')).toBe(0);
  });
});

const invoicePost = 'request POST quickbooks.api.intuit.com';

/** Ends the life at the n-th passing of one gate. */
function stopAt(gate: string, times: number, moment: 'before' | 'during' | 'after'): Fate {
  let passed = 0;
  return (name, when) => {
    if (name !== gate || when !== moment) return false;
    passed += 1;
    return passed === times;
  };
}

/** Plays the story, answering whenever it asks, with one death; true when the death came. */
async function playWithDeath(machine: Machine, fate: Fate): Promise<{ died: boolean; view: RunView }> {
  const person = async () => {
    const { run } = await machine.start('create_invoice', input);
    for (;;) {
      const view = await settled(machine, run);
      if (view.state !== 'asking') return view;
      await answer(machine, view, 'yes');
    }
  };
  await machine.boot(fate);
  const first = await Promise.race([person(), machine.life.ended.then(() => null)]);
  await machine.boot();
  if (first) return { died: false, view: first };
  return { died: true, view: await person() };
}

describe('a worker that dies', () => {
  test('at any gate goes on in the next one to the same end, and what it writes it never repeats by itself', async () => {
    const moments = ['before', 'during', 'after'] as const;
    for (const moment of moments) {
      for (let gate = 1; ; gate += 1) {
        service = new CountingService();
        const machine = await ready(story);
        let passed = 0;
        const { died, view } = await playWithDeath(
          machine,
          (_, when) => when === moment && ++passed === gate,
        );
        const place = `${moment} gate ${gate}`;
        expect(view.state, place).toBe('done');
        expect(view.report, place).toMatchObject({ reads: 2, choice: 'yes', written: { status: 200 } });
        // Two runs in a row only when the first was finished and its end not seen.
        expect(service.times('invoice'), place).toBeLessThanOrEqual(2);
        expect(await machine.store?.journal.unfinished(), place).toEqual([]);
        machine.kill();
        if (!died) break;
      }
    }
  });

  test('between sending and answering leaves an entry without an answer, which counts as lost', async () => {
    const machine = await ready(story);
    const { died } = await playWithDeath(machine, stopAt(invoicePost, 1, 'after'));
    expect(died).toBe(true);
    const runs = await machine.store?.journal.unfinished();
    expect(runs).toEqual([]);
    const entries = await allEntries(machine);
    const writes = entries.filter(({ effect }) => effect.kind === 'send' && effect.write);
    expect(
      writes.map(({ turn, answer }) => [turn, answer && 'failure' in answer ? answer.failure : 200]),
    ).toEqual([
      [0, 'lost'],
      [1, 200],
    ]);
  });
});

async function allEntries(machine: Machine) {
  const text = JSON.parse(await machine.everythingOnDisk()) as [string, unknown[]][];
  const rows = text.find(([store]) => store === 'entries')?.[1] ?? [];
  return rows as {
    turn: number;
    effect: { kind: string; write?: boolean };
    answer?: Record<string, unknown>;
  }[];
}
