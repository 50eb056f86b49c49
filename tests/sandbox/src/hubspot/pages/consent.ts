// OAuth's page on the app host: what the app asks for, and the code that leads back to it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../world.ts';
import { contentSecurityPolicy, escapeHtml, plainPage } from './shell.ts';

const CODE_LIFE_MS = 600_000;
const INSTALLER = 7001001;

interface Asked {
  clientId: string;
  redirectUri: string;
  scopes: string[];
  optionalScopes: string[];
  state: string;
}

function asked(values: Record<string, string | undefined>): Asked {
  const words = (text = '') => text.split(/[\s+]+/).filter((word) => word !== '');
  return {
    clientId: values.client_id ?? '',
    redirectUri: values.redirect_uri ?? '',
    scopes: words(values.scope ?? values.scopes),
    optionalScopes: words(values.optional_scope),
    state: values.state ?? '',
  };
}

/** Why the page cannot ask for consent, in a sentence; null when it can. A scope the app never declared fails. */
function problem(world: World, { clientId, redirectUri, scopes, optionalScopes }: Asked): string | null {
  const { app } = world.state.hubspot;
  if (clientId !== app.clientId) return 'The client_id does not belong to any app.';
  if (redirectUri !== app.redirectUri) return 'The redirect_uri does not match the one of the app.';
  if (scopes.length === 0) return 'No scope was requested.';
  const unknown = [...scopes, ...optionalScopes].find((scope) => !app.scopes.includes(scope));
  return unknown === undefined ? null : `The scope ${unknown} is not declared by the app.`;
}

function consentPage(world: World, request: Asked): string {
  const { app, portal } = world.state.hubspot;
  const hidden = (name: string, value: string) =>
    `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
  const scopes = [...request.scopes, ...request.optionalScopes];
  return plainPage(
    `Connect ${app.name}`,
    `<h1>Connect ${escapeHtml(app.name)} to ${escapeHtml(portal.hubDomain)}</h1>
<p>Account ${portal.portalId}. ${escapeHtml(app.name)} asks for:</p>
<ul class="scopes">${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('')}</ul>
<form method="post" action="/oauth/authorize/decision">
${hidden('client_id', request.clientId)}${hidden('redirect_uri', request.redirectUri)}
${hidden('scope', scopes.join(' '))}${hidden('state', request.state)}
<button type="submit" name="decision" value="connect" data-test-id="connect-app" class="primary">Connect app</button>
<button type="submit" name="decision" value="cancel" data-test-id="cancel">Cancel</button>
</form>`,
  );
}

function show(reply: FastifyReply, status: number, html: string): FastifyReply {
  reply.code(status).type('text/html; charset=utf-8');
  // The form leads to the app's own address, which form-action would otherwise refuse.
  const policy = contentSecurityPolicy('none').replace("form-action 'self'", "form-action 'self' https:");
  return reply.header('content-security-policy', policy).send(html);
}

function authorize(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wanted = asked(request.query as Record<string, string | undefined>);
  const wrong = problem(world, wanted);
  if (wrong === null) return show(reply, 200, consentPage(world, wanted));
  return show(
    reply,
    400,
    plainPage('Authorization failed', `<h1>Authorization failed</h1><p>${escapeHtml(wrong)}</p>`),
  );
}

/** A denial sends no callback: the person stays on HubSpot's page. */
function decide(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = request.body as Record<string, string | undefined>;
  const wanted = asked(form);
  const wrong = problem(world, wanted);
  if (wrong !== null)
    return show(reply, 400, plainPage('Authorization failed', `<p>${escapeHtml(wrong)}</p>`));
  if (form.decision !== 'connect') {
    return show(
      reply,
      200,
      plainPage('Not connected', '<h1>The app was not connected</h1><p>You can close this page.</p>'),
    );
  }
  const code = world.token(36);
  world.state.hubspot.codes[code] = {
    scopes: wanted.scopes,
    userId: INSTALLER,
    clientId: wanted.clientId,
    redirectUri: wanted.redirectUri,
    expiresAtMs: world.now() + CODE_LIFE_MS,
  };
  const target = new URL(wanted.redirectUri);
  target.searchParams.set('code', code);
  if (wanted.state !== '') target.searchParams.set('state', wanted.state);
  return reply.redirect(target.toString(), 302);
}

export function registerConsent(app: FastifyInstance, world: World): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) =>
      Object.fromEntries(new URLSearchParams(String(body))),
  );
  for (const url of ['/oauth/authorize', '/oauth/:portalId/authorize']) {
    app.get(url, async (request, reply) => authorize(world, request, reply));
  }
  app.post('/oauth/authorize/decision', async (request, reply) => decide(world, request, reply));
}
