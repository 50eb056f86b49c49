// How fast each account may be called: limits as the services state them, corrected by what their answers say.
import type { HttpRequest } from '@sidebill/core/boundary';
import PQueue from 'p-queue';

export interface Limit {
  concurrency: number;
  /** At most this many begin in each interval; null for no such limit. */
  perInterval: number | null;
  interval_ms: number;
}

export interface Limits {
  hubspot: Limit;
  hubspotSearch: Limit;
  quickbooks: Limit;
}

/** Source: reference/hubspot.md 5 (lowest tier 100 per 10 s, client defaults), reference/quickbooks.md 7. */
export const usualLimits: Limits = {
  hubspot: { concurrency: 6, perInterval: 90, interval_ms: 10_000 },
  hubspotSearch: { concurrency: 3, perInterval: 2, interval_ms: 1_100 },
  quickbooks: { concurrency: 4, perInterval: 8, interval_ms: 1_000 },
};

export interface Pace {
  /** Runs the call when its account may be called. */
  run<T>(request: HttpRequest, call: () => Promise<T>): Promise<T>;
  /** Learns from an answer. */
  heard(request: HttpRequest, status: number, headers: Headers): void;
}

/** Longer pauses are the core's to decide, as a wait in the journal: the worker would not live that long. */
const longestPause_ms = 10_000;
/** So many calls may be on their way when an answer says how many are left. */
const reserve = 6;

export function paceOf(limits: Limits, sleep: (ms: number) => Promise<void>): Pace {
  const queues = new Map<string, PQueue>();
  const queueOf = (name: string, limit: Limit): PQueue => {
    const queue = queues.get(name) ?? makeQueue(limit);
    queues.set(name, queue);
    return queue;
  };
  const ofAccount = ({ service, account }: HttpRequest): PQueue =>
    queueOf(`${service} ${account}`, limits[service]);
  return {
    run: (request, call) => {
      const paced = () => ofAccount(request).add(call);
      if (!isSearch(request)) return paced();
      return queueOf(`search ${request.account}`, limits.hubspotSearch).add(paced);
    },
    heard: (request, status, headers) => {
      const pause_ms = pauseAfter(status, headers);
      if (pause_ms > 0) pause(ofAccount(request), sleep(Math.min(pause_ms, longestPause_ms)));
    },
  };
}

function makeQueue({ concurrency, perInterval, interval_ms }: Limit): PQueue {
  if (perInterval === null) return new PQueue({ concurrency });
  return new PQueue({ concurrency, intervalCap: perInterval, interval: interval_ms, strict: true });
}

function isSearch({ service, path }: HttpRequest): boolean {
  return service === 'hubspot' && /\/search(\?|$)/.test(path);
}

/** How long this account should rest, 0 for not at all. */
export function pauseAfter(status: number, headers: Headers): number {
  if (status === 429) return (numberOf(headers, 'retry-after') ?? 1) * 1000;
  const remaining = numberOf(headers, 'x-hubspot-ratelimit-remaining');
  if (remaining === null || remaining > reserve) return 0;
  return numberOf(headers, 'x-hubspot-ratelimit-interval-milliseconds') ?? longestPause_ms;
}

function numberOf(headers: Headers, name: string): number | null {
  const text = headers.get(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The last pause that was asked for is the one that ends. */
const pauses = new WeakMap<PQueue, symbol>();

async function pause(queue: PQueue, resting: Promise<void>): Promise<void> {
  const mine = Symbol('pause');
  pauses.set(queue, mine);
  queue.pause();
  await resting;
  if (pauses.get(queue) === mine) queue.start();
}
