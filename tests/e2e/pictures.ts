// Takes the pictures of README from the real extension: `node tests/e2e/pictures.ts` writes docs/images/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { credentialsOf } from '@sidebill/sandbox';
import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { Page } from 'playwright-core';
import { startBrowser } from './support/browser.ts';
import { packed } from './support/png.ts';
import { connectedProfile, testSandbox } from './support/profile.ts';
import { cardOf, clickSeen, createFromReview, dealAddress, documentRow, toReview } from './support/story.ts';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const largest_bytes = 200_000;
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 720 };
/** As wide as the side panel opens, which follows the system's theme; in HubSpot's own pages the card stays light. */
const panel = { width: 420, height: 560 };
/** The least width that the card is made for. */
const narrowCard = { width: 280, height: 560 };

mkdirSync(images, { recursive: true });
const sandbox = await testSandbox();
const { profile, world } = await connectedProfile();
sandbox.world.restore(world);
const { front } = await sandbox.listen();
const browser = await startBrowser({ sandbox, front, profile, headless: true });
try {
  await takeAll();
} finally {
  await browser.close();
  await sandbox.close();
  rmSync(profile, { recursive: true, force: true });
}

async function takeAll(): Promise<void> {
  const { portalId, realms } = credentialsOf(sandbox.world);
  const record = { portal: portalId, type: '0-3', id: plainDeal.id };
  await pictures('setup', await browser.open('setup'));
  const composer = await browser.open('composer', { ...record, realm: realms[0]?.id ?? '' });
  await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  await composer.getByLabel('Message to the customer').fill('Thank you for your order.');
  await pictures('composer', composer);
  await toReview(composer);
  await pictures('review', composer);
  const number = /Invoice (\S+) created/.exec(await createFromReview(composer))?.[1] ?? '';
  await pictures('result', composer);

  await pictures('matching', await matchedCompanies());

  const deal = await browser.context.newPage();
  await deal.goto(dealAddress(portalId, plainDeal.id, '?rerender=off&latency=10'));
  const card = await cardOf(deal);
  await documentRow(card, number).waitFor();
  await addPaidInvoice(deal);
  await picture(deal, 'card.light', wide, 'light');
  const alone = await browser.open('card', record);
  await documentRow(alone, number).waitFor();
  await picture(alone, 'card.dark', panel, 'dark');
  await picture(alone, 'card.narrow', narrowCard, 'light');
}

async function matchedCompanies(): Promise<Page> {
  const page = await browser.open('matching');
  await page.getByRole('button', { name: 'Read records' }).click();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  return page;
}

/** A second document beside the new one, so that the picture shows more than one state. */
async function addPaidInvoice(deal: Page): Promise<void> {
  const card = await cardOf(deal);
  await clickSeen(card.getByRole('button', { name: 'Add existing invoice' }));
  await card.getByLabel('Number, customer or amount').fill('104');
  const paid = card.locator('sb-add-existing li').filter({ hasText: 'Paid' }).first();
  await clickSeen(paid.getByRole('checkbox'));
  await clickSeen(card.getByRole('button', { name: 'Add invoice' }));
  await card.locator('sb-document').nth(1).waitFor();
  await clickSeen(card.locator('sb-add-existing').getByRole('button', { name: 'Close' }));
  await card.getByRole('heading', { name: 'Invoices' }).hover();
}

async function pictures(name: string, page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) await picture(page, `${name}.${theme}`, wide, theme);
  await picture(page, `${name}.narrow`, narrow, 'light');
}

async function picture(
  page: Page,
  name: string,
  size: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(400);
  const bytes = packed(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  if (bytes.length > largest_bytes) throw new Error(`${name}.png has ${bytes.length} bytes.`);
  writeFileSync(join(images, `${name}.png`), bytes);
  console.log(`docs/images/${name}.png ${Math.ceil(bytes.length / 1024)} KB`);
}
