// What `make demo` plays: Sidebill's main job in a real Chromium, against the sandbox. It sets up as a person does,
// opens a deal, makes its invoice, and says what stands in QuickBooks and HubSpot afterwards.
//
// With a display the browser stays open until it is closed; DEMO=headless, or no display, plays and ends.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Credentials, createSandbox, credentialsOf, type Sandbox } from '@sidebill/sandbox';
import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { bookRows, hubspotInvoicesOf, newRows, ownProperties } from './support/books.ts';
import { type Browser, startBrowser } from './support/browser.ts';
import {
  cardOf,
  connectHubSpot,
  connectQuickBooks,
  createFromReview,
  dealAddress,
  documentRow,
  openComposer,
  savePdf,
  toReview,
} from './support/story.ts';

interface Stage {
  sandbox: Sandbox;
  credentials: Credentials;
  browser: Browser;
  folder: string;
}

const folder = fileURLToPath(new URL('../../build/demo/', import.meta.url));
const deal = { type: '0-3', id: plainDeal.id };

async function main(): Promise<void> {
  const watched = hasDisplay() && process.env['DEMO'] !== 'headless';
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'sidebill-demo-'));
  const sandbox = await createSandbox({ seed: 1 });
  const { front } = await sandbox.listen();
  const browser = await startBrowser({ sandbox, front, profile, headless: !watched });
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  try {
    await play({ sandbox, credentials: credentialsOf(sandbox.world), browser, folder });
    console.log(`\nScreenshots and the invoice's PDF: ${relative(process.cwd(), folder) || folder}`);
    if (watched) {
      console.log('The browser stays open. Close it to end the demo.');
      await closed;
    }
  } finally {
    await browser.close();
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function hasDisplay(): boolean {
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function play(stage: Stage): Promise<void> {
  const { sandbox, credentials, browser } = stage;
  const company = required(credentials.realms[0]);
  const before = bookRows(sandbox.world, company.id, 'Invoice');

  const setup = await browser.open('setup');
  registerAtIntuit(stage);
  await connectHubSpot(setup, credentials.serviceKey);
  say('HubSpot connected', `account ${credentials.portalId}`);
  await connectQuickBooks(setup, browser.context, credentials.intuit, company.name);
  say('QuickBooks connected', `${company.name} (${company.country}, ${company.homeCurrency})`);
  await shoot(stage, setup, '1-setup');

  const record = await openDeal(browser.context, credentials.portalId);
  const card = await cardOf(record);
  await card.getByRole('button', { name: 'Create invoice' }).waitFor();
  say('Deal opened', `“${plainDeal.name}”, card in the right column`);
  await shoot(stage, record, '2-deal');

  const composer = await openComposer(browser, card);
  await shoot(stage, composer, '3-composer');
  await toReview(composer);
  say('Invoice drafted', `fingerprint ${await composer.locator('.fingerprint').innerText()}`);
  await shoot(stage, composer, '4-review');
  say('Invoice written', await createFromReview(composer));
  await shoot(stage, composer, '5-result');

  const [invoice, ...others] = newRows(sandbox.world, company.id, 'Invoice', before);
  if (!invoice || others.length > 0)
    throw new Error(`There are ${others.length + (invoice ? 1 : 0)} new invoices.`);
  const row = documentRow(card, String(invoice['DocNumber']));
  await row.waitFor();
  const pdf = await savePdf(record, row, stage.folder);
  say('PDF fetched', relative(process.cwd(), pdf));
  await shoot(stage, record, '6-deal-with-invoice');

  tell(stage, company.id, invoice);
}

/** The one thing done outside the browser: in life it is done on developer.intuit.com, where the app keys come from. */
function registerAtIntuit({ sandbox, browser }: Stage): void {
  const app = required(sandbox.world.state.intuit.apps[0]);
  app.redirectUris.push(browser.redirectAddress);
}

async function openDeal(context: BrowserContext, portalId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(dealAddress(portalId, plainDeal.id, '?rerender=off'));
  return page;
}

/** What the services hold now, read from their own books. */
function tell({ sandbox: { world } }: Stage, realm: string, invoice: Record<string, unknown>): void {
  const { value: currency } = invoice['CurrencyRef'] as { value: string };
  const total = new Intl.NumberFormat('en', { style: 'currency', currency }).format(
    Number(invoice['TotalAmt']),
  );
  const customer = (invoice['CustomerRef'] as { name: string }).name;
  const hubspot = hubspotInvoicesOf(world, deal);
  if (hubspot.length !== 1) throw new Error(`The deal has ${hubspot.length} HubSpot invoices.`);
  console.log('\nIn QuickBooks');
  say('Invoice number', String(invoice['DocNumber']));
  say('Total', total);
  say('Customer', customer);
  say('QuickBooks id', `${realm}:Invoice:${String(invoice['Id'])}`);
  console.log('\nIn HubSpot (docs/hubspot-properties.md says what each property is)');
  say('Invoice id', hubspot.join(', '));
  for (const [name, value] of Object.entries(ownProperties(world, deal)).sort()) say(name, value);
}

function say(what: string, fact: string): void {
  console.log(`  ${what.padEnd(34)} ${fact}`);
}

async function shoot({ folder: into }: Stage, page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(into, `${name}.png`), fullPage: true, animations: 'disabled' });
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The sandbox has no company to work with.');
  return value;
}

console.log('Sidebill, from an empty browser to an invoice\n');
await main();
