// https://appcenter.intuit.com: the page on which an admin chooses a company and says yes or no.

import formbody from '@fastify/formbody';
import type { FastifyReply } from 'fastify';
import type { Service } from '../../service.ts';
import type { World } from '../../world.ts';
import type { IntuitApp } from '../state.ts';
import { consentPage, errorPage } from './consent-page.ts';
import { issueCode } from './grants.ts';

const knownScopes = [
  'com.intuit.quickbooks.accounting',
  'com.intuit.quickbooks.payment',
  'openid',
  'profile',
  'email',
  'phone',
  'address',
];

export const authorizeService: Service = {
  name: 'intuitAuthorize',
  hosts: ['appcenter.intuit.com'],
  register: async (app, world) => {
    await app.register(formbody);
    app.get('/connect/oauth2', async (request, reply) => {
      const query = new URLSearchParams((request.raw.url ?? '').split('?')[1] ?? '');
      const asked = checkRequest(world, query);
      if ('sentence' in asked) return html(reply, 400, errorPage(asked.sentence));
      return html(reply, 200, consentPage(asked.app, Object.values(world.state.intuit.companies), query));
    });
    app.post('/connect/oauth2/decision', async (request, reply) => {
      const form = new URLSearchParams(request.rawBody.toString('utf8'));
      const asked = checkRequest(world, form);
      if ('sentence' in asked) return html(reply, 400, errorPage(asked.sentence));
      return reply
        .code(302)
        .header('location', decided(world, asked, form))
        .send('');
    });
  },
};

interface AuthorizationRequest {
  app: IntuitApp;
  redirectUri: string;
  scopes: string[];
  state: string;
}

/** What is wrong with the request is shown on the page; nothing is sent to an address that is not registered. */
function checkRequest(world: World, query: URLSearchParams): AuthorizationRequest | { sentence: string } {
  const app = world.state.intuit.apps.find((candidate) => candidate.clientId === query.get('client_id'));
  if (!app) return { sentence: 'The client_id is missing or unknown.' };
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUris.includes(redirectUri)) {
    return {
      sentence:
        'The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section.',
    };
  }
  if (query.get('response_type') !== 'code')
    return { sentence: 'The response_type query parameter must be code.' };
  const scopes = (query.get('scope') ?? '').split(/[\s+]+/).filter(Boolean);
  if (scopes.length === 0) return { sentence: 'The scope query parameter is missing.' };
  const unknown = scopes.find((scope) => !knownScopes.includes(scope));
  if (unknown) return { sentence: `The scope ${unknown} is not known for this app.` };
  const state = query.get('state') ?? '';
  if (!state) return { sentence: 'The state query parameter is missing.' };
  return { app, redirectUri, scopes, state };
}

function decided(world: World, asked: AuthorizationRequest, form: URLSearchParams): string {
  const target = new URL(asked.redirectUri);
  const realmId = form.get('realmId') ?? '';
  if (form.get('decision') !== 'connect' || !(realmId in world.state.intuit.companies)) {
    target.searchParams.set('error', 'access_denied');
    target.searchParams.set('state', asked.state);
    return target.href;
  }
  target.searchParams.set('code', issueCode(world, asked.app, asked.redirectUri, realmId, asked.scopes));
  target.searchParams.set('state', asked.state);
  target.searchParams.set('realmId', realmId);
  return target.href;
}

function html(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply
    .code(status)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    .type('text/html;charset=utf-8')
    .send(body);
}
