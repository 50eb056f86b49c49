// The directory of known records: how it is filled, and what it is asked.
import type { KeptList } from './runs.ts';

/** Questions the core answers out of the directory (core.directory). */
export type DirectoryQuestion =
  | { kind: 'search-customers'; realm: string; text: string; limit: number }
  | { kind: 'search-items'; realm: string; text: string; limit: number }
  | { kind: string; [more: string]: unknown };

export interface IngestRequest {
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
  /** Rows for the store, in our own words. */
  rows: { key: string; json: string }[];
  count: number;
}
/** Rows from the store, to fill the directory after a restart. */
export interface FillRequest {
  list: 'customers' | 'items' | 'names';
  rows: { key: string; json: string }[];
}
