// The laws of the name planner over random books, and what it plans for the books of the sandbox.
//
//   SIDEBILL_NAMES_SEED  the printed seed of a run to repeat
import { env } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { looseKey } from '../sandbox/src/intuit/entities/display-names.ts';
import {
  type Buyer,
  faultsOfName,
  type Plan,
  type PlannedCustomer,
  type Policy,
  policies,
  randomBooks,
  randomBuyer,
  type Taken,
} from './buyers.ts';
import { LineProgram } from './program.ts';
import { Random } from './random.ts';

const seed = Number(env['SIDEBILL_NAMES_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const worlds = 150;
const buyersEach = 12;
const realm = '1001';

const program = new LineProgram(`${env['SIDEBILL_NATIVE'] ?? 'build/native'}/tests/plan_names`);
afterAll(() => program.end());

interface Question {
  op: 'plan' | 'plan-contacts';
  buyer: Buyer;
  policy: Policy;
  latin1: boolean;
}

interface World {
  books: Taken[];
  questions: Question[];
}

function randomWorld(random: Random): World {
  const latin1 = random.chance(50);
  const questions = Array.from({ length: buyersEach }, (_, index) => ({
    op: random.pick(['plan', 'plan-contacts'] as const),
    buyer: randomBuyer(random, index + 1, 4),
    policy: random.pick(policies),
    latin1,
  }));
  return { books: randomBooks(random, random.pick([0, 10, 60, 200])), questions };
}

async function answers(books: Taken[], questions: Question[]): Promise<string[]> {
  const lines = [
    { op: 'forget' },
    { op: 'take', names: books },
    ...questions.map((asked) => ({ ...asked, realm })),
  ];
  return (await program.ask(lines.map((line) => JSON.stringify(line)))).slice(2);
}

const plansOf = (answer: string): Plan[] => [JSON.parse(answer) as Plan | Plan[]].flat();
const made = (plans: Plan[]): PlannedCustomer[] =>
  plans.flatMap((plan) => [plan.parent, plan.customer]).filter((planned) => planned !== null);
const shuffled = <T>(random: Random, values: readonly T[]): T[] =>
  values
    .map((value) => ({ value, place: random.below(2 ** 30) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);

async function eachWorld(
  check: (world: World, random: Random, about: string) => Promise<void>,
): Promise<void> {
  for (let number = 0; number < worlds; number += 1) {
    const random = new Random(seed + number);
    await check(randomWorld(random), random, `SIDEBILL_NAMES_SEED=${seed}, world ${number}`);
  }
}

describe('planned names', () => {
  it('are names that QuickBooks takes, and nobody has, however loosely it compares', async () => {
    console.log(`planned names: ${worlds} worlds, seed ${seed}`);
    let planned = 0;
    let collided = 0;
    await eachWorld(async ({ books, questions }, _, about) => {
      const taken = new Set(books.map((row) => looseKey(row.display_name)));
      for (const [index, answer] of (await answers(books, questions)).entries()) {
        for (const customer of made(plansOf(answer))) {
          const name = customer.display_name;
          expect(faultsOfName(name, questions[index]!.latin1), `${about}: ${name}`).toEqual([]);
          expect(taken.has(looseKey(name)), `${about}: ${name}`).toBe(false);
          planned += 1;
          if (customer.avoided.some(({ why }) => why.startsWith('taken'))) collided += 1;
        }
      }
    });
    expect(planned).toBeGreaterThan(1000);
    expect(collided).toBeGreaterThan(300);
  });

  it('are the same whatever was asked before, and in whatever order the books were read', async () => {
    await eachWorld(async ({ books, questions }, random, about) => {
      const first = await answers(books, questions);
      const again = await answers(shuffled(random, books), [...questions].reverse());
      expect(again.reverse(), about).toEqual(first);
    });
  });

  it('tell truly who has each name that was passed over', async () => {
    await eachWorld(async ({ books, questions }, _, about) => {
      const holders = new Map(books.map((row) => [`${row.id} ${row.display_name}`, row]));
      const words = {
        Customer: 'taken-by-customer',
        Vendor: 'taken-by-vendor',
        Employee: 'taken-by-employee',
      };
      for (const answer of await answers(books, questions)) {
        for (const { name, why, id, holder } of made(plansOf(answer)).flatMap((planned) => planned.avoided)) {
          if (why === 'unusable' || why === 'taken-by-plan') continue;
          const row = holders.get(`${id} ${holder}`)!;
          const inactive = row.kind === 'Customer' && !row.active;
          expect(why, about).toBe(inactive ? 'taken-by-inactive-customer' : words[row.kind]);
          const keys = await program.ask(
            [name, row.display_name].map((text) => JSON.stringify({ op: 'key', text })),
          );
          expect(keys[0], about).toBe(keys[1]);
        }
      }
    });
  });

  it('are planned once: when the customer is made and linked, there is nothing left to plan', async () => {
    await eachWorld(async ({ books, questions }, _, about) => {
      const single = questions.filter(({ op }) => op === 'plan');
      const plans = (await answers(books, single)).flatMap(plansOf);
      for (const [index, question] of single.entries()) {
        const { customer, existing } = plans[index]!;
        if (customer === null || existing !== null) continue;
        const row: Taken = {
          kind: 'Customer',
          id: '9000',
          active: true,
          display_name: customer.display_name,
          parent_id: '',
        };
        const [answer] = await answers([...books, row], [linkedTo('9000', question)]);
        const [plan] = plansOf(answer!);
        expect([plan!.existing, plan!.customer], about).toEqual(['9000', null]);
      }
    });
  });

  it('of all contacts of a company differ, or there is one for all of them', async () => {
    let several = 0;
    await eachWorld(async ({ books, questions }, random, about) => {
      const asked = questions.filter(({ op }) => op === 'plan-contacts');
      const turned = asked.map((question) => ({
        ...question,
        buyer: { ...question.buyer, contacts: shuffled(random, question.buyer.contacts) },
      }));
      const [plans, others] = [await answers(books, asked), await answers(books, turned)];
      for (const [index, { policy, buyer }] of asked.entries()) {
        const found = plansOf(plans[index]!);
        const perCompany = policy === 'company' || policy === 'shared' || buyer.contacts.length === 0;
        expect(found.length, about).toBe(perCompany ? 1 : buyer.contacts.length);
        const names = made(found).map((planned) => planned.display_name);
        expect(new Set(names.map(looseKey)).size, `${about}: ${names}`).toBe(names.length);
        if (names.length > 1) several += 1;
        if (!perCompany) {
          const namesOf = (contacts: Buyer['contacts'], all: Plan[]) =>
            Object.fromEntries(contacts.map(({ id }, place) => [id, all[place]!.customer?.display_name]));
          const turnedNames = namesOf(turned[index]!.buyer.contacts, plansOf(others[index]!));
          expect(turnedNames, about).toEqual(namesOf(buyer.contacts, found));
        }
      }
    });
    expect(several).toBeGreaterThan(100);
  });

  it('are clean: cleaning one again changes nothing', async () => {
    await eachWorld(async ({ books, questions }, _, about) => {
      const found = await answers(books, questions);
      const latin1 = questions[0]!.latin1;
      const names = found.flatMap((answer) => made(plansOf(answer)).map((planned) => planned.display_name));
      const cleaned = await program.ask([
        '{"op":"forget"}',
        ...names.map((text) => JSON.stringify({ op: 'clean', text, latin1 })),
      ]);
      expect(
        cleaned.slice(1).map((text) => JSON.parse(text)),
        about,
      ).toEqual(names);
    });
  });
});

/** The buyer as it is once the customer with this id is made and remembered. */
function linkedTo(id: string, question: Question): Question {
  const link = { realm, type: 'Customer', id };
  const { company, contacts } = question.buyer;
  return {
    ...question,
    buyer: {
      ...(company && { company: { ...company, links: [link] } }),
      contacts: contacts.map((contact) => ({ ...contact, links: [link] })),
    },
  };
}

it('no two texts that the sandbox holds to be one name have different keys', async () => {
  const byKey = new Map<string, string[]>();
  for (let point = 1; point <= 0x10ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const text = `a${String.fromCodePoint(point)}b`;
    const key = looseKey(text);
    if (key === text) continue;
    const known = byKey.get(key);
    if (known) known.push(text);
    else byKey.set(key, [key, text]);
  }
  expect(byKey.size).toBeGreaterThan(1_000);
  const groups = [...byKey.values()];
  const texts = groups.flat();
  const keys = await program.ask(texts.map((text) => JSON.stringify({ op: 'key', text })));
  const keyOf = new Map(texts.map((text, place) => [text, keys[place]]));
  const torn = groups.filter((group) => new Set(group.map((text) => keyOf.get(text))).size > 1);
  expect(torn.map((group) => group.map((text) => text.codePointAt(1)?.toString(16)))).toEqual([]);
}, 60_000);
