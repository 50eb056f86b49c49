// Reading one invoice again: HubSpot is brought up to date once, and a second time nothing changes there.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { behindTheBack, booked, invoices, keyOf, propertiesOf, writes } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { quiet } from './support/schedule.ts';
import { play, type Wish } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const hour_ms = 3_600_000;
const deal = { type: '0-3', id: '31000000001' };

let theatre: Theatre;

beforeAll(async () => {
  theatre = await Theatre.open(20261122);
}, 60_000);

afterAll(() => theatre.close());

/** Plays a wish to its end; the writes that it sent. */
async function written(machine: Machine, wish: Wish): Promise<string[]> {
  const { length } = theatre.office.sandbox.world.exchanges;
  const view = await play(machine, wish);
  expect(view.state, JSON.stringify(view.issues)).toBe('done');
  return writes(theatre.office, length);
}

/** What all records of these types say, without the time at which they were written last. */
function said(...types: string[]): unknown {
  const { records } = theatre.office.sandbox.world.state.hubspot;
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
    const [machine] = await theatre.stage({ ...quiet, colleague: false, uniqueKey });
    if (!machine) throw new Error('Nobody is there.');
    const { office } = theatre;
    const { portal, realm } = office;
    const before = invoices(office);
    const create = { portal, realm, source: deal, another: false };
    await written(machine, { operation: 'create_invoice', input: create });
    const [id = ''] = invoices(office).filter((one) => !before.includes(one));
    const { CustomerRef, TotalAmt } = booked(office, id);
    const Line = [{ Amount: TotalAmt, LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] }];
    await behindTheBack(office, 'payment', { CustomerRef, TotalAmt, Line });

    const refresh: Wish = { operation: 'refresh_invoice', input: { portal, key: keyOf(office, id) } };
    expect(await written(machine, refresh)).not.toEqual([]);
    expect(propertiesOf(office, deal)['sidebill_open']).toBe('0.00');
    const after = said('0-3', '0-53');
    for (const wait_ms of [0, hour_ms]) {
      office.sandbox.world.advance(wait_ms);
      const sent = await written(machine, refresh);
      expect(said('0-3', '0-53')).toEqual(after);
      // HubSpot's invoice is told again what it says already; the deal, which people see change, is left alone.
      expect(sent.filter((write) => !write.includes('/0-53'))).toEqual([]);
      expect(sent.length).toBeLessThanOrEqual(1);
    }
    machine.kill();
  }, 30_000);
}
