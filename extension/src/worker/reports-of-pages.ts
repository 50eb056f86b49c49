// What content scripts tell the worker, and what our own pages may ask about it, besides the commands of the pages.
import type { Settings } from '@sidebill/web/commands.ts';
import type { ShownRecord } from '../content/record-url.ts';

export interface Reports {
  /** The record that this tab shows, null for none, and the anchor at which the card stands. */
  'record.shown': { request: { record: ShownRecord | null; anchor: string | null }; answer: boolean };
  /** On which record types the card is wanted. */
  'card.wanted': { request: Record<string, never>; answer: Settings['card_on'] };
  /** The card in a frame asks to stand in a tab of its own. */
  'card.alone': { request: { record: ShownRecord }; answer: boolean };
  /** The record that a tab shows, for the side panel. */
  'record.of-tab': { request: { tab: number }; answer: ShownRecord | null };
}

export type ReportName = keyof Reports;

/** Where the record shown in a tab lies in session memory. */
export function shownKey(tab: number | ''): string {
  return `shown:${tab}`;
}

/** Ids as HubSpot writes them, or null: what a content script says is not to be trusted. */
export function readShownRecord(value: unknown): ShownRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const { portal, type, id } = value as Record<string, unknown>;
  const isId = (text: unknown): text is string => typeof text === 'string' && /^\d{1,20}$/.test(text);
  const isType = typeof type === 'string' && /^\d{1,3}-\d{1,10}$/.test(type);
  return isId(portal) && isType && isId(id) ? { portal, type, id } : null;
}
