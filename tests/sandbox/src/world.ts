// The world: everything the sandbox's services share. All state is plain JSON, so that a snapshot is a copy.
import type { HubSpotState } from './hubspot/state.ts';
import type { IntuitState } from './intuit/state.ts';

/** The hosts the sandbox stands in for, by the name used in its printed addresses. */
export type ServiceName =
  | 'hubspotApp'
  | 'hubspotApi'
  | 'quickbooks'
  | 'intuitAuthorize'
  | 'intuitToken'
  | 'broker';

/** Switches for everything the references mark unconfirmed, and for what differs between accounts. */
export interface Switches {
  /** A refused create stays stored under its requestid and is replayed (true), or is forgotten (false). */
  refusalsStored: boolean;
  /** Milliseconds after which a requestid is forgotten; null = never. */
  requestIdRetentionMs: number | null;
  /** A second consent ends the refresh token of the first. */
  secondConsentSupersedes: boolean;
  /** A refresh token's value changes with every use, and not only after 24 hours. */
  rotateRefreshTokenAlways: boolean;
  /** QuickBooks rounds tax per line or once per document and rate. */
  taxRounding: 'document' | 'line';
  /** Milliseconds until a new or changed HubSpot record is found by search. */
  searchLagMs: number;
  /** Seconds named in Retry-After of a 429. */
  retryAfterSeconds: number;
  /** Whether Retry-After is sent at all with QuickBooks' 429 (only one Intuit sample mentions it). */
  quickbooksRetryAfter: boolean;
  /** Voiding a paid invoice: 'unapply' (recorded live run) or 'refuse' (field report). */
  voidPaidInvoice: 'unapply' | 'refuse';
  /** Voiding a payment with {Id, SyncToken, sparse} alone: 'refuse' (one live run) or 'accept' (client libraries). */
  voidPaymentSparse: 'refuse' | 'accept';
  /** Whether invoices of HubSpot take a property with hasUniqueValue and upsert by it. */
  invoiceUniqueProperty: boolean;
  /** Display names are the same but for case ('plain'), or also but for accents, spaces and ' (deleted)' ('loose'). */
  displayNames: 'loose' | 'plain';
  /** Enforce rate limits (429) as the references state them. */
  rateLimits: boolean;
  /** Links of one record in an answer to a batch read of associations; the rest comes `after`. */
  associationPageSize: number;
}

/** One planned fault: what it hits, how often, and what happens instead. */
export interface Fault {
  service: ServiceName;
  method?: string;
  /** Regular expression over path and query. */
  path: string;
  /** How many matching requests it hits; skips that many first with `after`. */
  times: number;
  after?: number;
  /**
   * - status: answer with this status and body instead of doing the work (`body` in the vendor's shape when left out)
   * - drop-before: close the connection without doing the work
   * - drop-after: do the work, then close the connection without an answer
   * - delay: do the work, answer after `delayMs`
   * - duplicate: do the work twice (a proxy repeated the request), answer once
   */
  action: 'status' | 'drop-before' | 'drop-after' | 'delay' | 'duplicate';
  status?: number;
  body?: string;
  contentType?: string;
  delayMs?: number;
}

/** One exchange as `--log` writes it; tokens and secrets masked. */
export interface Exchange {
  time: string;
  service: ServiceName;
  method: string;
  /** The full URL as the vendor would see it, e.g. https://api.hubapi.com/crm/... */
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

/** What a snapshot holds and `restore` takes. */
export interface WorldState {
  /** What everything generated was generated from. */
  seed: number;
  /** Milliseconds added to the clock's base by `advance`. */
  clockOffsetMs: number;
  /** State of the seeded generator (mulberry32). */
  random: number;
  switches: Switches;
  faults: Fault[];
  hubspot: HubSpotState;
  intuit: IntuitState;
}

export interface World {
  readonly state: WorldState;
  /** The services' clock: real time plus what was advanced, or a seeded one in simulations. Milliseconds since 1970. */
  now(): number;
  advance(ms: number): void;
  /** 0 <= x < 1 from the seeded generator. */
  random(): number;
  /** A new identifier out of the seeded generator: hex of this many characters. */
  token(characters: number): string;
  log(exchange: Exchange): void;
  readonly exchanges: Exchange[];
}
