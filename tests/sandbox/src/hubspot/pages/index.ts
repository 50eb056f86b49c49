import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.ts';
export async function registerPages(_app: FastifyInstance, _world: World): Promise<void> {}
