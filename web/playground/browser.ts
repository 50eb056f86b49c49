// Chromium over the built playground, for screenshots and tests.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

const CONFIG = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};
/** What the extension's own pages are held to. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'";

export interface Playground {
  browser: Browser;
  /** Opens a state and waits until everything on it stands. */
  open(page: Page, state: string, theme: 'light' | 'dark' | 'system'): Promise<void>;
  close(): Promise<void>;
}

export async function startPlayground(): Promise<Playground> {
  const server = await serve(await built());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Playwright's own headless hides scroll bars, and their place is part of the layout.
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  return {
    browser,
    async open(page, state, theme) {
      await page.goto(`${address}/frame.html?state=${encodeURIComponent(state)}&theme=${theme}`);
      await page.waitForSelector('html[data-ready]', { timeout: 8_000 });
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The files of the playground by their addresses. Kept in memory: several test files build it at the same time. */
async function built(): Promise<Map<string, string | Uint8Array>> {
  const result = await build({ configFile: CONFIG, logLevel: 'error', build: { write: false } });
  if (!('output' in result)) throw new Error('The playground was built as something else than one bundle.');
  return new Map(
    result.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

function serve(files: Map<string, string | Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const file = path === '/favicon.ico' ? '' : files.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(file);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
