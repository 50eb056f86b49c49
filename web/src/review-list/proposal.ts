// What the review list shows: for each record of one side the records of the other side that it may be.
import type { Evidence } from '@sidebill/core/boundary';

/** One record, as a person recognises it. */
export interface Side {
  id: string;
  title: string;
  /** Email, city and the like, the most telling first; without the empty ones. */
  facts: readonly string[];
}

export interface Match {
  right: Side;
  score: string;
  evidence: readonly Evidence[];
}

export interface Proposal {
  left: Side;
  /** link: certain. ask: somebody has to look. none: nothing is good enough to be proposed. */
  outcome: 'link' | 'ask' | 'none';
  /** Best first; of `none` those that come nearest, if any. */
  candidates: readonly Match[];
}

/** What a person decided about a record: that it is this one of the other side, or none of those proposed. */
export type Decision = { kind: 'accepted'; right: string } | { kind: 'rejected' };

/** By the id of the left record; null takes a decision back. */
export type Decided = readonly [left: string, decision: Decision | null][];
