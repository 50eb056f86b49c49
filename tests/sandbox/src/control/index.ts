// The control address: look into the world and change it, as tests and people do. See README.md.
import Fastify, { type FastifyInstance } from 'fastify';
import type { ManagedWorld } from '../create-world.ts';
import { credentialsOf } from '../credentials.ts';
import type { Fault, Switches, WorldState } from '../world.ts';
import { registerQuickBooksRoutes } from './quickbooks.ts';

export async function createControl(world: ManagedWorld): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 200 * 1024 * 1024 });
  acceptEmptyJson(app);
  registerWorldRoutes(app, world);
  registerQuickBooksRoutes(app, world);
  await app.ready();
  return app;
}

/** POST /reset and the like have no body; a client that names JSON all the same is understood. */
function acceptEmptyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
}

function registerWorldRoutes(app: FastifyInstance, world: ManagedWorld): void {
  app.get('/state', async () => world.snapshot());
  app.get('/credentials', async () => credentialsOf(world));
  app.get<{ Querystring: { since?: string } }>('/exchanges', async (request) =>
    world.exchanges.slice(Number(request.query.since ?? 0)),
  );
  app.delete('/exchanges', async () => {
    world.exchanges.length = 0;
    return {};
  });
  app.post('/reset', async () => {
    world.reset();
    return {};
  });
  app.post('/snapshot', async () => world.snapshot());
  app.post<{ Body: WorldState }>('/restore', async (request) => {
    world.restore(request.body);
    return {};
  });
  app.get('/switches', async () => world.state.switches);
  app.post<{ Body: Partial<Switches> }>('/switches', async (request, reply) => {
    const unknown = Object.keys(request.body).filter((name) => !(name in world.state.switches));
    if (unknown.length > 0) return reply.code(400).send({ error: `No such switch: ${unknown.join(', ')}` });
    Object.assign(world.state.switches, request.body);
    return world.state.switches;
  });
  app.get('/faults', async () => world.state.faults);
  app.post<{ Body: Fault | Fault[] }>('/faults', async (request) => {
    world.state.faults.push(...[request.body].flat());
    return world.state.faults;
  });
  app.delete('/faults', async () => {
    world.state.faults = [];
    return [];
  });
  app.post<{ Body: { ms: number } }>('/advance', async (request) => {
    world.advance(request.body.ms);
    return { now: world.now() };
  });
}
