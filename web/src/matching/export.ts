// The pairs and what was decided about them, as a file with the columns of `npm run match`.
import { csvText } from '../csv.ts';
import { factOf, factWords } from '../reasons/fact.ts';
import type { Decision, Proposal } from '../review-list/proposal.ts';

const HEAD = ['left_id', 'left_name', 'right_id', 'right_name', 'score', 'outcome', 'decision', 'evidence'];

export function pairsText(
  proposals: readonly Proposal[],
  decisionOf: (left: string) => Decision | undefined,
): string {
  const lines = proposals.flatMap(({ left, outcome, candidates }) => {
    const decision = decisionOf(left.id);
    return candidates.map(({ right, score, evidence }) => [
      left.id,
      left.title,
      right.id,
      right.title,
      score,
      outcome,
      decided(decision, right.id),
      evidence.map((one) => `${factWords(factOf(one))} ${one.weight}`).join('; '),
    ]);
  });
  return csvText([HEAD, ...lines]);
}

function decided(decision: Decision | undefined, right: string): string {
  if (!decision) return '';
  return decision.kind === 'accepted' && decision.right === right ? 'accepted' : 'rejected';
}
