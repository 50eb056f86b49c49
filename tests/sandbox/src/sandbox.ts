// The sandbox as a whole: one world, one server per service, in process or on loopback.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { createControl } from './control/index.ts';
import { createWorld, type ManagedWorld, type WorldOptions } from './create-world.ts';
import { installExchangeLog } from './exchange-log.ts';
import { installFaults } from './faults.ts';
import { hubspotServices } from './hubspot/index.ts';
import { createInProcessFetch } from './in-process-fetch.ts';
import { intuitServices } from './intuit/index.ts';
import { keepRawBody } from './raw-body.ts';
import type { Service } from './service.ts';
import { type Certificates, createCertificates } from './tls.ts';
import type { ServiceName } from './world.ts';

/** Where everything listens, `https://127.0.0.1:<port>` each. `front` serves all hosts, told apart by Host. */
export type Addresses = Record<ServiceName | 'control' | 'front', string> & { caFile: string };

export type Ports = Partial<Record<ServiceName | 'control' | 'front', number>>;

export interface Sandbox {
  readonly world: ManagedWorld;
  readonly services: ReadonlyMap<ServiceName, FastifyInstance>;
  readonly control: FastifyInstance;
  /** Every vendor host and the service that stands in for it. */
  readonly hosts: ReadonlyMap<string, ServiceName>;
  /** Calls a vendor URL in process. Rejects with a TypeError where a real fetch would. Follows no redirect. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  listen(ports?: Ports): Promise<Addresses>;
  close(): Promise<void>;
}

export async function createSandbox(options: WorldOptions): Promise<Sandbox> {
  const world = createWorld(options);
  const all = [...hubspotServices, ...intuitServices];
  const services = new Map<ServiceName, FastifyInstance>();
  for (const service of all) services.set(service.name, await createApp(service, world));
  const control = await createControl(world);
  const hosts = new Map(all.flatMap((service) => service.hosts.map((host) => [host, service.name] as const)));
  const listening = createListening(services, control, hosts);
  return {
    world,
    services,
    control,
    hosts,
    fetch: createInProcessFetch(services, hosts),
    listen: listening.listen,
    close: async () => {
      await listening.close();
      for (const app of [...services.values(), control]) await app.close();
    },
  };
}

async function createApp(service: Service, world: ManagedWorld): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: 20 * 1024 * 1024,
    routerOptions: { caseSensitive: true, maxParamLength: 2000 },
  });
  keepRawBody(app);
  installFaults(app, service, world);
  installExchangeLog(app, service, world);
  await service.register(app, world);
  await app.ready();
  return app;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function createListening(
  services: ReadonlyMap<ServiceName, FastifyInstance>,
  control: FastifyInstance,
  hosts: ReadonlyMap<string, ServiceName>,
) {
  const servers: Server[] = [];
  let certificates: Certificates | undefined;

  const front: Handler = (request, response) => {
    const name = hosts.get((request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase());
    if (name) return services.get(name)!.routing(request, response);
    response.writeHead(421).end('The sandbox stands in for no such host.');
  };

  const listen = async (ports: Ports = {}): Promise<Addresses> => {
    certificates = await createCertificates([...hosts.keys()]);
    const handlers = new Map<string, Handler>([
      ['control', control.routing],
      ['front', front],
    ]);
    for (const [name, app] of services) handlers.set(name, app.routing);
    const addresses: Record<string, string> = { caFile: certificates.caFile };
    for (const [name, handler] of handlers) {
      const server = createServer({ key: certificates.key, cert: certificates.cert }, handler);
      servers.push(server);
      addresses[name] = `https://127.0.0.1:${await listenOn(server, ports[name as keyof Ports] ?? 0)}`;
    }
    return addresses as Addresses;
  };

  const close = async () => {
    await Promise.all(servers.splice(0).map(closeServer));
    await certificates?.remove();
  };
  return { listen, close };
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
