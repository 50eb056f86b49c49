// What the vault holds for each connected account.
import type { Environment } from '../transport/hosts.ts';

/** A HubSpot service key or private-app token: no refresh, rotated by hand. */
export interface TokenCredential {
  kind: 'token';
  token: string;
}

/** The company's own Intuit app. */
export interface KeysCredential {
  kind: 'keys';
  client_id: string;
  client_secret: string;
  environment: Environment;
  refresh_token: string;
}

/** A broker keeps secret and refresh token; we get access tokens. */
export interface BrokerCredential {
  kind: 'broker';
  url: string;
  broker_key: string;
  environment: Environment;
}

export type Credential = TokenCredential | KeysCredential | BrokerCredential;
export type Service = 'hubspot' | 'quickbooks';

/** Where a HubSpot token lies while it is tested, before it is saved. */
export const pending = 'pending';

/** The account of one test: a run started for an earlier token must not use a later one. */
export function pendingAccount(): string {
  return `${pending}-${crypto.randomUUID()}`;
}

export function isPending(account: string): boolean {
  return account.startsWith(`${pending}-`);
}

export function credentialName(service: Service, account: string): string {
  return `${service}:${account}`;
}

export interface AccessToken {
  token: string;
  /** After this it is not worth sending. */
  until_ms: number;
}

export interface PendingToken extends AccessToken {
  /** The only account that may use it. */
  account: string;
}
