import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareProperties, readCoreProperties, readPropertyPage } from './checks/hubspot-properties.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const header = () => read('core/hubspot/properties.h');
const core = () => readCoreProperties(header(), read('core/hubspot/properties.cpp'));

describe('docs/hubspot-properties.md', () => {
  test('says of each property what HubSpot is told', () => {
    const { rows, problems } = readPropertyPage(read('docs/hubspot-properties.md'));
    expect(problems).toEqual([]);
    expect(compareProperties(core(), rows)).toEqual([]);
  });

  test('the list that it is compared with has every property of the core', () => {
    const constants = [...header().matchAll(/= "(sidebill_\w+)"/g)].map((match) => match[1] ?? '');
    expect(constants.length).toBeGreaterThan(10);
    expect([...new Set(core().map(({ name }) => name))].sort()).toEqual(constants.sort());
    expect(core().filter(({ object }) => object === 'contact')).toHaveLength(2);
    expect(core().filter(({ type }) => type.endsWith('unique'))).toHaveLength(2);
  });

  test('a property that is missing, unknown, doubled or described otherwise is caught', () => {
    const row = {
      object: 'deal',
      name: 'sidebill_open',
      label: 'Open',
      type: 'number, number',
      meaning: 'Rest.',
    };
    const other = { ...row, meaning: 'Sum.' };
    expect(compareProperties([row], [row])).toEqual([]);
    expect(compareProperties([row], [])).toEqual([
      'the page lacks deal: sidebill_open | Open | number, number | Rest.',
    ]);
    expect(compareProperties([row], [other])).toHaveLength(2);
    expect(compareProperties([row], [row, row])).toHaveLength(1);
    expect(readPropertyPage('| `sidebill_open` | Open | number |').problems).toHaveLength(1);
  });
});
