// What the directory of the shipped module costs: customers read from QuickBooks' own pages, kept as one block, restored,
// and searched at each key.
//
//   node tests/bench/matching/directory.ts               in Node
//   node tests/bench/matching/directory.ts --document    and puts the table into docs/benchmarks.md
import { arch, cpus, loadavg } from 'node:os';
import { type Core, loadCore, openSession } from '@sidebill/core';
import { Random } from '../../property/random.ts';
import { instantiateModule } from '../../support/module.ts';
import { median } from '../support/statistics.ts';
import { putIntoDocument, textTable } from './document.ts';
import { generatedNames } from './names.ts';

const realm = '9130350000000001';
const perPage = 1000;
const rounds = 7;
const searches = 60;
const shown = 8;

/** A page as QuickBooks answers a query for customers, with what it always sends along. */
function pageOf(names: readonly string[], from: number, random: Random): string {
  const customers = names.slice(from, from + perPage).map((name, at) => {
    const id = `${from + at + 1}`;
    const mail = name.toLowerCase().replace(/[^a-z0-9]+/g, '');
    return {
      Taxable: true,
      BillAddr: {
        Id: id,
        Line1: `${1 + random.below(400)} Mill Lane`,
        City: 'Springfield',
        CountrySubDivisionCode: 'IL',
        PostalCode: `${60_000 + random.below(9999)}`,
      },
      Balance: 0,
      BalanceWithJobs: 0,
      CurrencyRef: { value: 'USD', name: 'United States Dollar' },
      domain: 'QBO',
      sparse: false,
      Id: id,
      SyncToken: '0',
      MetaData: { CreateTime: '2026-01-05T10:00:00-08:00', LastUpdatedTime: '2026-01-05T10:00:00-08:00' },
      FullyQualifiedName: name,
      CompanyName: name,
      DisplayName: name,
      PrintOnCheckName: name,
      Active: true,
      PrimaryPhone: { FreeFormNumber: `(555) 01${random.below(10)}-${1000 + random.below(9000)}` },
      PrimaryEmailAddr: { Address: `${id}@${mail}.example` },
    };
  });
  return JSON.stringify({
    QueryResponse: { Customer: customers, startPosition: from + 1, maxResults: customers.length },
  });
}

function pagesOf(names: readonly string[]): string[] {
  const random = new Random(7);
  return Array.from({ length: Math.ceil(names.length / perPage) }, (_, page) =>
    pageOf(names, page * perPage, random),
  );
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

async function freshCore(): Promise<Core> {
  const module = await instantiateModule();
  return loadCore(async () => openSession(module));
}

function read(core: Core, pages: readonly string[]): void {
  for (const body of pages) {
    const { value } = core.ingest({ realm, list: 'customers', body, received_ms: 0 });
    if (!value || value.count === 0) throw new Error('a page was not read');
  }
}

function search(core: Core, text: string): number {
  return timed(() => core.directory({ kind: 'search-customers', realm, text, limit: shown })).ms;
}

/** Each key of the names of some customers, typed from the first letter on: milliseconds from key to answer. */
function searchAtEachKey(core: Core, names: readonly string[]): number[] {
  const step = Math.floor(names.length / searches);
  const typed = Array.from({ length: searches }, (_, at) => names[at * step]!.slice(0, 14));
  return typed.flatMap((name) => Array.from(name, (_, at) => search(core, name.slice(0, at + 1))));
}

interface Found {
  read_ms: number;
  megabytes: number;
  take_ms: number;
  restore_ms: number;
  first_ms: number;
  bytes: number;
  key_ms: number;
  slowest_key_ms: number;
}

async function measure(count: number): Promise<Found> {
  const names = generatedNames(count);
  const pages = pagesOf(names);
  const core = await freshCore();
  const reading = timed(() => read(core, pages));
  const taking = timed(() => core.snapshot());
  const block = taking.result;
  const restores: number[] = [];
  const firsts: number[] = [];
  let restored = core;
  for (let round = 0; round < rounds; round += 1) {
    restored = await freshCore();
    const { ms, result } = timed(() => restored.restore(block));
    if (!result) throw new Error('the block was refused');
    restores.push(ms);
    firsts.push(search(restored, names[0]!));
  }
  const keys = searchAtEachKey(restored, names);
  return {
    read_ms: reading.ms,
    megabytes: pages.reduce((sum, page) => sum + page.length, 0) / 1e6,
    take_ms: taking.ms,
    restore_ms: median(restores),
    first_ms: median(firsts),
    bytes: block.byteLength / count,
    key_ms: median(keys),
    slowest_key_ms: Math.max(...keys),
  };
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

function rowOf(count: number, found: Found): string[] {
  const { read_ms, megabytes, take_ms, restore_ms, first_ms, bytes, key_ms, slowest_key_ms } = found;
  const reading = `${number.format(read_ms)} (${number.format((megabytes * 1000) / read_ms)} MB/s)`;
  const times = [take_ms, restore_ms, first_ms, key_ms, slowest_key_ms, bytes].map((value) =>
    number.format(value),
  );
  return [new Intl.NumberFormat('en').format(count), reading, ...times];
}

const heads = [
  'customers',
  'read, ms',
  'block, ms',
  'restore, ms',
  'first search, ms',
  'key, ms',
  'slowest key, ms',
  'bytes each',
];
const rows = [heads];
for (const count of [50_000, 200_000]) rows.push(rowOf(count, await measure(count)));
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}, Node ${process.versions.node}`;
const text = `${machine}; load ${loadavg()[0]!.toFixed(1)}\n\n${textTable(rows)}`;
console.log(text);
if (process.argv.includes('--document')) putIntoDocument('directory', text);
