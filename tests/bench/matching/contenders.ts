// Who is measured.
import type { Contender } from './contender.ts';
import { opponent } from './opponent.ts';
import { flexSearch, fuse, fuzzySort, microFuzzy, miniSearch } from './packages.ts';
import { sidebill } from './sidebill.ts';
import { tuned } from './tuned.ts';

/** Sidebill's own index first. */
export async function handWritten(wasm: BufferSource): Promise<Contender[]> {
  return [await sidebill(wasm), opponent, tuned];
}

export const packages: readonly Contender[] = [miniSearch, flexSearch, fuzzySort, microFuzzy, fuse];
