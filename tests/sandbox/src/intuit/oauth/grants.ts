// Codes, grants and tokens: what is issued, what still lives, what has been superseded.
import type { World } from '../../world.ts';
import type { Grant, IntuitApp } from '../state.ts';

const codeLifeMs = 10 * 60_000;
export const accessLifeMs = 3_600_000;
/** 101 days, as Intuit announces it; extended by every use. */
export const refreshLifeMs = 8_726_400_000;
/** A refresh token's value changes once it is a day old. */
const rotationMs = 24 * 3_600_000;
const hardCapMs = 5 * 365 * 86_400_000;

/** RFC 6749's error codes, answered with 400. */
export class OAuthError extends Error {
  readonly error: string;
  readonly description: string;

  constructor(error: string, description: string) {
    super(`${error}: ${description}`);
    this.error = error;
    this.description = description;
  }
}

export interface TokenAnswer {
  token_type: 'bearer';
  access_token: string;
  expires_in: number;
  refresh_token: string;
  x_refresh_token_expires_in: number;
  x_refresh_token_hard_expires_in?: number;
  id_token?: string;
}

export function issueCode(
  world: World,
  app: IntuitApp,
  redirectUri: string,
  realmId: string,
  scopes: string[],
): string {
  const code = `AB1${world.token(40)}`;
  world.state.intuit.codes[code] = {
    clientId: app.clientId,
    redirectUri,
    realmId,
    scopes,
    expiresAtMs: world.now() + codeLifeMs,
    used: false,
    grantId: null,
  };
  return code;
}

/** Exchanges a code once; a second use ends what the first one gave. */
export function exchangeCode(world: World, app: IntuitApp, code: string, redirectUri: string): Grant {
  const stored = world.state.intuit.codes[code];
  if (!stored || stored.clientId !== app.clientId)
    throw new OAuthError('invalid_grant', 'Incorrect or invalid code');
  if (stored.used) {
    const earlier = world.state.intuit.grants.find((grant) => grant.id === stored.grantId);
    if (earlier) endGrant(world, earlier);
    throw new OAuthError('invalid_grant', 'Token has been used');
  }
  if (stored.expiresAtMs <= world.now()) throw new OAuthError('invalid_grant', 'The code has expired');
  if (stored.redirectUri !== redirectUri)
    throw new OAuthError('invalid_grant', 'The redirect_uri does not match');
  const grant = createGrant(world, app, stored.realmId, stored.scopes);
  stored.used = true;
  stored.grantId = grant.id;
  return grant;
}

/** A new consent; by the switch it supersedes what the same app had for the same company. */
export function createGrant(world: World, app: IntuitApp, realmId: string, scopes: string[]): Grant {
  const { grants } = world.state.intuit;
  if (world.state.switches.secondConsentSupersedes) {
    for (const grant of grants)
      if (grant.clientId === app.clientId && grant.realmId === realmId) endGrant(world, grant);
  }
  const now = world.now();
  const grant: Grant = {
    id: `g${grants.length + 1}`,
    clientId: app.clientId,
    realmId,
    scopes,
    createdAtMs: now,
    revoked: false,
    refreshToken: newRefreshToken(world),
    refreshIssuedAtMs: now,
    refreshUsedAtMs: now,
  };
  grants.push(grant);
  return grant;
}

/** Uses a refresh token; the old value dies the moment a new one is given out. */
export function useRefreshToken(world: World, app: IntuitApp, token: string): Grant {
  const grant = world.state.intuit.grants.find((candidate) => candidate.refreshToken === token);
  if (!grant || grant.clientId !== app.clientId || grant.revoked) {
    throw new OAuthError('invalid_grant', 'Incorrect or invalid refresh token');
  }
  const now = world.now();
  if (now - grant.refreshUsedAtMs > refreshLifeMs || now - grant.createdAtMs > hardCapMs) {
    throw new OAuthError('invalid_grant', 'Token expired');
  }
  const due = now - grant.refreshIssuedAtMs >= rotationMs || world.state.switches.rotateRefreshTokenAlways;
  if (due) {
    grant.refreshToken = newRefreshToken(world);
    grant.refreshIssuedAtMs = now;
  }
  grant.refreshUsedAtMs = now;
  return grant;
}

export function issueAccessToken(world: World, grant: Grant): string {
  const token = `eyJlbmMiOiJBMTI4Q0JDLUhTMjU2IiwiYWxnIjoiZGlyIn0..${world.token(64)}`;
  world.state.intuit.accessTokens[token] = {
    grantId: grant.id,
    realmId: grant.realmId,
    expiresAtMs: world.now() + accessLifeMs,
  };
  return token;
}

export function tokenAnswer(world: World, grant: Grant, withHardExpiry: boolean): TokenAnswer {
  const openId = grant.scopes.includes('openid');
  const hardSeconds = Math.floor((grant.createdAtMs + hardCapMs - world.now()) / 1000);
  return {
    token_type: 'bearer',
    access_token: issueAccessToken(world, grant),
    expires_in: accessLifeMs / 1000,
    refresh_token: grant.refreshToken,
    x_refresh_token_expires_in: refreshLifeMs / 1000,
    ...(withHardExpiry ? { x_refresh_token_hard_expires_in: hardSeconds } : {}),
    ...(openId ? { id_token: idToken(world, grant) } : {}),
  };
}

/** Ends everything a grant gave out. False when no such token lives. */
export function revokeToken(world: World, app: IntuitApp, token: string): boolean {
  const { grants, accessTokens } = world.state.intuit;
  const grantId = accessTokens[token]?.grantId;
  const grant = grants.find((candidate) => candidate.refreshToken === token || candidate.id === grantId);
  if (!grant || grant.clientId !== app.clientId || grant.revoked) return false;
  endGrant(world, grant);
  return true;
}

function endGrant(world: World, grant: Grant): void {
  grant.revoked = true;
  const { accessTokens } = world.state.intuit;
  for (const [token, access] of Object.entries(accessTokens))
    if (access.grantId === grant.id) delete accessTokens[token];
}

function newRefreshToken(world: World): string {
  return `RT1-${world.token(2)}-H0-${world.token(32)}`;
}

/** Unsigned but well-formed: the sandbox has no key that a client could check. */
function idToken(world: World, grant: Grant): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(world.now() / 1000);
  const claims = {
    sub: `user-${grant.realmId}`,
    aud: [grant.clientId],
    realmid: grant.realmId,
    auth_time: seconds,
    iss: 'https://oauth.platform.intuit.com/op/v1',
    exp: seconds + 3600,
    iat: seconds,
  };
  return `${part({ kid: 'sandbox', alg: 'RS256' })}.${part(claims)}.${Buffer.from('sandbox').toString('base64url')}`;
}
