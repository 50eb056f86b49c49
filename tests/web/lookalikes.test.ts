// Invoices that look like a deal, and what a draft may repeat, as the pages show them.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../web/playground/browser.ts';
import { wordsEn } from '../../web/src/messages/words.en.ts';

const weights = readFileSync(new URL('../../core/matching/document_weights.cpp', import.meta.url), 'utf8');
let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
}, 60_000);

afterAll(() => playground.close());

async function onState(state: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await playground.browser.newPage({ viewport: { width: 360, height: 900 } });
  try {
    await playground.open(page, state, 'light');
    await act(page);
  } finally {
    await page.close();
  }
}

test('whatever speaks for or against a document has words', () => {
  const levels = [...weights.matchAll(/\{"([a-z-]+)", "([a-z-]+)", -?\d+\}/g)].map(
    ([, field, level]) => `${field}/${level}`,
  );
  expect(levels.length).toBeGreaterThan(40);
  expect(levels.filter((level) => !(level in wordsEn.documentEvidence.words))).toEqual([]);
});

describe('suggestions', () => {
  test('name the invoice and what speaks for it, strongest first, and nothing that speaks against it', () =>
    onState('card/suggested', async (page) => {
      const first = page.locator('sb-suggestions li').first();
      const words = (await first.innerText()).replaceAll(/\s+/g, ' ');
      expect(words).toContain('SHOP-1301');
      expect(words).toContain('$4,310.00');
      expect(words).toContain('Same week as the deal, same amount, same lines, customer linked to this deal');
      expect(words).not.toContain('Does not name the deal');
    }));

  test('that were certain and added are said, with a way back', () =>
    onState('card/suggested: added', async (page) => {
      await page.getByText('Invoice SHOP-1301 surely belongs to this deal and was added.').waitFor();
      expect(
        await page.getByRole('button', { name: 'Undo: take invoice SHOP-1301 off this deal' }).count(),
      ).toBe(1);
    }));

  test('that were asked for and are not there are said to be none', () =>
    onState('card/suggested: nothing', async (page) => {
      await page.getByText('No other invoice in QuickBooks looks like this deal.').waitFor();
    }));
});

describe('a draft that repeats an invoice', () => {
  test('cannot be reviewed, and the way out is one button', () =>
    onState('composer/repeats', async (page) => {
      await page.getByText('QuickBooks already has this invoice').first().waitFor();
      expect(await page.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'This is another invoice' }).count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Add that one to the deal instead' }).count()).toBe(1);
    }));

  test('goes on once it is confirmed, and the confirmation can be taken back', () =>
    onState('composer/repeats: confirmed', async (page) => {
      await page.getByText('you confirmed it').waitFor();
      expect(await page.getByRole('button', { name: 'Review', exact: true }).first().isDisabled()).toBe(
        false,
      );
      expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(1);
    }));
});
