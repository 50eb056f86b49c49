// The directory lives in the core's memory: a fresh worker restores it from one block, or fills it from the store, before
// any run looks into it.
import type { Core } from '@sidebill/core';
import type { DirectoryList } from '@sidebill/core/boundary';
import type { Cache } from '../store/cache.ts';
import type { RecordRow } from '../store/schema.ts';

const lists: DirectoryList[] = ['customers', 'items', 'names', 'contacts', 'companies', 'products'];

export interface DirectoryKeeper {
  /** The directory is in the core's memory. */
  ready: Promise<void>;
  /** Records were kept: when many were, the block is taken anew, once they have all come. */
  changed(): void;
}

/** So many records are put one by one faster than the whole block is written. */
const manyChanges = 200;
const quiet_ms = 1_000;

export function directoryKeeperOf(core: Core, cache: Cache, now: () => number): DirectoryKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = async () => {
    if ((await cache.changedSince()) >= manyChanges) await cache.keepSnapshot(core.snapshot(), now());
  };
  return {
    ready: fillDirectory(core, cache, now),
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        take().catch((error: unknown) => console.error('The directory was not saved.', error));
      }, quiet_ms);
    },
  };
}

async function fillDirectory(core: Core, cache: Cache, now: () => number): Promise<void> {
  const snapshot = await cache.snapshot();
  if (snapshot && core.restore(snapshot.block)) {
    for (const list of lists)
      fill(
        core,
        list,
        snapshot.since.filter((row) => row.list === list),
      );
    return;
  }
  let count = 0;
  for (const list of lists) {
    await cache.eachPiece(list, (rows) => {
      fill(core, list, rows);
      count += rows.length;
    });
  }
  if (count >= manyChanges) await cache.keepSnapshot(core.snapshot(), now());
}

function fill(core: Core, list: DirectoryList, rows: readonly RecordRow[]): void {
  if (rows.length > 0) core.fill({ list, rows: rows.map(({ key, json }) => ({ key, json })) });
}
