// Who is measured.
import type { Contender } from './contender.ts';
import { opponent } from './opponent.ts';
import { flexSearch, fuse, fuzzySort, microFuzzy, miniSearch } from './packages.ts';
import { plain } from './plain.ts';

/** Sidebill's own index belongs here, first; it is loaded the same way in Node and in a page. */
export async function handWritten(): Promise<Contender[]> {
  return [opponent, plain];
}

export const packages: readonly Contender[] = [miniSearch, flexSearch, fuzzySort, microFuzzy, fuse];
