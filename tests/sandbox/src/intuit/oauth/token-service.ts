// Tokens: https://oauth.platform.intuit.com, revocation and discovery on developer.api.intuit.com, user info.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '../../service.ts';
import type { World } from '../../world.ts';
import type { IntuitApp } from '../state.ts';
import { exchangeCode, OAuthError, revokeToken, tokenAnswer, useRefreshToken } from './grants.ts';

export const tokenService: Service = {
  name: 'intuitToken',
  hosts: [
    'oauth.platform.intuit.com',
    'developer.api.intuit.com',
    'developer.intuit.com',
    'accounts.platform.intuit.com',
    'sandbox-accounts.platform.intuit.com',
  ],
  register: async (app, world) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume();
      payload.on('end', () => done(null));
    });
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('date', new Date(world.now()).toUTCString());
      reply.header('intuit_tid', `1-${Math.floor(world.now() / 1000).toString(16)}-${world.token(24)}`);
      reply.header('cache-control', 'no-cache, no-store');
    });
    registerTokenRoutes(app, world);
    registerInformation(app, world);
  },
};

function registerTokenRoutes(app: FastifyInstance, world: World): void {
  app.post('/oauth2/v1/tokens/bearer', (request, reply) =>
    answer(reply, () => {
      const form = readForm(request);
      const client = authenticate(world, request, form);
      return tokenAnswer(world, grantFor(world, client, form), wantsHardExpiry(request));
    }),
  );
  app.post('/v2/oauth2/tokens/revoke', (request, reply) =>
    answer(reply, () => {
      const form = readForm(request);
      const client = authenticate(world, request, form);
      if (!revokeToken(world, client, required(form, 'token'))) {
        throw new OAuthError('invalid_request', 'The token is invalid');
      }
      return undefined;
    }),
  );
}

function answer(reply: FastifyReply, work: () => object | undefined): FastifyReply {
  try {
    const body = work();
    return body === undefined
      ? reply.code(200).send('')
      : reply.type('application/json;charset=UTF-8').send(JSON.stringify(body));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const body = { error_description: error.description, error: error.error };
    return reply.code(400).type('application/json;charset=UTF-8').send(JSON.stringify(body));
  }
}

/** Form-encoded as the standard says; the revocation endpoint also takes JSON. */
function readForm(request: FastifyRequest): URLSearchParams {
  const text = request.rawBody.toString('utf8');
  if (!/json/.test(request.headers['content-type'] ?? '')) return new URLSearchParams(text);
  try {
    return new URLSearchParams(JSON.parse(text) as Record<string, string>);
  } catch {
    throw new OAuthError('invalid_request', 'The body cannot be read');
  }
}

/** client_secret_basic or client_secret_post. */
function authenticate(world: World, request: FastifyRequest, form: URLSearchParams): IntuitApp {
  const basic = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s)
    : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const client = world.state.intuit.apps.find((app) => app.clientId === id && app.clientSecret === secret);
  if (!client) throw new OAuthError('invalid_client', 'The client credentials are invalid');
  return client;
}

function grantFor(world: World, client: IntuitApp, form: URLSearchParams) {
  const type = required(form, 'grant_type');
  if (type === 'authorization_code') {
    return exchangeCode(world, client, required(form, 'code'), required(form, 'redirect_uri'));
  }
  if (type === 'refresh_token') return useRefreshToken(world, client, required(form, 'refresh_token'));
  throw new OAuthError('unsupported_grant_type', `The grant type ${type} is not supported`);
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new OAuthError('invalid_request', `The parameter ${name} is missing`);
  return value;
}

const wantsHardExpiry = (request: FastifyRequest): boolean =>
  request.headers['x-include-refresh-token-hard-expires-in'] === 'true';

function registerInformation(app: FastifyInstance, world: World): void {
  app.get('/v1/openid_connect/userinfo', async (request, reply) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const access = world.state.intuit.accessTokens[token];
    if (!access || access.expiresAtMs <= world.now()) return reply.code(401).send({ error: 'invalid_token' });
    return {
      sub: `user-${access.realmId}`,
      email: 'admin@sidebill.test',
      emailVerified: true,
      givenName: 'Ada',
      familyName: 'Admin',
    };
  });
  app.get('/.well-known/openid_configuration', async () => discovery('accounts.platform.intuit.com'));
  app.get('/.well-known/openid_configuration/', async () => discovery('accounts.platform.intuit.com'));
  app.get('/.well-known/openid_sandbox_configuration', async () =>
    discovery('sandbox-accounts.platform.intuit.com'),
  );
  app.get('/.well-known/openid_sandbox_configuration/', async () =>
    discovery('sandbox-accounts.platform.intuit.com'),
  );
}

function discovery(accountsHost: string) {
  return {
    issuer: 'https://oauth.platform.intuit.com/op/v1',
    authorization_endpoint: 'https://appcenter.intuit.com/connect/oauth2',
    token_endpoint: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
    userinfo_endpoint: `https://${accountsHost}/v1/openid_connect/userinfo`,
    revocation_endpoint: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
    jwks_uri: 'https://oauth.platform.intuit.com/op/v1/jwks',
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile', 'address', 'phone'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    claims_supported: ['aud', 'exp', 'iat', 'iss', 'realmid', 'sub'],
  };
}
