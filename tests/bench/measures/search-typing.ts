// Searching as one types: from a page's message for each key to the answer of the extension's worker.
import type { ManagedWorld } from '@sidebill/sandbox';
import { table } from '@sidebill/sandbox/intuit/books.ts';

import type { Page } from 'playwright-core';
import { bookRows } from '../../e2e/support/books.ts';
import { Random } from '../../property/random.ts';
import { generatedNames } from '../matching/names.ts';
import { misspelled } from '../matching/questions.ts';
import { atDesk } from '../support/browser.ts';
import type { Figure, Measure } from '../support/section.ts';
import { quantile } from '../support/statistics.ts';

const customers = 50_000;
const items = 5_000;
const typed = 40;
const seed = 20261122;

/** More rows like the last one the company has, under names of their own. */
function plant(world: ManagedWorld, realm: string, kind: 'Customer' | 'Item', count: number): string[] {
  const company = world.state.intuit.companies[realm];
  const pattern = bookRows(world, realm, kind).findLast(({ Active }) => Active !== false);
  if (!company || !pattern) throw new Error(`The sandbox has no ${kind} in ${realm}.`);
  const names = generatedNames(count);
  const rows = table(company, kind);
  for (const name of names) {
    company.nextId += 1;
    const Id = String(company.nextId);
    rows[Id] = { ...pattern, Id, ...naming(kind, name, Id) };
  }
  return names;
}

function naming(kind: 'Customer' | 'Item', name: string, id: string): Record<string, unknown> {
  const unique = `${name} ${id}`;
  return kind === 'Customer'
    ? { DisplayName: unique, FullyQualifiedName: unique, CompanyName: name }
    : { Name: unique, FullyQualifiedName: unique, Sku: `SKU-${id}` };
}

/** The lists are read through the real connection test, page by page. */
async function readLists(page: Page, realm: string): Promise<void> {
  const issues = await page.evaluate(async (account) => {
    const answer = await chrome.runtime.sendMessage({
      name: 'quickbooks.test',
      request: { realm: account },
      seen: true,
    });
    return answer.value === null ? answer.issues : [];
  }, realm);
  if (issues.length > 0) throw new Error(`The lists were not read: ${JSON.stringify(issues)}`);
}

/** Every beginning of every text is one key; `found` counts the texts whose last answer was not empty. */
function typeAll(
  page: Page,
  name: 'customers.search' | 'items.search',
  realm: string,
  texts: string[],
): Promise<{ taken_ms: number[]; found: number }> {
  return page.evaluate(
    async (asked) => {
      const taken_ms: number[] = [];
      let found = 0;
      for (const text of asked.texts) {
        let answered = 0;
        for (let end = 1; end <= text.length; end += 1) {
          const request = { realm: asked.realm, text: text.slice(0, end) };
          const start = performance.now();
          const { value } = await chrome.runtime.sendMessage({ name: asked.name, request, seen: true });
          taken_ms.push(performance.now() - start);
          answered = value?.length ?? 0;
        }
        if (answered > 0) found += 1;
      }
      return { taken_ms, found };
    },
    { name, realm, texts },
  );
}

/** As it is written, and every second one with a slip of the keyboard. */
function textsOf(names: readonly string[], random: Random): string[] {
  const step = Math.floor(names.length / typed);
  return Array.from({ length: typed }, (_, index) => {
    const name = (names[index * step] ?? '').slice(0, 24).trimEnd();
    return index % 2 === 0 ? name : misspelled(name, random);
  });
}

function figuresOf(what: string, taken_ms: readonly number[]): Figure[] {
  return [
    { what: `${what}: a key, p50`, value: quantile(taken_ms, 0.5), unit: 'ms' },
    { what: `${what}: a key, p95`, value: quantile(taken_ms, 0.95), unit: 'ms' },
    { what: `${what}: the slowest key`, value: Math.max(...taken_ms), unit: 'ms' },
  ];
}

export const searchTyping: Measure = {
  name: 'search as you type',
  measure() {
    return atDesk(async ({ sandbox, browser, realm }) => {
      const random = new Random(seed);
      const customerTexts = textsOf(plant(sandbox.world, realm, 'Customer', customers), random);
      const itemTexts = textsOf(plant(sandbox.world, realm, 'Item', items), random);
      const page = await browser.open('requests');
      await readLists(page, realm);
      await typeAll(page, 'customers.search', realm, customerTexts.slice(0, 2));
      const byCustomer = await typeAll(page, 'customers.search', realm, customerTexts);
      const byItem = await typeAll(page, 'items.search', realm, itemTexts);
      const keys = byCustomer.taken_ms.length + byItem.taken_ms.length;
      return {
        name: this.name,
        about: `${customers} customers and ${items} items in the worker of the built extension, ${keys} keys of ${2 * typed} names, half of them misspelled, ${byCustomer.found + byItem.found} found: from the page's message to its answer; a key is to stay under 16 ms`,
        figures: [...figuresOf('customers', byCustomer.taken_ms), ...figuresOf('items', byItem.taken_ms)],
      };
    });
  },
};
