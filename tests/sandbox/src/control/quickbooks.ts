// Changes the books behind the extension's back, as a colleague in the browser or Intuit would.
import type { FastifyInstance } from 'fastify';
import type { ManagedWorld } from '../create-world.ts';
import { type Books, type Fields, rows } from '../intuit/books.ts';
import { kindOfPath } from '../intuit/entities/index.ts';
import { Refusal, refusalBody } from '../intuit/refusal.ts';
import { isObject } from '../intuit/shape.ts';
import type { Company, Entity } from '../intuit/state.ts';
import { type Operation, write } from '../intuit/writes.ts';

type RealmParams = { Params: { realm: string } };

export function registerQuickBooksRoutes(app: FastifyInstance, world: ManagedWorld): void {
  app.post<RealmParams & { Body: { name: string; percent: number } }>(
    '/quickbooks/:realm/tax-rate',
    (request, reply) =>
      withBooks(world, request.params.realm, reply, ({ company }) =>
        setTaxRate(company, request.body.name, request.body.percent),
      ),
  );
  app.post<RealmParams & { Body: Fields }>('/quickbooks/:realm/preferences', (request, reply) =>
    withBooks(world, request.params.realm, reply, ({ company }) => {
      merge(company.preferences, request.body);
      return company.preferences;
    }),
  );
  app.post<RealmParams>('/quickbooks/:realm/expire-tokens', (request, reply) =>
    withBooks(world, request.params.realm, reply, () => expireTokens(world, request.params.realm)),
  );
  app.post<RealmParams>('/quickbooks/:realm/revoke', (request, reply) =>
    withBooks(world, request.params.realm, reply, () => {
      for (const grant of world.state.intuit.grants)
        if (grant.realmId === request.params.realm) grant.revoked = true;
      return {};
    }),
  );
  app.post<{ Params: { realm: string; entity: string }; Querystring: { operation?: string }; Body: Fields }>(
    '/quickbooks/:realm/:entity',
    (request, reply) =>
      withBooks(world, request.params.realm, reply, (books) =>
        changeEntity(books, request.params.entity, request.query.operation, request.body),
      ),
  );
  app.post<{ Body: { clientId?: string; redirectUris: string[] } }>(
    '/intuit/redirects',
    async (request, reply) => {
      const { clientId, redirectUris } = request.body;
      const client = world.state.intuit.apps.find(
        (candidate) => clientId === undefined || candidate.clientId === clientId,
      );
      if (!client) return reply.code(404).send({ error: 'No such client.' });
      client.redirectUris = redirectUris;
      return { clientId: client.clientId, redirectUris };
    },
  );
}

interface Reply {
  code(status: number): { send(body: unknown): unknown };
}

async function withBooks(
  world: ManagedWorld,
  realm: string,
  reply: Reply,
  work: (books: Books) => unknown,
): Promise<unknown> {
  const company = world.state.intuit.companies[realm];
  if (!company) return reply.code(404).send({ error: `No such company: ${realm}` });
  try {
    return work({ world, company });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reply.code(error.status).send(refusalBody(error, new Date(world.now()).toISOString()));
  }
}

/** Create without an Id; else update (sparse unless said otherwise), delete or void with the present SyncToken. */
function changeEntity(books: Books, path: string, operation: string | undefined, body: Fields): unknown {
  const kind = kindOfPath(path);
  const existing =
    body['Id'] === undefined ? undefined : books.company.tables[kind.name]?.[String(body['Id'])];
  const full = existing ? { SyncToken: existing.SyncToken, sparse: true, ...body } : body;
  const wanted = (operation ?? (existing ? 'update' : 'create')) as Operation;
  const written = write(books, kind, wanted, full, { include: new Set() });
  return { [kind.name]: written };
}

/** The rate with this name or id gets another value, from all days on. */
function setTaxRate(company: Company, name: string, percent: number): Entity | { error: string } {
  const rate = rows(company, 'TaxRate').find((row) => row['Name'] === name || row.Id === name);
  if (!rate) return { error: `No such tax rate: ${name}` };
  rate['RateValue'] = percent;
  for (const period of rate['EffectiveTaxRate'] as Fields[]) period['RateValue'] = percent;
  return rate;
}

function merge(target: Fields, changes: Fields): void {
  for (const [field, value] of Object.entries(changes)) {
    const current = target[field];
    if (isObject(current) && isObject(value)) merge(current, value);
    else if (value === null) delete target[field];
    else target[field] = value;
  }
}

function expireTokens(world: ManagedWorld, realm: string): { expired: number } {
  const tokens = Object.values(world.state.intuit.accessTokens).filter((token) => token.realmId === realm);
  for (const token of tokens) token.expiresAtMs = world.now();
  return { expired: tokens.length };
}
