// The command's words: what is to be matched with what.
import { parseArgs } from 'node:util';
import { type RecordKind, type Role, roles } from '@sidebill/core';
import { exitCodes, Problem } from './problem.ts';

export const usage = `usage: npm run -s match -- --kind customers|items
         --left L.csv  --left-id COL  --left-columns "role=COL,..."
         --right R.csv --right-id COL --right-columns "role=COL,..."
         [--one-to-one] [--estimate-prior] [--pairs] --out links.csv

  The same file on both sides finds duplicates within it.
  --one-to-one  each record of either list is linked once at most
  --estimate-prior
                how many records the lists share is found out from them, where they are long enough
  --pairs       the first row of the one with the first row of the other, and so on; ids may be left out
  roles         ${roles.slice(0, 8).join(', ')},
                ${roles.slice(8).join(', ')};
                columns of the same role are taken together`;

/** A column of a list and what its texts are. */
export interface Column {
  role: Role;
  name: string;
}

export interface ListSource {
  file: string;
  /** The column of the ids; without one a record is called by its row. */
  id: string | null;
  columns: Column[];
}

export interface Options {
  kind: RecordKind;
  left: ListSource;
  right: ListSource;
  oneToOne: boolean;
  estimatePrior: boolean;
  pairs: boolean;
  out: string;
}

function fail(sentence: string): never {
  throw new Problem(`${sentence}\n\n${usage}`, exitCodes.usage);
}

function isRole(name: string): name is Role {
  return (roles as readonly string[]).includes(name);
}

/** "name=Customer,email=Mail": what is before the first "=" is the role. */
function readColumns(option: string, text: string): Column[] {
  return text.split(',').map((part) => {
    const at = part.indexOf('=');
    const role = part.slice(0, Math.max(at, 0)).trim();
    const name = part.slice(at + 1).trim();
    if (at < 0 || name === '') fail(`--${option}: "${part}" is not role=COL`);
    if (!isRole(role)) fail(`--${option}: there is no role "${role}"`);
    return { role, name };
  });
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args,
      options: {
        kind: text,
        left: text,
        right: text,
        'left-id': text,
        'right-id': text,
        'left-columns': text,
        'right-columns': text,
        out: text,
        'one-to-one': flag,
        'estimate-prior': flag,
        pairs: flag,
      },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Errors: throws a Problem that names the option, with the usage */
export function readOptions(args: string[]): Options {
  const values = parse(args);
  const wanted = (name: 'left' | 'right' | 'out' | 'left-columns' | 'right-columns'): string =>
    values[name] || fail(`--${name} is missing`);
  const { kind, pairs } = values;
  if (kind !== 'customers' && kind !== 'items') fail('--kind is customers or items');
  const source = (side: 'left' | 'right'): ListSource => {
    const id = values[`${side}-id`] ?? null;
    if (!id && !pairs) fail(`--${side}-id is missing`);
    return { file: wanted(side), id, columns: readColumns(`${side}-columns`, wanted(`${side}-columns`)) };
  };
  return {
    kind,
    left: source('left'),
    right: source('right'),
    oneToOne: values['one-to-one'],
    estimatePrior: values['estimate-prior'],
    pairs,
    out: wanted('out'),
  };
}
