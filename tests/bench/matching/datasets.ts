// The data sets with known answers, as the matching command takes them. They lie beside the checkout and are not ours to
// publish: nothing of them is written anywhere but under build/. The labelled candidate pairs of Magellan are left out, as
// their labels and those of Abt-Buy differ.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Clusters, type Links, linkOf, linksOfClusters } from './scoring.ts';

export const datasetFolder = fileURLToPath(new URL('../../../../shared/data/matching/', import.meta.url));
const preparedFolder = fileURLToPath(new URL('../../../build/matching/', import.meta.url));

export type Kind = 'customers' | 'items';

/** One side: a file and what its columns are, "role=COL,...", as the command takes them. */
export interface Side {
  file: string;
  id: string;
  columns: string;
}

interface Common {
  name: string;
  kind: Kind;
  oneToOne: boolean;
}

/** Two lists, or one with itself: scored by its links. */
export interface Lists extends Common {
  score: 'links';
  left: Side;
  right: Side;
  gold: Links;
}

/** One list of spellings: scored by whether the nearest other one means the same. */
export interface Spellings extends Common {
  score: 'nearest';
  left: Side;
  right: Side;
  clusters: Clusters;
}

export type Dataset = Lists | Spellings;

/** Two names of somebody, and whether it is the same. */
export interface NamePair {
  left: string;
  right: string;
  schema: string;
  same: boolean;
}

type Row = Record<string, string>;

/** Why nothing can be scored here, in a sentence; null when the data is there. */
export function whyAbsent(folder = datasetFolder): string | null {
  return existsSync(join(folder, 'README.md'))
    ? null
    : `The data sets are not here: ${folder} does not exist. They are not part of this repository.`;
}

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true });
}

