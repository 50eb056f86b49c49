// Reading one invoice again: HubSpot is brought up to date once, and a second time nothing changes there.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { behindTheBack, booked, invoices, keyOf, propertiesOf, writes } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { deal, hour_ms, useStage } from './support/stage.ts';
import { play, type Wish } from './support/story.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;

/** Plays a wish to its end; the writes that it sent. */
async function written(machine: Machine, wish: Wish): Promise<string[]> {
  const { length } = stage.office.sandbox.world.exchanges;
  const view = await play(machine, wish);
  expect(view.state, JSON.stringify(view.issues)).toBe('done');
  return writes(stage.office, length);
}

/** What all records of these types say, without the time at which they were written last. */
function said(...types: string[]): unknown {
  const { records } = stage.office.sandbox.world.state.hubspot;
  return structuredClone(
    types.map((type) =>
      Object.values(records[type] ?? {}).map(({ id, archivedAtMs, properties }) => {
        const { hs_lastmodifieddate: _, ...rest } = properties;
        return { id, archivedAtMs, rest };
      }),
    ),
  );
}

for (const uniqueKey of [true, false]) {
  test(`a second refresh changes nothing, ${uniqueKey ? 'with' : 'without'} a unique key`, async () => {
    const machine = await alone({ uniqueKey });
    const { office } = stage;
    const before = invoices(office);
    await written(machine, wishFor());
    const [id = ''] = madeSince(before);
    const { CustomerRef, TotalAmt } = booked(office, id);
    const Line = [{ Amount: TotalAmt, LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] }];
    await behindTheBack(office, 'payment', { CustomerRef, TotalAmt, Line });

    const refresh: Wish = {
      operation: 'refresh_invoice',
      input: { portal: office.portal, key: keyOf(office, id) },
    };
    expect(await written(machine, refresh)).not.toEqual([]);
    expect(propertiesOf(office, deal)['sidebill_open']).toBe('0.00');
    const after = said('0-3', '0-53');
    for (const wait_ms of [0, hour_ms]) {
      advance(wait_ms);
      const sent = await written(machine, refresh);
      expect(said('0-3', '0-53')).toEqual(after);
      // HubSpot's invoice is told again what it says already; the deal, which people see change, is left alone.
      expect(sent.filter((write) => !write.includes('/0-53'))).toEqual([]);
      expect(sent.length).toBeLessThanOrEqual(1);
    }
    machine.kill();
  }, 30_000);
}
