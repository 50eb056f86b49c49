// A real Firefox with the shipped extension, in which the vendors' hosts are the sandbox.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '@sidebill/sandbox';
import { type Browser, launch } from 'puppeteer-core';
import { startTunnel } from './tunnel.ts';

/** The extension as `make extension` leaves it: the directory that is shipped, unmodified. */
const extensionDirectory = fileURLToPath(new URL('../../../build/extension/firefox', import.meta.url));
const extensionId = 'sidebill@sidebill.app';
/** Firefox makes up an address for each extension and profile; this profile has it fixed beforehand. */
const extensionHost = '5d3b1c5e-0f5c-4a7e-9d0a-51deb1115ea1';

export interface Firefox {
  browser: Browser;
  /** The address of one of the extension's pages. */
  address(page: 'setup' | 'composer' | 'card', query?: Record<string, string>): string;
  close(): Promise<void>;
}

export async function startFirefox(sandbox: Sandbox, front: string): Promise<Firefox> {
  const tunnel = await startTunnel([...sandbox.hosts.keys()], Number(new URL(front).port));
  const profile = await mkdtemp(join(tmpdir(), 'sidebill-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env['SIDEBILL_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferences(tunnel.port),
  });
  const close = async () => {
    await browser.close();
    await tunnel.close();
    await rm(profile, { recursive: true, force: true });
  };
  try {
    await browser.installExtension(extensionDirectory);
  } catch (error) {
    await close();
    throw error;
  }
  const origin = `moz-extension://${extensionHost}`;
  return {
    browser,
    address: (page, query = {}) => `${origin}/${page}.html?${new URLSearchParams(query)}`,
    close,
  };
}

/** Whatever the browser asks for goes through the tunnel, which knows the sandbox's hosts and nothing else. */
function preferences(port: number): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionHost }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
  };
}
