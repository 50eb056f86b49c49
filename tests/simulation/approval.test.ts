// Only what a person was shown and approved is written; anything else is asked again.
import 'fake-indexeddb/auto';
import type { Question } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { invoices, writes } from './support/books.ts';
import { codes, deal, reportOf, useStage } from './support/stage.ts';
import { approve, edited, type Person, play } from './support/story.ts';

const stage = useStage();
const { alone, madeSince, wishFor } = stage;
const lineItem = '0-8';

describe('approval', () => {
  test('of a payload that is not the one shown writes nothing and asks again', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    let asked = 0;
    const person: Person = async ({ view }) => {
      asked += 1;
      if (asked > 1) return null;
      return { kind: 'approve', choices: view.choices, approved_hash: 'f'.repeat(64) };
    };
    const view = await play(machine, wishFor(), { person });
    expect(view.state).toBe('asking');
    expect(view.question && codes(view.question.question)).toContain('source-changed');
    expect(writes(stage.office)).toEqual([]);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });

  test('of a deal that was changed meanwhile writes nothing and asks again, then makes what is approved [S2-04]', async () => {
    const machine = await alone();
    const { office } = stage;
    const before = invoices(office);
    let asked = 0;
    const person: Person = async (question) => {
      asked += 1;
      if (asked === 1) rename('Changed in the meantime');
      else {
        expect(codes(question)).toContain('source-changed');
        expect(writes(office)).toEqual([]);
      }
      return approve(question.view);
    };
    const report = reportOf(await play(machine, wishFor(), { person }));
    expect(asked).toBe(2);
    expect(madeSince(before)).toHaveLength(1);
    expect(JSON.stringify(report.document?.lines)).toContain('Changed in the meantime');
    machine.kill();
  });

  test('that fails a check reaches neither service with a write [S2-04]', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    const broken: Partial<Question['view']['choices']>[] = [
      { customer: { kind: 'undecided' } },
      { lines: [] },
      { date: '2026-11-23', due_date: '2026-11-01' },
      { email: 'no address' },
    ];
    for (const change of broken) {
      let asked = 0;
      const person: Person = async ({ basis, view }, at) => {
        asked += 1;
        if (asked > 1) return { kind: 'cancel' };
        const choices = { ...view.choices, ...change };
        const composed = at.core?.compose(basis, choices, { customers: [], items: [] });
        expect(composed?.value?.ready, JSON.stringify(change)).toBe(false);
        return { kind: 'approve', choices, approved_hash: composed?.value?.hash ?? '' };
      };
      expect(reportOf(await play(machine, wishFor(), { person })).outcome).toBe('cancelled');
      expect(asked).toBe(2);
    }
    expect(writes(stage.office)).toEqual([]);
    expect(madeSince(before)).toEqual([]);
    machine.kill();
  });

  test('from two tabs at once: the first answer counts, and one invoice is made', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    const person: Person = async (question, at) => {
      const first = await edited(question, at, { message: 'from the first tab' });
      const second = await edited(question, at, { message: 'from the second tab' });
      const [{ run = '' } = {}] = (await at.ask('run.open', { record: deal })).value ?? [];
      const view = (await at.ask('run.read', { run })).value;
      const { step = -1, turn = 0 } = view?.question ?? {};
      await Promise.all([first, second].map((choice) => at.ask('run.answer', { run, step, turn, choice })));
      return second;
    };
    const report = reportOf(await play(machine, wishFor(), { person }));
    expect(madeSince(before)).toHaveLength(1);
    expect(report.document?.message).toBe('from the first tab');
    machine.kill();
  });
});

/** Gives the deal's first line another name, as a colleague in HubSpot would. */
function rename(name: string): void {
  const { records, associations } = stage.office.sandbox.world.state.hubspot;
  const lines = (associations[`${deal.type}/${deal.id}`] ?? []).filter(
    ({ toTypeId }) => toTypeId === lineItem,
  );
  const line = records[lineItem]?.[lines[0]?.toId ?? ''];
  if (!line) throw new Error('The deal has no line.');
  line.properties['description'] = name;
  line.properties['name'] = name;
}
