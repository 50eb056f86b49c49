// A record page taken over by somebody else's script: it learns nothing, and nothing is written.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hubspotInvoicesOf, writes } from './support/books.ts';
import { dealLike } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { useOffice } from './support/office.ts';
import { cardOf, dealAddress } from './support/story.ts';

const office = useOffice();

interface Loot {
  roots: string[];
  documents: string[];
  texts: string[];
  messages: { from: string; data?: string; answer?: unknown }[];
  attempts: number;
  clicks: number;
  moved: number;
}

test('a page that reads learns nothing of the card', async () => {
  const page = await openHostile('read');
  await cardOf(page);
  await eventually(async () => (await loot(page)).attempts).toBeGreaterThan(10);
  const { roots, documents, texts } = await loot(page);
  expect(documents).toEqual([]);
  expect(texts.join('')).toBe('');
  expect(roots.filter((name) => name !== 'sidebill-card')).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('sidebill-card')?.shadowRoot ?? null)).toBeNull();
});

test('a page that sends messages to every window and to the extension is not answered', async () => {
  const page = await openHostile('message');
  const card = await cardOf(page);
  await eventually(async () => (await loot(page)).attempts).toBeGreaterThan(20);
  const { messages } = await loot(page);
  // The one thing that the card tells its page is how high it is; the content script tells it nothing.
  const told = messages.map(({ data }) => JSON.parse(data ?? '{}') as Record<string, unknown>);
  expect(new Set(told.map((message) => Object.keys(message).sort().join()))).toEqual(
    new Set(['height,sidebill']),
  );
  expect(messages.filter(({ answer }) => answer !== undefined)).toEqual([]);
  await card.getByRole('button', { name: 'Create invoice' }).waitFor();
  nothingWritten();
});

test('a click through or onto a layer over the card does nothing', async () => {
  for (const kind of ['cover', 'bait']) {
    const page = await openHostile(kind);
    const card = await cardOf(page);
    const button = card.getByRole('button', { name: 'Create invoice' });
    await button.waitFor();
    await clickAt(page, await button.boundingBox());
    await page.waitForTimeout(1_000);
    expect(
      office.browser.context.pages().filter((one) => one.url().includes('composer.html')),
      kind,
    ).toEqual([]);
    nothingWritten();
  }
});

test('a card that is moved under the pointer takes no click', async () => {
  const page = await openHostile('move');
  await cardOf(page);
  await page.mouse.move(700, 500);
  await page.mouse.move(710, 510);
  await eventually(async () => (await loot(page)).moved).toBeGreaterThan(0);
  for (let click = 0; click < 5; click += 1) {
    await page.mouse.move(600 + click * 20, 400 + click * 20);
    await page.mouse.click(600 + click * 20, 400 + click * 20);
  }
  await page.waitForTimeout(1_000);
  expect(office.browser.context.pages().filter((one) => one.url().includes('composer.html'))).toEqual([]);
  nothingWritten();
});

test('a click that comes too soon after the card moved is asked for again', async () => {
  const page = await openHostile('move');
  const card = await cardOf(page);
  const hint = card.getByText('The card just moved. Click again.');
  let turn = 0;
  await eventually(async () => {
    turn += 1;
    await page.mouse.move(600 + turn, 400 + turn);
    await page.mouse.click(600 + turn, 400 + turn);
    return hint.count();
  }).toBe(1);
  nothingWritten();
});

test('a frame of the card that the page makes itself is not let near anything that writes', async () => {
  const page = await openHostile('read');
  const card = await cardOf(page);
  const refused = await card.evaluate(async (portal) => {
    const send = (name: string, request: unknown) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: unknown }> } };
        }
      ).chrome.runtime.sendMessage({ name, request, seen: false });
    const input = {
      portal,
      realm: '9341453172058501',
      source: { type: '0-3', id: '31000000001' },
      another: false,
    };
    const answers = [
      await send('run.start', { operation: 'create_invoice', input }),
      await send('run.start', {
        operation: 'add_invoice',
        input: { portal, record: input.source, keys: [] },
      }),
      await send('run.answer', { run: 'x', step: 0, turn: 0, choice: {} }),
      await send('hubspot.disconnect', {}),
      await send('links.export', {}),
      await send('requests.read', { limit: 10 }),
    ];
    return answers.map(({ value }) => value);
  }, office.portal);
  expect(refused).toEqual([null, null, null, null, null, null]);
  nothingWritten();
});

async function openHostile(kind: string): Promise<Page> {
  const deal = dealLike(office.world, `Hostile ${kind}`);
  const page = await office.browser.context.newPage();
  await page.goto(dealAddress(office.portal, deal.id, `?hostile=${kind}&rerender=off&latency=10`));
  expect(hubspotInvoicesOf(office.world, deal)).toEqual([]);
  return page;
}

function loot(page: Page): Promise<Loot> {
  return page.evaluate(() => (globalThis as unknown as { __hostile: Loot }).__hostile);
}

async function clickAt(
  page: Page,
  box: { x: number; y: number; width: number; height: number } | null,
): Promise<void> {
  if (!box) throw new Error('There is nothing to click on.');
  await page.waitForTimeout(800);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

function nothingWritten(): void {
  expect(writes(office.exchanges(), 'quickbooks')).toEqual([]);
  expect(writes(office.exchanges(), 'hubspotApi')).toEqual([]);
}
