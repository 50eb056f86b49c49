// Documents that the sale already has.
import { error, warning } from './issue.ts';
import type { Basis, Existing, Issue } from './model.ts';
import { placesOf } from './money.ts';
import { fold } from './text.ts';

function isLiving({ deleted, id, total, balance, memo }: Existing): boolean {
  if (deleted) return false;
  const voided = total.amount.isZero() && balance.amount.isZero() && fold(memo).startsWith('voided');
  return id === '' || !voided;
}

function facts({ id, number, total }: Existing): Record<string, string> {
  if (number === '') return { id };
  return { id, number, total: `${total.amount.toFixed(placesOf(total.currency))} ${total.currency}` };
}

export function checkExisting({ existing }: Basis, another: boolean, issues: Issue[]): void {
  const tell = another ? warning : error;
  for (const invoice of existing) {
    if (isLiving(invoice)) issues.push(tell('document-exists', '/another', facts(invoice)));
  }
}
