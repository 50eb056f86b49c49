// The seeded portal: sixty deals, and landmarks that keep their promise for every seed.
import { createSandbox } from '@sidebill/sandbox';
import { expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import type { HubSpotRecord } from '../../sandbox/src/hubspot/state.ts';

test.each([1, 7, 12345])(
  'seed %i: every landmark deal is there, and the plain one is known to QuickBooks',
  async (seed) => {
    const sandbox = await createSandbox({ seed });
    const { hubspot, intuit } = sandbox.world.state;
    const deals = hubspot.records['0-3'] ?? {};
    expect(Object.keys(deals)).toHaveLength(60);
    for (const mark of landmarks.landmarks) expect(deals[mark.id]?.properties.dealname).toBe(mark.name);
    const linked = (id: string, typeId: string): HubSpotRecord[] =>
      (hubspot.associations[`0-3/${id}`] ?? [])
        .filter((link) => link.toTypeId === typeId)
        .flatMap((link) => hubspot.records[typeId]?.[link.toId] ?? []);
    const [company] = linked(landmarks.plainDeal.id, '0-2');
    const [contact] = linked(landmarks.plainDeal.id, '0-1');
    const [books] = Object.values(intuit.companies);
    const customers = Object.values(books?.tables.Customer ?? {}).filter(
      (row) => row.DisplayName === company?.properties.name,
    );
    expect(customers.map((row) => row.PrimaryEmailAddr)).toEqual([{ Address: contact?.properties.email }]);
    for (const line of linked(landmarks.plainDeal.id, '0-8')) {
      const items = Object.values(books?.tables.Item ?? {}).filter(
        (row) => row.Sku === line.properties.hs_sku,
      );
      expect(items).toHaveLength(1);
    }
    expect(linked(landmarks.noContactDeal.id, '0-1')).toEqual([]);
    expect(linked(landmarks.noCompanyDeal.id, '0-2')).toEqual([]);
    expect(linked(landmarks.noLinesDeal.id, '0-8')).toEqual([]);
    expect(linked(landmarks.severalContactsDeal.id, '0-1').length).toBeGreaterThan(1);
    await sandbox.close();
  },
);

test('a seeded world is the same each time, apart from the clock', async () => {
  const make = async () => {
    const sandbox = await createSandbox({ seed: 5, fakeClock: 1_795_000_000_000 });
    const state = JSON.stringify(sandbox.world.state.hubspot);
    await sandbox.close();
    return state;
  };
  expect(await make()).toBe(await make());
});
