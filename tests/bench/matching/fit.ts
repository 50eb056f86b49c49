// Fits the weights of core/matching/weights.cpp on the sets with known answers and prints them:
//
//   tools/build.sh native && node tests/bench/matching/fit.ts customers|items
//
// FEBRL4 names, patstat and name_pairs are left out of it. Items are also shown with fewer columns than a set has, as a
// description that is always there would make the name say less than it does.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { type Kind, type Lists, readDatasets, type Side, whyAbsent } from './datasets.ts';

const program = fileURLToPath(new URL('../../../build/native/tests/fit_matching', import.meta.url));

/** Which sets, each with all of its columns (null) or those of some roles. */
const shown: Record<Kind, { name: string; roles: string[] | null }[]> = {
  customers: ['synth customers', 'FEBRL4', 'FEBRL4 OPEN', 'fake_1000', 'chicago_orgs'].map((name) => ({
    name,
    roles: null,
  })),
  items: [
    { name: 'synth items', roles: null },
    { name: 'synth items', roles: ['sku', 'name'] },
    { name: 'Abt-Buy', roles: null },
    { name: 'Abt-Buy OPEN', roles: null },
    { name: 'Abt-Buy', roles: ['name'] },
  ],
};

interface Records {
  roles: string[];
  texts: string[][];
  places: Map<string, number>;
}

function readSide({ file, id, columns }: Side, wanted: string[] | null): Records {
  const pairs = columns.split(',').map((pair) => pair.split('=') as [string, string]);
  const used = pairs.filter(([role]) => wanted === null || wanted.includes(role));
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  return {
    roles: used.map(([role]) => role),
    texts: rows.map((row) => used.map(([, column]) => row[column]!)),
    places: new Map(rows.map((row, place) => [row[id]!, place])),
  };
}

function asLine(set: Lists, roles: string[] | null): string {
  const isOneList = set.left.file === set.right.file;
  const left = readSide(set.left, roles);
  const right = isOneList ? left : readSide(set.right, roles);
  const same = [...set.gold].map((link) => {
    const [one, other] = JSON.parse(link) as [string, string];
    const places = [left.places.get(one)!, right.places.get(other)!];
    return isOneList ? places.sort((a, b) => a - b) : places;
  });
  return JSON.stringify({
    kind: set.kind,
    one_list: isOneList,
    left_roles: left.roles,
    left: left.texts,
    right_roles: right.roles,
    right: isOneList ? [] : right.texts,
    same,
  });
}

function fitted(kind: Kind): string {
  const sets = readDatasets();
  const lines = shown[kind].map(({ name, roles }) =>
    asLine(sets.find((set) => set.name === name) as Lists, roles),
  );
  const { status, stdout, stderr } = spawnSync(program, { input: `${lines.join('\n')}\n`, encoding: 'utf8' });
  if (status !== 0) throw new Error(`fit_matching ended with ${status}: ${stderr}`);
  return stdout;
}

const [kind] = process.argv.slice(2);
const absent = whyAbsent();
if (kind !== 'customers' && kind !== 'items') throw new Error('usage: fit.ts customers|items');
if (absent) console.log(absent);
else process.stdout.write(fitted(kind));
