// What the extension has on disk, as anyone with the profile could read it.
import type { Page } from 'playwright-core';

/** Every row of every store of IndexedDB, as text; keys of WebCrypto show as nothing, as they do to any script. */
export function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asText = (_: string, value: unknown) => {
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
      return ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
    };
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let text = '';
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await finished(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = await finished(database.transaction(store).objectStore(store).getAll());
        text += `${store}: ${JSON.stringify(rows, asText)}\n`;
      }
      database.close();
    }
    return text;
  });
}

/** The rows of one store, as text. */
export async function storedRows(page: Page, store: string): Promise<unknown[]> {
  const line = (await storedText(page)).split('\n').find((one) => one.startsWith(`${store}: `));
  if (!line) throw new Error(`There is no store ${store}.`);
  return JSON.parse(line.slice(store.length + 2)) as unknown[];
}
