import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../web/playground/browser.ts';
import { asked, focusedPath, onPage } from './support/page.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
}, 60_000);

afterAll(() => playground.close());

const onState = (state: string, act: (page: Page) => Promise<void>): Promise<void> =>
  onPage(playground, 1200, async (page) => {
    await playground.open(page, `composer/${state}`, 'light');
    await act(page);
  });

const customerSearch = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search QuickBooks customers' });

/** What the combobox points its reader at. */
async function activeOption(combobox: Locator): Promise<string> {
  const id = await combobox.getAttribute('aria-activedescendant');
  if (id === null) return '';
  return combobox.page().locator(`#${id}`).innerText();
}

describe('the search of customers', () => {
  test('is walked by arrows, Home and End, and Escape closes it before it forgets the text', async () => {
    await onState('search customer', async (page) => {
      const search = customerSearch(page);
      expect(await search.getAttribute('aria-expanded')).toBe('true');
      expect(await search.getAttribute('aria-controls')).toBe('list');
      expect(await activeOption(search)).toContain('Brightwater Analytics Inc.');
      const walked: string[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
        await page.keyboard.press(key);
        walked.push((await activeOption(search)).split('\n')[0] ?? '');
      }
      const [inc, gmbh, gone, create] = [
        'Brightwater Analytics Inc.',
        'Brightwater Analytics GmbH',
        'Bright Waters Ltd (deleted)',
        'New customer “brigthwater”',
      ];
      expect(walked).toEqual([gmbh, gone, create, inc, create, inc, create]);
      await page.keyboard.press('Escape');
      expect(await search.getAttribute('aria-expanded')).toBe('false');
      expect(await search.inputValue()).toBe('brigthwater');
      await page.keyboard.press('ArrowDown');
      expect(await search.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await search.inputValue()).toBe('');
    });
  });

  test('Home and End stay with the text until the arrows have gone into the list', async () => {
    await onState('search customer', async (page) => {
      const search = customerSearch(page);
      await page.keyboard.press('Home');
      await page.keyboard.type('x');
      expect(await search.inputValue()).toBe('xbrigthwater');
      expect(await activeOption(search)).toContain('Brightwater Analytics Inc.');
    });
  });

  test('says how many it found, once the typing rests', async () => {
    await onState('search customer', async (page) => {
      const status = page.locator('sb-finder').first().getByRole('status');
      await expect.poll(() => status.innerText()).toBe('3 matches');
    });
    await onState('search: nothing', async (page) => {
      const status = page.locator('sb-finder').first().getByRole('status');
      await expect.poll(() => status.innerText()).toBe('Nothing found for “Quetzal & Daughters”');
    });
  });

  test('asks with every key, keeps the old list until the answer comes, and drops late ones', async () => {
    await onState('search: slow', async (page) => {
      const options = page.locator('sb-finder').first().getByRole('option');
      await customerSearch(page).pressSequentially('acm');
      expect(await asked(page, 'customers.search')).toMatchObject([
        { text: 'a' },
        { text: 'ac' },
        { text: 'acm' },
      ]);
      const answer = (text: string) =>
        page.evaluate(
          (typed) => (globalThis as unknown as { sidebillFound(text: string): void }).sidebillFound(typed),
          text,
        );
      await answer('acm');
      await options.getByText('Found by acm').waitFor();
      await answer('ac');
      await answer('a');
      await customerSearch(page).press('e');
      expect(await options.allInnerTexts()).toEqual([
        expect.stringContaining('Found by acm'),
        expect.stringContaining('New customer “acme”'),
      ]);
      // The list answers another text than the one that stands there: nothing of it is taken.
      await page.keyboard.press('Enter');
      expect(await page.locator('.chosen .name').innerText()).toBe('Brightwater Analytics Inc.');
      await answer('acme');
      await options.getByText('Found by acme').waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.chosen .name').innerText()).toBe('Found by acme');
    });
  });

  test('an inactive customer is shown and cannot be taken', async () => {
    await onState('search customer', async (page) => {
      await page.getByText('Bright Waters Ltd (deleted)').click();
      expect(await page.locator('.chosen .name').innerText()).toBe('Brightwater Analytics Inc.');
      expect(await customerSearch(page).getAttribute('aria-expanded')).toBe('true');
    });
  });

  test('ends in a new customer of the name that was typed, and focus goes to that name', async () => {
    await onState('search: nothing', async (page) => {
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const name = page.getByLabel('Name in QuickBooks');
      await expect.poll(() => name.inputValue()).toBe('Quetzal & Daughters');
      expect(await focusedPath(page)).toBe('/customer/display_name');
      expect(await page.getByLabel('First name').inputValue()).toBe('Ada');
    });
  });

  test('that fails says so, and offers to create nothing', async () => {
    await onState('search: failed', async (page) => {
      expect(await page.locator('.none').innerText()).toContain('Sidebill ran into a problem.');
      expect(await page.locator('sb-finder').first().getByRole('option').count()).toBe(0);
    });
  });
});

