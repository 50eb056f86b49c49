// What the worker says to all open pages unasked: that a run about a record has begun, so that a card elsewhere
// follows it and shows what it made.
import type { OperationName } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { recordOf } from '../driver/identity.ts';

export interface News {
  name: 'run.begun';
  /** '<type>:<id>' */
  record: string;
  run: string;
}

/** The operations that change what a record's card shows. */
const changing: ReadonlySet<OperationName> = new Set([
  'create_invoice',
  'create_estimate',
  'create_sales_receipt',
  'add_invoice',
  'remove_invoice_link',
]);

export function newsOf({ operation, input, run }: RunView): News | null {
  const record = recordOf(input);
  return changing.has(operation) && record !== '' ? { name: 'run.begun', record, run } : null;
}

/** Null for any other message: pages also hear what other pages ask the worker. */
export function readNews(message: unknown): News | null {
  const { name, record, run } = Object(message) as Record<string, unknown>;
  if (name !== 'run.begun' || typeof record !== 'string' || typeof run !== 'string') return null;
  return { name, record, run };
}
