// https://app.hubspot.com: record and index pages, what their script asks for, and the consent page.
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../world.ts';
import { registerConsent } from './consent.ts';
import { appShell, contentSecurityPolicy } from './shell.ts';
import { type Language, languageOf, textsOf } from './texts.ts';
import { indexView, recordView } from './view.ts';

const ASSETS: Record<string, string> = {
  'crm.css': 'text/css; charset=utf-8',
  'crm.js': 'text/javascript; charset=utf-8',
  'hostile.js': 'text/javascript; charset=utf-8',
};

/** Old addresses name the type; the page behind them is the same. */
const LEGACY_TYPES: Record<string, string> = { contact: '0-1', company: '0-2', deal: '0-3' };

const PAGE_PATHS = [
  '/contacts/:portalId/record/:typeId/:recordId',
  '/contacts/:portalId/record/:typeId/:recordId/*',
  '/contacts/:portalId/objects/:typeId/views/:viewId/list',
  ...Object.keys(LEGACY_TYPES).flatMap((word) => [
    `/contacts/:portalId/${word}/:recordId`,
    `/contacts/:portalId/${word}/:recordId/`,
  ]),
];

export async function registerPages(app: FastifyInstance, world: World): Promise<void> {
  registerConsent(app, world);
  for (const file of Object.keys(ASSETS)) addAsset(app, file);
  for (const path of PAGE_PATHS) app.get(path, async (request, reply) => shellPage(world, request, reply));
  app.get('/sandbox-ui/record/:typeId/:recordId', async (request, reply) =>
    recordData(world, request, reply),
  );
  app.get('/sandbox-ui/index/:typeId', async (request, reply) => indexData(world, request, reply));
  app.get('/', async (_request, reply) =>
    reply.redirect(`/contacts/${world.state.hubspot.portal.portalId}/objects/0-3/views/all/list`),
  );
}

function addAsset(app: FastifyInstance, file: string): void {
  const content = readFileSync(new URL(`./assets/${file}`, import.meta.url));
  app.get(`/sandbox-assets/${file}`, async (_request, reply) =>
    reply.type(ASSETS[file] ?? 'text/plain').send(content),
  );
}

function language(request: FastifyRequest): Language {
  return languageOf((request.query as { lang?: string }).lang, request.headers.cookie);
}

/** Another account's number shows nothing, as for a person without access to it. */
function shellPage(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { portalId } = request.params as { portalId: string };
  if (portalId !== String(world.state.hubspot.portal.portalId))
    return reply.code(404).type('text/plain').send('No such account');
  const query = request.query as { hostile?: string };
  const nonce = world.token(24);
  return reply
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('x-frame-options', 'SAMEORIGIN')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(appShell(nonce, language(request), 'HubSpot', query.hostile !== undefined));
}

function recordData(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { typeId, recordId } = request.params as { typeId: string; recordId: string };
  const view = recordView(world.state.hubspot, language(request), LEGACY_TYPES[typeId] ?? typeId, recordId);
  return view === null
    ? reply.code(404).send({ texts: textsOf(language(request)) })
    : reply.send(withFrame(world, request, view));
}

function indexData(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const view = indexView(
    world.state.hubspot,
    language(request),
    (request.params as { typeId: string }).typeId,
  );
  return view === null
    ? reply.code(404).send({ texts: textsOf(language(request)) })
    : reply.send(withFrame(world, request, view));
}

/** What every page needs beside its own view. */
function withFrame(world: World, request: FastifyRequest, view: object): object {
  return { view, texts: textsOf(language(request)), portalId: String(world.state.hubspot.portal.portalId) };
}