describe('[B-04] the reasons of a match', () => {
  test('stand in words, the runner-up with what sets it behind; the points only for who asks', async () => {
    await onState('complete', async (page) => {
      expect((await page.locator('.chosen .reasons li').allInnerTexts()).map((text) => text.trim())).toEqual([
        'Same name',
        'Same email',
        expect.stringContaining('Different phone'),
      ]);
      const runnerUp = await page.locator('.candidates li').first().innerText();
      expect(runnerUp).toContain('Same name; same email domain');
      expect(runnerUp).toContain(
        'Why not: billed in EUR, not USD; only the same email domain; another legal form',
      );
      expect(await page.locator('.breakdown').first().isVisible()).toBe(false);
    });
  });

  test('the points that are shown sum to the score that is shown, for every candidate', async () => {
    await onState('scores', async (page) => {
      const tables = await page.getByRole('table').all();
      expect(tables).toHaveLength(2);
      for (const table of tables) {
        const shown = await table.locator('[role=row]:not(.head) .figure').allInnerTexts();
        const points = shown.map((text) => Number(text.replaceAll(',', '').replace('+', '')));
        expect(points.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(points.at(-1));
      }
      expect(await tables[0]?.locator('.sum .figure').innerText()).toBe('1,565');
      expect(await tables[1]?.getByRole('row').nth(3).innerText()).toMatch(
        /Different legal form\s+inc\s+gmbh\s+-110/,
      );
    });
  });
});

describe('the lines', () => {
  test('[S2-09] those that are not QuickBooks products are marked, others not', async () => {
    await onState('trouble', async (page) => {
      const marks = await page
        .locator('fieldset.line')
        .evaluateAll((lines) => lines.map((line) => line.querySelector('.tag')?.textContent?.trim() ?? ''));
      expect(marks).toEqual(['', 'Several match', '', 'Not in QuickBooks', 'Not in QuickBooks']);
      await page.locator('[data-path="/lines/4/include"]').uncheck();
      await expect.poll(() => page.getByText('Not in QuickBooks').count()).toBe(1);
    });
  });

  test('[S2-08] a line without a product shows what it may be with the reasons, one click away', async () => {
    await onState('trouble', async (page) => {
      const line = page.locator('fieldset.line').nth(3);
      expect(await line.locator('.candidates').innerText()).toContain(
        '250 ml, not 500 ml; names partly the same',
      );
      await line.getByRole('button', { name: 'Use Screen cleaner 250 ml for line 4' }).click();
      await expect.poll(() => line.locator('button.item').innerText()).toContain('Screen cleaner 250 ml');
      expect(await focusedPath(page)).toBe('/lines/3/item');
      expect(await line.locator('.unmatched').count()).toBe(0);
    });
  });

  test('a line without any candidate is created under its own description, or searched for', async () => {
    await onState('trouble', async (page) => {
      const line = page.locator('fieldset.line').nth(4);
      await line.getByRole('button', { name: 'Search all products' }).click();
      await line.getByRole('combobox').pressSequentially('travel');
      await line.getByRole('option', { name: 'Create “travel” in QuickBooks' }).click();
      await expect.poll(() => focusedPath(page)).toBe('/lines/4/item/name');
      expect(await line.getByLabel('Name', { exact: true }).inputValue()).toBe('travel');
    });
    await onState('trouble', async (page) => {
      const line = page.locator('fieldset.line').nth(4);
      await line.getByRole('button', { name: 'Create in QuickBooks' }).click();
      await expect.poll(() => focusedPath(page)).toBe('/lines/4/item/name');
      expect(await line.getByLabel('Name', { exact: true }).inputValue()).toBe('Travel to Denver and back');
    });
  });

  test('[S1-13] [S1-14] a line says how its product was found: by SKU, or by name with the score', async () => {
    await onState('complete', async (page) => {
      const facts = await page.locator('fieldset.line .what > .faint').allInnerTexts();
      expect(facts[0]).toBe('Matched by SKU · Posts to Services');
      expect(facts[1]).toContain('Matched by name, score 436');
    });
  });

  test('[S0-11] a product is added as a line by keyboard, with its words, price and tax code', async () => {
    await onState('complete', async (page) => {
      await page.getByRole('button', { name: 'Add product' }).press('Enter');
      await page.keyboard.type('work');
      await page.getByRole('option', { name: 'Onboarding workshop', exact: false }).first().waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedPath(page)).toBe('/lines/3/quantity');
      const value = (name: string) => page.locator(`[data-path="/lines/3/${name}"]`).inputValue();
      expect(await page.locator('fieldset.line').nth(3).locator('button.item').innerText()).toContain(
        'Onboarding workshop',
      );
      expect(await value('description')).toBe('Onboarding workshop, on site');
      expect(await value('quantity')).toBe('1');
      expect(await value('unit_price')).toBe('1450.00');
      expect(await page.locator('[data-path="/lines/3/taxable"]').isChecked()).toBe(true);
    });
  });

  test('giving up a search brings focus back to where it came from', async () => {
    await onState('trouble', async (page) => {
      await page.getByRole('button', { name: 'Add product' }).press('Enter');
      await page.keyboard.press('Escape');
      await expect.poll(() => focusedPath(page)).toBe('/lines/add');
      await page.locator('fieldset.line').nth(4).getByRole('button', { name: 'Search all products' }).click();
      await page.keyboard.press('Escape');
      await expect.poll(() => focusedPath(page)).toBe('/lines/4/item');
    });
  });
});
