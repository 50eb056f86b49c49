// The review is a dry run: each of its rows is one value of the request, one changed field changes one row, and what
// was shown is what is sent, whichever field was changed.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import type { Choices, ComposeView, CustomerCandidate, LineChoice, Question } from '@sidebill/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Machine } from './support/machine.ts';
import { quiet } from './support/schedule.ts';
import { approve, type Person, type Wish } from './support/story.ts';
import { Theatre } from './support/theatre.ts';

const deal = { type: '0-3', id: '31000000001' };
const newCustomerDeal = { type: '0-3', id: '31000000461' };

let theatre: Theatre;

beforeAll(async () => {
  theatre = await Theatre.open(20261122);
}, 60_000);

afterAll(() => theatre.close());

interface Mutation {
  field: string;
  change: Partial<Choices>;
  /** The one row that says it. */
  row: string;
  /** Rows that are computed and no field of the draft: amounts, of the line and of the order's discount. */
  computed?: string[];
}

function lineMutations({ lines }: Choices): Mutation[] {
  return lines.flatMap((_, index) => {
    const at = `Line[${index}]`;
    const detail = `${at}.SalesItemLineDetail`;
    const computed = [`${at}.Amount`, `Line[${lines.length}].Amount`];
    const change = (change: Partial<LineChoice>) => ({ lines: withLine(lines, index, change) });
    return [
      { field: 'description', change: change({ description: 'Other words' }), row: `${at}.Description` },
      { field: 'item', change: change({ item: otherItem(lines, index) }), row: `${detail}.ItemRef.value` },
      { field: 'taxable', change: change({ taxable: true }), row: `${detail}.TaxCodeRef.value` },
      {
        field: 'quantity',
        change: change({ quantity: '7' }),
        row: `${detail}.Qty`,
        computed,
      },
      {
        field: 'price',
        change: change({ unit_price: '12.34' }),
        row: `${detail}.UnitPrice`,
        computed,
      },
    ].map((one) => ({ ...one, field: `line ${index + 1}, ${one.field}` }));
  });
}

function withLine(lines: LineChoice[], index: number, change: Partial<LineChoice>): LineChoice[] {
  return lines.map((line, at) => (at === index ? { ...line, ...change } : line));
}

function otherItem(lines: LineChoice[], index: number): LineChoice['item'] {
  return lines[(index + 1) % lines.length]?.item ?? { kind: 'undecided' };
}

/** Everything said by hand: nothing is left that would follow another field. */
function filledIn(view: ComposeView): Choices {
  return {
    ...view.choices,
    term_id: view.terms[0]?.id ?? '',
    due_date: '2027-01-31',
    message: 'Thank you',
    memo: 'PO 4711',
    number: 'S-1001',
    discount: { kind: 'percent', value: '5' },
  };
}

function mutations(choices: Choices, view: ComposeView, customer: string): Mutation[] {
  return [
    { field: 'customer', change: { customer: { kind: 'existing', id: customer } }, row: 'CustomerRef.value' },
    { field: 'date', change: { date: '2026-11-25' }, row: 'TxnDate' },
    { field: 'due date', change: { due_date: '2027-02-15' }, row: 'DueDate' },
    { field: 'terms', change: { term_id: view.terms[1]?.id ?? '' }, row: 'SalesTermRef.value' },
    { field: 'message', change: { message: 'Other words' }, row: 'CustomerMemo.value' },
    { field: 'memo', change: { memo: 'Other words' }, row: 'PrivateNote' },
    { field: 'e-mail', change: { email: 'other@example.com' }, row: 'BillEmail.Address' },
    {
      field: 'discount',
      change: { discount: { kind: 'percent', value: '10' } },
      row: `Line[${choices.lines.length}].DiscountLineDetail.DiscountPercent`,
      computed: [`Line[${choices.lines.length}].Amount`],
    },
    ...lineMutations(choices),
  ];
}

type Rows = Map<string, string>;

function rowsOf(view: ComposeView): Rows {
  return new Map(view.rows.map(({ document, field, after }) => [`${document} ${field}`, after]));
}

/** Rows that were added, taken away, or say something else. */
function changedRows(before: ComposeView, after: ComposeView): string[] {
  const [left, right] = [rowsOf(before), rowsOf(after)];
  const all = new Set([...left.keys(), ...right.keys()]);
  return [...all].filter((row) => left.get(row) !== right.get(row)).sort();
}

