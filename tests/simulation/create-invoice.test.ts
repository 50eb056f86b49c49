// Creating an invoice, with everything that can befall it: always exactly one, with all its links.
import { describe, expect, test } from 'vitest';
import { writes } from './support/books.ts';
import { manyOf, proof, singlesOf, useCreations } from './support/creations.ts';
import { onDisk } from './support/disk.ts';
import type { Machine } from './support/machine.ts';
import { fateOf, quiet } from './support/schedule.ts';
import { play } from './support/story.ts';

const creations = useCreations();

describe('creating an invoice', () => {
  test('quietly makes one invoice with one write to QuickBooks and no metered read', async () => {
    const { theatre, wish } = creations;
    await creations.playAndCheck(quiet);
    const machines = await theatre.stage(quiet);
    await theatre.perform(machines, wish, quiet);
    const toQuickBooks = theatre.office.sandbox.world.exchanges
      .filter(({ service }) => service === 'quickbooks')
      .map(({ method }) => method);
    expect(toQuickBooks).toEqual(['POST']);
    for (const machine of machines) machine.kill();
  });

  test('with any single death or mishap makes exactly one invoice with all its links', async () => {
    await creations.playAll(singlesOf(creations.extent));
  }, 7_200_000);

  test('with several of them at once makes exactly one invoice with all its links', async () => {
    const [here] = manyOf(creations.extent);
    await creations.playAll(here);
  }, 7_200_000);

  test('that differs from its journal writes nothing more', async () => {
    const { theatre, wish, extent } = creations;
    let stopped = 0;
    for (let gate = 1; gate <= extent.gates; gate += proof ? 1 : 13) {
      const machine = (await theatre.stage(quiet))[0] as Machine;
      let tampered = 0;
      let written = 0;
      const reborn = async () => {
        tampered = await tamper(machine.name);
        written = writes(theatre.office).length;
      };
      const view = await play(machine, wish, { fates: [fateOf({ gate, moment: 'after' })], reborn });
      expect(view.state, `gate ${gate}`).toBe(tampered > 0 ? 'diverged' : 'done');
      if (tampered > 0) expect(writes(theatre.office), `gate ${gate}`).toHaveLength(written);
      stopped += tampered;
      machine.kill();
    }
    expect(stopped).toBeGreaterThan(3);
  }, 3_600_000);
});

/** Changes the first request in every open journal, as a faulty update would; how many were changed. */
function tamper(name: string): Promise<number> {
  return onDisk(name, async (database) => {
    const runs = (await database.getAll('runs')).filter((row) => row.state === 'open');
    let changed = 0;
    for (const { run } of runs) {
      const entries = await database.getAll('entries', IDBKeyRange.bound([run], [run, []]));
      const first = entries.find((entry) => entry.effect.kind === 'send');
      if (first?.effect.kind !== 'send') continue;
      const request = { ...first.effect.request, path: `${first.effect.request.path}#` };
      await database.put('entries', { ...first, effect: { ...first.effect, request } });
      changed += 1;
    }
    return changed;
  });
}
