// The extension that is shipped for Firefox, in a real Firefox: it stands in the record page and answers.
import { credentialsOf, type Sandbox } from '@sidebill/sandbox';
import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './support/firefox.ts';
import { testSandbox } from './support/profile.ts';
import { dealAddress } from './support/story.ts';

let sandbox: Sandbox;
let firefox: Firefox;

beforeAll(async () => {
  sandbox = await testSandbox();
  const { front } = await sandbox.listen();
  firefox = await startFirefox(sandbox, front);
}, 90_000);

afterAll(async () => {
  await firefox?.close();
  await sandbox?.close();
});

test('in Firefox the card stands in the right column, and its worker answers it', async () => {
  const page = await firefox.browser.newPage();
  const { portalId } = credentialsOf(sandbox.world);
  await page.goto(dealAddress(portalId, plainDeal.id, '?rerender=off&latency=10'));
  await page.waitForSelector('.column.right sidebill-card');
  // Nothing is connected in a fresh browser: only the worker, over its store, knows that.
  expect(await textOf(await frameOf(page), 'sb-card')).toContain('Connect HubSpot and QuickBooks');
});

async function frameOf(page: Page): Promise<Frame> {
  return page.waitForFrame((frame) => frame !== page.mainFrame());
}

/** What an element shows in its own tree, once it shows anything to press. */
async function textOf(frame: Frame, name: string): Promise<string> {
  await frame.waitForFunction(
    (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('button'),
    {},
    name,
  );
  return frame.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.textContent ?? '', name);
}
