// The reference token broker: secret and refresh tokens stay here, reps receive access tokens. See docs/broker.md.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '../../service.ts';
import type { World } from '../../world.ts';
import { errorPage, page } from '../oauth/consent-page.ts';
import {
  accessLifeMs,
  exchangeCode,
  issueAccessToken,
  OAuthError,
  revokeToken,
  useRefreshToken,
} from '../oauth/grants.ts';
import type { Broker, BrokerRep, IntuitApp } from '../state.ts';

export const brokerHost = 'broker.sidebill.test';
export const brokerClientId = 'ABsandboxBrokerClient0000000000000000000000000002';
export const brokerRedirectUri = `https://${brokerHost}/v1/callback`;

const consentLifeMs = 10 * 60_000;
/** A token this close to its end is replaced before it is handed out. */
const renewalMarginMs = 5 * 60_000;

export const brokerService: Service = {
  name: 'broker',
  hosts: [brokerHost],
  register: async (app, world) => {
    app.setErrorHandler((error, _request, reply) => {
      if (error instanceof BrokerError) return sendError(reply, error);
      if (
        (error as { statusCode?: number }).statusCode === 400 ||
        (error as { statusCode?: number }).statusCode === 415
      ) {
        return sendError(reply, new BrokerError(400, 'invalid-request', 'The body must be a JSON object.'));
      }
      throw error;
    });
    app.setNotFoundHandler((_request, reply) =>
      sendError(reply, new BrokerError(404, 'not-found', 'There is no such address.')),
    );
    registerRepRoutes(app, world);
    registerAdminRoutes(app, world);
  },
};

class BrokerError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

function sendError(reply: FastifyReply, error: BrokerError): FastifyReply {
  return reply
    .code(error.status)
    .header('cache-control', 'no-store')
    .send({ error: { code: error.code, message: error.message } });
}

function registerRepRoutes(app: FastifyInstance, world: World): void {
  app.get('/v1/realms', async (request) => {
    const rep = repOf(world, request);
    const { connections } = broker(world);
    const realms = rep.realmIds
      .filter((id) => id in connections)
      .map((id) => ({ id, name: connections[id]!.name }));
    return { realms };
  });
  app.post<{ Body: { realmId?: unknown } | null }>('/v1/token', async (request, reply) => {
    const rep = repOf(world, request);
    const realmId = textField(request.body, 'realmId');
    if (!rep.realmIds.includes(realmId))
      throw new BrokerError(403, 'realm-not-allowed', 'This key may not use that company.');
    reply.header('cache-control', 'no-store');
    return freshToken(world, realmId);
  });
}

function registerAdminRoutes(app: FastifyInstance, world: World): void {
  app.post('/v1/connect', async (request) => {
    requireAdmin(world, request);
    const state = world.token(32);
    broker(world).pending[state] = world.now() + consentLifeMs;
    const query = new URLSearchParams({
      client_id: brokerClientId,
      response_type: 'code',
      scope: 'com.intuit.quickbooks.accounting',
      redirect_uri: brokerRedirectUri,
      state,
    });
    return { authorizeUrl: `https://appcenter.intuit.com/connect/oauth2?${query}` };
  });
  app.get<{ Querystring: Record<string, string | undefined> }>('/v1/callback', async (request, reply) => {
    const sentence = connect(world, request.query);
    const body =
      sentence === null
        ? page('Connected', '<h1>QuickBooks is connected</h1><p>You can close this page.</p>')
        : errorPage(sentence);
    return reply
      .code(sentence === null ? 200 : 400)
      .type('text/html;charset=utf-8')
      .send(body);
  });
  app.delete<{ Params: { id: string } }>('/v1/realms/:id', async (request, reply) => {
    requireAdmin(world, request);
    const connection = broker(world).connections[request.params.id];
    if (!connection) throw new BrokerError(404, 'realm-not-connected', 'That company is not connected.');
    revokeToken(world, brokerApp(world), connection.refreshToken);
    delete broker(world).connections[request.params.id];
    return reply.code(204).send();
  });
  app.get('/v1/reps', async (request) => {
    requireAdmin(world, request);
    return {
      reps: broker(world).reps.map(({ id, name, realmIds, revoked }) => ({ id, name, realmIds, revoked })),
    };
  });
  app.post<{ Body: { name?: unknown; realmIds?: unknown } | null }>('/v1/reps', async (request, reply) => {
    requireAdmin(world, request);
    const name = textField(request.body, 'name');
    const realmIds = request.body?.realmIds;
    if (!Array.isArray(realmIds)) throw new BrokerError(400, 'invalid-request', 'realmIds must be a list.');
    const { reps } = broker(world);
    const rep = {
      id: `rep-${reps.length + 1}`,
      key: `sbk_${world.token(40)}`,
      name,
      realmIds: realmIds.map(String),
      revoked: false,
    };
    reps.push(rep);
    return reply.code(201).send({ id: rep.id, key: rep.key });
  });
  app.delete<{ Params: { id: string } }>('/v1/reps/:id', async (request, reply) => {
    requireAdmin(world, request);
    const rep = broker(world).reps.find((candidate) => candidate.id === request.params.id);
    if (!rep) throw new BrokerError(404, 'not-found', 'There is no such rep.');
    rep.revoked = true;
    return reply.code(204).send();
  });
}

