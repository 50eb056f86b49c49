// Pairs as the core proposes them, as the review list shows them: by HubSpot's record, best first.
import type { Issue, PairsAnswer, ProposedPair, ProposedRecord } from '@sidebill/core/boundary';
import type { PairDecision, PairList, Worker } from '../commands.ts';
import { t } from '../messages/index.ts';
import type { Decided, Proposal, Side } from '../review-list/proposal.ts';

/** As many as the core gives at once. */
const PAGE = 200;

/** A record stands in one pair to link at most, and may stand in several to ask about. */
export function proposalsOf(pairs: readonly ProposedPair[]): Proposal[] {
  const byLeft = new Map<string, Proposal & { candidates: Proposal['candidates'][number][] }>();
  for (const { outcome, score, quickbooks, hubspot, evidence } of pairs) {
    const known = byLeft.get(hubspot.id);
    const proposal = known ?? { left: sideOf(hubspot), outcome, candidates: [] };
    if (!known) byLeft.set(hubspot.id, proposal);
    proposal.candidates.push({ right: sideOf(quickbooks), score, evidence });
    if (outcome === 'link') proposal.outcome = outcome;
  }
  return [...byLeft.values()];
}

/** Decisions of an earlier sitting, as far as what they are about is still proposed. */
export function madeFor(proposals: readonly Proposal[], decisions: readonly PairDecision[]): Decided {
  const of = new Map(proposals.map((proposal) => [proposal.left.id, proposal]));
  return decisions.flatMap(({ left, decision }): Decided => {
    const proposal = of.get(left);
    if (!proposal || !decision) return [];
    const { right } = decision;
    if (right === null) return [[left, { kind: 'rejected' }]];
    const known = proposal.candidates.some((candidate) => candidate.right.id === right);
    return known ? [[left, { kind: 'accepted', right }]] : [];
  });
}

/** As the worker keeps them. */
export function keptDecisions(decided: Decided): PairDecision[] {
  return decided.map(([left, decision]) => ({
    left,
    decision: decision && { right: decision.kind === 'accepted' ? decision.right : null },
  }));
}

export interface ReadPairs {
  pairs: ProposedPair[];
  issues: Issue[];
}

/**
 * All pairs of a list. `progress` hears how many records are compared; false from it ends the reading, and what comes
 * back is null. What changes meanwhile is compared again from the start.
 */
export async function readPairs(
  worker: Worker,
  list: PairList,
  progress: (answer: PairsAnswer) => boolean,
): Promise<ReadPairs | null> {
  let pairs: ProposedPair[] = [];
  let state: number | null = null;
  for (;;) {
    const { value, issues } = await worker.send('pairs.read', { ...list, from: pairs.length, limit: PAGE });
    if (!value) return { pairs: [], issues };
    if (!progress(value)) return null;
    if (state !== null && state !== value.state && pairs.length > 0) {
      pairs = [];
      state = null;
      continue;
    }
    state = value.state;
    if (value.done < value.of) continue;
    pairs = [...pairs, ...value.pairs];
    if (value.pairs.length < PAGE) return { pairs, issues: [] };
  }
}

function sideOf({ id, name, detail, active }: ProposedRecord): Side {
  return { id, title: name, facts: [detail, active ? '' : t('records.inactive')].filter(Boolean) };
}
