// 5,000 customers whose first name was taken, made in the sandbox under the name that was planned: QuickBooks refuses none.
//
//   SIDEBILL_NAMES_SEED  the printed seed of a run to repeat
import { env } from 'node:process';
import { createSandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Buyer,
  type Plan,
  type Policy,
  policies,
  randomBuyer,
  randomName,
  type Taken,
} from './buyers.ts';
import { LineProgram } from './program.ts';
import { Random } from './random.ts';
import { SandboxBooks } from './sandbox-books.ts';

const seed = Number(env['SIDEBILL_NAMES_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const collisionsPerCompany = 2_500;
const path = `${env['SIDEBILL_NATIVE'] ?? 'build/native'}/tests/plan_names`;
const companies = [
  { about: 'a US company', index: 0, latin1: true },
  { about: 'a Canadian company', index: 2, latin1: false },
];

let sandbox: Awaited<ReturnType<typeof createSandbox>>;
const program = new LineProgram(path);
beforeAll(async () => {
  const fakeClock = Date.parse('2026-11-22T20:00:00Z');
  sandbox = await createSandbox({ seed: 11, fakeClock, switches: { rateLimits: false } });
});
afterAll(async () => {
  program.end();
  await sandbox.close();
});

/** The planner and the books side by side: what is made in the books is told to the planner. */
class Office {
  readonly asked: string[] = [];
  readonly answered: string[] = [];
  readonly faults: string[] = [];
  collisions = 0;
  private readonly books: SandboxBooks;
  private readonly latin1: boolean;

  constructor(books: SandboxBooks, latin1: boolean) {
    this.books = books;
    this.latin1 = latin1;
  }

  async open(): Promise<void> {
    await this.ask({ op: 'forget' });
    await this.ask({ op: 'take', names: await this.books.names() });
  }

  async plan(buyer: Buyer, policy: Policy): Promise<Plan> {
    const answer = await this.ask({
      op: 'plan',
      buyer,
      policy,
      latin1: this.latin1,
      realm: this.books.realm,
    });
    return JSON.parse(answer) as Plan;
  }

  /** The plans for all contacts of a company at once. */
  async planContacts(buyer: Buyer, policy: Policy): Promise<Plan[]> {
    const { latin1 } = this;
    const answer = await this.ask({ op: 'plan-contacts', buyer, policy, latin1, realm: this.books.realm });
    return JSON.parse(answer) as Plan[];
  }

  /** Makes what was planned, and returns the id of the buyer's customer; null when there was nothing to make. */
  async carryOut({ parent, customer }: Plan): Promise<string | null> {
    if (customer === null) return null;
    const parentId = parent ? await this.make(parent, '') : customer.parent_id;
    return this.make(customer, parentId);
  }

  /** A colleague makes somebody else of this name, or is refused. */
  async disturb(kind: Taken['kind'], name: string): Promise<void> {
    const { id, display_name } = await this.books.create(kind, { DisplayName: name });
    if (id !== '') await this.take({ kind, id, active: true, display_name, parent_id: '' });
  }

  async deactivate(id: string): Promise<void> {
    await this.take(await this.books.deactivate(id));
  }

  private async make(planned: NonNullable<Plan['customer']>, parentId: string): Promise<string> {
    const created = await this.books.createPlanned(planned, parentId);
    if (planned.avoided.some(({ why }) => why.startsWith('taken'))) this.collisions += 1;
    if (created.fault !== null) this.faults.push(`${created.fault}: ${planned.display_name}`);
    await this.take({
      kind: 'Customer',
      id: created.id,
      active: true,
      display_name: planned.display_name,
      parent_id: parentId,
    });
    return created.id;
  }

  private take(name: Taken): Promise<string> {
    return this.ask({ op: 'take', names: [name] });
  }

  private async ask(question: object): Promise<string> {
    const line = JSON.stringify(question);
    const [answer] = await program.ask([line]);
    this.asked.push(line);
    this.answered.push(answer!);
    return answer!;
  }
}

function linked(buyer: Buyer, realm: string, id: string): Buyer {
  const links = [{ realm, type: 'Customer', id }];
  const contacts = buyer.contacts.map((contact) => ({ ...contact, links }));
  return { ...(buyer.company && { company: { ...buyer.company, links } }), contacts };
}

it.each(companies)(
  'no name that was planned is refused with 6240, or at all, by $about',
  async ({ index, latin1 }) => {
    console.log(`planned names in books: ${collisionsPerCompany} collisions, seed ${seed}`);
    const random = new Random(seed + index);
    const books = new SandboxBooks(sandbox, index);
    const office = new Office(books, latin1);
    await office.open();
    const made: string[] = [];
    for (let number = 1; office.collisions < collisionsPerCompany; number += 1) {
      const [buyer, policy] = [randomBuyer(random, number, 2), random.pick(policies)];
      if (made.length > 0 && random.chance(20)) buyer.parent_id = random.pick(made);
      const id = await office.carryOut(await office.plan(buyer, policy));
      if (id !== null) made.push(id);
      if (id !== null && random.chance(10)) {
        const again = await office.plan(linked(buyer, books.realm, id), policy);
        expect([again.existing, again.customer], `SIDEBILL_NAMES_SEED=${seed}`).toEqual([id, null]);
      }
      if (id !== null && random.chance(5)) await office.deactivate(id);
      if (random.chance(10))
        await office.disturb(random.pick(['Vendor', 'Employee', 'Customer']), randomName(random));
    }
    expect(office.faults, `SIDEBILL_NAMES_SEED=${seed}`).toEqual([]);

    const afresh = new LineProgram(path);
    expect((await afresh.ask(office.asked)).join('\n') === office.answered.join('\n')).toBe(true);
    afresh.end();
  },
  60_000,
);

/** Ten contacts of one company, two of them of one name. */
function crowd(policy: Policy): Buyer {
  const people = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Ana'];
  const contacts = people.map((first_name, index) => ({
    id: `${policy}-${index}`,
    first_name,
    last_name: policy,
    email: `${index}@wide.example`,
    address: { city: '' },
    links: [],
  }));
  return {
    company: { id: policy, name: `Wide: ${policy}`, address: { city: 'Leeds' }, links: [] },
    contacts,
  };
}

it.each(['contact', 'company-with-contact', 'sub-customer'] as const)(
  '[S1-42] ten contacts of one company are ten customers of ten names, none refused: %s',
  async (policy) => {
    const office = new Office(new SandboxBooks(sandbox, 0), true);
    await office.open();
    const plans = await office.planContacts(crowd(policy), policy);
    const names = plans.map(({ customer }) => customer?.display_name.toLowerCase());
    expect(new Set(names).size).toBe(10);
    let company = '';
    for (const { parent, customer } of plans) {
      if (parent) company = (await office.carryOut({ parent: null, customer: parent } as Plan)) ?? '';
      const parent_id = customer?.parent_id || (customer?.is_job ? company : '');
      await office.carryOut({ parent: null, customer: customer && { ...customer, parent_id } } as Plan);
    }
    expect(office.faults).toEqual([]);
  },
);

it.each(['company', 'shared'] as const)(
  '[S1-42] ten contacts of one company share one customer: %s',
  async (policy) => {
    const office = new Office(new SandboxBooks(sandbox, 0), true);
    await office.open();
    const made = (await office.planContacts(crowd(policy), policy)).filter(({ customer }) => customer);
    expect(made).toHaveLength(1);
    expect(await office.carryOut(made[0]!)).not.toBe('');
    expect(office.faults).toEqual([]);
    const copies =
      policy === 'shared'
        ? crowd(policy)
            .contacts.slice(1)
            .map(({ email }) => email)
        : [];
    expect(made[0]?.customer?.cc).toEqual(copies);
  },
);
