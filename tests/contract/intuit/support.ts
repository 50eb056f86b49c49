// One sandbox per test file, reached in process by vendor URLs, or over HTTPS by clients nobody here wrote.

import { readFileSync } from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import { inflateSync } from 'node:zlib';
import { createSandbox, credentialsOf, type Sandbox, type Switches } from '@sidebill/sandbox';

export const noon = Date.parse('2026-11-22T20:00:00Z');

// biome-ignore lint/suspicious/noExplicitAny: answers and untyped clients are taken as they come
export type Loose = any;
export type Json = Record<string, Loose>;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

/** Calls of one company, in process. */
export interface Api {
  realmId: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  query(text: string): Promise<Answer>;
  /** The rows of a query; fails when it is refused. */
  rows(text: string): Promise<Json[]>;
  create(entity: string, body: Json): Promise<Json>;
  raw(path: string, init: RequestInit): Promise<Response>;
}

export async function quietSandbox(switches: Partial<Switches> = {}): Promise<Sandbox> {
  return createSandbox({ seed: 11, fakeClock: noon, switches: { rateLimits: false, ...switches } });
}

export function apiOf(sandbox: Sandbox, company = 0): Api {
  const realm = credentialsOf(sandbox.world).realms[company]!;
  const base = `https://quickbooks.api.intuit.com/v3/company/${realm.id}`;
  const authorization = `Bearer ${realm.accessToken}`;
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { authorization, accept: 'application/json', ...init.headers };
    const response = await sandbox.fetch(`${base}${path}`, { ...init, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? (JSON.parse(text) as Json) : { text },
    };
  };
  const api: Api = {
    realmId: realm.id,
    get: (path) => call(path, {}),
    post: (path, body) =>
      call(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    query: (text) => call(`/query?query=${encodeURIComponent(text)}&minorversion=75`, {}),
    rows: async (text) => {
      const answer = await api.query(text);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      const entity = /from (\w+)/i.exec(text)![1]!;
      return (answer.body['QueryResponse'][entity] as Json[] | undefined) ?? [];
    },
    create: async (entity, body) => {
      const answer = await api.post(`/${entity.toLowerCase()}?minorversion=75`, body);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body[entity] as Json;
    },
    raw: (path, init) =>
      sandbox.fetch(`${base}${path}`, { ...init, headers: { authorization, ...init.headers } }),
  };
  return api;
}

/** The one error of a refused answer. */
export function fault(answer: Answer): {
  status: number;
  code: string;
  element: string | undefined;
  detail: string;
} {
  const error = answer.body['Fault']?.Error?.[0] as Json | undefined;
  if (!error) throw new Error(`No fault: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { status: answer.status, code: error['code'], element: error['element'], detail: error['Detail'] };
}

export const ref = (value: string) => ({ value });

/** A sales line; Amount is given as text so that the test says what it expects. */
export function line(
  itemId: string,
  quantity: number,
  unitPrice: number,
  amount: number,
  taxCode?: string,
): Json {
  const code = taxCode === undefined ? {} : { TaxCodeRef: ref(taxCode) };
  return {
    DetailType: 'SalesItemLineDetail',
    Amount: amount,
    SalesItemLineDetail: { ItemRef: ref(itemId), Qty: quantity, UnitPrice: unitPrice, ...code },
  };
}

/**
 * Sends every HTTPS connection of this process to the sandbox, whatever its host, and trusts its authority alone: a
 * resolver, so that client libraries run unmodified against the vendors' own addresses.
 */
export async function routeHttpsTo(sandbox: Sandbox): Promise<() => Promise<void>> {
  const addresses = await sandbox.listen();
  const port = Number(new URL(addresses.front).port);
  const ca = readFileSync(addresses.caFile, 'utf8');
  const before = https.globalAgent;
  const agent = new https.Agent({ keepAlive: false });
  agent.createConnection = (options) =>
    tls.connect({ host: '127.0.0.1', port, ca, servername: String((options as { host?: string }).host) });
  https.globalAgent = agent;
  return async () => {
    https.globalAgent = before;
    await sandbox.close();
  };
}

/** The text of a PDF written with a standard font: its streams inflated, its glyph strings decoded. */
export function pdfText(bytes: Buffer): string {
  const source = bytes.toString('latin1');
  const streams = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
    try {
      return inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const shown = [...streams.join('\n').matchAll(/\[([^\]]*)\]\s*TJ/g)].map((match) =>
    [...match[1]!.matchAll(/<([0-9a-f]*)>/gi)]
      .map((hex) => Buffer.from(hex[1]!, 'hex').toString('latin1'))
      .join(''),
  );
  return shown.join('\n');
}
