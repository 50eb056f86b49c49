// What people saw in a review, and what left for QuickBooks after it: the same bytes, in every test.
import { createHash } from 'node:crypto';
import type { Exchange } from '@sidebill/sandbox';
import { expect } from 'vitest';
import type { Office } from './office.ts';
import { type Approved, reviewsIn } from './review.ts';

/** All of it was sent, as it was shown. */
export function expectSentAsApproved(office: Office, approved: Approved): void {
  const sent = sentFor(office, approved);
  expect(sent.map((one) => one !== null)).toEqual(approved.requests.map(() => true));
  expectFingerprint(approved, sent);
}

/**
 * Whatever was created in QuickBooks since the test began had been shown in a review, and the hash over method, path
 * and body of what was sent is the one whose beginning the review showed. Runs after every test.
 */
export function expectOnlyApproved(office: Office): void {
  const approved = reviewsIn(office.browser.context);
  const sent = approved.map((one) => sentFor(office, one));
  const wasShown = new Set(sent.flat().map((one) => one?.exchange));
  const unseen = creations(office).filter(({ exchange }) => !wasShown.has(exchange));
  expect(
    unseen.map(({ body }) => body),
    'sent to QuickBooks without having been shown in a review',
  ).toEqual([]);
  approved.forEach((one, index) => {
    expectFingerprint(one, sent[index] ?? []);
  });
}

/** One create on the wire, once for all its repetitions. */
interface Creation {
  exchange: Exchange;
  method: string;
  path: string;
  body: string;
}

function expectFingerprint({ requests, fingerprint }: Approved, sent: (Creation | null)[]): void {
  if (sent.includes(null)) return;
  const bytes = sent.map((one) => `${one?.method} ${one?.path}\n${one?.body}\n`).join('');
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(hash.slice(0, fingerprint.length), requests.map(({ path }) => path).join()).toBe(fingerprint);
}

/** What was sent for each request of a review; null for what never left. */
function sentFor(office: Office, { requests }: Approved): (Creation | null)[] {
  const sent = creations(office);
  return requests.map(({ method, path, body }) => {
    const same = (one: Creation) => one.method === method && one.path === path && indented(one.body) === body;
    return sent.find(same) ?? null;
  });
}

/** Creates since the test began; what names a record made a moment before comes in both writings. */
function creations(office: Office): Creation[] {
  const exchanges = office.exchanges().filter(isCreate);
  const made = new Set(exchanges.flatMap(identityOf));
  const once = new Map(exchanges.map((one) => [`${pathOf(one)} ${one.requestBody}`, one]));
  return [...once.values()].flatMap((exchange) => {
    const writings = new Set([exchange.requestBody, asReviewed(exchange.requestBody, made)]);
    return [...writings].map((body) => ({ exchange, method: exchange.method, path: pathOf(exchange), body }));
  });
}

/** As the review names it: the requestid is made after the approval. */
function pathOf({ url }: Exchange): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete('requestid');
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}

function isCreate({ service, method, url, requestBody }: Exchange): boolean {
  const { pathname, searchParams } = new URL(url);
  return (
    service === 'quickbooks' &&
    method === 'POST' &&
    /^\/v3\/company\/\d+\/(customer|item|invoice|estimate|salesreceipt)$/.test(pathname) &&
    !searchParams.has('operation') &&
    !('Id' in JSON.parse(requestBody))
  );
}

/** 'Customer/58' for a record that this answer brought. */
function identityOf({ status, responseBody }: Exchange): string[] {
  if (status !== 200) return [];
  const answer = JSON.parse(responseBody) as Record<string, { Id?: string }>;
  return ['Customer', 'Item'].flatMap((kind) => (answer[kind]?.Id ? [`${kind}/${answer[kind].Id}`] : []));
}

/** The review had no id to show for a record that was still to be made. */
function asReviewed(body: string, made: ReadonlySet<string>): string {
  return body.replaceAll(/"(Customer|Item|Parent)Ref":\{"value":"(\d+)"/g, (text, ref, id) =>
    made.has(`${ref === 'Parent' ? 'Customer' : ref}/${id}`) ? `"${ref}Ref":{"value":"(new)"` : text,
  );
}

function indented(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
