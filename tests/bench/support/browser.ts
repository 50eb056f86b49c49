// A real Chromium with the shipped extension, connected to a sandbox, for measures that need one.
import { rm } from 'node:fs/promises';
import { credentialsOf, type Sandbox } from '@sidebill/sandbox';
import { type Browser, startBrowser } from '../../e2e/support/browser.ts';
import { connectedProfile, testSandbox } from '../../e2e/support/profile.ts';

export interface Desk {
  sandbox: Sandbox;
  browser: Browser;
  portal: string;
  realm: string;
}

export async function atDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  const sandbox = await testSandbox();
  const { profile, world } = await connectedProfile();
  sandbox.world.restore(world);
  const { front } = await sandbox.listen();
  const browser = await startBrowser({ sandbox, front, profile, headless: true });
  try {
    const { portalId, realms } = credentialsOf(sandbox.world);
    return await work({ sandbox, browser, portal: portalId, realm: realms[0]?.id ?? '' });
  } finally {
    await browser.close();
    await sandbox.close();
    await rm(profile, { recursive: true, force: true });
  }
}
