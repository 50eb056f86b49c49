// S0-27: a hundred linked invoices in the card of the real extension, from the data's arrival to the painted frame.
import type { RecordCard } from '@sidebill/core';
import type { Page } from 'playwright-core';
import { bookRows } from '../../e2e/support/books.ts';
import { extensionId } from '../../e2e/support/browser.ts';
import { dealLike } from '../../e2e/support/deals.ts';
import { atDesk, type Desk } from '../support/browser.ts';
import type { Measure } from '../support/section.ts';
import { quantile } from '../support/statistics.ts';

const wanted = 100;
const rounds = 40;
const warmUp = 3;

/** Links so many invoices to a deal, as the card's Add does; resolves when the run is over. */
async function linkInvoices({
  sandbox,
  browser,
  portal,
  realm,
}: Desk): Promise<{ type: string; id: string }> {
  const { type, id } = dealLike(sandbox.world, 'A hundred invoices');
  const invoices = bookRows(sandbox.world, realm, 'Invoice').slice(0, wanted);
  const keys = invoices.map(({ Id }) => `${realm}:Invoice:${Id}`);
  const page = await browser.open('requests');
  const state = await page.evaluate(
    async (input) => {
      const ask = (name: string, request: object) =>
        chrome.runtime.sendMessage({ name, request, seen: true });
      const { value } = await ask('run.start', { operation: 'add_invoice', input });
      for (;;) {
        const { value: view } = await ask('run.read', { run: value.run });
        if (view.state !== 'going') return view.state as string;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    { portal, record: { type, id }, keys },
  );
  if (state !== 'done') throw new Error(`add_invoice ended as ${state}`);
  await page.close();
  return { type, id };
}

/** Runs in the card's page before its own scripts: notes when the report arrives, and when its rows are painted. */
function watchCard(wanted: number): void {
  const page = globalThis as typeof globalThis & { painted_ms?: number };
  let arrived: number | null = null;
  const rowsPainted = () => {
    const rows = document.querySelector('sb-card')?.shadowRoot?.querySelectorAll('sb-document');
    const last = rows?.item(wanted - 1)?.shadowRoot?.querySelector('.number');
    if (!last) requestAnimationFrame(rowsPainted);
    else {
      // We are before this frame's painting; what is posted now comes after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        page.painted_ms = performance.now() - (arrived ?? 0);
      };
      port2.postMessage(null);
    }
  };
  const look = (view: { report?: { documents?: unknown[] } | null } | null | undefined) => {
    if (arrived !== null || view?.report?.documents?.length !== wanted) return;
    arrived = performance.now();
    requestAnimationFrame(rowsPainted);
  };
  // The page's own listeners come after ours.
  const connect = chrome.runtime.connect.bind(chrome.runtime);
  chrome.runtime.connect = ((...args: Parameters<typeof connect>) => {
    const port = connect(...args);
    port.onMessage.addListener(look);
    return port;
  }) as typeof chrome.runtime.connect;
  const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
  chrome.runtime.sendMessage = (async (message: unknown) => {
    const answer = await send(message);
    look((answer as { value?: { report?: RecordCard } } | null)?.value);
    return answer;
  }) as typeof chrome.runtime.sendMessage;
}

async function paintedAfter(page: Page): Promise<number> {
  const painted = await page.waitForFunction(
    () => (globalThis as typeof globalThis & { painted_ms?: number }).painted_ms,
  );
  return (await painted.jsonValue()) ?? Number.NaN;
}

export const cardRender: Measure = {
  name: 'card with 100 linked invoices',
  measure() {
    return atDesk(async (desk) => {
      const record = await linkInvoices(desk);
      const page = await desk.browser.context.newPage();
      await page.setViewportSize({ width: 360, height: 900 });
      await page.addInitScript(watchCard, wanted);
      const query = new URLSearchParams({ portal: desk.portal, ...record });
      const sample: number[] = [];
      for (let round = -warmUp; round < rounds; round += 1) {
        await page.goto(`chrome-extension://${extensionId()}/card.html?${query}`);
        const taken = await paintedAfter(page);
        if (round >= 0) sample.push(taken);
        await page.goto('about:blank');
      }
      return {
        name: this.name,
        about: `Chromium, the built extension's page opened anew ${rounds} times: from the report's arrival in the page to its frame painted; to be under 100 ms`,
        figures: [
          { what: 'p50', value: quantile(sample, 0.5), unit: 'ms' },
          { what: 'p95', value: quantile(sample, 0.95), unit: 'ms' },
        ],
      };
    });
  },
};
