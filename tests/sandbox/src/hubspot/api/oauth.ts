// OAuth on the API host: exchange, refresh, introspection, token information, revocation.

import type { World } from '../../world.ts';
import { HubSpotRefusal } from '../errors.ts';
import type { AccessToken } from '../state.ts';
import { type Answer, asObject, type Call, type Route } from './call.ts';

/** Source: HubSpot's OAuth guide. */
const ACCESS_TOKEN_LIFE_MS = 1_800_000;
const REFRESH_TOKEN_LENGTH = 36;

type Form = Record<string, unknown>;

/** RFC 6749 `error`, beside HubSpot's own `status` and `message`. */
class OAuthRefusal extends HubSpotRefusal {
  constructor(statusCode: number, error: string, status: string, message: string) {
    super(statusCode, { message });
    Object.assign(this.body, { status, error, error_description: message });
  }
}

function formOf(call: Call): Form {
  if (typeof call.body !== 'object' || call.body === null) {
    throw new OAuthRefusal(400, 'invalid_request', 'MISSING_FORM_BODY', 'The request must be form encoded');
  }
  return asObject(call.body, 'form');
}

function field(form: Form, name: string): string {
  const value = form[name];
  if (typeof value !== 'string' || value === '') {
    throw new OAuthRefusal(
      400,
      'invalid_request',
      `MISSING_${name.toUpperCase()}`,
      `missing or unknown ${name}`,
    );
  }
  return value;
}

/** The secret is required in every exchange and refresh. */
function requireClient(call: Call, form: Form): void {
  const { app } = call.state;
  if (field(form, 'client_id') !== app.clientId) {
    throw new OAuthRefusal(400, 'invalid_client', 'BAD_CLIENT_ID', 'missing or unknown client id');
  }
  if (field(form, 'client_secret') !== app.clientSecret) {
    throw new OAuthRefusal(400, 'invalid_client', 'BAD_CLIENT_SECRET', 'missing or invalid client secret');
  }
}

function exchange(call: Call): Answer {
  const form = formOf(call);
  const grant = field(form, 'grant_type');
  if (grant !== 'authorization_code' && grant !== 'refresh_token') {
    throw new OAuthRefusal(400, 'unsupported_grant_type', 'BAD_GRANT_TYPE', `unknown grant_type ${grant}`);
  }
  requireClient(call, form);
  return grant === 'authorization_code' ? redeemCode(call, form) : refresh(call, form);
}

/** A code is good for one use; a second one finds nothing. */
function redeemCode(call: Call, form: Form): Answer {
  const secret = field(form, 'code');
  const redirectUri = field(form, 'redirect_uri');
  const code = call.state.codes[secret];
  delete call.state.codes[secret];
  if (code === undefined || code.expiresAtMs <= call.world.now()) {
    throw new OAuthRefusal(400, 'invalid_grant', 'BAD_AUTH_CODE', 'missing or unknown auth code');
  }
  if (code.redirectUri !== redirectUri) {
    throw new OAuthRefusal(400, 'invalid_grant', 'BAD_REDIRECT_URI', 'missing or invalid redirect uri');
  }
  const refreshToken = newRefreshToken(call.world, code.scopes, code.userId, code.clientId);
  return tokenAnswer(call, refreshToken);
}

