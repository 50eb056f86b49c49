// Estimates and sales receipts, whatever befalls their making: always exactly one, and the deal knows it.
import 'fake-indexeddb/auto';
import type { CreateInvoiceReport } from '@sidebill/core';
import { expect, test } from 'vitest';
import { propertiesOf } from './support/books.ts';
import { beforeInvoice, lostAnswer } from './support/roads.ts';
import { quiet } from './support/schedule.ts';
import { deal, long_ms, proof, reportOf, schedules, useExtent, useStage } from './support/stage.ts';
import { insisting, play, type Wish } from './support/story.ts';

const stage = useStage();
const extent = useExtent(stage);

const forms = [
  { operation: 'create_estimate', kind: 'Estimate' },
  { operation: 'create_sales_receipt', kind: 'SalesReceipt' },
] as const;

const idsOf = (kind: string): string[] => {
  const { sandbox, realm } = stage.office;
  return Object.keys(sandbox.world.state.intuit.companies[realm]?.tables[kind] ?? {});
};

const wishFor = (operation: Wish['operation'], another = false): Wish => ({
  operation,
  input: { portal: stage.office.portal, realm: stage.office.realm, source: deal, another },
});

const linksOf = (): string => propertiesOf(stage.office, deal)['sidebill_links'] ?? '';

test.each(forms)(
  '$kind: with several mishaps there is exactly one, and the deal has its link',
  async ({ operation, kind }) => {
    for (const befallen of schedules(extent).slice(0, proof ? undefined : 4)) {
      const place = JSON.stringify(befallen);
      const machine = await stage.alone(befallen);
      const before = idsOf(kind);
      await stage.theatre.perform([machine], wishFor(operation), { ...befallen, updated: false });
      const made = idsOf(kind).filter((id) => !before.includes(id));
      expect(made, place).toHaveLength(1);
      expect(linksOf(), place).toContain(`${stage.office.realm}:${kind}:${made[0]}`);
      machine.kill();
    }
  },
  long_ms,
);

test.each(forms)(
  '$kind: an answer that is lost brings back the one that was made; a further one is asked for',
  async ({ operation, kind }) => {
    const machine = await stage.alone(quiet);
    const before = idsOf(kind).length;
    stage.office.road = lostAnswer(3);
    const first = reportOf(await play(machine, wishFor(operation))) as CreateInvoiceReport;
    expect(idsOf(kind)).toHaveLength(before + 1);
    const second = reportOf(await play(machine, wishFor(operation, true), { person: insisting }));
    expect(second.outcome).toBe('created');
    expect(second.document?.key).not.toBe(first.document?.key);
    expect(idsOf(kind)).toHaveLength(before + 2);
    expect(linksOf().split(';')).toHaveLength(2);
  },
);

test(
  'an estimate is closed by the invoice that follows it, however often the worker dies over it',
  async () => {
    for (const befallen of schedules(extent).slice(0, proof ? undefined : 4)) {
      const place = JSON.stringify(befallen);
      const machine = await stage.alone(befallen);
      const report = reportOf(await play(machine, wishFor('create_estimate')));
      const [, , estimate = ''] = report.document?.key.split(':') ?? [];
      const before = idsOf('Invoice');
      await stage.theatre.perform([machine], stage.wishFor(), { ...befallen, updated: false });
      const made = idsOf('Invoice').filter((id) => !before.includes(id));
      expect(made, place).toHaveLength(1);
      const { sandbox, realm } = stage.office;
      expect(
        sandbox.world.state.intuit.companies[realm]?.tables['Estimate']?.[estimate],
        place,
      ).toMatchObject({
        TxnStatus: 'Closed',
        LinkedTxn: [{ TxnId: made[0], TxnType: 'Invoice' }],
      });
      machine.kill();
    }
  },
  long_ms,
);

test('an estimate that somebody closed meanwhile is told of, and the invoice stands', async () => {
  const machine = await stage.alone(quiet);
  const report = reportOf(await play(machine, wishFor('create_estimate')));
  const [, , estimate = ''] = report.document?.key.split(':') ?? [];
  const { sandbox, realm } = stage.office;
  const row = sandbox.world.state.intuit.companies[realm]?.tables['Estimate']?.[estimate];
  stage.office.road = beforeInvoice(async () => {
    Object.assign(row ?? {}, { TxnStatus: 'Rejected' });
  });
  const invoiced = reportOf(await play(machine, stage.wishFor()));
  expect(invoiced.outcome).toBe('created');
  expect(invoiced.issues.map(({ code }) => code)).toContain('estimate-not-closed');
});
