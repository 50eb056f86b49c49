// Intuit's OAuth with the company's own keys: consent, exchange, refresh, revoke.
// Source: reference/quickbooks.md 2
import type { Browser } from '../browser.ts';
import { type Environment, hosts } from '../transport/hosts.ts';
import type { Http, Received } from '../transport/http.ts';

export interface Keys {
  client_id: string;
  client_secret: string;
}

export interface Grant {
  access_token: string;
  expires_in_s: number;
  refresh_token: string;
}

/** refused: the grant is worth nothing any more. transient: try later, nothing was lost. */
export type GrantAnswer = { grant: Grant } | { refused: string } | { transient: 'offline' | 'cut_off' };

export type Consent =
  | { realm: string; code: string }
  /** The person closed the page, said no, or the answer is not the one to our question. */
  | { refused: 'closed' | 'denied' | 'state' | 'incomplete' };

const limit_ms = 20_000;

export async function askConsent(browser: Browser, client_id: string): Promise<Consent> {
  const state = crypto.randomUUID();
  const page = new URL(hosts.intuitConsent);
  page.search = new URLSearchParams({
    client_id,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    redirect_uri: browser.redirectUrl(),
    state,
  }).toString();
  const back = await browser.consent(page.href);
  return back === null ? { refused: 'closed' } : readRedirect(back, state);
}

/** Reads the address to which the consent page sent back. */
export function readRedirect(address: string, state: string): Consent {
  const answer = new URL(address).searchParams;
  if (answer.get('state') !== state) return { refused: 'state' };
  if (answer.has('error')) return { refused: 'denied' };
  const realm = answer.get('realmId') ?? '';
  const code = answer.get('code') ?? '';
  return /^\d+$/.test(realm) && code !== '' ? { realm, code } : { refused: 'incomplete' };
}

export function exchangeCode(
  http: Http,
  keys: Keys,
  code: string,
  redirect_uri: string,
): Promise<GrantAnswer> {
  return askGrant(http, keys, { grant_type: 'authorization_code', code, redirect_uri });
}

export function refresh(http: Http, keys: Keys, refresh_token: string): Promise<GrantAnswer> {
  return askGrant(http, keys, { grant_type: 'refresh_token', refresh_token });
}

/** True when Intuit no longer honours the token; it also ends every access token made from it. */
export async function revoke(http: Http, keys: Keys, token: string): Promise<boolean> {
  const exchange = await http.exchange({
    service: 'intuit',
    method: 'POST',
    url: hosts.intuitRevoke,
    headers: {
      Authorization: basic(keys),
      Accept: 'application/json',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ token }),
    limit_ms,
    metered: false,
    run: null,
  });
  // 400 says that it did not know the token: then there is nothing left to revoke.
  return 'received' in exchange && (exchange.received.status === 200 || exchange.received.status === 400);
}

async function askGrant(http: Http, keys: Keys, form: Record<string, string>): Promise<GrantAnswer> {
  const exchange = await http.exchange({
    service: 'intuit',
    method: 'POST',
    url: hosts.intuitToken,
    headers: {
      Authorization: basic(keys),
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
    limit_ms,
    metered: false,
    run: null,
  });
  if ('failure' in exchange) return { transient: exchange.failure === 'offline' ? 'offline' : 'cut_off' };
  return readGrant(exchange.received);
}

export function readGrant({ status, bytes }: Received): GrantAnswer {
  if (status === 429 || status >= 500) return { transient: 'cut_off' };
  const answer = readObject(new TextDecoder().decode(bytes));
  const { access_token, refresh_token, expires_in } = answer;
  if (status === 200 && typeof access_token === 'string' && typeof refresh_token === 'string') {
    const expires_in_s = typeof expires_in === 'number' && expires_in > 0 ? expires_in : 3600;
    return { grant: { access_token, refresh_token, expires_in_s } };
  }
  // A 200 without tokens is a fault on their side; a 4xx is an answer about ours.
  if (status === 200) return { transient: 'cut_off' };
  return { refused: typeof answer['error'] === 'string' ? answer['error'] : 'invalid_request' };
}

export function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function basic({ client_id, client_secret }: Keys): string {
  return `Basic ${btoa(`${client_id}:${client_secret}`)}`;
}

export function isEnvironment(value: unknown): value is Environment {
  return value === 'production' || value === 'sandbox';
}
