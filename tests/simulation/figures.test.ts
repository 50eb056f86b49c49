// What the deal and the card say about money, after others have changed the books.
import 'fake-indexeddb/auto';
import type { PaymentsReport, Question, RecordCard } from '@sidebill/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheBack, booked, customers, invoices, keyOf, propertiesOf } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import { Dice } from './support/random.ts';
import { quiet } from './support/schedule.ts';
import { edited, type Person, play, type Wish } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const deal = { type: '0-3', id: '31000000001' };
const newCustomerDeal = { type: '0-3', id: '31000000461' };
const hour_ms = 3_600_000;
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);
const drafts = process.env['SIDEBILL_PROOF'] === '1' ? 3_000 : 200;

let theatre: Theatre;
let machine: Machine;
/** The invoice of the deal. */
let id = '';

beforeAll(async () => {
  theatre = await Theatre.open(seed);
}, 60_000);

afterAll(() => theatre.close());

/** One browser, in whose deal an invoice was just made. */
async function billed(): Promise<void> {
  const [only] = await theatre.stage({ ...quiet, colleague: false });
  if (!only) throw new Error('Nobody is there.');
  machine = only;
  const before = invoices(theatre.office);
  await play(machine, wish('create_invoice', { source: deal, another: false, realm: theatre.office.realm }));
  id = invoices(theatre.office).find((one) => !before.includes(one)) ?? '';
}

function wish(operation: Wish['operation'], input: Record<string, unknown>): Wish {
  return { operation, input: { portal: theatre.office.portal, ...input } };
}

async function card(refresh: boolean): Promise<RecordCard> {
  return (await play(machine, wish('open_record', { record: deal, refresh }))).report as RecordCard;
}

async function payments(): Promise<PaymentsReport> {
  const key = keyOf(theatre.office, id);
  return (await play(machine, wish('read_payments', { key }))).report as PaymentsReport;
}

async function pay(amount: number, payment: { Id?: string } = {}): Promise<{ Id: string }> {
  const { CustomerRef } = booked(theatre.office, id);
  const answer = await behindTheBack(theatre.office, 'payment', {
    ...payment,
    CustomerRef,
    TotalAmt: amount,
    Line: [{ Amount: amount, LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] }],
  });
  return (answer as { Payment: { Id: string } }).Payment;
}

/** What the deal says in HubSpot; what it does not say is ''. */
function dealSays(...names: string[]): string[] {
  const properties = propertiesOf(theatre.office, deal);
  return names.map((name) => properties[`sidebill_${name}`] ?? '');
}

const figures = ['billed', 'open', 'collected', 'invoice_number', 'invoice_status', 'next_due'];
const nothing = figures.map(() => '');

describe('what the deal says', () => {
  test('goes when the invoice is deleted', async () => {
    await billed();
    expect(dealSays('billed')).toEqual([booked(theatre.office, id).TotalAmt.toFixed(2)]);
    await behindTheBack(theatre.office, 'invoice', { Id: id }, 'delete');
    await card(true);
    expect(dealSays('billed', 'open', 'collected', 'next_due')).toEqual(['', '', '', '']);
    machine.kill();
  });

  test('goes with the last link', async () => {
    await billed();
    await play(machine, wish('remove_invoice_link', { record: deal, key: keyOf(theatre.office, id) }));
    expect(dealSays(...figures)).toEqual(nothing);
    machine.kill();
  });

  test('follows a payment in full and a void', async () => {
    await billed();
    const total = booked(theatre.office, id).TotalAmt;
    const payment = await pay(total);
    await card(true);
    expect(dealSays('open', 'collected', 'next_due')).toEqual(['0.00', total.toFixed(2), '']);
    await behindTheBack(theatre.office, 'payment', { Id: payment.Id }, 'delete');
    await behindTheBack(theatre.office, 'invoice', { Id: id }, 'void');
    await card(true);
    expect(dealSays('billed', 'collected', 'next_due')).toEqual(['', '', '']);
    machine.kill();
  });
});

