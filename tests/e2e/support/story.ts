// The main job as a person does it: connect both services, open a deal, review, create.
import { join } from 'node:path';
import type { Credentials } from '@sidebill/sandbox';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import type { Browser } from './browser.ts';
import { type Approved, readReview } from './review.ts';

/** Pastes the service key into set-up and waits until HubSpot has accepted it. */
export async function connectHubSpot(setup: Page, key: string): Promise<void> {
  await setup.getByLabel('Service key or private app token').fill(key);
  await setup.getByRole('button', { name: 'Connect', exact: true }).click();
  await setup.locator('sb-hubspot-step').getByText('Connected', { exact: true }).waitFor();
}

/** Fills in own Intuit keys, signs in on the consent page that opens, and waits for the company. */
export async function connectQuickBooks(
  setup: Page,
  context: BrowserContext,
  intuit: Credentials['intuit'],
  company: string,
): Promise<void> {
  await setup.getByLabel('Client ID').fill(intuit.clientId);
  await setup.getByLabel('Client secret').fill(intuit.clientSecret);
  const consent = context.waitForEvent('page');
  await setup.getByRole('button', { name: 'Sign in to Intuit' }).click();
  await agree(await consent, company);
  await setup.locator('sb-company').getByText('Connected', { exact: true }).waitFor({ timeout: 60_000 });
}

/** Intuit's consent page: choose the company, agree. The page closes itself on the way back. */
export async function agree(consent: Page, company: string): Promise<void> {
  await consent.getByLabel(company).check();
  await consent.getByRole('button', { name: 'Connect' }).click();
}

export function dealAddress(portalId: string, dealId: string, query = ''): string {
  return `https://app.hubspot.com/contacts/${portalId}/record/0-3/${dealId}${query}`;
}

/**
 * The card's own document inside the record page, once it has come to rest: HubSpot draws its columns anew while it
 * loads, and the card is placed again.
 */
export async function cardOf(page: Page): Promise<Frame> {
  let card: Frame | undefined;
  for (let calm = 0, tries = 0; tries < 200; tries += 1) {
    const current = page.frames().find(isCard);
    calm = current && current === card ? calm + 1 : 0;
    card = current;
    if (card && calm >= 6) return card;
    await page.waitForTimeout(100);
  }
  throw new Error(`No card came to rest on ${page.url()}`);
}

function isCard(frame: Frame): boolean {
  return !frame.isDetached() && URL.canParse(frame.url()) && new URL(frame.url()).pathname === '/card.html';
}

/** The card in a record page takes a click only after it has been in full sight, and at rest, for half a second. */
const settling_ms = 750;
const most_tries = 4;

/** Clicks on the card as a person does, who scrolls to it, sees it and has the pointer there. */
export async function clickSeen(target: Locator): Promise<void> {
  await target.waitFor();
  await target.page().bringToFront();
  for (let tries = 0; tries < most_tries; tries += 1) {
    const card = await (await target.elementHandle())?.ownerFrame();
    // It moves what stands beneath it when it comes and when it goes.
    await card?.locator('sb-hint').waitFor({ state: 'detached' });
    await target.hover();
    await target.page().waitForTimeout(settling_ms);
    await target.click();
    // What moved in that moment, or came into sight late on a busy machine, asks for another click.
    if (!card || card.isDetached() || (await card.locator('sb-hint').count()) === 0) return;
  }
  throw new Error('The card never took the click.');
}

/** Clicks Create invoice on the card and gives the composer's tab. */
export async function openComposer(browser: Browser, card: Frame): Promise<Page> {
  const composer = browser.context.waitForEvent('page');
  const [page] = await Promise.all([
    composer,
    clickSeen(card.getByRole('button', { name: 'Create invoice' })),
  ]);
  await page.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  return page;
}

/** From the filled-in composer to the review; gives what it shows. */
export async function toReview(composer: Page): Promise<Approved> {
  const review = composer.getByRole('button', { name: 'Review', exact: true });
  await review.first().waitFor();
  await confirmOthers(composer);
  await review.click();
  await composer.getByText('What will happen, in this order').waitFor();
  await composer.getByText('Checking QuickBooks for the same invoice').waitFor({ state: 'detached' });
  await confirmOthers(composer);
  return readReview(composer);
}

/** Tests sell the same to one customer again and again: each time it is another invoice. */
async function confirmOthers(composer: Page): Promise<void> {
  const buttons = composer.getByRole('button', { name: 'This is another invoice' });
  // All at once: a button that was clicked says Undo a moment later.
  await buttons.evaluateAll((all) => {
    for (const button of all) (button as HTMLElement).click();
  });
}

export async function createFromReview(composer: Page): Promise<string> {
  await composer.getByRole('button', { name: /^Create (invoice|estimate|sales receipt)$/ }).click();
  const heading = composer.getByRole('heading', {
    name: /^(Invoice|Estimate|Sales receipt) .*(created|already existed)$/,
  });
  await heading.waitFor({ timeout: 60_000 });
  return (await heading.textContent()) ?? '';
}

/** A document's row on the card. */
export function documentRow(card: Frame | Page, number: string): Locator {
  return card
    .locator('sb-document')
    .filter({ has: card.getByRole('button', { name: `Details of invoice ${number}` }) });
}

/** Opens the details of a document when they are closed. */
export async function openDetails(row: Locator): Promise<void> {
  const head = row.getByRole('button', { name: /^Details of invoice/ });
  if ((await head.getAttribute('aria-expanded')) === 'true') return;
  await clickSeen(head);
  await row.getByRole('button', { name: 'Download PDF' }).waitFor();
}

/** Saves a document's PDF by its button; gives the file's path. */
export async function savePdf(page: Page, row: Locator, folder: string): Promise<string> {
  await openDetails(row);
  const download = page.waitForEvent('download');
  const [file] = await Promise.all([download, clickSeen(row.getByRole('button', { name: 'Download PDF' }))]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}
