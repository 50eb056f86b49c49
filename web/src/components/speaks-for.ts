// What speaks most for a document, in one line.
import type { DocumentEvidence } from '@sidebill/core/boundary';
import { word } from '../messages/index.ts';

const SPEAKING = 4;

/** Strongest first. */
export function speaksFor(evidence: readonly DocumentEvidence[]): string {
  return evidence
    .filter(({ weight }) => Number(weight) > 0)
    .sort((left, right) => Number(right.weight) - Number(left.weight))
    .slice(0, SPEAKING)
    .map((fact, index) => (index === 0 ? evidenceWords(fact) : lowerFirst(evidenceWords(fact))))
    .join(', ');
}

function evidenceWords(fact: DocumentEvidence): string {
  return word('documentEvidence', `${fact.field}/${fact.level}`);
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
