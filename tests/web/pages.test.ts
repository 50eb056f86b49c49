import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../web/playground/browser.ts';
import { asked, focusedPath, onPage, tabTo, type Violation, violations } from './support/page.ts';

interface Listed {
  name: string;
  widths: number[];
}
let playground: Playground;
let states: Listed[];

beforeAll(async () => {
  playground = await startPlayground();
  const page = await playground.browser.newPage();
  await playground.open(page, 'panel/nothing open', 'light');
  states = await page.evaluate(() => (globalThis as unknown as { sidebillStates: Listed[] }).sidebillStates);
  await page.close();
}, 60_000);

afterAll(() => playground.close());

describe('every state', () => {
  const light: Record<string, Violation[]> = {};
  const dark: Record<string, Violation[]> = {};
  const tooWide: Record<string, number> = {};

  beforeAll(async () => {
    await onPage(playground, 280, async (page) => {
      for (const { name } of states) {
        await playground.open(page, name, 'light').catch((fault: Error) => {
          throw new Error(`${name}: ${fault.message}`);
        });
        // Through the debugger, so that the page's own policy stays as strict as the extension's.
        await page.evaluate(axe.source);
        light[name] = await violations(page);
        tooWide[name] = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        await page.evaluate(() => {
          document.documentElement.dataset['theme'] = 'dark';
        });
        dark[name] = await violations(page, ['color-contrast']);
      }
    });
  }, 180_000);

  test('there are states of every page', () => {
    const pages = new Set(states.map(({ name }) => name.split('/')[0]));
    expect([...pages].sort()).toEqual([
      'card',
      'composer',
      'matching',
      'panel',
      'requests',
      'review-list',
      'setup',
    ]);
    expect(Object.keys(light)).toHaveLength(states.length);
  });

  test('has no accessibility violation, and enough contrast in the dark', () => {
    expect(only(light, (found) => found.length > 0)).toEqual({});
    expect(only(dark, (found) => found.length > 0)).toEqual({});
  });

  test('fits 280 pixels without scrolling sideways', () => {
    expect(only(tooWide, (pixels) => pixels > 0)).toEqual({});
  });
});

function only<T>(all: Record<string, T>, wanted: (one: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([, one]) => wanted(one)));
}

describe('card', () => {
  test('a hundred documents stand in the list, in the order they came', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/hundred', 'light');
      const numbers = await page.locator('sb-document .number').allInnerTexts();
      expect(numbers).toHaveLength(100);
      expect(numbers.map(Number)).toEqual([...numbers.map(Number)].sort((a, b) => b - a));
    });
  });

  test('everything can be reached and used by keyboard', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/documents', 'light');
      await tabTo(page, 'Details of invoice 1042');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Remove from this deal');
      await page.keyboard.press('Space');
      await expect.poll(() => page.getByText('It stays in QuickBooks').isVisible()).toBe(true);
    });
  });

  test('the number opens a preview down to the total, and the PDF is one click away, open or not', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/documents', 'light');
      const row = page.locator('sb-document').first();
      await row.getByRole('button', { name: 'PDF of invoice 1042' }).click();
      await expect.poll(() => asked(page, 'file.read')).toEqual([{ file: 'pdf-1042' }]);
      await row.getByRole('button', { name: 'Details of invoice 1042' }).click();
      expect(await row.locator('.sum').innerText()).toMatch(/Total\s+\$4,310\.00/);
      expect(await row.locator('.details button, .details a').first().innerText()).toBe('Download PDF');
    });
  });

  test('an invoice begun on another page is followed, and shown as soon as it exists', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/begun elsewhere', 'light');
      expect(await page.locator('sb-document').count()).toBe(0);
      await page.evaluate(() =>
        (globalThis as unknown as { sidebillBegin(run: string): void }).sidebillBegin('run-7'),
      );
      await page.getByText('A draft is waiting for your approval').waitFor();
      await page.evaluate(() =>
        (globalThis as unknown as { sidebillEnd(run: string): void }).sidebillEnd('run-7'),
      );
      await page.getByRole('button', { name: 'Details of invoice 1042' }).waitFor();
      expect(await page.getByText('A draft is waiting for your approval').count()).toBe(0);
    });
  });

  test('a deal that has an invoice offers another one, a deal with a voided one the first', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/documents', 'light');
      await page.getByRole('button', { name: 'Create another' }).click();
      expect(await asked(page, 'page.open')).toMatchObject([{ page: 'compose' }]);
      await playground.open(page, 'card/voided', 'light');
      await page.getByRole('button', { name: 'Create invoice' }).waitFor();
    });
  });

  test('while an invoice is being created, or its draft waits, no other one can be begun here', async () => {
    await onPage(playground, 360, async (page) => {
      for (const state of ['card/creating', 'card/draft waits']) {
        await playground.open(page, state, 'light');
        expect(await page.getByRole('button', { name: 'Create another' }).isDisabled(), state).toBe(true);
      }
    });
  });

  test('money that is still to come is called so, and what is paid says when it was invoiced', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/documents', 'light');
      const [sent, overdue, paid] = await page.locator('sb-document article').allInnerTexts();
      expect(sent).toContain('$4,310.00 outstanding');
      expect(overdue).toContain('$450.00 outstanding');
      expect(paid).not.toContain('outstanding');
      expect(paid).toContain('Invoiced ');
    });
  });

  test('alone it follows the system into the dark, in a page of HubSpot’s it stays light like the page', async () => {
    await onPage(playground, 360, async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await playground.open(page, 'card/documents', 'system');
      expect(await lightness(page.mainFrame())).toBeLessThan(40);
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = location.href;
        document.body.append(frame);
      });
      await expect.poll(() => page.frames().length).toBe(2);
      const framed = page.frames()[1] as Frame;
      await framed.waitForSelector('html[data-ready]');
      expect(await lightness(framed)).toBe(255);
    });
  });

  test('a removed invoice leaves, and the one below it stays as it was', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/remove', 'light');
      await page.getByRole('button', { name: 'Remove', exact: true }).click();
      await expect.poll(() => page.locator('sb-document .number').allInnerTexts()).toEqual(['1037', '1019']);
      expect(await page.locator('sb-document .details').count()).toBe(0);
    });
  });

  test('names in a document are text, never markup', async () => {
    await onPage(playground, 360, async (page) => {
      await playground.open(page, 'card/hostile', 'light');
      await page.locator('.number').first().click();
      expect(await page.locator('sb-document img, sb-document script').count()).toBe(0);
      expect(await page.locator('sb-document a').count()).toBe(0);
      expect(await page.getByText('<img src=x onerror=alert(1)>').first().isVisible()).toBe(true);
    });
  });
});

