// Keeps the bytes of a request's body beside whatever a parser makes of them.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

export function keepRawBody(app: FastifyInstance): void {
  app.decorateRequest('rawBody', null as unknown as Buffer);
  app.addHook('onRequest', async (request) => {
    request.rawBody = Buffer.alloc(0);
  });
  app.addHook('preParsing', async (request, _reply, payload) => {
    const chunks: Buffer[] = [];
    for await (const chunk of payload) chunks.push(Buffer.from(chunk));
    request.rawBody = Buffer.concat(chunks);
    return Readable.from(request.rawBody.length > 0 ? [request.rawBody] : []);
  });
}
