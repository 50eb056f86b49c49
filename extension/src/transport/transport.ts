// Carries one request of the core out: host, pace, token, time limit. It sends once and never repeats anything;
// what an answer means is the core's table.
import type { HttpRequest, SendAnswer } from '@sidebill/core/boundary';
import type { Browser } from '../browser.ts';
import type { AccessTokens } from '../tokens/access.ts';
import { addressOf, isMetered } from './hosts.ts';
import type { Exchange, Http } from './http.ts';
import type { Pace } from './pace.ts';

export interface SendOptions {
  write: boolean;
  /** The last answer said that the token is no longer valid. */
  renew: boolean;
  run: string;
  /** Called when everything is ready and the request is about to leave; it leaves when this resolves. */
  leaving(sent_ms: number): Promise<void>;
}

/** The answer for the journal, with the body's bytes beside it. */
export interface Sent {
  answer: SendAnswer;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Transport {
  send(request: HttpRequest, options: SendOptions): Promise<Sent>;
}

/** Chromium ends a worker whose `fetch` waits 30 seconds for its answer: we give up before it does. */
const limits_ms = { read: 25_000, write: 28_000 };

const keptHeaders = /^(content-type|date|retry-after|intuit_tid|x-hubspot-ratelimit-[a-z-]+)$/;

export function transportOf(browser: Browser, http: Http, pace: Pace, tokens: AccessTokens): Transport {
  return {
    send: (request, options) =>
      pace.run(request, async () => {
        const access = await tokens.get(request.service, request.account, options.renew);
        if ('failure' in access) return unsent(browser.now(), access.failure);
        const url = addressOf(request, access.environment);
        if (!browser.online()) return unsent(browser.now(), 'offline');
        await options.leaving(browser.now());
        const exchange = await http.exchange({
          service: request.service,
          method: request.method,
          url,
          headers: headersOf(request, access.token),
          body: request.method === 'GET' ? null : request.body,
          limit_ms: options.write ? limits_ms.write : limits_ms.read,
          metered: isMetered(request),
          run: options.run,
        });
        if ('received' in exchange) {
          pace.heard(request, exchange.received.status, exchange.received.headers);
          if (exchange.received.status === 401)
            tokens.refused(request.service, request.account, access.token);
        }
        return sentOf(exchange);
      }),
  };
}

function headersOf(request: HttpRequest, token: string): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    Accept: request.accept,
    ...(request.content_type === '' ? {} : { 'Content-Type': request.content_type }),
  };
}

function unsent(now_ms: number, failure: 'offline' | 'not_connected'): Sent {
  return { answer: { failure, sent_ms: now_ms, received_ms: now_ms }, bytes: new Uint8Array() };
}

function sentOf(exchange: Exchange): Sent {
  const { sent_ms, received_ms } = exchange;
  if ('failure' in exchange) {
    return { answer: { failure: exchange.failure, sent_ms, received_ms }, bytes: new Uint8Array() };
  }
  const { status, headers, bytes } = exchange.received;
  const kept = [...headers].filter(([name]) => keptHeaders.test(name.toLowerCase()));
  return {
    answer: {
      status,
      headers: Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), value])),
      body: new TextDecoder().decode(bytes),
      sent_ms,
      received_ms,
    },
    bytes,
  };
}
