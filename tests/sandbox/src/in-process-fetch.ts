// `fetch` for vendor URLs without a network: the URL's host picks the service.
import type { FastifyInstance, InjectOptions } from 'fastify';
import { droppedHeader } from './faults.ts';
import type { ServiceName } from './world.ts';

export function createInProcessFetch(
  services: ReadonlyMap<ServiceName, FastifyInstance>,
  hosts: ReadonlyMap<string, ServiceName>,
): (url: string | URL, init?: RequestInit) => Promise<Response> {
  return async (url, init = {}) => {
    const request = new Request(url, init);
    const target = new URL(request.url);
    const name = hosts.get(target.hostname);
    if (!name)
      throw new TypeError('fetch failed', {
        cause: new Error(`The sandbox has no host ${target.hostname}.`),
      });
    const answer = await services.get(name)!.inject({
      method: request.method as NonNullable<InjectOptions['method']>,
      url: `${target.pathname}${target.search}`,
      headers: { ...Object.fromEntries(request.headers), host: target.hostname },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    init.signal?.throwIfAborted();
    if (answer.headers[droppedHeader])
      throw new TypeError('fetch failed', { cause: new Error('socket hang up') });
    return new Response(bodyAllowed(answer.statusCode) ? new Uint8Array(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers: flatHeaders(answer.headers),
    });
  };
}

function bodyAllowed(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

function flatHeaders(headers: Record<string, unknown>): Headers {
  const flat = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined) flat.append(name, String(item));
  }
  return flat;
}
