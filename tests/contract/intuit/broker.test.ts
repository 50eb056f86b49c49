// The reference broker keeps to docs/broker.md.

import { credentialsOf, type ManagedWorld, type Sandbox } from '@sidebill/sandbox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Json, quietSandbox } from './support.ts';

let sandbox: Sandbox;
let beginning: ReturnType<ManagedWorld['snapshot']>;
let admin: string;
let rep: string;
let realm: string;

beforeAll(async () => {
  sandbox = await quietSandbox();
  beginning = sandbox.world.snapshot();
  const credentials = credentialsOf(sandbox.world);
  ({ admin, rep } = credentials.brokerKeys);
  realm = credentials.realms[0]!.id;
});
beforeEach(() => sandbox.world.restore(beginning));
afterAll(() => sandbox.close());

async function call(
  method: string,
  path: string,
  key: string,
  body?: unknown,
): Promise<{ status: number; body: Json }> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${key}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const answer = await sandbox.fetch(`https://broker.sidebill.test${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
}

test('a rep sees the companies and gets access tokens that work, and nothing else', async () => {
  const realms = await call('GET', '/v1/realms', rep);
  expect(realms.body['realms'].map((entry: Json) => entry['id']).sort()).toEqual(
    credentialsOf(sandbox.world)
      .realms.map((entry) => entry.id)
      .sort(),
  );
  const token = await call('POST', '/v1/token', rep, { realmId: realm });
  expect(Object.keys(token.body).sort()).toEqual(['accessToken', 'expiresAt', 'realmId']);
  expect(token.body['expiresAt']).toBe(sandbox.world.now() + 3_600_000);
  const info = await sandbox.fetch(`https://quickbooks.api.intuit.com/v3/company/${realm}/preferences`, {
    headers: { authorization: `Bearer ${token.body['accessToken']}`, accept: 'application/json' },
  });
  expect(info.status).toBe(200);
});

test('a token is handed out again while it is good, and replaced near its end', async () => {
  const ask = async () => (await call('POST', '/v1/token', rep, { realmId: realm })).body['accessToken'];
  const first = await ask();
  sandbox.world.advance(50 * 60_000);
  expect(await ask()).toBe(first);
  sandbox.world.advance(6 * 60_000);
  expect(await ask()).not.toBe(first);
});

test('an admin connects a company through the consent page', async () => {
  await call('DELETE', `/v1/realms/${realm}`, admin);
  expect(await call('POST', '/v1/token', rep, { realmId: realm })).toMatchObject({
    status: 409,
    body: { error: { code: 'realm-not-connected' } },
  });
  const { authorizeUrl } = (await call('POST', '/v1/connect', admin)).body;
  const form = new URLSearchParams(new URL(authorizeUrl).search);
  form.set('realmId', realm);
  form.set('decision', 'connect');
  const redirect = await sandbox.fetch('https://appcenter.intuit.com/connect/oauth2/decision', {
    method: 'POST',
    body: form,
  });
  const callback = redirect.headers.get('location')!;
  expect((await sandbox.fetch(callback)).status).toBe(200);
  expect((await call('POST', '/v1/token', rep, { realmId: realm })).status).toBe(200);
  expect((await sandbox.fetch(callback)).status).toBe(400);
});

test('keys are made, used, limited to their companies, revoked', async () => {
  const made = await call('POST', '/v1/reps', admin, { name: 'New rep', realmIds: [realm] });
  expect(made.status).toBe(201);
  const other = credentialsOf(sandbox.world).realms[1]!.id;
  expect(await call('POST', '/v1/token', made.body['key'], { realmId: other })).toMatchObject({
    status: 403,
    body: { error: { code: 'realm-not-allowed' } },
  });
  const listed = await call('GET', '/v1/reps', admin);
  expect(JSON.stringify(listed.body)).not.toContain('sbk_');
  expect((await call('DELETE', `/v1/reps/${made.body['id']}`, admin)).status).toBe(204);
  expect(await call('GET', '/v1/realms', made.body['key'])).toMatchObject({
    status: 403,
    body: { error: { code: 'key-revoked' } },
  });
});

test('Intuit ending the connection is told as reconnect-needed', async () => {
  for (const grant of sandbox.world.state.intuit.grants) grant.revoked = true;
  expect(await call('POST', '/v1/token', rep, { realmId: realm })).toMatchObject({
    status: 409,
    body: { error: { code: 'reconnect-needed' } },
  });
});

test.each<[string, string, string, unknown, number, string]>([
  ['an unknown key', 'GET', '/v1/realms', undefined, 401, 'unknown-key'],
  ['a rep as admin', 'POST', '/v1/connect', undefined, 401, 'unknown-key'],
  ['no realm', 'POST', '/v1/token', {}, 400, 'invalid-request'],
  ['no such address', 'GET', '/v2/token', undefined, 404, 'not-found'],
])('%s', async (about, method, path, body, status, code) => {
  const key = about === 'an unknown key' ? 'sbk_wrong' : rep;
  expect(await call(method, path, key, body)).toMatchObject({ status, body: { error: { code } } });
});

test('the exchange log holds no key, secret or token', async () => {
  await call('POST', '/v1/token', rep, { realmId: realm });
  const { refreshToken } = sandbox.world.state.intuit.broker.connections[realm]!;
  const log = JSON.stringify(sandbox.world.exchanges);
  const token = sandbox.world.state.intuit.broker.connections[realm]!.accessToken;
  for (const secret of [rep, admin, refreshToken, token]) expect(log).not.toContain(secret);
});