describe('composer', () => {
  test('typing keeps focus and caret while the core composes', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/complete', 'light');
      const quantity = page.locator('[data-path="/lines/1/quantity"]');
      await quantity.click();
      await page.keyboard.press('Home');
      await page.keyboard.type('1,5', { delay: 40 });
      expect(await quantity.inputValue()).toBe('1,512');
      expect(await quantity.evaluate((input) => (input as HTMLInputElement).selectionStart)).toBe(3);
    });
  });

  test('Back, twenty times, loses and changes nothing', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/complete', 'light');
      await page.locator('[data-path="/message"]').fill('Räksmörgås & <b>co</b>\nline two');
      await page.locator('[data-path="/lines/0/quantity"]').fill('2,5');
      await page.locator('[data-path="/date"]').fill('2027-02-28');
      await page.locator('[data-path="/lines/2/include"]').check();
      const before = await entered(page);
      for (let turn = 0; turn < 20; turn += 1) {
        await page.getByRole('button', { name: 'Review', exact: true }).click();
        await page.getByRole('heading', { name: 'What will happen' }).waitFor();
        if (turn % 2 === 0) await page.getByRole('button', { name: 'Back' }).click();
        else await page.goBack();
        await page.getByRole('heading', { name: 'Lines' }).waitFor();
        expect(await entered(page)).toEqual(before);
      }
      expect(before).toContain('2,5');
      expect(before).toContain('Räksmörgås & <b>co</b>\nline two');
    });
  });

  test('a further invoice is made only after the person has seen the first and said so', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/another', 'light');
      const review = page.getByRole('button', { name: 'Review', exact: true });
      expect(await review.isDisabled()).toBe(true);
      await page.getByText('Invoice 1042 ($4,310.00) already exists for this deal.').first().waitFor();
      await page.getByRole('button', { name: 'Create another' }).click();
      await expect.poll(() => review.isDisabled()).toBe(false);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => review.isDisabled()).toBe(true);
    });
  });

  test('terms that nobody chose are named, and can be chosen over', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/complete', 'light');
      const terms = page.getByLabel('Terms', { exact: true });
      expect(await terms.locator('option').allInnerTexts()).toEqual([
        'Net 30 (default)',
        'Due on receipt',
        'Net 30',
      ]);
      await terms.selectOption('Due on receipt');
      await expect.poll(() => terms.locator('option').first().innerText()).toBe('Customer’s default');
    });
  });

  test('a new customer is filled in from the sale, and what is typed stays', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/complete', 'light');
      await page.getByRole('button', { name: 'New customer' }).click();
      const name = page.getByLabel('Name in QuickBooks');
      await expect.poll(() => name.inputValue()).toBe('Brightwater Analytics');
      expect(await page.getByLabel('Currency').inputValue()).toBe('USD');
      await name.fill('Brightwater (Denver)');
      await page.getByLabel('Phone').fill('');
      await page.getByRole('button', { name: 'Choose an existing customer' }).click();
      await page.getByRole('button', { name: 'New customer' }).click();
      expect(await name.inputValue()).toBe('Brightwater (Denver)');
      expect(await page.getByLabel('Phone').inputValue()).toBe('');
    });
  });

  test('the whole way by keyboard: edit, review, create', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/complete', 'light');
      await tabTo(page, 'Review');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'What will happen' }).waitFor();
      await tabTo(page, 'Create invoice');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Invoice 1058 created' }).waitFor();
      const answers = await asked(page, 'run.answer');
      expect(answers).toHaveLength(1);
      expect(answers[0]).toMatchObject({
        step: 9,
        turn: 0,
        choice: { kind: 'approve', approved_hash: '9b74c9897bac770ffc029102a200c5de22f0d1c9' },
      });
    });
  });

  test('the review reads as an invoice, and keeps every value as it is sent', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/review', 'light');
      const line = page.locator('.bill li').first();
      expect((await line.innerText()).split(/\n+/)).toEqual([
        'Onboarding workshop, two days on site',
        'Onboarding workshop · Not taxable',
        '2 × $1,450.00',
        '$2,900.00',
      ]);
      const exact = page.locator('tr', { has: page.getByText('Line[0].Amount', { exact: true }) });
      expect(await exact.isVisible()).toBe(false);
      await page.getByText('Exact values').click();
      expect(await exact.locator('.after').innerText()).toBe('2900.00');
      expect(await page.locator('.exact tbody tr').count()).toBe(18);
    });
  });

  test('in a narrow window total and Create stay in sight, wherever one has scrolled to', async () => {
    for (const width of [280, 360]) {
      await onPage(playground, width, async (page) => {
        await playground.open(page, 'composer/review', 'light');
        await page.setViewportSize({ width, height: 500 });
        const create = page.getByRole('button', { name: 'Create invoice' });
        for (const at of [0, 300, 10_000]) {
          await page.evaluate((top) => scrollTo(0, top), at);
          const box = await create.boundingBox();
          expect(box && box.y >= 0 && box.y + box.height <= 500 && box.x + box.width <= width).toBe(true);
        }
      });
    }
  });

  test('an issue of a number stands right below its field', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/trouble', 'light');
      const box = async (selector: string) => {
        const found = await page.locator(selector).boundingBox();
        if (!found) throw new Error(`${selector} is not to be seen`);
        return found;
      };
      const field = await box('[data-path="/lines/2/unit_price"]');
      const issue = await box('#field-lines-2-unit_price-issues');
      expect(Math.abs(issue.x - field.x)).toBeLessThan(2);
      expect(issue.y - (field.y + field.height)).toBeLessThan(12);
    });
  });

  test('what is done is behind: the result names the record, and every stage is over', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/review', 'light');
      expect(await page.locator('.stages [aria-current]').innerText()).toBe('Review');
      await page.getByRole('button', { name: 'Create invoice' }).click();
      await page.getByRole('heading', { name: 'Invoice 1058 created' }).waitFor();
      expect(await page.locator('h1').innerText()).toBe('Brightwater: analytics rollout');
      expect(await page.locator('.stages .past').count()).toBe(3);
      expect(await page.title()).toBe('Invoice 1058 created');
    });
  });

  test('Create pressed twice sends one approval', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/review', 'light');
      await page.getByRole('button', { name: 'Create invoice' }).dblclick();
      await page.getByRole('heading', { name: 'Invoice 1058 created' }).waitFor();
      expect(await asked(page, 'run.answer')).toHaveLength(1);
    });
  });

  test('what is wrong leads to its field', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/trouble', 'light');
      await page.getByRole('button', { name: 'Line 1: “1,5”' }).click();
      expect(await focusedPath(page)).toBe('/lines/0/quantity');
      await page.getByRole('button', { name: 'Line 3: No product' }).click();
      expect(await focusedPath(page)).toBe('/lines/2/item');
      expect(await page.getByRole('button', { name: 'Review', exact: true }).isDisabled()).toBe(true);
    });
  });

  test('a text that QuickBooks cannot store is mended with one click', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/trouble', 'light');
      await page.getByRole('button', { name: 'Use “Welcome aboard”' }).click();
      expect(await page.locator('[data-path="/message"]').inputValue()).toBe('Welcome aboard');
    });
  });

  test('a customer is found, chosen and kept by keyboard', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'composer/search customer', 'light');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.chosen .name').innerText()).toBe('Brightwater Analytics GmbH');
    });
  });
});

