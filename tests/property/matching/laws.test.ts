// Laws of comparing two records, whatever they hold: which of them comes first does not count, and what they have in common
// never speaks against them.
import { ListMatcher, type ListModule, type RecordKind, type Role } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { generatedNames } from '../../bench/matching/names.ts';
import { misspelled } from '../../bench/matching/questions.ts';
import { loadTestModule } from '../../support/module.ts';
import { Random } from '../random.ts';

const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261123);
const count = Number(process.env['SIDEBILL_LAWS'] ?? 4000);

type Row = string[];
interface Compared {
  score: number;
  evidence: string[];
}

const module = (await loadTestModule()) as unknown as ListModule;

/** Each row with the one beside it; the texts of others count as they would in a long list. */
function compared(kind: RecordKind, roles: Role[], left: Row[], right: Row[]): Map<number, Compared> {
  const matcher = new ListMatcher(module, kind);
  matcher.add('left', roles, left);
  matcher.add('right', roles, right);
  const pairs = matcher.compareRows({ oneToOne: false });
  const evidence = matcher.evidence(0, pairs);
  const found = new Map(
    matcher
      .pairs(0, pairs)
      .map(({ left, score }, at) => [left, { score, evidence: (evidence[at] ?? '').split('; ') }] as const),
  );
  matcher.end();
  return found;
}

const random = new Random(seed);
const maybe = (text: string) => (random.chance(75) ? text : '');

function customer(name: string): [Row, Row] {
  const words = name
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ');
  const mailbox = random.pick([
    words[0] ?? 'info',
    `${words[0]}.${words[1] ?? 'x'}`,
    'info',
    'jon.andersson',
  ]);
  const email = () =>
    `${mailbox}@${random.pick(['acme.example', 'gmail.com', `${words.at(-1) || 'mail'}.example`])}`;
  const street = `${1 + random.below(90)} ${random.pick(['Harbour Road', 'Mill Lane', 'Storgatan'])}`;
  const phone = `+46 8 555 0${random.below(30)}`;
  const row = (name: string): Row => [
    name,
    maybe(email()),
    maybe(random.chance(60) ? phone : '+46 31 11 22 33'),
    maybe(random.chance(60) ? street : '5 Other Street'),
    maybe(random.pick(['Malmö', 'Malmo', 'Lund'])),
    maybe(random.pick(['21120', '21121', '22222'])),
    maybe(random.pick(['Sweden', 'SE', 'Norway'])),
    maybe(`www.${words.at(-1) || 'site'}.example`),
  ];
  return [
    row(name),
    row(random.chance(70) ? misspelled(name, random) : (names[random.below(names.length)] ?? name)),
  ];
}

function item(name: string, number: number): [Row, Row] {
  const text = () =>
    `${name} ${random.pick(['120 cm', '90 cm', '500 ml', ''])} ${random.pick(['black', 'red', ''])}`;
  const row = (text: string): Row => [
    text,
    maybe(random.pick([`SKU-${number}`, `SKU${number}`, `K${number}-B`])),
    maybe(`${random.chance(70) ? (number % 97) + 1 : 55}.50`),
    maybe(`${text} with ${random.pick(['oak legs', 'steel legs'])}`),
  ];
  return [row(text()), row(random.chance(70) ? misspelled(text(), random) : text())];
}

const names = generatedNames(count);
const kinds: [RecordKind, Role[], (name: string, number: number) => [Row, Row]][] = [
  ['customers', ['name', 'email', 'phone', 'address', 'city', 'postcode', 'country', 'website'], customer],
  ['items', ['name', 'sku', 'price', 'description'], item],
];

const sorted = (words: string) => words.split(' ').sort().join(' ');

/** "email same 669: a | b" with both values changed over, where wanted. A bag of words has no order that says anything. */
function said(evidence: string, isTurned: boolean): string {
  const [, what, left = '', right = ''] = /^([^:]*: )(.*) \| (.*)$/s.exec(evidence) ?? [];
  if (what === undefined) return evidence;
  const values = [sorted(left), sorted(right)];
  return what + (isTurned ? values.reverse() : values).join(' | ');
}

describe.each(kinds)('comparing %s', (kind, roles, make) => {
  const both = names.map(make);
  const left = both.map(([row]) => row);
  const right = both.map(([, row]) => row);
  const here = compared(kind, roles, left, right);

  test('gives the same score and the mirrored evidence when the sides change over', () => {
    const there = compared(kind, roles, right, left);
    expect(here.size).toBeGreaterThan(count / 4);
    expect([...there.keys()].sort()).toEqual([...here.keys()].sort());
    for (const [at, { score, evidence }] of here) {
      const about = `seed ${seed}: ${JSON.stringify(both[at])}`;
      expect(there.get(at)?.score, about).toBe(score);
      const mirrored = there.get(at)?.evidence.map((one) => said(one, true));
      expect(mirrored?.sort(), about).toEqual(evidence.map((one) => said(one, false)).sort());
    }
  });

  test.each(roles.map((role, at) => [role, at] as const))(
    'scores no higher without a %s that both have',
    (_, at) => {
      const same = both.flatMap(([left, right]) => {
        const value = left[at] || right[at];
        return value ? [[left.with(at, value), right.with(at, value)] as const] : [];
      });
      // All in one list, so that every word and value is as common for the one as for the other.
      const lefts = same.map(([left]) => left);
      const rights = same.map(([, right]) => right);
      const all = compared(
        kind,
        roles,
        [...lefts, ...lefts.map((row) => row.with(at, ''))],
        [...rights, ...rights],
      );
      let looked = 0;
      for (const pair of same.keys()) {
        const without = all.get(pair + same.length);
        if (!without) continue;
        looked += 1;
        const score = all.get(pair)?.score;
        const about = `seed ${seed}: ${JSON.stringify(same[pair])}, with: ${all.get(pair)?.evidence.join('; ')}, without: ${without.evidence.join('; ')}`;
        expect(score, about).toBeGreaterThanOrEqual(without.score);
      }
      expect(looked).toBeGreaterThan(count / 10);
    },
  );
});
