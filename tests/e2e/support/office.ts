// What a test file works with: a sandbox, a browser connected to it, and what is looked at after every test.
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Credentials,
  credentialsOf,
  type Exchange,
  type ManagedWorld,
  type Sandbox,
} from '@sidebill/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { expectOnlyApproved } from './approvals.ts';
import { type Browser, extensionId, startBrowser } from './browser.ts';
import { allowHost, connectedProfile, testSandbox } from './profile.ts';

export interface Office {
  sandbox: Sandbox;
  world: ManagedWorld;
  credentials: Credentials;
  browser: Browser;
  /** The connected company. */
  realm: string;
  portal: string;
  /** What pages and the worker complained about since the test began; a test that expects complaints clears it. */
  complaints: string[];
  /** Exchanges with the services since the test began. */
  exchanges(): Exchange[];
}

const failures = fileURLToPath(new URL('../../../build/e2e/failed/', import.meta.url));

export interface OfficeOptions {
  /** Left out: a browser connected to both services. false: an empty one. */
  connected?: boolean;
  /** A further host that the person has allowed. */
  allowed?: string;
}

/** Opens the office before a file's tests and closes it after them; call at the top of a test file. */
export function useOffice({ connected = true, allowed }: OfficeOptions = {}): Office {
  const office = { complaints: [] as string[] } as Office;
  let profile = '';
  let seen = 0;

  beforeAll(async () => {
    const sandbox = await testSandbox();
    const start = connected ? await connectedProfile() : null;
    if (start) sandbox.world.restore(start.world);
    profile = start?.profile ?? (await mkdtemp(join(tmpdir(), 'sidebill-e2e-')));
    if (allowed) await allowHost(profile, extensionId(), allowed);
    const { front } = await sandbox.listen();
    const browser = await startBrowser({ sandbox, front, profile, headless: true });
    const credentials = credentialsOf(sandbox.world);
    const [first] = credentials.realms;
    const { intuit } = sandbox.world.state;
    for (const app of intuit.apps) app.redirectUris.push(browser.redirectAddress);
    Object.assign(office, {
      sandbox,
      world: sandbox.world,
      credentials,
      browser,
      realm: first?.id ?? '',
      portal: credentials.portalId,
      exchanges: () => sandbox.world.exchanges.slice(seen),
    });
    hear(office);
  }, 60_000);

  beforeEach(() => {
    office.complaints.length = 0;
    office.world.state.faults.length = 0;
    seen = office.world.exchanges.length;
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await shoot(office, task.name);
    await closePages(office);
    expect(office.complaints, 'what pages and worker complained about').toEqual([]);
    expectOnlyApproved(office);
  });

  afterAll(async () => {
    await office.browser?.close();
    await office.sandbox?.close();
    await rm(profile, { recursive: true, force: true });
  });
  return office;
}

function hear({ browser, complaints }: Office): void {
  browser.context.on('weberror', (fault) => complaints.push(`error: ${fault.error().message}`));
  browser.context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
}

async function closePages({ browser }: Office): Promise<void> {
  const [first, ...others] = browser.context.pages();
  for (const page of others) await page.close();
  await first?.goto('about:blank');
}

/** What every open page shows, for the person who looks into the failure. */
async function shoot({ browser }: Office, test: string): Promise<void> {
  mkdirSync(failures, { recursive: true });
  const name = test.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 80);
  const pages = browser.context.pages().filter((page) => page.url() !== 'about:blank');
  await Promise.all(pages.map((page, index) => shootPage(page, join(failures, `${name}.${index}.png`))));
}

async function shootPage(page: Page, path: string): Promise<void> {
  await page
    .screenshot({ path, fullPage: true, timeout: 5_000 })
    .catch((error: Error) => console.log(`No picture of ${page.url()}: ${error.message}`));
}