const broker = (world: World): Broker => world.state.intuit.broker;

function brokerApp(world: World): IntuitApp {
  return world.state.intuit.apps.find((app) => app.clientId === brokerClientId)!;
}

const bearer = (request: FastifyRequest): string =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';

function repOf(world: World, request: FastifyRequest): BrokerRep {
  const rep = broker(world).reps.find((candidate) => candidate.key === bearer(request));
  if (!rep) throw new BrokerError(401, 'unknown-key', 'The broker key is missing or unknown.');
  if (rep.revoked)
    throw new BrokerError(
      403,
      'key-revoked',
      'This broker key was revoked. Ask your QuickBooks admin for another one.',
    );
  return rep;
}

function requireAdmin(world: World, request: FastifyRequest): void {
  if (bearer(request) !== broker(world).adminKey)
    throw new BrokerError(401, 'unknown-key', 'The admin key is missing or wrong.');
}

function textField(body: unknown, field: string): string {
  const value = (body as Record<string, unknown> | null)?.[field];
  if (typeof value !== 'string' || value === '')
    throw new BrokerError(400, 'invalid-request', `${field} is missing.`);
  return value;
}

/** The sentence to show when it did not work; null = connected. */
function connect(world: World, query: Record<string, string | undefined>): string | null {
  const { pending, connections } = broker(world);
  const expires = pending[query['state'] ?? ''];
  if (expires === undefined || expires <= world.now())
    return 'This consent is not one of ours, or it is too old. Start again.';
  delete pending[query['state']!];
  if (!query['code'] || !query['realmId'])
    return 'QuickBooks was not connected, as the consent was cancelled.';
  try {
    const grant = exchangeCode(world, brokerApp(world), query['code'], brokerRedirectUri);
    const name = String(world.state.intuit.companies[query['realmId']]?.info['CompanyName'] ?? '');
    connections[grant.realmId] = { refreshToken: grant.refreshToken, accessToken: '', expiresAtMs: 0, name };
    return null;
  } catch (error) {
    if (error instanceof OAuthError) return 'QuickBooks refused the connection. Start again.';
    throw error;
  }
}

function freshToken(world: World, realmId: string) {
  const connection = broker(world).connections[realmId];
  if (!connection)
    throw new BrokerError(
      409,
      'realm-not-connected',
      'A QuickBooks admin has to connect this company at the broker.',
    );
  if (
    connection.expiresAtMs - world.now() < renewalMarginMs ||
    !(connection.accessToken in world.state.intuit.accessTokens)
  ) {
    try {
      const grant = useRefreshToken(world, brokerApp(world), connection.refreshToken);
      connection.refreshToken = grant.refreshToken;
      connection.accessToken = issueAccessToken(world, grant);
      connection.expiresAtMs = world.now() + accessLifeMs;
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      throw new BrokerError(
        409,
        'reconnect-needed',
        'QuickBooks ended the connection. An admin has to connect again.',
      );
    }
  }
  return { realmId, accessToken: connection.accessToken, expiresAt: connection.expiresAtMs };
}
