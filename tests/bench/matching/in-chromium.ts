// The same measuring in a headless Chromium, in a plain page that the machine serves to itself.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { Found, Work } from './measure.ts';

const entry = fileURLToPath(new URL('page.ts', import.meta.url));
/** Cross-origin isolation: without it the page's clock has steps of 100 µs, with it 5 µs. */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

async function bundledPage(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !('output' in bundle)) throw new Error('vite gave no bundle');
  return bundle.output[0].code;
}

interface File {
  type: string;
  content: string | Uint8Array;
}

const page: File = {
  type: 'text/html; charset=utf-8',
  content: '<!doctype html><script type="module" src="/page.js"></script>',
};

function serve(script: string, wasm: Uint8Array): Promise<Server> {
  const files: Record<string, File> = {
    '/page.js': { type: 'text/javascript; charset=utf-8', content: script },
    '/matching.wasm': { type: 'application/wasm', content: wasm },
  };
  const server = createServer((request, response) => {
    const { type, content } = files[request.url ?? ''] ?? page;
    response.writeHead(200, { 'content-type': type, ...isolated });
    response.end(content);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export interface Chromium {
  version: string;
  measure(work: Work): Promise<Found[]>;
  close(): Promise<void>;
}

export async function startChromium(wasm: Uint8Array): Promise<Chromium> {
  const server = await serve(await bundledPage(), wasm);
  const browser = await chromium.launch({
    executablePath: process.env['SIDEBILL_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--js-flags=--expose-gc',
    ],
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.waitForFunction('globalThis.crossOriginIsolated && globalThis.measureHere');
  return {
    version: browser.version(),
    measure: (work) =>
      tab.evaluate(
        (work) => (globalThis as unknown as { measureHere(work: Work): Promise<Found[]> }).measureHere(work),
        work,
      ),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
