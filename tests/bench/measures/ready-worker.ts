// How soon the module answers in the real service worker, and how soon a worker that was stopped answers a page.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { extensionDirectory } from '../../e2e/support/browser.ts';
import { atDesk } from '../support/browser.ts';
import type { Measure } from '../support/section.ts';
import { median } from '../support/statistics.ts';

const glue = new URL('../../../build/wasm/sidebill.mjs', import.meta.url);
const rounds = 15;

/** The glue as an expression: a worker runs no import that was not in its bundle, and the debugger any expression. */
function loadingExpression(): string {
  const wasm = readdirSync(join(extensionDirectory, 'assets')).find((name) => name.endsWith('.wasm'));
  if (!wasm) throw new Error(`There is no module in ${extensionDirectory}/assets.`);
  const code = readFileSync(glue, 'utf8')
    .replaceAll('import.meta.url', 'chrome.runtime.getURL("/")')
    .replace(/export default Module;\s*$/, '');
  return `(async () => {
    ${code}
    const start = performance.now();
    const { Session } = await Module({ locateFile: () => chrome.runtime.getURL('/assets/${wasm}') });
    new Session().invoke('forget', '{"realm":"1"}');
    return performance.now() - start;
  })()`;
}

async function inWorker(worker: Worker): Promise<number[]> {
  const expression = loadingExpression();
  const sample: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const taken = await worker.evaluate<number>(expression);
    if (round >= 0) sample.push(taken);
  }
  return sample;
}

/** From a page's message to the worker's answer. */
function answered(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ name: 'settings.read', request: {}, seen: false });
    return performance.now() - start;
  });
}

export const readyInWorker: Measure = {
  name: 'module ready in the service worker',
  measure() {
    return atDesk(async ({ browser }) => {
      const module = await inWorker(await browser.worker());
      const page = await browser.open('requests');
      const stopped: number[] = [];
      const running: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await browser.killWorker();
        stopped.push(await answered(page));
        running.push(await answered(page));
      }
      return {
        name: this.name,
        about: `Chromium, the built extension, ${rounds} times`,
        figures: [
          { what: 'fetch, compile, instantiate, first answer', value: median(module), unit: 'ms' },
          { what: 'a page asks a stopped worker: answered after', value: median(stopped), unit: 'ms' },
          { what: 'a page asks a running worker: answered after', value: median(running), unit: 'ms' },
        ],
      };
    });
  },
};