/** Every value in the bodies, read from their bytes: 12.50 stays 12.50. */
function valuesIn({ payloads, rows }: ComposeView): string[] {
  const documents = [...new Set(rows.map(({ document }) => document))];
  return payloads.flatMap(({ path, body }) => {
    const document = documents.find((one) => path.includes(`/${one}?`)) ?? path;
    const asWritten = (_: string, value: unknown, { source }: { source?: string }) =>
      typeof value === 'number' || typeof value === 'boolean' ? String(source) : value;
    return leaves(JSON.parse(body, asWritten as never), '').map((leaf) => `${document} ${leaf}`);
  });
}

function leaves(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [`${path} = ${value}`];
  return Object.entries(value).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`));
}

function hashOf(payloads: { method: string; path: string; body: string }[]): string {
  const bytes = payloads.map(({ method, path, body }) => `${method} ${path}\n${body}\n`).join('');
  return createHash('sha256').update(bytes).digest('hex');
}

/** What left for QuickBooks, as a review names it. */
function sentPayloads() {
  return theatre.office.sandbox.world.exchanges
    .filter(({ service, method }) => service === 'quickbooks' && method === 'POST')
    .map(({ method, url, requestBody }) => {
      const { pathname, searchParams } = new URL(url);
      searchParams.delete('requestid');
      return { method, path: `${pathname}?${searchParams}`, body: requestBody };
    });
}

function wishFor(source = deal): Wish {
  const { portal, realm } = theatre.office;
  return { operation: 'create_invoice', input: { portal, realm, source, another: false } };
}

/** Opens the composer in a fresh office and hands it over; nothing is answered but what `look` gives back. */
async function atReview(source: typeof deal, look: Person): Promise<Machine> {
  const [machine] = await theatre.stage(quiet);
  if (!machine) throw new Error('Nobody is there.');
  await theatre.perform([machine], wishFor(source), quiet, { person: look });
  return machine;
}

/** What the page composes of these choices; customers that were searched for are handed in. */
function composed(
  { basis }: Question,
  machine: Machine,
  choices: Choices,
  found: CustomerCandidate[] = [],
): ComposeView {
  const picked = { customers: found.map(({ record }) => record), items: [] };
  const { value, issues } = machine.core?.compose(basis, choices, picked) ?? {};
  if (!value) throw new Error(`Cannot compose: ${JSON.stringify(issues)}`);
  return value;
}

/** Another customer of the company, found as the page finds one. */
async function otherCustomer(machine: Machine, { customer }: Choices): Promise<CustomerCandidate> {
  const { realm } = theatre.office;
  const { value } = await machine.ask('customers.search', { realm, text: 'a' });
  const besides = customer.kind === 'existing' ? customer.id : '';
  const other = value?.find(({ id, active, currency }) => active && id !== besides && currency === 'USD');
  if (!other) throw new Error(`Nobody else: ${JSON.stringify(value)}`);
  return other;
}

describe('[B-02] the review', () => {
  test('has a row for each value of the requests, and none besides', async () => {
    let looked = 0;
    const look: Person = async (question, machine) => {
      for (const choices of [question.view.choices, filledIn(question.view)]) {
        const view = composed(question, machine, choices);
        const rows = view.rows.map(({ document, field, after }) => `${document} ${field} = ${after}`);
        expect(rows).toEqual(valuesIn(view));
        expect(view.hash).toBe(hashOf(view.payloads));
        looked += 1;
      }
      return null;
    };
    for (const source of [deal, newCustomerDeal]) (await atReview(source, look)).kill();
    expect(looked).toBe(4);
  });

  test('changes in exactly one row when one field of the draft changes', async () => {
    let tried = 0;
    const look: Person = async (question, machine) => {
      const choices = filledIn(question.view);
      const before = composed(question, machine, choices);
      const other = await otherCustomer(machine, choices);
      for (const { field, change, row, computed = [] } of mutations(choices, before, other.id)) {
        const after = composed(question, machine, { ...choices, ...change }, [other]);
        const changed = changedRows(before, after);
        const stated = changed.filter((one) => !computed.includes(one.slice('invoice '.length)));
        expect(stated, field).toEqual([`invoice ${row}`]);
        expect(changed, field).toHaveLength(1 + computed.length);
        expect(after.hash, field).not.toBe(before.hash);
        tried += 1;
      }
      return null;
    };
    (await atReview(deal, look)).kill();
    expect(tried).toBe(8 + 3 * 5);
  });

  test('changes in exactly one row when the number changes, where the company has its own numbers', async () => {
    const look: Person = async (question, machine) => {
      const { basis } = question;
      const numbered = {
        ...question,
        basis: { ...basis, company: { ...basis.company, custom_numbers: true } },
      };
      const choices = filledIn(question.view);
      const before = composed(numbered, machine, choices);
      const after = composed(numbered, machine, { ...choices, number: 'S-1002' });
      expect(changedRows(before, after)).toEqual(['invoice DocNumber']);
      return null;
    };
    expect.hasAssertions();
    (await atReview(deal, look)).kill();
  });

  test('changes in exactly one row when one field of a new customer or product changes', async () => {
    const look: Person = async (question, machine) => {
      const customer = {
        kind: 'create' as const,
        display_name: 'Larkspur',
        company_name: 'Larkspur',
        given_name: 'Ada',
        family_name: 'Byron',
        email: 'ada@example.com',
        phone: '1',
        currency: 'USD',
        parent_id: '',
      };
      const [first, second] = question.view.income_accounts;
      const item = { kind: 'create' as const, name: 'Lens', sku: 'L-1', income_account_id: first?.id ?? '' };
      const { lines } = question.view.choices;
      const choices: Choices = {
        ...filledIn(question.view),
        customer,
        lines: withLine(lines, 0, { item }),
      };
      const before = composed(question, machine, choices);
      const rows: [change: Partial<typeof customer>, row: string][] = [
        [{ display_name: 'Other' }, 'DisplayName'],
        [{ company_name: 'Other' }, 'CompanyName'],
        [{ given_name: 'Other' }, 'GivenName'],
        [{ family_name: 'Other' }, 'FamilyName'],
        [{ email: 'other@example.com' }, 'PrimaryEmailAddr.Address'],
        [{ phone: '2' }, 'PrimaryPhone.FreeFormNumber'],
      ];
      for (const [change, row] of rows) {
        const after = composed(question, machine, { ...choices, customer: { ...customer, ...change } });
        expect(changedRows(before, after)).toEqual([`customer ${row}`]);
      }
      const items: [change: Partial<typeof item>, row: string][] = [
        [{ name: 'Other' }, 'Name'],
        [{ sku: 'Other' }, 'Sku'],
        [{ income_account_id: second?.id ?? '' }, 'IncomeAccountRef.value'],
      ];
      for (const [change, row] of items) {
        const changed = { ...choices, lines: withLine(lines, 0, { item: { ...item, ...change } }) };
        expect(changedRows(before, composed(question, machine, changed))).toEqual([`item ${row}`]);
      }
      return null;
    };
    expect.hasAssertions();
    (await atReview(newCustomerDeal, look)).kill();
  });

  test('shows what follows an open field beside the row that was changed', async () => {
    const look: Person = async (question, machine) => {
      const choices: Choices = { ...filledIn(question.view), due_date: null };
      const before = composed(question, machine, choices);
      const after = (change: Partial<Choices>) =>
        changedRows(before, composed(question, machine, { ...choices, ...change }));
      const days = question.view.terms.find(({ name }) => name === 'Net 60')?.id ?? '';
      expect(after({ term_id: days })).toEqual(['invoice DueDate', 'invoice SalesTermRef.value']);
      expect(after({ date: '2026-12-24' })).toEqual(['invoice DueDate', 'invoice TxnDate']);
      return null;
    };
    expect.hasAssertions();
    (await atReview(deal, look)).kill();
  });

  test('names every account it posts to, and both sides come to the same', async () => {
    const look: Person = async (question, machine) => {
      const choices = {
        ...filledIn(question.view),
        discount: { kind: 'amount' as const, value: '33.33' },
      };
      const { postings, totals } = composed(question, machine, choices);
      expect(postings.map(({ kind, account }) => `${kind}: ${account}`)).toEqual([
        'receivable: Accounts Receivable (A/R)',
        'discount: ',
        'income: Services',
      ]);
      const sum = (kinds: string[]) =>
        postings
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((cents, { amount }) => cents + Math.round(Number(amount) * 100), 0);
      expect(sum(['receivable', 'discount'])).toBe(sum(['income', 'tax']));
      expect(postings[0]?.amount).toBe(totals.total);
      return null;
    };
    expect.hasAssertions();
    (await atReview(deal, look)).kill();
  });

  test('is what is sent, whichever field was changed', async () => {
    let fields: Mutation[] = [];
    const found: CustomerCandidate[] = [];
    const first = await atReview(deal, async (question, machine) => {
      const choices = filledIn(question.view);
      const other = await otherCustomer(machine, choices);
      found.push(other);
      fields = mutations(choices, question.view, other.id);
      return null;
    });
    first.kill();
    expect(fields).toHaveLength(8 + 3 * 5);
    for (const { field, change } of fields) {
      let approved = '';
      const machine = await atReview(deal, async (question, machine) => {
        const view = composed(question, machine, { ...filledIn(question.view), ...change }, found);
        expect(approved, `${field}: asked twice`).toBe('');
        approved = view.hash;
        return approve(view);
      });
      expect(hashOf(sentPayloads()), field).toBe(approved);
      machine.kill();
    }
  }, 60_000);
});
