// Runs the work of one request and writes its answer: JSON or XML, refusals in the recorded shapes.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../world.ts';
import { answerTime, type Books, type Fields } from '../books.ts';
import { faults, Refusal, refusalBody, refuse } from '../refusal.ts';
import { admit } from './gate.ts';
import { checkLength, longestRequestId, storeAnswer, storedAnswer } from './request-ids.ts';
import { toXml } from './xml.ts';

export interface Call {
  books: Books;
  request: FastifyRequest;
  query: URLSearchParams;
}

/** Headers every answer of the company API carries. */
export function stampReply(world: World, reply: FastifyReply): void {
  const { intuit } = world.state;
  const number = intuit.nextTid;
  intuit.nextTid += 1;
  reply.header(
    'intuit_tid',
    `1-${Math.floor(world.now() / 1000).toString(16)}-${number.toString(16).padStart(24, '0')}`,
  );
  reply.header('date', new Date(world.now()).toUTCString());
  reply.header('qbo-version', '2026.11');
  reply.header('cache-control', 'max-age=0, no-cache, no-store, must-revalidate, private');
}

/** A request that may be repeated freely. */
export async function answerRead(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (call: Call) => Fields | Promise<Buffer>,
): Promise<FastifyReply> {
  stampReply(world, reply);
  const call = openCall(world, request, reply);
  if (!call) return reply;
  try {
    const answer = work(call);
    if (answer instanceof Promise) return await sendPdf(reply, await answer);
    return send(request, reply, 200, { ...answer, time: answerTime(world) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return send(request, reply, error.status, refusalBody(error, answerTime(world)));
  }
}

/** A write: with a requestid that was used before, the first answer comes again and nothing is done. */
export async function answerWrite(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  operation: (call: Call) => string,
  work: (call: Call) => Fields,
  longest: number = longestRequestId,
): Promise<FastifyReply> {
  stampReply(world, reply);
  const call = openCall(world, request, reply);
  if (!call) return reply;
  const { company } = call.books;
  const requestId = call.query.get('requestid');
  let storable = false;
  let outcome: { status: number; body: Fields };
  try {
    if (requestId) checkLength(requestId, longest);
    const stored = requestId ? storedAnswer(world, company, requestId, operation(call)) : undefined;
    if (stored) return send(request, reply, stored.status, JSON.parse(stored.body) as Fields);
    storable = true;
    outcome = { status: 200, body: { ...work(call), time: answerTime(world) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome = { status: error.status, body: refusalBody(error, answerTime(world)) };
  }
  if (requestId && storable) {
    const { status, body } = outcome;
    storeAnswer(world, company, requestId, {
      operation: operation(call),
      status,
      body: JSON.stringify(body),
    });
  }
  return send(request, reply, outcome.status, outcome.body);
}

function openCall(world: World, request: FastifyRequest, reply: FastifyReply): Call | undefined {
  const company = admit(world, request, reply);
  if (!company) return undefined;
  const query = new URLSearchParams((request.raw.url ?? '').split('?')[1] ?? '');
  return { books: { world, company }, request, query };
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, body: Fields): FastifyReply {
  if (/json/.test(request.headers.accept ?? '')) {
    return reply.code(status).type('application/json;charset=UTF-8').send(JSON.stringify(body));
  }
  return reply.code(status).type('application/xml;charset=UTF-8').send(toXml(body));
}

function sendPdf(reply: FastifyReply, pdf: Buffer): FastifyReply {
  return reply.type('application/pdf').send(pdf);
}

/** The body's text; what is no UTF-8 is an unsupported operation to QuickBooks. */
export function bodyText(request: FastifyRequest): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(request.rawBody);
  } catch {
    return refuse(faults.unsupported('Operation with a malformed UTF-8 body is not supported.'));
  }
}

export function bodyJson(request: FastifyRequest): unknown {
  const text = bodyText(request);
  if (!/json/.test(request.headers['content-type'] ?? '')) {
    refuse(
      faults.unsupported(
        `Operation with content type ${request.headers['content-type'] ?? 'none'} is not supported.`,
      ),
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    return refuse(faults.unreadable('Unexpected character in the JSON body'));
  }
}
