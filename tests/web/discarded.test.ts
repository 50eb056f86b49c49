// What a discarded draft says of the books: never that nothing was written when something may have been.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../web/playground/browser.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
}, 60_000);
afterAll(() => playground.close());

async function said(state: string): Promise<string> {
  const page = await playground.browser.newPage();
  try {
    await playground.open(page, state, 'light');
    return await page.locator('.result').innerText();
  } finally {
    await page.close();
  }
}

const nothingWritten = 'Nothing was created in QuickBooks or HubSpot';

test('a draft discarded before any write says that nothing was written', async () => {
  expect(await said('composer/discarded')).toContain(nothingWritten);
});

test('a draft discarded in doubt says so, with the issue and no promise', async () => {
  const text = await said('composer/discarded in doubt');
  expect(text).not.toContain(nothingWritten);
  expect(text).toContain('QuickBooks may have created the invoice');
});

test('a draft discarded after a customer was made does not promise that nothing was written', async () => {
  const text = await said('composer/discarded after a write');
  expect(text).not.toContain(nothingWritten);
  expect(text).toContain('something was sent before you stopped');
});
