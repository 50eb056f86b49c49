// Records every exchange with the vendor's full URL; tokens and secrets are masked before anything is kept.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { droppedHeader } from './faults.ts';
import { type Service, vendorUrl } from './service.ts';
import type { Exchange, World } from './world.ts';

const masked = '[masked]';

const secretFields = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'code',
  'token',
  'key',
  'brokerKey',
  'hapikey',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'serviceKey',
].join('|');

const rules: Array<[RegExp, string]> = [
  [new RegExp(`("(?:${secretFields})"\\s*:\\s*")[^"]*(")`, 'g'), `$1${masked}$2`],
  [new RegExp(`((?:^|[?&\\s])(?:${secretFields})=)[^&#\\s"]*`, 'g'), `$1${masked}`],
  [/\b(pat-[a-z0-9]+-)[0-9a-f-]{8,}/gi, `$1${masked}`],
  [/((?:access|refresh)-tokens\/)[^/?"\s]+/g, `$1${masked}`],
];

/** The text with every token and secret replaced. */
export function maskSecrets(text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

export function installExchangeLog(app: FastifyInstance, service: Service, world: World): void {
  app.addHook('onSend', async (request, reply, payload) => {
    world.log({
      time: new Date(world.now()).toISOString(),
      service: service.name,
      method: request.method,
      url: maskSecrets(vendorUrl(service, request)),
      requestHeaders: maskHeaders(request.headers),
      requestBody: bodyText(request.rawBody, request.headers['content-type']),
      status: reply.hasHeader(droppedHeader) ? 0 : reply.statusCode,
      responseHeaders: maskHeaders(reply.getHeaders()),
      responseBody: bodyText(payload, String(reply.getHeader('content-type') ?? '')),
    });
    return payload;
  });
}

function maskHeaders(headers: Record<string, unknown>): Exchange['requestHeaders'] {
  const entries = Object.entries(headers).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    if (name === 'authorization') return [name, text.replace(/^(\S+)\s+.*$/, `$1 ${masked}`)];
    if (name === 'cookie' || name === 'set-cookie') return [name, masked];
    return [name, maskSecrets(text)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function bodyText(body: unknown, contentType: FastifyRequest['headers']['content-type']): string {
  if (body === null || body === undefined) return '';
  if (typeof body === 'string') return maskSecrets(body);
  if (!Buffer.isBuffer(body)) return '[stream]';
  if (body.length === 0) return '';
  if (/pdf|octet-stream|image/.test(contentType ?? '')) return `[${body.length} bytes]`;
  return maskSecrets(body.toString('utf8'));
}
