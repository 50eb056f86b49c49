// The only `fetch` of the extension, with a time limit, a size limit and a line in the request log.
import type { Failure } from '@sidebill/core/boundary';
import type { LoggedRequest } from '@sidebill/web/commands.ts';
import type { Browser } from '../browser.ts';
import type { RequestLog } from '../store/requests.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The network itself. Tests hand in the sandbox instead. */
export const network: Fetch = (url, init) => fetch(url, init);

export interface Outgoing {
  service: LoggedRequest['service'];
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  limit_ms: number;
  metered: boolean;
  run: string | null;
}

export interface Received {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
}

export type Exchange = { sent_ms: number; received_ms: number } & (
  | { received: Received }
  | { failure: Exclude<Failure, 'lost' | 'not_connected' | 'too_late'> }
);

export interface Http {
  exchange(outgoing: Outgoing): Promise<Exchange>;
}

/** More than any answer of either service; a longer one is cut off. */
const most_bytes = 64 * 1024 * 1024;

export function httpOf(browser: Browser, request: Fetch, log: RequestLog): Http {
  return {
    exchange: async (outgoing) => {
      const exchange = browser.online()
        ? await send(browser, request, outgoing)
        : { failure: 'offline' as const, sent_ms: browser.now(), received_ms: browser.now() };
      await log.add(logged(outgoing, exchange));
      return exchange;
    },
  };
}

async function send(browser: Browser, request: Fetch, outgoing: Outgoing): Promise<Exchange> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), outgoing.limit_ms);
  const sent_ms = browser.now();
  try {
    const response = await request(outgoing.url, {
      method: outgoing.method,
      headers: outgoing.headers,
      body: outgoing.body,
      signal: limit.signal,
      // Neither cookies nor caches nor another address may have a say in what is booked.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    const bytes = await readAll(response);
    const received_ms = browser.now();
    if (!bytes) return { failure: 'cut_off', sent_ms, received_ms };
    return { received: { status: response.status, headers: response.headers, bytes }, sent_ms, received_ms };
  } catch (error) {
    // `fetch` rejects in two ways: aborted by our limit, or a TypeError for everything on the way.
    const failure = limit.signal.aborted ? 'timed_out' : 'cut_off';
    if (failure === 'cut_off' && !(error instanceof TypeError)) throw error;
    return { failure, sent_ms, received_ms: browser.now() };
  } finally {
    clearTimeout(timer);
  }
}

/** Null when it is longer than anything that is expected. */
async function readAll(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    length += piece.value.byteLength;
    if (length > most_bytes) {
      await reader.cancel();
      return null;
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

function logged(outgoing: Outgoing, exchange: Exchange): LoggedRequest {
  return {
    at_ms: exchange.sent_ms,
    service: outgoing.service,
    method: outgoing.method,
    url: outgoing.url,
    status: 'received' in exchange ? exchange.received.status : 0,
    failure: 'failure' in exchange ? exchange.failure : null,
    duration_ms: exchange.received_ms - exchange.sent_ms,
    metered: outgoing.metered,
    run: outgoing.run,
  };
}
