// The fault plan: answers replaced, delayed, lost or doubled, on whatever request a test names.

import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify';
import type { Service } from './service.ts';
import type { Fault, World } from './world.ts';

/** Marks an answer that an in-process caller must treat as a closed connection. */
export const droppedHeader = 'x-sandbox-dropped';

/** Marks the second run of a doubled request; the value cannot be guessed by a client. */
const repeatHeader = 'x-sandbox-repeat';
const repeatSecret = randomBytes(16).toString('hex');

const planned = new WeakMap<FastifyRequest, Fault>();

export function installFaults(app: FastifyInstance, service: Service, world: World): void {
  app.addHook('preParsing', async (request, reply) => {
    if (request.headers[repeatHeader] === repeatSecret) return undefined;
    const fault = takeFault(service, world, request);
    if (!fault) return undefined;
    planned.set(request, fault);
    if (fault.action === 'drop-before') drop(request, reply);
    if (fault.action === 'status') refuse(reply, fault, world);
    return undefined;
  });
  app.addHook('preHandler', async (request) => {
    if (planned.get(request)?.action === 'duplicate') await runTwice(app, request);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const fault = planned.get(request);
    if (fault?.action === 'delay') await sleep(fault.delayMs ?? 0);
    if (fault?.action === 'drop-after') closeConnection(request, reply);
    return payload;
  });
}

/** The first fault of the plan that this request meets, counted down. */
function takeFault(service: Service, world: World, request: FastifyRequest): Fault | undefined {
  for (const fault of world.state.faults) {
    if (fault.times <= 0 || fault.service !== service.name) continue;
    if (fault.method && fault.method.toUpperCase() !== request.method) continue;
    if (!new RegExp(fault.path).test(request.raw.url ?? '')) continue;
    if ((fault.after ?? 0) > 0) {
      fault.after = fault.after! - 1;
      continue;
    }
    fault.times -= 1;
    return { ...fault };
  }
  return undefined;
}

function refuse(reply: FastifyReply, fault: Fault, world: World): void {
  const status = fault.status ?? 503;
  if (status === 429) reply.header('retry-after', String(world.state.switches.retryAfterSeconds));
  const shape = defaultBody(fault.service, status);
  reply
    .code(status)
    .type(fault.contentType ?? shape.type)
    .send(fault.body ?? shape.body);
}

/** What the vendor's gateway answers with when the plan names no body. */
function defaultBody(service: Fault['service'], status: number): { type: string; body: string } {
  if (service === 'hubspotApi') {
    const body = {
      status: 'error',
      message: 'A planned fault',
      correlationId: '00000000-0000-4000-8000-000000000000',
    };
    if (status !== 429) return { type: 'application/json;charset=utf-8', body: JSON.stringify(body) };
    const limit = { message: 'You have reached your ten_secondly_rolling limit.', errorType: 'RATE_LIMIT' };
    const full = { ...body, ...limit, policyName: 'TEN_SECONDLY_ROLLING', category: 'RATE_LIMITS' };
    return { type: 'application/json;charset=utf-8', body: JSON.stringify(full) };
  }
  if (service === 'quickbooks' && status === 429) return { type: 'application/xml', body: throttleXml };
  return { type: 'text/html', body: `<html><body><h1>${status}</h1></body></html>` };
}

/** The throttle fault as it was recorded: XML, whatever was asked for. */
export const throttleXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<IntuitResponse xmlns="http://schema.intuit.com/finance/v3"><Fault type="SERVICE"><Error code="3001">' +
  '<Message>message=ThrottleExceeded; errorCode=003001; statusCode=429</Message>' +
  '<Detail>The request limit was reached. Try again later.</Detail></Error></Fault></IntuitResponse>';

async function runTwice(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const headers = { ...request.headers, [repeatHeader]: repeatSecret };
  delete headers['content-length'];
  delete headers['transfer-encoding'];
  await app.inject({
    method: request.method as NonNullable<InjectOptions['method']>,
    url: request.raw.url ?? '/',
    headers,
    payload: request.rawBody,
  });
}

function drop(request: FastifyRequest, reply: FastifyReply): void {
  closeConnection(request, reply);
  reply.code(599).send();
}

/** Ends a real connection at once; an in-process caller is told by a header instead. */
function closeConnection(request: FastifyRequest, reply: FastifyReply): void {
  reply.header(droppedHeader, '1');
  if (request.raw.socket instanceof Socket) request.raw.socket.destroy();
}
