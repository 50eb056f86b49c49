// A real Chromium with the shipped extension, in which the vendors' hosts are the sandbox.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '@sidebill/sandbox';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';

/** The extension as `make extension` leaves it: the directory that is shipped, unmodified. */
export const extensionDirectory =
  process.env['SIDEBILL_EXTENSION'] ??
  fileURLToPath(new URL('../../../build/extension/chromium', import.meta.url));

export interface BrowserOptions {
  sandbox: Sandbox;
  /** The sandbox's front address: one port for all hosts. */
  front: string;
  profile: string;
  headless: boolean;
}

/** Flags of a quiet, closed browser: nothing but the sandbox is reachable, and nothing is asked of Google. */
function flags(options: BrowserOptions): string[] {
  const port = new URL(options.front).port;
  const rules = [...options.sandbox.hosts.keys()].map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [
    ...(options.headless ? ['--headless=new'] : []),
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-extensions-except=${extensionDirectory}`,
    `--load-extension=${extensionDirectory}`,
    '--ignore-certificate-errors',
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
  ];
}

export interface Browser {
  context: BrowserContext;
  /** Where Intuit sends back to: to be registered with the app whose keys are used. */
  redirectAddress: string;
  /** The extension's service worker, started when it sleeps. */
  worker(): Promise<Worker>;
  open(
    page: 'setup' | 'composer' | 'requests' | 'matching' | 'sidepanel' | 'card',
    query?: Record<string, string>,
  ): Promise<Page>;
  /** Ends the service worker as the browser does; the next message starts a fresh one. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function startBrowser(options: BrowserOptions): Promise<Browser> {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: process.env.SIDEBILL_CHROMIUM ?? '/usr/bin/chromium',
    headless: false, // --headless=new is given below: Playwright's own headless has no extensions
    ignoreDefaultArgs: ['--disable-extensions'],
    args: flags(options),
    viewport: { width: 1440, height: 900 },
    ignoreHTTPSErrors: true,
  });
  const id = extensionId();
  const address = (page: string) => `chrome-extension://${id}/${page}.html`;
  const worker = async () => {
    const running = context.serviceWorkers().find(isOurs);
    if (running) return running;
    const started = context.waitForEvent('serviceworker', { predicate: isOurs });
    const waker = await context.newPage();
    await waker.goto(address('requests'));
    const fresh = await started;
    await waker.close();
    return fresh;
  };

  return {
    context,
    redirectAddress: `https://${id}.chromiumapp.org/`,
    worker,
    async open(page, query = {}) {
      const tab = await context.newPage();
      await tab.goto(`${address(page)}?${new URLSearchParams(query)}`);
      return tab;
    },
    async killWorker() {
      const tab = await context.newPage();
      await tab.goto(address('requests'));
      const session = await context.newCDPSession(tab);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await tab.close();
    },
    close: () => context.close(),
  };
}

function isOurs(worker: Worker): boolean {
  return worker.url().startsWith('chrome-extension://');
}

/** Chromium makes an extension's id out of the public key in its manifest. */
export function extensionId(): string {
  const manifest = JSON.parse(readFileSync(join(extensionDirectory, 'manifest.json'), 'utf8')) as {
    key: string;
  };
  const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  const firstLetter = 'a'.charCodeAt(0);
  const letters = [...digest.slice(0, 32)].map((sign) =>
    String.fromCharCode(firstLetter + Number.parseInt(sign, 16)),
  );
  return letters.join('');
}
