// HubSpot gives the links of a record in pages: none is left out without a word.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Machine } from './support/machine.ts';
import { quiet } from './support/schedule.ts';
import { type Person, play } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const source = { type: '0-3', id: '31000000001' };

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open(20261122);
}, 60_000);
afterAll(() => theatre.close());

async function machineWithPagesOf(size: number): Promise<Machine> {
  const [machine] = await theatre.stage({ ...quiet, colleague: false });
  theatre.office.sandbox.world.state.switches.associationPageSize = size;
  return machine as Machine;
}

/** Opens the composer, looks at its lines, and leaves. */
async function linesAndEnd(machine: Machine) {
  const { portal, realm } = theatre.office;
  let names: string[] | null = null;
  const person: Person = async ({ view }) => {
    names = view.choices.lines.map(({ source_id }) => source_id);
    return { kind: 'cancel' };
  };
  const wish = {
    operation: 'create_invoice' as const,
    input: { portal, realm, source, another: false },
  };
  const view = await play(machine, wish, { person });
  machine.kill();
  return { names: names as string[] | null, view };
}

describe('a deal whose lines come in pages', () => {
  test('is invoiced when one page holds them all', async () => {
    const { names } = await linesAndEnd(await machineWithPagesOf(500));
    expect(names?.length).toBeGreaterThan(2);
  }, 30_000);

  test('is not begun with some of its lines: it says that there are too many', async () => {
    const { names, view } = await linesAndEnd(await machineWithPagesOf(2));
    expect(names).toBeNull();
    expect(view.state).toBe('failed');
    expect(view.issues.map(({ code }) => code)).toContain('lines-too-many');
  }, 30_000);
});
