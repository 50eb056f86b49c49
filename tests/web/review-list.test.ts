import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../web/playground/browser.ts';
import { Decisions } from '../../web/src/review-list/decisions.ts';
import type { Decided, Proposal } from '../../web/src/review-list/proposal.ts';
import { onPage } from './support/page.ts';

const side = (id: string) => ({ id, title: id.toUpperCase(), facts: [] });
const proposal = (left: string, outcome: Proposal['outcome'], ...rights: string[]): Proposal => ({
  left: side(left),
  outcome,
  candidates: rights.map((right) => ({ right: side(right), score: '1', evidence: [] })),
});

const mixed = [
  proposal('a', 'link', '1', '9'),
  proposal('b', 'ask', '2'),
  proposal('c', 'none'),
  proposal('d', 'link', '4'),
];
const [a, b, c] = mixed as [Proposal, Proposal, Proposal, Proposal];

describe('decisions', () => {
  test('the best candidate is accepted unless another one is named', () => {
    const decisions = new Decisions(mixed);
    expect(decisions.accept(a)).toEqual([['a', { kind: 'accepted', right: '1' }]]);
    expect(decisions.accept(a, '9')).toEqual([['a', { kind: 'accepted', right: '9' }]]);
    expect(decisions.of(a)).toEqual({ kind: 'accepted', right: '9' });
  });

  test('where nothing is proposed nothing can be accepted, and there is nothing to undo', () => {
    const decisions = new Decisions(mixed);
    expect(decisions.accept(c)).toEqual([]);
    expect(decisions.canUndo).toBe(false);
    expect(decisions.reject(c)).toEqual([['c', { kind: 'rejected' }]]);
  });

  test('undo brings back what stood before, step by step', () => {
    const decisions = new Decisions(mixed);
    decisions.accept(a);
    decisions.reject(a);
    expect(decisions.undo()).toEqual([['a', { kind: 'accepted', right: '1' }]]);
    expect(decisions.undo()).toEqual([['a', null]]);
    expect(decisions.undo()).toEqual([]);
    expect(decisions.decided).toBe(0);
  });

  test('all that is certain is accepted in one step, except what somebody has decided', () => {
    const decisions = new Decisions(mixed);
    decisions.reject(a);
    expect(decisions.certainLeft).toBe(1);
    expect(decisions.acceptCertain()).toEqual([['d', { kind: 'accepted', right: '4' }]]);
    expect(decisions.acceptCertain()).toEqual([]);
    decisions.undo();
    expect(decisions.of(a)).toEqual({ kind: 'rejected' });
    expect(decisions.certainLeft).toBe(1);
  });

  test('every filter counts what it shows', () => {
    const decisions = new Decisions(mixed, [['b', { kind: 'rejected' }]]);
    const counts = (['all', 'link', 'ask', 'none', 'decided'] as const).map((one) => decisions.count(one));
    expect(counts).toEqual([4, 2, 1, 1, 1]);
    expect(decisions.shown('decided')).toEqual([b]);
  });
});

