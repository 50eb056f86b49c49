// A team's token broker, as a sales rep uses it. The protocol is docs/broker.md.
import type { Browser } from '../browser.ts';
import type { Environment } from '../transport/hosts.ts';
import type { Http } from '../transport/http.ts';
import type { AccessToken, BrokerCredential } from './credential.ts';
import { isEnvironment, readObject } from './intuit.ts';

export interface BrokerAccess {
  url: string;
  broker_key: string;
}

export interface BrokerRealm {
  realm: string;
  environment: Environment;
}

/** Nothing was lost; the broker may answer later. */
interface Transient {
  failure: 'offline';
}
/** Nothing will come of asking again as things are. */
interface Refusal {
  failure: 'not_connected';
  /** Issue code that says why. */
  code: string;
}

const limit_ms = 20_000;

/** What a refusal of the broker means to a person, by its `code`. */
const meanings: Record<string, string> = {
  'unknown-key': 'reconnect-needed',
  'key-revoked': 'permission-missing',
  'realm-not-allowed': 'permission-missing',
  'realm-not-connected': 'admin-needed',
  'reconnect-needed': 'admin-needed',
};

/** The origin of a broker's address, null when it is not one that may be used. */
export function brokerOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, username, password, search, hash } = new URL(url);
  return protocol === 'https:' && `${username}${password}${search}${hash}` === '' ? origin : null;
}

export async function brokerRealms(
  http: Http,
  access: BrokerAccess,
): Promise<BrokerRealm[] | Transient | Refusal> {
  const answer = await ask(http, access, 'GET', '/v1/realms', null);
  if ('failure' in answer) return answer;
  const { realms } = answer.body;
  return (Array.isArray(realms) ? realms : []).flatMap((row: unknown): BrokerRealm[] => {
    const { id, environment } = row as Record<string, unknown>;
    if (typeof id !== 'string' || !/^\d+$/.test(id)) return [];
    return [{ realm: id, environment: isEnvironment(environment) ? environment : 'production' }];
  });
}

export async function brokerToken(
  browser: Browser,
  http: Http,
  access: BrokerCredential,
  realm: string,
): Promise<AccessToken | Transient | Refusal> {
  const origin = brokerOrigin(access.url);
  if (origin === null || !(await browser.mayCall(origin))) {
    return { failure: 'not_connected', code: 'reconnect-needed' };
  }
  const answer = await ask(http, access, 'POST', '/v1/token', { realmId: realm });
  if ('failure' in answer) return answer;
  const { accessToken, expiresAt, realmId } = answer.body;
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number' || realmId !== realm) {
    return { failure: 'offline' };
  }
  return { token: accessToken, until_ms: expiresAt };
}

async function ask(
  http: Http,
  access: BrokerAccess,
  method: string,
  path: string,
  body: Record<string, unknown> | null,
): Promise<{ body: Record<string, unknown> } | Transient | Refusal> {
  const exchange = await http.exchange({
    service: 'broker',
    method,
    url: access.url.replace(/\/+$/, '') + path,
    headers: {
      Authorization: `Bearer ${access.broker_key}`,
      Accept: 'application/json',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : null,
    limit_ms,
    metered: false,
    run: null,
  });
  if ('failure' in exchange) return { failure: 'offline' };
  const { status, bytes } = exchange.received;
  const answer = readObject(new TextDecoder().decode(bytes));
  if (status === 200) return { body: answer };
  if (status === 429 || status >= 500) return { failure: 'offline' };
  const error = answer['error'] as { code?: unknown } | undefined;
  return { failure: 'not_connected', code: meanings[String(error?.code)] ?? 'reconnect-needed' };
}