describe('the card', () => {
  test('goes on showing what it has while QuickBooks cannot be read', async () => {
    await billed();
    const before = await card(false);
    theatre.office.sandbox.world.advance(hour_ms);
    theatre.office.road = async (url, _, go) =>
      url.host.includes('quickbooks') ? new Response('busy', { status: 503 }) : go();
    const during = await card(true);
    theatre.office.road = null;
    expect(during.documents).toEqual(before.documents);
    expect(during.notices.map(({ code }) => code)).toContain('service-failed');
    machine.kill();
  });

  test('is as old as the oldest thing that it shows', async () => {
    await billed();
    theatre.office.sandbox.world.advance(72 * hour_ms);
    const shown = await card(false);
    expect(shown.read_ms).toBe(shown.documents[0]?.read_ms);
    expect(shown.read_ms).toBeLessThanOrEqual(theatre.office.sandbox.world.now() - 72 * hour_ms);
    machine.kill();
  });

  test('shows payments that add up, whatever was done to them since the invoice was read', async () => {
    await billed();
    const total = booked(theatre.office, id).TotalAmt;
    const payment = await pay(500);
    await card(true);
    for (const amount of [500, 300, 1000]) {
      theatre.office.sandbox.world.advance(hour_ms);
      await pay(amount, { Id: payment.Id });
      await card(true);
      theatre.office.sandbox.world.advance(hour_ms);
      await pay(amount + 1, { Id: payment.Id });
      const report = await payments();
      expect(report.payments.map(({ applied }) => applied.amount)).toEqual([(amount + 1).toFixed(2)]);
      expect(report).toMatchObject({ otherwise: null, read_again: true, issues: [] });
      expect(report.balance.amount).toBe((total - amount - 1).toFixed(2));
      expect(await payments()).toMatchObject({ read_again: false });
    }
    await behindTheBack(theatre.office, 'payment', { Id: payment.Id }, 'delete');
    theatre.office.sandbox.world.advance(hour_ms);
    await card(true);
    expect(await payments()).toMatchObject({ payments: [], otherwise: null });
    machine.kill();
  });
});

describe('an order discount over taxed lines', () => {
  test('is booked as it was shown', async () => {
    const question = await taxedQuestion();
    const dice = new Dice(seed);
    const differences: string[] = [];
    let compared = 0;
    for (let index = 0; index < drafts; index += 1) {
      const mixed = dice.below(2) === 0;
      const view = composed(question, discounted(question, dice, mixed));
      if (!view?.ready || view.totals.tax.kind !== 'predicted') continue;
      compared += 1;
      const apart = Math.abs((await bookedTotal(view)) - Number(view.totals.total));
      // Over which lines QuickBooks spreads the discount's odd cent is documented nowhere.
      if (apart > (mixed ? 0.0101 : 0)) differences.push(`${view.totals.total} is ${apart} off`);
    }
    expect(compared).toBeGreaterThan(drafts / 4);
    expect(differences).toEqual([]);
    machine.kill();
  }, 3_600_000);
});

type Choices = Question['view']['choices'];

/** The composer's question for a customer whose tax QuickBooks has shown before. */
async function taxedQuestion(): Promise<Question> {
  const [only] = await theatre.stage({ ...quiet, colleague: false });
  if (!only) throw new Error('Nobody is there.');
  machine = only;
  const { realm } = theatre.office;
  const create = (another: boolean) => wish('create_invoice', { source: newCustomerDeal, another, realm });
  const blank = { display_name: '', company_name: '', given_name: '', family_name: '', email: '', phone: '' };
  const customer = { kind: 'create' as const, ...blank, currency: '', parent_id: '' };
  await play(machine, create(false), { person: (question, at) => edited(question, at, { customer }) });
  await machine.ask('quickbooks.test', { realm });
  theatre.office.sandbox.world.advance(hour_ms);
  let asked: Question | undefined;
  const listening: Person = async (question) => {
    asked = question;
    return null;
  };
  await play(machine, create(true), { person: listening });
  if (!asked) throw new Error('Nothing was asked.');
  return asked;
}

function composed({ basis }: Question, choices: Choices): Question['view'] | null {
  return machine.core?.compose(basis, choices, { customers: [], items: [] }).value ?? null;
}

/** Up to five lines, all of them taxed or not all, and a discount on the whole. */
function discounted({ view }: Question, dice: Dice, mixed: boolean): Choices {
  const [line] = view.choices.lines;
  if (!line) throw new Error('The deal has no line.');
  const lines = Array.from({ length: 1 + dice.below(5) }, () => ({
    ...line,
    source_id: '',
    include: true,
    quantity: String(1 + dice.below(20)),
    unit_price: (dice.below(2_000_000) / dice.pick([1, 10, 100, 1_000])).toFixed(3),
    discount_percent: dice.pick(['', String(dice.below(10_000) / 100)]),
    taxable: !mixed || dice.below(2) === 0,
  }));
  const discount =
    dice.below(2) === 0
      ? { kind: 'percent' as const, value: String(dice.below(9_000) / 100), after_tax: dice.below(3) === 0 }
      : {
          kind: 'amount' as const,
          value: (dice.below(10_000) / 100).toFixed(2),
          after_tax: dice.below(3) === 0,
        };
  const customer = { kind: 'existing' as const, id: customers(theatre.office).at(-1) ?? '' };
  return { ...view.choices, customer, lines, discount, another: true };
}

/** What the books make of exactly these bytes. */
async function bookedTotal({ payloads }: Question['view']): Promise<number> {
  const body = payloads.find(({ path }) => path.includes('/invoice'))?.body ?? '{}';
  const answer = await behindTheBack(theatre.office, 'invoice', JSON.parse(body) as Record<string, unknown>);
  return (answer as { Invoice: { TotalAmt: number } }).Invoice.TotalAmt;
}