function refresh(call: Call, form: Form): Answer {
  const secret = field(form, 'refresh_token');
  const known = call.state.refreshTokens[secret];
  if (known === undefined) {
    throw new OAuthRefusal(400, 'invalid_grant', 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token');
  }
  if (!call.state.switches.rotateRefreshTokens) return tokenAnswer(call, secret);
  delete call.state.refreshTokens[secret];
  return tokenAnswer(call, newRefreshToken(call.world, known.scopes, known.userId, known.clientId));
}

export function newRefreshToken(world: World, scopes: string[], userId: number, clientId: string): string {
  const secret = `na1-${world.token(REFRESH_TOKEN_LENGTH)}`;
  world.state.hubspot.refreshTokens[secret] = { scopes, userId, clientId };
  return secret;
}

export function newAccessToken(world: World, refreshToken: string): string {
  const { scopes, userId } = world.state.hubspot.refreshTokens[refreshToken] ?? { scopes: [], userId: 0 };
  const secret = `CO${world.token(160)}`;
  const expiresAtMs = world.now() + ACCESS_TOKEN_LIFE_MS;
  world.state.hubspot.accessTokens[secret] = { kind: 'oauth', scopes, userId, expiresAtMs, refreshToken };
  return secret;
}

/** 2026-09 publishes no schema for this answer; these fields are those of 2026-03. */
function tokenAnswer(call: Call, refreshToken: string): Answer {
  const accessToken = newAccessToken(call.world, refreshToken);
  const plain = {
    token_type: 'bearer',
    refresh_token: refreshToken,
    access_token: accessToken,
    expires_in: ACCESS_TOKEN_LIFE_MS / 1000,
  };
  if (!call.dated) return { status: 200, body: plain };
  const token = call.state.accessTokens[accessToken];
  return {
    status: 200,
    body: {
      ...plain,
      token_use: 'access_token',
      hub_id: call.state.portal.portalId,
      user_id: token?.userId,
      scopes: token?.scopes,
    },
  };
}

function activeToken(call: Call, secret: string): AccessToken | undefined {
  const token = call.state.accessTokens[secret];
  if (token === undefined || token.kind !== 'oauth') return undefined;
  return token.expiresAtMs === null || token.expiresAtMs > call.world.now() ? token : undefined;
}

/** 2026-09 tells only whether the token is active (reference hubspot.md 11). */
function introspect(call: Call): Answer {
  const form = formOf(call);
  requireClient(call, form);
  const secret = field(form, 'token');
  const active = activeToken(call, secret) !== undefined || call.state.refreshTokens[secret] !== undefined;
  return { status: 200, body: { active } };
}

function userEmail(call: Call, userId: number): string {
  return call.state.owners.find((owner) => owner.userId === userId)?.email ?? '';
}

function tokenInfo(call: Call): Answer {
  const secret = call.params.token ?? '';
  const token = activeToken(call, secret);
  if (token === undefined) throw new OAuthRefusal(404, 'not_found', 'error', 'access token not found');
  const { portal, app } = call.state;
  return {
    status: 200,
    body: {
      token: secret,
      user: userEmail(call, token.userId),
      hub_domain: portal.hubDomain,
      scopes: token.scopes,
      hub_id: portal.portalId,
      app_id: app.appId,
      expires_in: Math.floor(((token.expiresAtMs ?? 0) - call.world.now()) / 1000),
      user_id: token.userId,
      token_type: 'access',
    },
  };
}

function refreshTokenInfo(call: Call): Answer {
  const secret = call.params.token ?? '';
  const token = call.state.refreshTokens[secret];
  if (token === undefined) throw new OAuthRefusal(404, 'not_found', 'error', 'refresh token not found');
  const { portal } = call.state;
  return {
    status: 200,
    body: {
      token: secret,
      user: userEmail(call, token.userId),
      hub_domain: portal.hubDomain,
      scopes: token.scopes,
      hub_id: portal.portalId,
      client_id: token.clientId,
      user_id: token.userId,
      token_type: 'refresh',
    },
  };
}

/** Ends the refresh token and every access token that came from it. */
function revoke(call: Call, secret: string): Answer {
  delete call.state.refreshTokens[secret];
  const tokens = Object.entries(call.state.accessTokens);
  const kept = tokens.filter(([key, token]) => key !== secret && token.refreshToken !== secret);
  call.state.accessTokens = Object.fromEntries(kept);
  return { status: 204 };
}

function revokeByForm(call: Call): Answer {
  const form = formOf(call);
  requireClient(call, form);
  return revoke(call, field(form, 'token'));
}

export const oauthRoutes: Route[] = [
  {
    method: 'POST',
    dated: '/oauth/2026-09/token',
    numbered: ['/oauth/v1/token', '/oauth/v3/token'],
    kind: 'open',
    run: exchange,
  },
  {
    method: 'POST',
    dated: '/oauth/2026-09/token/introspect',
    numbered: ['/oauth/v3/token/introspect'],
    kind: 'open',
    run: introspect,
  },
  {
    method: 'POST',
    dated: '/oauth/2026-09/token/revoke',
    numbered: ['/oauth/v3/token/revoke'],
    kind: 'open',
    run: revokeByForm,
  },
  { method: 'GET', numbered: ['/oauth/v1/access-tokens/:token'], kind: 'open', run: tokenInfo },
  { method: 'GET', numbered: ['/oauth/v1/refresh-tokens/:token'], kind: 'open', run: refreshTokenInfo },
  {
    method: 'DELETE',
    numbered: ['/oauth/v1/refresh-tokens/:token'],
    kind: 'open',
    run: (call) => revoke(call, call.params.token ?? ''),
  },
];
