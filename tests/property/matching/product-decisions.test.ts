// Which item of QuickBooks a deal's line is, decided on a labelled set: how often a link is right, and how many are found.
//
//   SIDEBILL_LINES_SEED  the printed seed of a run to repeat
import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, NativeEngine, openWasmEngine } from '../../golden/support/engines.ts';
import { Random } from '../random.ts';
import { type BookedItem, type KnownLine, knownLines } from './products.ts';

const seed = Number(env['SIDEBILL_LINES_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const count = 2_200;
const perSale = 20;
const realm = '4620816365';

interface Match {
  outcome: 'link' | 'ask' | 'none';
  candidates: { id: string; score: string; evidence: { weight: string }[] }[];
}

async function fill(engine: Engine, items: BookedItem[]): Promise<void> {
  const rows = items.map(({ id, name, sku, description, price }) => ({
    Id: id,
    SyncToken: '0',
    Name: name,
    FullyQualifiedName: name,
    Sku: sku,
    Description: description,
    UnitPrice: Number(price),
    Type: 'NonInventory',
    Active: true,
  }));
  const body = JSON.stringify({ QueryResponse: { Item: rows } });
  await engine.invoke('ingest', JSON.stringify({ realm, list: 'items', body, received_ms: 1 }));
}

async function matchesOf(engine: Engine, lines: KnownLine[]): Promise<Match[]> {
  const sale = {
    source: { type: '0-3', id: '1' },
    name: 'Deal',
    currency: '',
    companies: [],
    contacts: [],
    lines: lines.map(({ line }) => ({ product_id: '', quantity: '1', ...line })),
  };
  const question = { kind: 'sale', realm, sale, customer_ids: [], names: [], item_ids: [], item_names: [] };
  const { value } = JSON.parse(await engine.invoke('directory', JSON.stringify(question))) as {
    value: { matches: { lines: Record<string, Match> } };
  };
  return lines.map(({ line }) => value.matches.lines[line.source_id] as Match);
}

const { items, lines } = knownLines(count, new Random(seed));
const decided: Match[] = [];
let native: Engine;
let wasm: Engine;
beforeAll(async () => {
  native = new NativeEngine();
  wasm = await openWasmEngine();
  await fill(native, items);
  await fill(wasm, items);
  for (let from = 0; from < lines.length; from += perSale)
    decided.push(...(await matchesOf(native, lines.slice(from, from + perSale))));
}, 120_000);
afterAll(() => {
  native.close();
  wasm.close();
});

test('[B-04] the item of a line is right 99 times in a hundred, on 2,200 lines with noise', () => {
  let [links, right, findable] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [index, { outcome, candidates }] of decided.entries()) {
    const { truth, line } = lines[index] as KnownLine;
    findable += truth === null ? 0 : 1;
    if (outcome !== 'link') continue;
    links += 1;
    const id = candidates[0]?.id;
    if (id === truth) right += 1;
    else wrong.push(`${JSON.stringify(line)} is ${truth}, not ${JSON.stringify(items[Number(id) - 1])}`);
  }
  const precision = right / links;
  const recall = right / findable;
  console.log(
    `matching: seed ${seed}, ${count} lines, ${items.length} items: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
  const about = `SIDEBILL_LINES_SEED=${seed}\n${wrong.slice(0, 8).join('\n')}`;
  expect(precision, about).toBeGreaterThanOrEqual(0.99);
  expect(recall, about).toBeGreaterThanOrEqual(0.6);
});

test('[B-04] the points of every candidate item sum to its score', () => {
  let compared = 0;
  for (const { candidates } of decided) {
    for (const { score, evidence } of candidates) {
      compared += 1;
      expect(evidence.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(Number(score));
    }
  }
  expect(compared).toBeGreaterThan(count);
});

test('[B-04] the shipped module finds the same items for the same reasons as the native build', async () => {
  for (let from = 0; from < lines.length; from += 5 * perSale) {
    const found = await matchesOf(wasm, lines.slice(from, from + perSale));
    expect(found).toEqual(decided.slice(from, from + perSale));
  }
});
