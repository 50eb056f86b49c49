// What the gateway checks before the books are opened: token, realm, limits.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throttleXml } from '../../faults.ts';
import type { World } from '../../world.ts';
import type { Company } from '../state.ts';

const perRealm = { count: 500, windowMs: 60_000 };
const perApp = { count: 10, windowMs: 1_000 };
const batches = { count: 40, windowMs: 60_000 };

/** The company the request may work on; otherwise the answer is sent and this is undefined. */
export function admit(world: World, request: FastifyRequest, reply: FastifyReply): Company | undefined {
  const { realm } = request.params as { realm: string };
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const { accessTokens, grants, companies } = world.state.intuit;
  const access = token === undefined ? undefined : accessTokens[token];
  const grant = grants.find((candidate) => candidate.id === access?.grantId);
  if (!access || !grant || grant.revoked || access.expiresAtMs <= world.now()) {
    unauthenticated(
      world,
      reply,
      token === undefined ? 'Malformed bearer token: token is missing' : 'Token expired or invalid',
    );
    return undefined;
  }
  const company = companies[realm];
  if (!company || access.realmId !== realm || !grant.scopes.includes('com.intuit.quickbooks.accounting')) {
    forbidden(world, reply);
    return undefined;
  }
  if (world.state.switches.rateLimits && overLimit(world, company, grant.clientId, request)) {
    throttled(world, reply);
    return undefined;
  }
  return company;
}

function overLimit(world: World, company: Company, clientId: string, request: FastifyRequest): boolean {
  const path = (request.raw.url ?? '').split('?')[0]!;
  const windows: Array<[string, typeof perRealm]> = [
    ['realm', perRealm],
    [`app:${clientId}`, perApp],
  ];
  if (path.endsWith('/batch')) windows.push([`batch:${clientId}`, batches]);
  return windows.map(([name, limit]) => exceeds(world, company, name, limit)).includes(true);
}

/** Counts the call; true when the window was full already. Refused calls are not counted. */
function exceeds(world: World, company: Company, name: string, limit: typeof perRealm): boolean {
  const since = world.now() - limit.windowMs;
  const recent = (company.calls[name] ?? []).filter((instant) => instant > since);
  company.calls[name] = recent;
  if (recent.length >= limit.count) return true;
  recent.push(world.now());
  return false;
}

/** The gateway's own body: lower-case `fault`, and a numeric time. */
function gatewayBody(world: World, type: string, message: string, detail: string, code: string) {
  return {
    warnings: null,
    intuitObject: null,
    fault: { error: [{ message, detail, code, element: null }], type },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: world.now(),
    status: null,
    cdcresponse: [],
  };
}

function unauthenticated(world: World, reply: FastifyReply, detail: string): void {
  const message = 'message=AuthenticationFailed; errorCode=003200; statusCode=401';
  reply.code(401).header('www-authenticate', 'Bearer realm="Intuit", error="invalid_token"');
  reply.send(gatewayBody(world, 'AUTHENTICATION', message, detail, '3200'));
}

function forbidden(world: World, reply: FastifyReply): void {
  const message = 'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403';
  reply
    .code(403)
    .send(
      gatewayBody(world, 'SERVICE', message, 'The application is not authorized for this company', '3100'),
    );
}

/** Throttle faults were only ever recorded as XML, whatever was asked for. */
export function throttled(world: World, reply: FastifyReply): void {
  const { quickbooksRetryAfter, retryAfterSeconds } = world.state.switches;
  if (quickbooksRetryAfter) reply.header('retry-after', String(retryAfterSeconds));
  reply.code(429).type('application/xml').send(throttleXml);
}
