// The directory of known records: how it is filled, and what it is asked.
import type { Evidence } from './composing.ts';
import type { CrmList, DirectoryList, KeptList } from './runs.ts';

/** Questions the core answers out of the directory (core.directory). */
export type DirectoryQuestion =
  | { kind: 'search-customers'; realm: string; text: string; limit: number }
  | { kind: 'search-items'; realm: string; text: string; limit: number }
  /** Answered with CrmCandidate[]. */
  | {
      kind: 'search-contacts' | 'search-companies' | 'search-products';
      portal: string;
      text: string;
      limit: number;
    }
  /** Which contacts and which companies a customer is: {contacts: CrmMatch, companies: CrmMatch}. */
  | { kind: 'match-customer'; realm: string; portal: string; id: string }
  /** Which product an item is: {products: CrmMatch}. */
  | { kind: 'match-item'; realm: string; portal: string; id: string }
  | PairsQuestion
  | UnpairedQuestion
  | { kind: string; [more: string]: unknown };

/** A record of HubSpot as lists show it. */
export interface CrmCandidate extends ProposedRecord {
  score: string;
  evidence: Evidence[];
}

/** link: the first candidate is it. ask: somebody has to choose. none: nothing resembles it. */
export interface CrmMatch {
  outcome: 'link' | 'ask' | 'none';
  candidates: CrmCandidate[];
}

/**
 * Which records of QuickBooks are which of HubSpot: customers against contacts or companies, items against products.
 * Comparing tens of thousands takes seconds, so that each call compares some: ask again until `done` is `of`.
 */
export interface PairsQuestion {
  kind: 'pairs';
  realm: string;
  portal: string;
  of: CrmList;
  /** Only pairs of this outcome; all of them when it is left out. */
  outcome?: 'link' | 'ask';
  /** The first pair wanted, counted from 0, and how many at most (1 to 200). */
  from: number;
  limit: number;
  /** How many records are compared before the call answers; 500 when left out. */
  at_once?: number;
}

/** Which active records of QuickBooks stand in no pair of these lists. */
export interface UnpairedQuestion {
  kind: 'unpaired';
  realm: string;
  portal: string;
  of: CrmList;
  /** Records of HubSpot that somebody said are none of those proposed. */
  set_aside?: string[];
  from?: number;
  limit?: number;
  at_once?: number;
}

export interface UnpairedAnswer {
  /** As in PairsAnswer; records come when both are the same. */
  done: number;
  of: number;
  /** How many there are, whatever was asked for. */
  count: number;
  state: number;
  records: ProposedRecord[];
}

export interface PairsAnswer {
  /** Records compared so far, and all there are; pairs come when both are the same. */
  done: number;
  of: number;
  /** Pairs of each outcome, whatever was asked for. */
  links: number;
  asks: number;
  /** Another number once the directory has changed: then the pages of before are of another list. */
  state: number;
  /** Best first. */
  pairs: ProposedPair[];
}

/** Two records that may be one. Each record stands in one pair to link at most; in a pair to ask about it may meet others. */
export interface ProposedPair {
  /** link: proposed without doubt. ask: somebody should look. */
  outcome: 'link' | 'ask';
  score: string;
  /** How far the score leads that of the next best pair of either record; null when neither has another. */
  margin: string | null;
  quickbooks: ProposedRecord;
  hubspot: ProposedRecord;
  /** HubSpot's value left, QuickBooks's right; the weights sum to the score. */
  evidence: Evidence[];
}

export interface ProposedRecord {
  id: string;
  name: string;
  /** What tells it from its namesakes: the e-mail address, the web domain, the SKU; '' when there is none. */
  detail: string;
  active: boolean;
}

export interface IngestRequest {
  /** The company; the portal where the list is one of HubSpot's. */
  realm: string;
  list: KeptList;
  /** The service's answer as it came. */
  body: string;
  received_ms: number;
  /** Of documents that state no currency of their own; what the effect's `keep` says. */
  home_currency?: string;
  /** Ids of documents that were asked for: gone where the answer is the fault that says so. */
  asked_for?: string[];
}
export interface IngestResult {
  /** Rows for the store, in our own words; of a record that the service deleted or archived {"id","deleted":true}. */
  rows: { key: string; json: string }[];
  count: number;
  /** Of HubSpot's lists: where the next page begins, '' after the last. */
  after: string;
}
/** Rows from the store, to fill the directory after a restart. */
export interface FillRequest {
  list: DirectoryList;
  rows: { key: string; json: string }[];
}
