// A company that numbers its documents by hand: the next number, none twice, and none that was used before.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { behindTheBack, booked, invoices } from './support/books.ts';
import { expectReports } from './support/outcome.ts';
import { beforeInvoice, makesInvoice } from './support/roads.ts';
import { quiet } from './support/schedule.ts';
import { codes, long_ms, proof, reportOf, schedules, useExtent, useStage } from './support/stage.ts';
import { agreeable, approve, type Person, play } from './support/story.ts';

const stage = useStage();
const { alone, madeSince, wishFor } = stage;
const extent = useExtent(stage);

const numbers = (): string[] => invoices(stage.office).map((id) => booked(stage.office, id).DocNumber);
const counted = (number: string): number => numbers().filter((one) => one === number).length;

/** The number after the highest one that the books have. */
function next(): string {
  return String(Math.max(...numbers().map((number) => Number(number) || 0)) + 1);
}

/** A colleague makes an invoice with this number, at QuickBooks itself. */
async function colleagueTakes(DocNumber: string): Promise<void> {
  const { CustomerRef, Line } = booked(stage.office, invoices(stage.office)[0] ?? '') as never as {
    CustomerRef: unknown;
    Line: Array<{ DetailType: string }>;
  };
  const lines = Line.filter(({ DetailType }) => DetailType === 'SalesItemLineDetail').slice(0, 1);
  await behindTheBack(stage.office, 'invoice', { CustomerRef, Line: lines, DocNumber });
}

describe('where documents are numbered by hand', () => {
  test(
    '[S0-22] an invoice gets the next number, whatever befalls its making',
    async () => {
      for (const befallen of schedules(extent).slice(0, proof ? undefined : 4)) {
        const machine = await alone(befallen);
        await stage.numberByHand(machine);
        const before = invoices(stage.office);
        const expected = next();
        const [view] = await stage.theatre.perform([machine], wishFor(), { ...befallen, updated: false });
        const made = madeSince(before);
        expect(made, JSON.stringify(befallen)).toHaveLength(1);
        expect(booked(stage.office, made[0] ?? '').DocNumber).toBe(expected);
        expectReports(stage.office, view ? [view] : [], made[0] ?? '', JSON.stringify(befallen));
        machine.kill();
      }
    },
    long_ms,
  );

  test('a number that is taken while it is approved is refused by QuickBooks, and the next one is asked for', async () => {
    const machine = await alone();
    await stage.numberByHand(machine);
    const before = invoices(stage.office);
    const taken = next();
    stage.office.road = beforeInvoice(() => colleagueTakes(taken));
    const asked: string[][] = [];
    const person: Person = async (question, at) => {
      asked.push([
        question.view.choices.number,
        ...codes(question).filter((code) => code.startsWith('number')),
      ]);
      return agreeable(question, at);
    };
    const view = await play(machine, wishFor(), { person });
    const following = String(Number(taken) + 1);
    expect(asked).toEqual([[taken], [following, 'number-duplicate']]);
    expect(reportOf(view).document?.number).toBe(following);
    expect(madeSince(before)).toHaveLength(2);
    expect([counted(taken), counted(following)]).toEqual([1, 1]);
  });

  test(
    'where QuickBooks does not refuse it, the later invoice gets the next number and says so',
    async () => {
      for (const befallen of schedules(extent).slice(0, proof ? undefined : 4)) {
        const place = JSON.stringify(befallen);
        const machine = await alone({ ...quiet, uniqueKey: befallen.uniqueKey });
        await stage.numberByHand(machine, false);
        const before = invoices(stage.office);
        const taken = next();
        stage.office.road = beforeInvoice(() => colleagueTakes(taken));
        const schedule = { ...befallen, updated: false };
        const [view] = await stage.theatre.perform([machine], wishFor(), schedule);
        expect(madeSince(before), place).toHaveLength(2);
        expect(counted(taken), place).toBe(1);
        if (view) {
          const report = reportOf(view);
          expect(report.document?.number, place).toBe(String(Number(taken) + 1));
          expect(
            report.issues.map(({ code }) => code),
            place,
          ).toContain('number-changed');
          expect(
            report.issues.map(({ code }) => code),
            place,
          ).not.toContain('document-differs');
        }
        machine.kill();
      }
    },
    long_ms,
  );

  test('where a colleague took it a moment later, theirs is the later one: it is told, and ours stays', async () => {
    const machine = await alone();
    await stage.numberByHand(machine, false);
    const taken = next();
    let done = false;
    stage.office.road = async (url, init, go) => {
      const answer = await go();
      if (!done && makesInvoice(url, init)) {
        done = true;
        await colleagueTakes(taken);
      }
      return answer;
    };
    const report = reportOf(await play(machine, wishFor()));
    expect(report.document?.number).toBe(taken);
    expect(report.issues.map(({ code }) => code)).toContain('number-shared');
  });

  test('the number of an invoice that was deleted does not come back', async () => {
    const machine = await alone();
    await stage.numberByHand(machine);
    const first = reportOf(await play(machine, wishFor())).document;
    const { Id, SyncToken } = booked(stage.office, first?.key.split(':')[2] ?? '') as never as {
      Id: string;
      SyncToken: string;
    };
    await behindTheBack(stage.office, 'invoice', { Id, SyncToken }, 'delete');
    await stage.refreshCard(machine);
    const second = reportOf(await play(machine, wishFor())).document;
    expect(Number(second?.number)).toBe(Number(first?.number) + 1);
  });

  test('a number that was typed and is taken is told before anything is sent', async () => {
    const machine = await alone();
    await stage.numberByHand(machine);
    const before = invoices(stage.office);
    const taken = String(Number(next()) - 1);
    const asked: string[][] = [];
    const person: Person = async (question) => {
      asked.push(codes(question).filter((code) => code.startsWith('number')));
      if (asked.length > 1) return { kind: 'cancel' };
      return { ...approve(question.view), choices: { ...question.view.choices, number: taken } } as never;
    };
    await play(machine, wishFor(), { person });
    expect(asked).toEqual([[], ['number-duplicate']]);
    expect(madeSince(before)).toHaveLength(0);
  });
});
