// Lists of proposed pairs as pages ask for them, and decisions about pairs, whatever else came along.
import type { CrmList } from '@sidebill/core';
import type { PairDecision, PairList } from '@sidebill/web/commands.ts';

const lists: readonly CrmList[] = ['contacts', 'companies', 'products'];

export function readPairList(value: unknown): PairList | null {
  const { portal, realm, of } = Object(value) as Partial<PairList>;
  if (typeof portal !== 'string' || typeof realm !== 'string' || !of || !lists.includes(of)) return null;
  return { portal, realm, of };
}

/** All of them, or null. */
export function readDecided(value: unknown): PairDecision[] | null {
  if (!Array.isArray(value)) return null;
  const decided = value.map(readDecision);
  return decided.includes(null) ? null : (decided as PairDecision[]);
}

function readDecision(value: unknown): PairDecision | null {
  const { left, decision } = Object(value) as Partial<PairDecision>;
  if (typeof left !== 'string') return null;
  if (decision === null) return { left, decision };
  const { right } = Object(decision) as { right?: unknown };
  return typeof right === 'string' || right === null ? { left, decision: { right } } : null;
}

/** The records of HubSpot that somebody said are none of those proposed. */
export function rejectedOf(decided: readonly PairDecision[]): string[] {
  return decided.flatMap(({ left, decision }) => (decision?.right === null ? [left] : []));
}
