// What the journal holds leads to the same end in any order and at any length.
import 'fake-indexeddb/auto';
import type { Core } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { loadTestCore } from '../support/core.ts';
import { invoices } from './support/books.ts';
import { readDisk, writeDisk } from './support/disk.ts';
import { expectDeal, expectReports } from './support/outcome.ts';
import { Dice } from './support/random.ts';
import { fateOf, quiet, type Schedule } from './support/schedule.ts';
import { deal, long_ms, proof, seed, useExtent, useStage } from './support/stage.ts';
import { play } from './support/story.ts';

const stage = useStage();
const { alone, madeSince, wishFor } = stage;
const extent = useExtent(stage);

describe('the journal', () => {
  test('in any order of its entries leads to the same end', async () => {
    const dice = new Dice(seed);
    for (let times = 0; times < 6; times += 1) {
      const shuffled = async () => shufflingCore(await loadTestCore(), dice);
      const first = await alone();
      const machine = stage.office.colleague(crypto.randomUUID(), shuffled);
      await writeDisk(machine.name, await readDisk(first.name));
      const before = invoices(stage.office);
      const fates = [fateOf({ gate: 1 + dice.below(extent.gates), moment: 'after' })];
      const view = await play(machine, wishFor(), { fates });
      expect(madeSince(before)).toHaveLength(1);
      expectReports(stage.office, [view], madeSince(before)[0] ?? '', 'shuffled');
      machine.kill();
    }
  }, 60_000);

  test(
    'of any length, found by an updated extension, ends in one invoice or a fresh start',
    async () => {
      for (let gate = 1; gate <= extent.gates; gate += proof ? 1 : 17) {
        const schedule: Schedule = { ...quiet, deaths: [{ gate, moment: 'after' }], updated: true };
        const machine = await alone(schedule);
        const before = invoices(stage.office);
        const [view] = await stage.theatre.perform([machine], wishFor(), schedule);
        const made = madeSince(before);
        expect(made, `gate ${gate}`).toHaveLength(1);
        expectReports(stage.office, view ? [view] : [], made[0] ?? '', `gate ${gate}`);
        expectDeal(stage.office, deal, made, [], `gate ${gate}`);
        machine.kill();
      }
    },
    long_ms,
  );
});

function shufflingCore(core: Core, dice: Dice): Core {
  return {
    ...core,
    resume: (header, entries) =>
      core.resume(
        header,
        [...entries].sort(() => dice.next() - 0.5),
      ),
  };
}
