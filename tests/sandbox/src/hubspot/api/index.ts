// https://api.hubapi.com: every route under its date-based and its numbered paths, from one implementation.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../world.ts';
import { HubSpotRefusal, validationError } from '../errors.ts';
import type { AccessToken } from '../state.ts';
import { authenticate, countCall, countSearch } from './access.ts';
import { associationRoutes } from './associations.ts';
import { batchRoutes } from './batch.ts';
import type { Call, Route } from './call.ts';
import { oauthRoutes } from './oauth.ts';
import { objectRoutes } from './objects.ts';
import { propertyRoutes } from './properties.ts';
import { searchRoutes } from './search.ts';
import { settingsRoutes } from './settings.ts';

const ROUTES: Route[] = [
  ...searchRoutes,
  ...batchRoutes,
  ...objectRoutes,
  ...associationRoutes,
  ...propertyRoutes,
  ...settingsRoutes,
  ...oauthRoutes,
];
const LONGEST_URL = 8000;
const NO_TOKEN: AccessToken = { kind: 'oauth', scopes: [], userId: 0, expiresAtMs: null, refreshToken: null };

export async function registerApi(app: FastifyInstance, world: World): Promise<void> {
  readBodiesAsText(app);
  app.setErrorHandler((error, _request, reply) => answerError(world, reply, error));
  app.setNotFoundHandler((request, reply) => answerUnknownPath(world, request, reply));
  app.addHook('onRequest', async (request, reply) => {
    if ((request.raw.url ?? '').length > LONGEST_URL)
      return reply.code(414).type('text/html').send('<h1>URI Too Long</h1>');
  });
  for (const route of ROUTES) {
    for (const url of route.numbered ?? []) addRoute(app, world, route, url, false);
    if (route.dated !== undefined) addRoute(app, world, route, route.dated, true);
  }
}

/** Parsed by hand: an unreadable body must be refused in HubSpot's words, an empty one is none. */
function readBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) =>
      Object.fromEntries(new URLSearchParams(String(body))),
  );
  app.addContentTypeParser(
    '*',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) => parseJson(String(body)),
  );
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw validationError(
      `Invalid input JSON on line 1, column 1: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

function addRoute(app: FastifyInstance, world: World, route: Route, url: string, dated: boolean): void {
  app.route({
    method: route.method,
    url,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const token = admit(world, route, request, reply);
      const answer = route.run(callOf(world, request, token, dated));
      reply.code(answer.status);
      if (answer.body === undefined) return reply.send();
      return reply.type('application/json;charset=utf-8').send(JSON.stringify(answer.body));
    },
  });
}

/** The token first, then the limits: an unknown caller is not counted. */
function admit(world: World, route: Route, request: FastifyRequest, reply: FastifyReply): AccessToken {
  if (route.kind === 'open') return NO_TOKEN;
  const { secret, token } = authenticate(world, request.headers.authorization);
  if (route.kind === 'search') countSearch(world);
  else reply.headers(countCall(world, secret, token));
  return token;
}

function callOf(world: World, request: FastifyRequest, token: AccessToken, dated: boolean): Call {
  return {
    world,
    state: world.state.hubspot,
    dated,
    token,
    params: request.params as Record<string, string>,
    query: request.query as Call['query'],
    body: request.body,
    bodyText: request.rawBody.toString('utf8'),
  };
}

function correlationId(world: World): string {
  const hex = world.token(32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function answerError(world: World, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = error instanceof HubSpotRefusal ? error : frameError(error);
  return sendBody(reply, refusal.statusCode, { ...refusal.body, correlationId: correlationId(world) });
}

/** Too large a body and the like keep their status; anything else is this program's own fault. */
function frameError(error: unknown): HubSpotRefusal {
  const statusCode = (error as { statusCode?: number }).statusCode ?? 500;
  const message = error instanceof Error ? error.message : String(error);
  if (statusCode >= 500) console.error(error);
  return new HubSpotRefusal(statusCode, {
    message,
    category: statusCode >= 500 ? 'INTERNAL_ERROR' : 'VALIDATION_ERROR',
  });
}

/** No path answers a preflight: the service sends no CORS headers at all. */
function answerUnknownPath(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = request.method === 'OPTIONS' ? 405 : 404;
  const message = status === 405 ? 'Method Not Allowed' : 'resource not found';
  return sendBody(reply, status, { status: 'error', message, correlationId: correlationId(world) });
}

function sendBody(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).type('application/json;charset=utf-8').send(JSON.stringify(body));
}
