// A portal on loopback for one test file: the official client pointed at it, and plain calls beside it.
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Client } from '@hubspot/api-client';
import {
  type Credentials,
  createSandbox,
  credentialsOf,
  type Sandbox,
  type Switches,
} from '@sidebill/sandbox';

export interface Answered {
  status: number;
  headers: Headers;
  // The tests look into bodies of many shapes; what they read they assert.
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the vendor's shape is
  body: any;
  text: string;
}

export interface Portal {
  sandbox: Sandbox;
  credentials: Credentials;
  client: Client;
  /** A call in process, with the service key unless another token is named; `null` sends none. */
  call(method: string, path: string, body?: unknown, token?: string | null): Promise<Answered>;
  close(): Promise<void>;
}

/** Quick by default: no indexing lag and no limits, except where a test is about them. */
export async function openPortal(switches: Partial<Switches> = {}): Promise<Portal> {
  const sandbox = await createSandbox({
    seed: 1,
    switches: { searchLagMs: 0, rateLimits: false, ...switches },
  });
  const addresses = await sandbox.listen();
  const credentials = credentialsOf(sandbox.world);
  return {
    sandbox,
    credentials,
    client: clientAt(addresses.hubspotApi, addresses.caFile, credentials.serviceKey),
    call: (method, path, body, token = credentials.serviceKey) => call(sandbox, method, path, body, token),
    close: () => sandbox.close(),
  };
}

/**
 * Nothing of the client is changed; its address and its pace are set by its own options. Its `httpAgent` option does
 * nothing in 13.5.0 (configured middleware is only used by calls that pass options), so the sandbox's authority is
 * trusted process-wide, as NODE_EXTRA_CA_CERTS would do it.
 */
export function clientAt(basePath: string, caFile: string, accessToken: string): Client {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(caFile, 'utf8')]);
  return new Client({
    accessToken,
    basePath,
    limiterOptions: { minTime: 0, maxConcurrent: 6, id: `test-${accessToken}` },
  });
}

async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body: unknown,
  token: string | null,
): Promise<Answered> {
  const answer = await sandbox.fetch(`https://api.hubapi.com${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: text.startsWith('{') ? JSON.parse(text) : undefined,
  };
}

/** One `to` with one HubSpot-defined type, as creates take it; the client's enum of categories is not exported. */
export function association(toId: string, associationTypeId: number) {
  return {
    to: { id: toId },
    types: [{ associationCategory: 'HUBSPOT_DEFINED' as never, associationTypeId }],
  };
}
