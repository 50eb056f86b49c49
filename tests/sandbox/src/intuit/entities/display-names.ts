// When two display names are the same. How QuickBooks compares them is only partly known, so there are two readings.
import { type Books, rows } from '../books.ts';
import { faults, refuse } from '../refusal.ts';
import type { Entity } from '../state.ts';

/** What is added to the name of a customer, vendor or employee that is made inactive. */
export const deletedMark = ' (deleted)';

/** Case and spaces at the ends do not tell names apart. */
export const plainKey = (name: string): string => name.trim().toLowerCase();

/** Nor do accents, width, spaces within, and the mark of an inactive name: it holds its name for when it comes back. */
export function looseKey(name: string): string {
  const folded = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  const narrow = folded.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return withoutMarks(
    narrow
      .toLowerCase()
      .replace(/\p{White_Space}+/gu, ' ')
      .trim(),
  );
}

/** The same, remembered: each new name is compared with all there are. */
function rememberedLooseKey(name: string): string {
  const known = looseKeys.get(name) ?? looseKey(name);
  looseKeys.set(name, known);
  return known;
}

const looseKeys = new Map<string, string>();

function withoutMarks(key: string): string {
  let rest = key;
  while (` ${rest}`.endsWith(deletedMark)) rest = rest.slice(0, -deletedMark.length).trimEnd();
  return rest;
}

/** Names are unique over customers, vendors and employees, active or not. */
export function requireUniqueName(books: Books, displayName: string, own: Entity | null): void {
  const keyOf = comparison(books, displayName, own);
  const wanted = keyOf(displayName);
  for (const kind of ['Customer', 'Vendor', 'Employee']) {
    for (const row of rows(books.company, kind)) {
      if (row !== own && keyOf(String(row['DisplayName'])) === wanted) refuse(faults.duplicateName());
    }
  }
}

/** Who keeps the name it has, but for a space, is not asked where it got it from. */
function comparison(books: Books, displayName: string, own: Entity | null): (name: string) => string {
  if (books.world.state.switches.displayNames === 'plain') return plainKey;
  const kept = own !== null && looseKey(String(own['DisplayName'])) === looseKey(displayName);
  return kept ? plainKey : rememberedLooseKey;
}

/** Runs `make` under the plain reading: books hold names from before anybody compared them so closely. */
export function withPlainNames(books: Books, make: () => void): void {
  const { switches } = books.world.state;
  const before = switches.displayNames;
  switches.displayNames = 'plain';
  make();
  switches.displayNames = before;
}