describe('the review list', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  }, 60_000);

  afterAll(() => playground.close());

  const onState = (state: string, act: (page: Page, list: Locator) => Promise<void>): Promise<void> =>
    onPage(playground, 1200, async (page) => {
      await playground.open(page, `review-list/${state}`, 'light');
      await act(page, page.getByRole('listbox', { name: 'Proposed matches' }));
    });

  /** What the list points its reader at: which of how many, and its left record. */
  async function current(list: Locator): Promise<string> {
    const id = await list.getAttribute('aria-activedescendant');
    const option = list.page().locator(`#${id}`);
    const [at, of] = [await option.getAttribute('aria-posinset'), await option.getAttribute('aria-setsize')];
    return `${at}/${of} ${await option.locator('.title').first().innerText()}`;
  }

  const decided = (page: Page): Promise<Decided[]> =>
    page.evaluate(() => (globalThis as unknown as { sidebillDecided: Decided[] }).sidebillDecided);

  test('is worked through by keyboard: accept, reject, next, previous, undo', async () => {
    await onState('proposals', async (page, list) => {
      expect(await current(list)).toBe('1/5 Harborline Supply, Inc.');
      await page.keyboard.press('a');
      expect(await current(list)).toBe('2/5 Müller Metallbau GmbH');
      await page.keyboard.press('Delete');
      await page.keyboard.press('j');
      expect(await current(list)).toBe('4/5 Ada Lindqvist');
      await page.keyboard.press('k');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      expect(await current(list)).toBe('3/5 Larkspur Observatory');
      await page.keyboard.press('u');
      expect(await current(list)).toBe('2/5 Müller Metallbau GmbH');
      expect(await list.getByRole('option').nth(1).innerText()).toContain('Rejected');
      expect(await decided(page)).toEqual([
        [['1', { kind: 'accepted', right: '58' }]],
        [['2', { kind: 'rejected' }]],
        [['2', { kind: 'accepted', right: '71' }]],
        [['2', { kind: 'rejected' }]],
      ]);
    });
  });

  test('says what was done to who cannot see it', async () => {
    await onState('proposals', async (page) => {
      await page.keyboard.press('a');
      await expect.poll(() => page.getByRole('status').innerText()).toBe('Accepted: Harborline Supply, Inc.');
    });
  });

  test('shows both records, why they are thought the same, and why not the runner-up, who can be taken', async () => {
    await onState('to check', async (page, list) => {
      const pair = page.getByRole('region', { name: 'Selected match' });
      expect(await pair.locator('.record .title').allInnerTexts()).toEqual([
        'Müller Metallbau GmbH',
        'Müller Maschinenbau GmbH',
      ]);
      expect(await pair.locator('.reasons').first().innerText()).toContain('Same phone');
      expect(await pair.locator('.candidates').innerText()).toContain(
        'Why not: another city; no matching phone',
      );
      await pair.getByRole('button', { name: 'Choose Muller Metalbau' }).click();
      expect(await decided(page)).toEqual([[['2', { kind: 'accepted', right: '72' }]]]);
      expect(await list.getByRole('option').nth(1).innerText()).toContain('Muller Metalbau');
    });
  });

  test('where nothing is proposed that is confirmed, and Enter accepts nothing', async () => {
    await onState('no match', async (page) => {
      await page.keyboard.press('Enter');
      expect(await decided(page)).toEqual([]);
      expect(await page.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
      await page.getByRole('button', { name: 'Confirm no match' }).click();
      expect(await decided(page)).toEqual([[['3', { kind: 'rejected' }]]]);
    });
  });

  test('filters with counts, and stays at the record one was at where the filter shows it', async () => {
    await onState('to check', async (page, list) => {
      await page.getByRole('button', { name: 'To check 2' }).click();
      await expect.poll(() => current(list)).toBe('1/2 Müller Metallbau GmbH');
      await page.getByRole('button', { name: 'No match 1' }).click();
      await expect.poll(() => current(list)).toBe('1/1 Larkspur Observatory');
      await page.getByRole('button', { name: 'Decided 0' }).click();
      await page.getByText('There is nothing in this filter.').waitFor();
    });
  });

  test('ten thousand proposals: few rows are drawn, the last is one key away, all certain ones one click', async () => {
    await onState('ten thousand', async (page, list) => {
      const drawn = () => list.getByRole('option').count();
      expect(await drawn()).toBeLessThan(60);
      await page.keyboard.press('End');
      await expect.poll(() => current(list)).toBe('10000/10000 Birgit & Söhne OHG 10000');
      await page.getByText('Birgit & Söhne OHG 10000').first().waitFor();
      // Scrolled away from, it is still there to be referred to.
      await list.evaluate((element) => element.scrollTo(0, 0));
      await page.getByText('Harborline Supply, Inc. 1', { exact: true }).waitFor();
      expect(await current(list)).toBe('10000/10000 Birgit & Söhne OHG 10000');
      expect(await drawn()).toBeLessThan(60);
      await page.getByRole('button', { name: 'Accept all 4,000 certain' }).click();
      await page.getByText('4,000 of 10,000 decided').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('0 of 10,000 decided').waitFor();
      await expect.poll(() => current(list)).toBe('1/10000 Harborline Supply, Inc. 1');
    });
  });

  test('names are text, never markup', async () => {
    await onState('hard names', async (page) => {
      expect(await page.locator('sb-review-list img').count()).toBe(0);
      expect(await page.getByRole('option').nth(2).innerText()).toContain('No name');
    });
  });
});
