// Idempotency: a requestid that was seen before answers with what was answered then, even after a deletion.
import type { World } from '../../world.ts';
import { faults, refuse } from '../refusal.ts';
import type { Company, StoredAnswer } from '../state.ts';

export const longestRequestId = 50;
export const longestBatchRequestId = 36;

export function checkLength(requestId: string, longest: number): void {
  if (requestId.length > longest) refuse(faults.length('requestid', 0, longest, requestId.length));
}

/** The stored answer of the same operation; a different operation under the same id is refused with 600. */
export function storedAnswer(
  world: World,
  company: Company,
  requestId: string,
  operation: string,
): StoredAnswer | undefined {
  const stored = company.answers[requestId];
  if (!stored) return undefined;
  const { requestIdRetentionMs } = world.state.switches;
  if (requestIdRetentionMs !== null && world.now() - stored.storedAtMs > requestIdRetentionMs) {
    delete company.answers[requestId];
    return undefined;
  }
  if (stored.operation !== operation) refuse(faults.duplicateRequest(requestId));
  return stored;
}

export function storeAnswer(
  world: World,
  company: Company,
  requestId: string,
  answer: Omit<StoredAnswer, 'storedAtMs'>,
): void {
  if (answer.status >= 400 && !world.state.switches.refusalsStored) return;
  company.answers[requestId] = { ...answer, storedAtMs: world.now() };
}
