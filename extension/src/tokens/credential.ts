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

/** The account name under which a HubSpot token is tested before it is saved. */
export const pending = 'pending';

export function credentialName(service: Service, account: string): string {
  return `${service}:${account}`;
}

export interface AccessToken {
  token: string;
  /** After this it is not worth sending. */
  until_ms: number;
}
