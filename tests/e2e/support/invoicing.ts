// Making an invoice, and what must be true of it afterwards: exactly one, exactly as approved.
import { createHash } from 'node:crypto';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bookRows, newRows, type RecordKey, writes } from './books.ts';
import type { Office } from './office.ts';
import { createFromReview, toReview } from './story.ts';

/** Opens the composer for a record, as the card's button does. */
export async function compose(office: Office, { type, id }: RecordKey, realm = office.realm): Promise<Page> {
  const composer = await office.browser.open('composer', { portal: office.portal, realm, type, id });
  await composer.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  return composer;
}

/** One request as the review shows it. */
export interface Reviewed {
  method: string;
  path: string;
  /** Laid out to be read. */
  body: string;
}
export interface Approved {
  requests: Reviewed[];
  /** The first characters of the hash that is approved. */
  fingerprint: string;
}

/** What the review says will be sent. */
export async function readReview(composer: Page): Promise<Approved> {
  await composer.getByText('Exact requests').click();
  const figures = await composer.locator('figure').evaluateAll((all) =>
    all.map((figure) => ({
      call: figure.querySelector('figcaption')?.textContent ?? '',
      body: figure.querySelector('pre')?.textContent ?? '',
    })),
  );
  return {
    requests: figures.map(({ call, body }) => {
      const [method = '', path = ''] = call.trim().split(' ');
      return { method, path, body };
    }),
    fingerprint: await composer.locator('.facts .mono').innerText(),
  };
}

/** Edit, review, create; gives the result's headline and what was approved. */
export async function createInvoice(composer: Page): Promise<{ headline: string; approved: Approved }> {
  await toReview(composer);
  const approved = await readReview(composer);
  return { approved, headline: await createFromReview(composer) };
}

/** Invoices of the company that were not there when this was called. */
export function watchInvoices(office: Office, realm = office.realm): () => Entity[] {
  const before = bookRows(office.world, realm, 'Invoice');
  return () => newRows(office.world, realm, 'Invoice', before);
}

/**
 * The bytes on the wire are those that were approved: the same fields as shown, and the hash over method, path and
 * body is the one whose beginning the review showed.
 */
export function expectSentAsApproved(office: Office, { requests, fingerprint }: Approved): void {
  const sent = writes(office.exchanges(), 'quickbooks').filter(
    ({ status }) => status === 200 || status === 0,
  );
  const bodies = [...new Set(sent.map(({ requestBody }) => requestBody))];
  expect(bodies.map((body) => JSON.stringify(JSON.parse(body), null, 2))).toEqual(
    requests.map(({ body }) => body),
  );
  const bytes = requests.map(({ method, path }, index) => `${method} ${path}\n${bodies[index]}\n`).join('');
  expect(createHash('sha256').update(bytes).digest('hex').slice(0, fingerprint.length)).toBe(fingerprint);
  for (const { method, url } of sent) {
    const { pathname } = new URL(url);
    expect(requests.map((one) => `${one.method} ${one.path.split('?')[0]}`)).toContain(
      `${method} ${pathname}`,
    );
  }
}
