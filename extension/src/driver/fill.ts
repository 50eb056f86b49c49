// The directory lives in the core's memory: a fresh worker fills it from the store before any run looks into it.
import type { Core } from '@sidebill/core';
import type { Cache, DirectoryList } from '../store/cache.ts';

const lists: DirectoryList[] = ['customers', 'items', 'names'];

export async function fillDirectory(core: Core, cache: Cache): Promise<void> {
  for (const list of lists) {
    await cache.eachPiece(list, (rows) => {
      core.fill({ list, rows: rows.map(({ key, json }) => ({ key, json })) });
    });
  }
}
