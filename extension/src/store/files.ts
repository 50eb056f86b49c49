// Files that were read and may be opened again, bounded in number and bytes: the oldest leave first.
import type { Database, FileRow } from './schema.ts';

export interface Files {
  keep(row: FileRow): Promise<void>;
  read(file: string): Promise<FileRow | null>;
  rename(file: string, name: string): Promise<void>;
  forget(realm: string): Promise<void>;
}

const most = { files: 60, bytes: 40 * 1024 * 1024 };

export function filesOf(database: Database): Files {
  return {
    keep: (row) => keep(database, row),
    read: async (file) => (await database.get('files', file)) ?? null,
    rename: async (file, name) => {
      const work = database.transaction('files', 'readwrite');
      const row = await work.store.get(file);
      if (row) await work.store.put({ ...row, name });
      await work.done;
    },
    forget: async (realm) => {
      const work = database.transaction('files', 'readwrite');
      for await (const cursor of work.store.index('realm').iterate(realm)) await cursor.delete();
      await work.done;
    },
  };
}

async function keep(database: Database, row: FileRow): Promise<void> {
  const work = database.transaction('files', 'readwrite');
  await work.store.put(row);
  let files = 0;
  let bytes = 0;
  for await (const cursor of work.store.index('kept').iterate(null, 'prev')) {
    files += 1;
    bytes += cursor.value.bytes.byteLength;
    const isTheNewOne = cursor.value.file === row.file;
    if (!isTheNewOne && (files > most.files || bytes > most.bytes)) await cursor.delete();
  }
  await work.done;
}
