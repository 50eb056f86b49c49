// Which customer a sale is for, decided on a labelled set: how often a link is right, and how many are found.
//
//   SIDEBILL_SALES_SEED  the printed seed of a run to repeat
import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, NativeEngine, openWasmEngine } from '../../golden/support/engines.ts';
import { Random } from '../random.ts';
import { type BookedCustomer, type KnownSale, knownSales } from './sales.ts';

const seed = Number(env['SIDEBILL_SALES_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const count = 2_200;
const realm = '4620816365';

interface Answer {
  value: {
    matches: {
      customer: {
        outcome: 'link' | 'ask' | 'none';
        candidates: { id: string; score: string; evidence: { weight: string }[] }[];
      };
    };
  };
}

function page(customers: BookedCustomer[]): string {
  const rows = customers.map(({ id, name, given, family, email, phone, line1, city, postcode }) => ({
    Id: id,
    SyncToken: '0',
    DisplayName: name,
    CompanyName: name,
    GivenName: given,
    FamilyName: family,
    Active: true,
    PrimaryEmailAddr: { Address: email },
    PrimaryPhone: { FreeFormNumber: phone },
    BillAddr: { Line1: line1, City: city, PostalCode: postcode },
  }));
  return JSON.stringify({ QueryResponse: { Customer: rows } });
}

async function fill(engine: Engine, customers: BookedCustomer[]): Promise<void> {
  for (let from = 0; from < customers.length; from += 1000) {
    const body = page(customers.slice(from, from + 1000));
    await engine.invoke('ingest', JSON.stringify({ realm, list: 'customers', body, received_ms: 1 }));
  }
}

const question = ({ sale }: KnownSale) =>
  JSON.stringify({ kind: 'sale', realm, sale, customer_ids: [], names: [], item_ids: [], item_names: [] });

const { customers, sales } = knownSales(count, new Random(seed));
const answers: string[] = [];
let native: Engine;
let wasm: Engine;
beforeAll(async () => {
  native = new NativeEngine();
  wasm = await openWasmEngine();
  await fill(native, customers);
  await fill(wasm, customers);
  for (const sale of sales) answers.push(await native.invoke('directory', question(sale)));
}, 120_000);
afterAll(() => {
  native.close();
  wasm.close();
});

const decided = () => answers.map((answer) => (JSON.parse(answer) as Answer).value.matches.customer);

test('[B-04] a link is right 99 times in a hundred, on 2,200 sales with noise', () => {
  let [links, right, findable] = [0, 0, 0];
  for (const [index, { outcome, candidates }] of decided().entries()) {
    const truth = sales[index]?.truth ?? null;
    findable += truth === null ? 0 : 1;
    if (outcome !== 'link') continue;
    links += 1;
    right += candidates[0]?.id === truth ? 1 : 0;
  }
  const precision = right / links;
  const recall = right / findable;
  console.log(
    `matching: seed ${seed}, ${count} sales, ${customers.length} customers: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
  expect(precision, `SIDEBILL_SALES_SEED=${seed}`).toBeGreaterThanOrEqual(0.99);
  expect(recall, `SIDEBILL_SALES_SEED=${seed}`).toBeGreaterThanOrEqual(0.7);
});

test('[B-04] the points of every candidate sum to its score', () => {
  let compared = 0;
  for (const { candidates } of decided()) {
    for (const { score, evidence } of candidates) {
      compared += 1;
      expect(evidence.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(Number(score));
    }
  }
  expect(compared).toBeGreaterThan(count);
});

test('[B-04] the shipped module decides and explains the same as the native build', async () => {
  for (const [index, sale] of sales.entries()) {
    if (index % 4 === 0) expect(await wasm.invoke('directory', question(sale))).toBe(answers[index]);
  }
});
