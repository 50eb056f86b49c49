// What one service of the sandbox is: a name, the hosts it stands in for, and its routes.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceName, World } from './world.ts';

export interface Service {
  name: ServiceName;
  /** The vendor's hosts, the main one first. */
  hosts: string[];
  /** Adds the routes. Everything a route needs to remember stands in `world.state`. */
  register(app: FastifyInstance, world: World): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came over the wire, before any parser; empty for none. */
    rawBody: Buffer;
  }
}

/** The URL as the vendor would see it, whatever port the sandbox listens on. */
export function vendorUrl(service: Service, request: FastifyRequest): string {
  return `https://${vendorHost(service, request)}${request.raw.url ?? '/'}`;
}

export function vendorHost(service: Service, request: FastifyRequest): string {
  const asked = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  return service.hosts.includes(asked) ? asked : service.hosts[0]!;
}
