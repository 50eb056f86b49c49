// Whoever is timed beside the core must first say the same: every figure, date and issue, in order.
import { deepStrictEqual } from 'node:assert/strict';
import type { Answer, Basis, Choices, ComposeView } from '@sidebill/core';
import { readBasis } from './model.ts';
import { placesOf } from './money.ts';
import { workOut } from './work-out.ts';

/** What both sides say about an invoice, in the core's words. */
interface Said {
  currency: string;
  due_date: string;
  term_id: string;
  lines: { amount: string; net_unit_price: string }[];
  totals: unknown;
  issues: unknown[];
}

function core({ currency, due_date, term_id, lines, totals, issues, choices }: ComposeView): Said {
  const included = lines.filter((_, index) => choices.lines[index]?.include);
  return {
    currency,
    due_date,
    term_id,
    lines: included.map(({ amount, net_unit_price }) => ({ amount, net_unit_price })),
    totals,
    issues,
  };
}

function opponent(basis: Basis, choices: Choices): Said {
  const { draft, totals, issues } = workOut(readBasis(JSON.stringify(basis)), choices);
  const places = placesOf(draft.currency);
  const { tax } = totals;
  const predicted = (one: Extract<typeof tax, { kind: 'predicted' }>) => ({
    ...one,
    amount: one.amount.toFixed(places),
    percent: one.percent.toFixed(),
  });
  return {
    currency: draft.currency,
    due_date: draft.dueDate,
    term_id: draft.termId,
    lines: draft.lines.map(({ amount, unitPrice }) => ({
      amount: amount.toFixed(places),
      net_unit_price: unitPrice.toFixed(),
    })),
    totals: {
      subtotal: totals.subtotal.toFixed(places),
      discount: totals.discount.toFixed(places),
      taxable: totals.taxable.toFixed(places),
      tax: tax.kind === 'predicted' ? predicted(tax) : tax,
      total: totals.total.toFixed(places),
    },
    issues,
  };
}

/** Throws where the opponent says anything else than this answer of `compose`. */
export function mustAgree(answer: Answer<ComposeView>, basis: Basis, about: string): void {
  if (!answer.value) throw new Error(`${about}: ${JSON.stringify(answer.issues)}`);
  const { choices } = answer.value;
  deepStrictEqual(opponent(basis, choices), core(answer.value), about);
}
