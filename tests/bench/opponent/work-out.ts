// The rules of one invoice as somebody would write them in JavaScript, on decimal.js: what the core is measured
// beside. Straight code over plain objects; nothing is computed twice.
import type { Choices } from '@sidebill/core';
import { preflight } from './checks.ts';
import { type Draft, draftInvoice } from './draft.ts';
import type { Basis, Issue } from './model.ts';
import { type Totals, totalsOf } from './totals.ts';

export interface WorkedOut {
  draft: Draft;
  totals: Totals;
  issues: Issue[];
}

export function workOut(basis: Basis, choices: Choices): WorkedOut {
  const issues: Issue[] = [];
  const draft = draftInvoice(basis, choices, issues);
  const totals = totalsOf(draft, basis);
  preflight(draft, basis, totals, issues);
  return { draft, totals, issues };
}