describe('setup', () => {
  test('a key without all permissions is amber, with what is missing and what it is for', async () => {
    await onPage(playground, 1200, async (page) => {
      await playground.open(page, 'setup/limited', 'light');
      expect(await page.locator('sb-hubspot-step .state').innerText()).toBe('Connected, limited');
      expect(await page.locator('.number.done').count()).toBe(2);
      expect(await page.locator('.number.limited').count()).toBe(1);
      expect(await page.locator('.missing code').allInnerTexts()).toContain('crm.schemas.deals.write');
      await page.getByRole('button', { name: 'Test connection' }).first().click();
      await page.getByText('Remember which invoice belongs to which record').waitFor();
      await page.getByText('3 features need more permissions').waitFor();
    });
  });
});

/** The red of the page's background, from 0 to 255. */
async function lightness(frame: Frame): Promise<number> {
  const colour = await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  return Number(/\d+/.exec(colour)?.[0]);
}

/** Everything that stands in the form's fields, in order. */
async function entered(page: Page): Promise<string[]> {
  return page.locator('input, textarea, select').evaluateAll((fields) =>
    fields.map((field) => {
      if (field instanceof HTMLInputElement && field.type === 'checkbox') return String(field.checked);
      return (field as HTMLInputElement).value;
    }),
  );
}
