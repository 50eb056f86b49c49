// What makes two starts of an operation the same run, and which record a run is about.
import type { OperationName, RecordRef } from '@sidebill/core/boundary';

type Fields = Record<string, unknown>;

/** Operations that make a sales form of a record. */
const creating: ReadonlySet<OperationName> = new Set([
  'create_invoice',
  'create_estimate',
  'create_sales_receipt',
]);

/** Two starts with the same text are one run while it is unfinished. */
export function joinOf(operation: OperationName, input: unknown): string {
  const fields = fieldsOf(input);
  if (!creating.has(operation)) return `${operation} ${canonical(fields)}`;
  // Clicking again means the invoice being made, whether or not a further one was meant by the first click.
  const { another: _, ...rest } = fields;
  return `${operation} ${canonical(rest)}`;
}

/** '<type>:<id>', '' for a run about no record. */
export function recordOf(input: unknown): string {
  const { record, source } = fieldsOf(input);
  const ref = fieldsOf(record ?? source);
  return typeof ref['type'] === 'string' && typeof ref['id'] === 'string'
    ? recordText(ref as unknown as RecordRef)
    : '';
}

export interface RunAccounts {
  /** '' for a run about no portal. */
  portal: string;
  /** '' for a run about no company. */
  realm: string;
}

/** Whose records a run reads and writes. */
export function accountsOf(operation: OperationName, input: unknown): RunAccounts {
  const { portal, realm, account, key } = fieldsOf(input);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    portal: operation === 'connect_portal' ? text(account) : text(portal),
    realm: operation === 'connect_company' ? text(account) : text(realm) || (text(key).split(':')[0] ?? ''),
  };
}

export function recordText({ type, id }: RecordRef): string {
  return `${type}:${id}`;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The same text for the same value, whatever the order of its fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
