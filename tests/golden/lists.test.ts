// Lists matched by the native core and by WebAssembly: the same pairs, the same scores, the same evidence.
import { spawnSync } from 'node:child_process';
import { ListMatcher, type ListModule, type RecordKind, type Role } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { generatedNames } from '../bench/matching/names.ts';
import { misspelled } from '../bench/matching/questions.ts';
import { Random } from '../property/random.ts';
import { loadTestModule } from '../support/module.ts';

type Rows = string[][];

function printed(matcher: ListMatcher, count: number): string[] {
  const evidence = matcher.evidence(0, count);
  return matcher
    .pairs(0, count)
    .map(({ left, right, score, outcome }, at) =>
      [left, right, score, outcome === 'link' ? 1 : 0, evidence[at]].join(' '),
    );
}

async function byWasm(kind: RecordKind, roles: Role[], left: Rows, right: Rows): Promise<string[]> {
  const matcher = new ListMatcher((await loadTestModule()) as unknown as ListModule, kind);
  matcher.add('left', roles, left);
  matcher.add('right', roles, right);
  const found = [
    ...printed(matcher, matcher.match({ oneToOne: true })),
    ...printed(matcher, matcher.findDuplicates()),
  ];
  matcher.end();
  return found;
}

function byNative(kind: RecordKind, roles: Role[], left: Rows, right: Rows): string[] {
  const textOf = (rows: Rows) => rows.map((row) => `${row.join('\x1f')}\x1e`).join('');
  const { stdout, status } = spawnSync('build/native/tests/match_lists', [kind, roles.join(',')], {
    input: `${textOf(left)}\x1d${textOf(right)}`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(status).toBe(0);
  return stdout.split('\n').slice(0, -1);
}

const random = new Random(5);
const maybe = (text: string) => (random.chance(70) ? text : '');

/** A customer of this name, and how somebody else has written the same one. */
function customer(name: string, number: number): [string[], string[]] {
  const [first = '', last = ''] = name
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ');
  const email = `${first}.${last}@${last || 'mail'}.example`;
  const street = `${1 + random.below(90)} Harbour Road`;
  const phone = `+46 8 555 01${String(number % 100).padStart(2, '0')}`;
  const row = (name: string) => [name, maybe(email), maybe(phone), maybe(street), maybe('Malmö')];
  return [row(name), row(misspelled(name, random))];
}

function item(name: string, number: number): [string[], string[]] {
  const size = random.pick(['120 cm', '90 cm', '500 ml', '']);
  const colour = random.pick(['black', 'red', '']);
  const text = `${name} ${size} ${colour}`;
  const row = (text: string) => [text, maybe(`SKU-${number}`), maybe(`${(number % 97) + 1}.50`)];
  return [row(text), row(misspelled(text, random))];
}

const kinds: [RecordKind, Role[], (name: string, number: number) => [string[], string[]]][] = [
  ['customers', ['name', 'email', 'phone', 'address', 'city'], customer],
  ['items', ['name', 'sku', 'price'], item],
];

describe('lists in both builds', () => {
  test.each(kinds)('%s', async (kind, roles, make) => {
    const both = generatedNames(800).map(make);
    const left = both.map(([one]) => one);
    const right = both.map(([, other]) => other);
    const found = await byWasm(kind, roles, left, right);
    expect(found.length).toBeGreaterThan(700);
    expect(found).toEqual(byNative(kind, roles, left, right));
  });
});
