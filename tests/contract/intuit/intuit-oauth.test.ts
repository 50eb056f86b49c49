// intuit-oauth 4.2.5, unmodified: consent, exchange, refresh, calls, revocation.

import { credentialsOf, type ManagedWorld, type Sandbox } from '@sidebill/sandbox';
import OAuthClient from 'intuit-oauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Loose, quietSandbox, routeHttpsTo } from './support.ts';

let sandbox: Sandbox;
let stop: () => Promise<void>;
let beginning: ReturnType<ManagedWorld['snapshot']>;

beforeAll(async () => {
  sandbox = await quietSandbox();
  stop = await routeHttpsTo(sandbox);
  beginning = sandbox.world.snapshot();
});
beforeEach(() => sandbox.world.restore(beginning));
afterAll(() => stop());

function newClient(): Loose {
  const { clientId, clientSecret, redirectUri } = credentialsOf(sandbox.world).intuit;
  return new (OAuthClient as Loose)({ clientId, clientSecret, environment: 'production', redirectUri });
}

/** Opens the consent page as a browser would and presses a button; the address it redirects to. */
async function decide(client: Loose, decision: 'connect' | 'cancel', realm = 0): Promise<string> {
  const address = client.authorizeUri({
    scope: ['com.intuit.quickbooks.accounting', 'openid'],
    state: 's-1',
  });
  const page = await sandbox.fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Harborline Supply Co.');
  const form = new URLSearchParams(new URL(address).search);
  form.set('realmId', credentialsOf(sandbox.world).realms[realm]!.id);
  form.set('decision', decision);
  const answer = await sandbox.fetch('https://appcenter.intuit.com/connect/oauth2/decision', {
    method: 'POST',
    body: form,
  });
  expect(answer.status).toBe(302);
  return answer.headers.get('location')!;
}

const errorOf = (promise: Promise<unknown>): Promise<Loose> =>
  promise.then(
    () => undefined,
    (error) => error,
  );

test('consent, exchange, call, user information, refresh, revocation', async () => {
  const client = newClient();
  const redirected = await decide(client, 'connect', 2);
  expect(new URL(redirected).searchParams.get('state')).toBe('s-1');
  const token = (await client.createToken(redirected)).getToken();
  expect(token.realmId).toBe(credentialsOf(sandbox.world).realms[2]!.id);
  expect(token).toMatchObject({
    token_type: 'bearer',
    expires_in: 3600,
    x_refresh_token_expires_in: 8726400,
  });
  const info = await client.makeApiCall({
    url: `/v3/company/${token.realmId}/companyinfo/${token.realmId}?minorversion=75`,
  });
  expect(info.json.CompanyInfo.CompanyName).toBe('Maple & Main Ltd.');
  expect((await client.getUserInfo()).json.email).toBe('admin@sidebill.test');
  const refreshed = (await client.refresh()).getToken();
  expect(refreshed.access_token).not.toBe(token.access_token);
  expect(refreshed.refresh_token).toBe(token.refresh_token);
  expect((await client.revoke()).response.status).toBe(200);
  expect((await errorOf(client.refreshUsingToken(refreshed.refresh_token))).error).toBe('invalid_grant');
});

test('cancelling redirects with access_denied and no realm', async () => {
  const redirected = new URL(await decide(newClient(), 'cancel'));
  expect(Object.fromEntries(redirected.searchParams)).toEqual({ error: 'access_denied', state: 's-1' });
});

test('a refresh token changes its value after a day, and the old one is refused', async () => {
  const client = newClient();
  const first = (await client.createToken(await decide(client, 'connect'))).getToken();
  const early = first.refresh_token;
  sandbox.world.advance(25 * 3_600_000);
  const second = (await client.refreshUsingToken(early)).getToken();
  expect(second.refresh_token).not.toBe(early);
  const refused = await errorOf(client.refreshUsingToken(early));
  expect(refused.error).toBe('invalid_grant');
});

test('a code works once; its second use ends what the first gave', async () => {
  const client = newClient();
  const redirected = await decide(client, 'connect');
  const token = (await client.createToken(redirected)).getToken();
  const given = token.refresh_token;
  expect((await errorOf(newClient().createToken(redirected))).error).toBe('invalid_grant');
  expect((await errorOf(client.refreshUsingToken(given))).error).toBe('invalid_grant');
});

test('a second consent supersedes the first, unless the switch says otherwise', async () => {
  const client = newClient();
  const first = (await client.createToken(await decide(client, 'connect'))).getToken().refresh_token;
  await client.createToken(await decide(client, 'connect'));
  expect((await errorOf(newClient().refreshUsingToken(first))).error).toBe('invalid_grant');
  sandbox.world.state.switches.secondConsentSupersedes = false;
  const third = (await client.createToken(await decide(client, 'connect'))).getToken().refresh_token;
  await client.createToken(await decide(client, 'connect'));
  expect((await newClient().refreshUsingToken(third)).response.status).toBe(200);
});

test.each([
  ['client_id', 'nobody', /client_id/],
  ['redirect_uri', 'https://evil.example/', /redirect_uri/],
  ['response_type', 'token', /response_type/],
  ['scope', 'everything', /scope/],
  ['state', '', /state/],
])('the consent page refuses a wrong %s and redirects nowhere', async (parameter, value, sentence) => {
  const address = new URL(
    newClient().authorizeUri({ scope: ['com.intuit.quickbooks.accounting'], state: 's' }),
  );
  address.searchParams.set(parameter, value);
  const page = await sandbox.fetch(address);
  expect(page.status).toBe(400);
  expect(page.headers.get('location')).toBeNull();
  expect(await page.text()).toMatch(sentence);
});

async function post(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Loose> {
  const address = 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer';
  const answer = await sandbox.fetch(address, { method: 'POST', body: new URLSearchParams(form), headers });
  return { status: answer.status, ...((await answer.json()) as object) };
}

test('the token endpoint: client_secret_post, hard expiry on request, and its errors', async () => {
  const { intuit, realms } = credentialsOf(sandbox.world);
  const keys = { client_id: intuit.clientId, client_secret: intuit.clientSecret };
  const refresh = { grant_type: 'refresh_token', refresh_token: realms[0]!.refreshToken };
  const hard = await post({ ...keys, ...refresh }, { 'x-include-refresh-token-hard-expires-in': 'true' });
  expect(hard).toMatchObject({ status: 200, x_refresh_token_hard_expires_in: 5 * 365 * 86_400 });
  expect(await post({ ...keys, client_secret: 'wrong', ...refresh })).toMatchObject({
    status: 400,
    error: 'invalid_client',
  });
  expect(await post({ ...keys, grant_type: 'password' })).toMatchObject({
    status: 400,
    error: 'unsupported_grant_type',
  });
  expect(await post({ ...keys, grant_type: 'refresh_token' })).toMatchObject({
    status: 400,
    error: 'invalid_request',
  });
});

test('discovery documents name the endpoints, and no page may call the token endpoint', async () => {
  const answer = await sandbox.fetch('https://developer.api.intuit.com/.well-known/openid_configuration');
  expect(await answer.json()).toMatchObject({
    token_endpoint: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  });
  const preflight = await sandbox.fetch('https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer', {
    method: 'OPTIONS',
    headers: { origin: 'https://page.example', 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});