/** FNV-1a, 32 bits, of the UTF-8 bytes, with the upper half mixed into the lower. Source: the data sets' README, "OPEN" */
export function hashOfId(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Whether a partner is taken away from the right side of an OPEN set. */
export function isDropped(id: string): boolean {
  return hashOfId(id) % 2 === 1;
}

interface TwoTables extends Common {
  left: Side;
  right: Side;
  goldFile: string;
}

function goldOf(file: string): [string, string][] {
  return rowsOf(file).map(({ id_a, id_b }) => [id_a!, id_b!]);
}

function twoTables({ goldFile, ...set }: TwoTables): Lists {
  return { ...set, score: 'links', gold: new Set(goldOf(goldFile).map(([a, b]) => linkOf(a, b))) };
}

/** The set with half of the partners gone from the right: what has no partner must stay alone. */
function opened(set: TwoTables): Lists {
  const gold = goldOf(set.goldFile);
  const gone = new Set(gold.map(([, right]) => right).filter(isDropped));
  const rows = rowsOf(set.right.file).filter((row) => !gone.has(row[set.right.id]!));
  const file = join(preparedFolder, `${set.name.toLowerCase().replace(/\W+/g, '-')}-open.csv`);
  mkdirSync(preparedFolder, { recursive: true });
  writeFileSync(file, stringify(rows, { header: true }));
  const { goldFile, ...rest } = set;
  return {
    ...rest,
    name: `${set.name} OPEN`,
    score: 'links',
    right: { ...set.right, file },
    gold: new Set(gold.filter(([, right]) => !gone.has(right)).map(([a, b]) => linkOf(a, b))),
  };
}

function clustersOf({ file, id }: Side): Clusters {
  return new Map(rowsOf(file).map((row) => [row[id]!, row['cluster']!]));
}

function oneTable(name: string, side: Side): Lists {
  const gold = linksOfClusters(clustersOf(side));
  return { name, kind: 'customers', oneToOne: false, score: 'links', left: side, right: side, gold };
}

const ofCrm =
  'first_name=first_name,last_name=last_name,company=company,email=email,phone=phone,website=website,address=street,city=city,region=region,postcode=postal_code,country=country';
const ofAccounting =
  'name=display_name,company=company_name,first_name=given_name,last_name=family_name,email=email,phone=phone,address=bill_line1,city=bill_city,region=bill_region,postcode=bill_postal_code,country=bill_country';
const personNames = 'first_name=given_name,last_name=surname';
const personAddresses =
  'address=street_number,address=address_1,address=address_2,city=suburb,postcode=postcode,region=state';
const goods = 'name=name,description=description,price=price';

/** Every set with its roles. A role that is named twice takes both columns, one behind the other. */
export function readDatasets(folder = datasetFolder): Dataset[] {
  const at = (file: string) => join(folder, file);
  const febrl = (columns: string) => ({
    left: { file: at('febrl4_a.csv'), id: 'rec_id', columns },
    right: { file: at('febrl4_b.csv'), id: 'rec_id', columns },
    goldFile: at('febrl4_gold.csv'),
    kind: 'customers' as const,
    oneToOne: true,
  });
  const addressed: TwoTables = { name: 'FEBRL4', ...febrl(`${personNames},${personAddresses}`) };
  const abtBuy: TwoTables = {
    name: 'Abt-Buy',
    kind: 'items',
    oneToOne: true,
    left: { file: at('abt_buy_abt.csv'), id: 'id', columns: goods },
    right: { file: at('abt_buy_buy.csv'), id: 'id', columns: goods },
    goldFile: at('abt_buy_gold.csv'),
  };
  const spellings: Side = { file: at('patstat_company_names.csv'), id: 'id', columns: 'name=name' };
  return [
    twoTables({
      name: 'synth customers',
      kind: 'customers',
      // A CRM record may have two customers in the books.
      oneToOne: false,
      left: { file: at('synth_crm.csv'), id: 'id', columns: ofCrm },
      right: { file: at('synth_accounting.csv'), id: 'id', columns: ofAccounting },
      goldFile: at('synth_gold.csv'),
    }),
    twoTables({
      name: 'synth items',
      kind: 'items',
      oneToOne: true,
      left: {
        file: at('synth_items_crm.csv'),
        id: 'id',
        columns: 'sku=product_code,name=name,description=description,price=unit_price',
      },
      right: {
        file: at('synth_items_accounting.csv'),
        id: 'id',
        columns: 'sku=sku,name=name,description=description,price=unit_price',
      },
      goldFile: at('synth_items_gold.csv'),
    }),
    twoTables(abtBuy),
    opened(abtBuy),
    twoTables(addressed),
    opened(addressed),
    twoTables({ name: 'FEBRL4 names', ...febrl(personNames) }),
    oneTable('fake_1000', {
      file: at('fake_1000.csv'),
      id: 'unique_id',
      columns: 'first_name=first_name,last_name=surname,city=city,email=email',
    }),
    oneTable('chicago_orgs', {
      file: at('chicago_orgs.csv'),
      id: 'id',
      columns: 'name=name,address=address,postcode=zip,phone=phone,website=website',
    }),
    {
      name: 'patstat',
      kind: 'customers',
      oneToOne: false,
      score: 'nearest',
      left: spellings,
      right: spellings,
      clusters: clustersOf(spellings),
    },
  ];
}

export function readNamePairs(folder = datasetFolder): NamePair[] {
  return rowsOf(join(folder, 'name_pairs.csv')).map(({ name1, name2, schema, is_match }) => ({
    left: name1!,
    right: name2!,
    schema: schema!,
    same: is_match === 'true',
  }));
}

/** A line of what the command writes, best first. */
export interface FoundLink {
  left: string;
  right: string;
  score: number;
  outcome: 'link' | 'ask';
}

/** Errors: throws when an outcome is neither link nor ask, or a score is no number */
export function readFoundLinks(text: string): FoundLink[] {
  const rows: Row[] = parse(text, { columns: true, bom: true });
  return rows.map(({ left_id, right_id, score, outcome }, index) => {
    if (outcome !== 'link' && outcome !== 'ask') throw new Error(`line ${index + 2}: outcome ${outcome}`);
    const value = Number(score);
    if (!score || !Number.isFinite(value)) throw new Error(`line ${index + 2}: score ${score}`);
    return { left: left_id!, right: right_id!, score: value, outcome };
  });
}
