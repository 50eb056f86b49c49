// An invoice that a bookkeeper deleted or voided is made anew, exactly once for each time.
import 'fake-indexeddb/auto';
import type { CreateInvoiceReport } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { describe, expect, test } from 'vitest';
import { behindTheBack, booked, invoices, keyOf, propertiesOf } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { expectMirrors, expectReports } from './support/outcome.ts';
import { quiet, type Schedule } from './support/schedule.ts';
import { deal, hour_ms, long_ms, schedules, useExtent, useStage } from './support/stage.ts';

const stage = useStage();
const { advance, alone, madeSince, refreshCard, wishFor } = stage;
const extent = useExtent(stage);

/**
 * Found by a proof: the extension is updated just when QuickBooks has answered with the invoice that is gone. The new
 * revision completes and reports what is there, and makes nothing that nobody asked it for.
 */
const updatedAfterReplay: Schedule = {
  ...quiet,
  deaths: [
    { gate: 162, moment: 'before' },
    { gate: 181, moment: 'after' },
  ],
  mishaps: [{ service: 'intuitToken', call: 2, action: 503 }],
  updated: true,
  uniqueKey: false,
};

/** An update settled the run with nothing but the invoice that is gone; the person reads that nothing was made. */
function foundGone(view: RunView): boolean {
  const { outcome, issues } = view.report as CreateInvoiceReport;
  return outcome === 'cancelled' && issues.some(({ code }) => code === 'run-settled');
}

async function askAgain(machine: Machine): Promise<RunView | undefined> {
  const [view] = await stage.theatre.perform([machine], wishFor(), quiet);
  return view;
}

describe('an invoice that is gone', () => {
  for (const operation of ['delete', 'void'] as const) {
    test(
      `by ${operation} in QuickBooks is made anew exactly once, and the generation rises [B-03]`,
      async () => {
        for (const schedule of [...schedules(extent), updatedAfterReplay]) {
          const place = `${operation} ${JSON.stringify(schedule)}`;
          const machine = await alone(schedule);
          const { office } = stage;
          const before = invoices(office);
          await stage.theatre.perform([machine], wishFor(), quiet);
          const [first = ''] = madeSince(before);
          advance(hour_ms);
          await behindTheBack(office, 'invoice', { Id: first }, operation);
          await refreshCard(machine);
          const existing = invoices(office);
          const [settled] = await stage.theatre.perform([machine], wishFor(), schedule);
          const view = settled && foundGone(settled) ? await askAgain(machine) : settled;
          const made = madeSince(existing);
          expect(made, place).toHaveLength(1);
          const id = made[0] ?? '';
          expectReports(office, view ? [view] : [], id, place);
          expectMirrors(office, id, deal, schedule, place);
          const says = propertiesOf(office, deal);
          expect(says['sidebill_links'], place).toContain(keyOf(office, id));
          if (!schedule.updated) expect(says['sidebill_generation'], place).toBe('1');
          expect(says['sidebill_invoice_number'], place).toBe(booked(office, id).DocNumber);
          machine.kill();
        }
      },
      long_ms,
    );
  }

  test('twice is made anew twice', async () => {
    const machine = await alone();
    const before = invoices(stage.office);
    for (let times = 1; times <= 3; times += 1) {
      await stage.theatre.perform([machine], wishFor(), quiet);
      const made = madeSince(before);
      expect(made, `time ${times}`).toHaveLength(1);
      advance(hour_ms);
      if (times < 3) await behindTheBack(stage.office, 'invoice', { Id: made[0] }, 'delete');
      await refreshCard(machine);
    }
    expect(propertiesOf(stage.office, deal)['sidebill_generation']).toBe('2');
    machine.kill();
  });
});
