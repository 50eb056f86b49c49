// A page of the playground's browser, and what tests ask of it.
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Playground } from '../../../web/playground/browser.ts';

export interface Violation {
  id: string;
  targets: string[];
}

/** Acts on a page of this width; an error on it fails the test. */
export async function onPage(
  { browser }: Playground,
  width: number,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  try {
    await act(page);
    expect(faults).toEqual([]);
  } finally {
    await page.close();
  }
}

/** What axe finds on the page as it stands; `rules` narrows it. */
export async function violations(page: Page, rules: string[] = []): Promise<Violation[]> {
  return page.evaluate(async (only) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const narrowed = only.length > 0 ? { runOnly: only } : {};
    const { violations } = await checker.run(document, { resultTypes: ['violations'], ...narrowed });
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map((node) => String(node.target)) }));
  }, rules);
}

export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return {
        name: (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim(),
        outlined: at ? getComputedStyle(at).outlineStyle !== 'none' : false,
      };
    });
    expect(focused.outlined || focused.name === '', focused.name).toBe(true);
    if (focused.name === name) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

/** The path of the choices that has the focus. */
export async function focusedPath(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('data-path') ?? null;
  });
}

/** What the page asked the worker for, by the name of the command. */
export async function asked(page: Page, command: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      (globalThis as unknown as { sidebillAsked: { name: string; request: unknown }[] }).sidebillAsked
        .filter((one) => one.name === name)
        .map((one) => one.request),
    command,
  );
}
