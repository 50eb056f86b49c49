// The access token for a request: from session memory, else renewed, one renewal at a time per account.
import type { Browser } from '../browser.ts';
import type { Accounts } from '../store/accounts.ts';
import type { Environment } from '../transport/hosts.ts';
import type { Http } from '../transport/http.ts';
import { brokerToken } from './broker.ts';
import {
  type AccessToken,
  type BrokerCredential,
  type Credential,
  credentialName,
  isPending,
  type KeysCredential,
  type PendingToken,
  pending,
  type Service,
} from './credential.ts';
import { refresh } from './intuit.ts';
import type { Vault } from './vault.ts';

export type Access =
  | { token: string; environment: Environment }
  /** offline: the place that gives tokens cannot be reached now. not_connected: connect again. */
  | { failure: 'offline' | 'not_connected' };

export interface AccessTokens {
  /** `renew`: the last answer to this account said that its token is no longer valid. */
  get(service: Service, account: string, renew: boolean): Promise<Access>;
  /** Notes a token that the service no longer takes, so that only this one is replaced. */
  refused(service: Service, account: string, token: string): void;
  /** Puts a token straight into session memory, from a fresh consent. */
  put(service: Service, account: string, token: AccessToken): Promise<void>;
  forget(service: Service, account: string): Promise<void>;
  /** Holds a HubSpot token for this one test, in session memory only; the token of an earlier test is forgotten. */
  putPending(token: PendingToken): Promise<void>;
  /** null when it ran out, or when another one has taken its place. */
  pendingOf(account: string): Promise<string | null>;
  /** A no-op when another one has taken its place. */
  forgetPending(account: string): Promise<void>;
}

/** A token this close to its end might die on the way. */
const margin_ms = 60_000;

export function accessTokensOf(browser: Browser, http: Http, vault: Vault, accounts: Accounts): AccessTokens {
  const refusedTokens = new Map<string, string>();
  const keyOf = (service: Service, account: string) => `access:${credentialName(service, account)}`;

  const current = async (service: Service, account: string): Promise<string | null> => {
    const held = await browser.session.read<AccessToken>(keyOf(service, account));
    return held && held.until_ms - margin_ms > browser.now() ? held.token : null;
  };

  const tested = async (account: string): Promise<string | null> => {
    const held = await browser.session.read<PendingToken>(keyOf('hubspot', pending));
    return held?.account === account && held.until_ms > browser.now() ? held.token : null;
  };

  const renewed = (
    service: Service,
    account: string,
    credential: KeysCredential | BrokerCredential,
    unwanted: string | null,
  ) =>
    browser.hold(`token:${credentialName(service, account)}`, async (): Promise<AccessToken | Refusal> => {
      // Somebody may have renewed it while we waited for the lock.
      const known = await current(service, account);
      if (known !== null && known !== unwanted) return { token: known, until_ms: 0 };
      const fresh = await renewal(browser, http, vault, service, account, credential);
      if ('token' in fresh) await browser.session.write(keyOf(service, account), fresh);
      return fresh;
    });

  return {
    get: async (service, account, renew) => {
      if (service === 'hubspot' && isPending(account)) {
        const held = await tested(account);
        return held === null ? { failure: 'not_connected' } : { token: held, environment: 'production' };
      }
      const credential = await vault.read<Credential>(credentialName(service, account));
      if (!credential) return { failure: 'not_connected' };
      if (credential.kind === 'token') return { token: credential.token, environment: 'production' };
      const { environment } = credential;
      const held = await current(service, account);
      const unwanted = renew ? (refusedTokens.get(keyOf(service, account)) ?? held) : null;
      if (held !== null && held !== unwanted) return { token: held, environment };
      const fresh = await renewed(service, account, credential, unwanted);
      if ('token' in fresh) return { token: fresh.token, environment };
      if (fresh.failure === 'offline') return fresh;
      await breakOff(accounts, service, account, fresh.code);
      return { failure: fresh.failure };
    },
    refused: (service, account, token) => {
      refusedTokens.set(keyOf(service, account), token);
    },
    put: (service, account, token) => browser.session.write(keyOf(service, account), token),
    forget: (service, account) => browser.session.remove(keyOf(service, account)),
    putPending: (token) => browser.session.write(keyOf('hubspot', pending), token),
    pendingOf: tested,
    forgetPending: async (account) => {
      const held = await browser.session.read<PendingToken>(keyOf('hubspot', pending));
      if (held?.account === account) await browser.session.remove(keyOf('hubspot', pending));
    },
  };
}

/** offline: nothing was lost, ask later. not_connected: `code` says why. */
type Refusal = { failure: 'offline' } | { failure: 'not_connected'; code: string };

function renewal(
  browser: Browser,
  http: Http,
  vault: Vault,
  service: Service,
  account: string,
  credential: KeysCredential | BrokerCredential,
): Promise<AccessToken | Refusal> {
  return credential.kind === 'broker'
    ? brokerToken(browser, http, credential, account)
    : refreshed(browser, http, vault, credentialName(service, account));
}

const reconnect: Refusal = { failure: 'not_connected', code: 'reconnect-needed' };

/**
 * Refreshes with the stored token. The new refresh token is on disk before anybody sees the new access token;
 * when Intuit no longer knows the one we sent, the store is read again, since another context may have replaced it.
 */
async function refreshed(
  browser: Browser,
  http: Http,
  vault: Vault,
  name: string,
): Promise<AccessToken | Refusal> {
  let tried = '';
  for (;;) {
    const stored = await vault.read<KeysCredential>(name);
    if (!stored || stored.refresh_token === tried) return reconnect;
    tried = stored.refresh_token;
    const answer = await refresh(http, stored, stored.refresh_token);
    if ('transient' in answer) return { failure: 'offline' };
    if ('refused' in answer) {
      if (answer.refused === 'invalid_grant') continue;
      return reconnect;
    }
    const { access_token, refresh_token, expires_in_s } = answer.grant;
    await vault.write(name, { ...stored, refresh_token });
    return { token: access_token, until_ms: browser.now() + expires_in_s * 1000 };
  }
}

/** The connection stays with all its data, and says what to do. */
async function breakOff(accounts: Accounts, service: Service, account: string, code: string): Promise<void> {
  const broken = {
    state: 'broken' as const,
    issues: [{ code, severity: 'error' as const, path: '', args: { service } }],
  };
  const row = service === 'quickbooks' ? await accounts.company(account) : null;
  if (row) await accounts.saveCompany({ ...row, ...broken });
  const portal = service === 'hubspot' ? await accounts.portal() : null;
  if (portal) await accounts.savePortal({ ...portal, ...broken });
}
