// The company API: /v3/company/{realm}/...
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Service } from '../../service.ts';
import type { World } from '../../world.ts';
import { type Books, type Fields, findOrRefuse, homeCurrency, rows, serverToday } from '../books.ts';
import { kindOfPath } from '../entities/index.ts';
import type { Kind } from '../entities/kind.ts';
import { rateOn } from '../entities/lists.ts';
import { runQuery } from '../query/run.ts';
import { faults, refuse } from '../refusal.ts';
import { isObject } from '../shape.ts';
import { type Operation, write } from '../writes.ts';
import { answerRead, answerWrite, bodyJson, bodyText, type Call, stampReply } from './answer.ts';
import { runBatch } from './batch.ts';
import { changes } from './cdc.ts';
import { formPdf } from './pdf.ts';
import { longestBatchRequestId } from './request-ids.ts';
import { sendInvoice } from './send.ts';

const base = '/v3/company/:realm';

export const quickbooksService: Service = {
  name: 'quickbooks',
  hosts: ['quickbooks.api.intuit.com', 'sandbox-quickbooks.api.intuit.com'],
  register: async (app, world) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume();
      payload.on('end', () => done(null));
    });
    registerReads(app, world);
    registerWrites(app, world);
    app.setNotFoundHandler(async (request, reply) => {
      if (request.method === 'OPTIONS' || !request.url.startsWith('/v3/company/')) {
        stampReply(world, reply);
        return reply
          .code(request.method === 'OPTIONS' ? 403 : 404)
          .type('text/html')
          .send('');
      }
      const withRealm = Object.assign(request, { params: { realm: request.url.split(/[/?]/)[3] ?? '' } });
      return answerRead(world, withRealm, reply, () =>
        refuse(
          faults.unsupported(`Operation ${request.method} ${request.url.split('?')[0]} is not supported.`),
        ),
      );
    });
  },
};

function registerReads(app: FastifyInstance, world: World): void {
  app.get(`${base}/query`, (request, reply) =>
    answerRead(world, request, reply, ({ books, query }) =>
      queryAnswer(books, query.get('query') ?? refuse(faults.missing('query'))),
    ),
  );
  app.post(`${base}/query`, (request, reply) =>
    answerRead(world, request, reply, ({ books }) => queryAnswer(books, bodyText(request))),
  );
  app.get(`${base}/cdc`, (request, reply) =>
    answerRead(world, request, reply, ({ books, query }) =>
      changes(books, query.get('entities') ?? undefined, query.get('changedSince') ?? undefined),
    ),
  );
  app.get(`${base}/preferences`, (request, reply) =>
    answerRead(world, request, reply, ({ books }) => ({ Preferences: books.company.preferences })),
  );
  app.get(`${base}/companyinfo/:id`, (request, reply) =>
    answerRead(world, request, reply, ({ books }) => companyInfo(books, idOf(request))),
  );
  app.get(`${base}/exchangerate`, (request, reply) =>
    answerRead(world, request, reply, (call) => ({ ExchangeRate: exchangeRate(call) })),
  );
  app.get(`${base}/:entity/:id`, (request, reply) =>
    answerRead(world, request, reply, ({ books }) => {
      const kind = kindOfPath(entityOf(request));
      return { [kind.name]: findOrRefuse(books.company, kind.name, idOf(request)) };
    }),
  );
  for (const form of ['invoice', 'estimate', 'salesreceipt']) {
    app.get(`${base}/${form}/:id/pdf`, (request, reply) =>
      answerRead(world, request, reply, ({ books }) => {
        const { name } = kindOfPath(form);
        return formPdf(books.company, name, findOrRefuse(books.company, name, idOf(request)));
      }),
    );
  }
}

function registerWrites(app: FastifyInstance, world: World): void {
  app.post(`${base}/batch`, (request, reply) =>
    answerWrite(
      world,
      request,
      reply,
      () => 'batch',
      ({ books }) => runBatch(books, bodyJson(request)),
      longestBatchRequestId,
    ),
  );
  app.post(`${base}/exchangerate`, (request, reply) =>
    answerWrite(
      world,
      request,
      reply,
      () => 'exchangerate',
      ({ books }) => writeExchangeRate(books, bodyJson(request)),
    ),
  );
  app.post(`${base}/invoice/:id/send`, (request, reply) =>
    answerWrite(
      world,
      request,
      reply,
      () => `send ${idOf(request)}`,
      ({ books, query }) => ({ Invoice: sendInvoice(books, idOf(request), query.get('sendTo')) }),
    ),
  );
  app.post(`${base}/:entity`, (request, reply) =>
    answerWrite(
      world,
      request,
      reply,
      (call) => `${entityOf(request)} ${operationOf(call)}`,
      (call) => {
        const kind = kindOfPath(entityOf(request));
        return { [kind.name]: writeEntity(call, kind) };
      },
    ),
  );
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
const entityOf = (request: FastifyRequest): string => (request.params as { entity: string }).entity;

function queryAnswer(books: Books, text: string): Fields {
  return { QueryResponse: runQuery(books, text) };
}

function companyInfo(books: Books, id: string): Fields {
  if (id !== books.company.realmId && id !== books.company.info.Id) refuse(faults.notFound());
  return { CompanyInfo: books.company.info };
}

function writeEntity(call: Call, kind: Kind) {
  const body = bodyJson(call.request);
  const include = new Set((call.query.get('include') ?? '').split(',').filter(Boolean));
  return write(call.books, kind, operationFor(call, body), body, { include });
}

/** `?operation=` names it; without it a body with an Id is an update. */
function operationFor(call: Call, body: unknown): Operation {
  const named = call.query.get('operation');
  if (named === 'delete' || named === 'void' || named === 'update') return named;
  if (named !== null && named !== 'create')
    refuse(faults.unsupported(`Operation ${named} is not supported.`));
  return isObject(body) && body['Id'] !== undefined && body['Id'] !== null ? 'update' : 'create';
}

/** The operation as the requestid knows it: a create and an update of the same kind are different ones. */
function operationOf(call: Call): string {
  return operationFor(call, bodyJson(call.request));
}

function exchangeRate({ books, query }: Call): Fields {
  const code = query.get('sourcecurrencycode') ?? refuse(faults.missing('sourcecurrencycode'));
  const day = query.get('asofdate') ?? serverToday(books.world);
  const known = rows(books.company, 'ExchangeRate').find(
    (row) => row['SourceCurrencyCode'] === code && row['AsOfDate'] === day,
  );
  if (known) return known;
  return {
    domain: 'QBO',
    sparse: false,
    SourceCurrencyCode: code,
    TargetCurrencyCode: homeCurrency(books.company),
    Rate: rateOn(books.company, code, day),
    AsOfDate: day,
    MetaData: { LastUpdatedTime: books.company.info.MetaData.LastUpdatedTime },
  };
}

/** A rate for a day that has one already replaces it. */
function writeExchangeRate(books: Books, body: unknown): Fields {
  const kind = kindOfPath('exchangerate');
  const given = isObject(body) ? body : {};
  const known = rows(books.company, 'ExchangeRate').find(
    (row) =>
      row['SourceCurrencyCode'] === given['SourceCurrencyCode'] && row['AsOfDate'] === given['AsOfDate'],
  );
  const { Id: _id, SyncToken: _token, ...rest } = given;
  if (!known) return { ExchangeRate: write(books, kind, 'create', rest, { include: new Set() }) };
  const update = { ...rest, Id: known.Id, SyncToken: known.SyncToken };
  return { ExchangeRate: write(books, kind, 'update', update, { include: new Set() }) };
}
