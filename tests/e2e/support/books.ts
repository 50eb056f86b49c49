// What stands at the services afterwards, read from the sandbox's own books: never from what a page says.
import type { Exchange, ManagedWorld, Sandbox } from '@sidebill/sandbox';
import type { Entity } from '@sidebill/sandbox/intuit/state.ts';

export interface RecordKey {
  type: string;
  id: string;
}

const invoiceType = '0-53';

/** Rows of one kind in a company's books, oldest first. */
export function bookRows(world: ManagedWorld, realm: string, kind: string): Entity[] {
  const rows = Object.values(world.state.intuit.companies[realm]?.tables[kind] ?? {});
  return rows.sort((left, right) => Number(left.Id) - Number(right.Id));
}

/** What the company has now and had not before. */
export function newRows(world: ManagedWorld, realm: string, kind: string, before: Entity[]): Entity[] {
  const known = new Set(before.map(({ Id }) => Id));
  return bookRows(world, realm, kind).filter(({ Id }) => !known.has(Id));
}

/** Properties of a HubSpot record, as text. */
export function propertiesOf(world: ManagedWorld, { type, id }: RecordKey): Record<string, string> {
  const record = world.state.hubspot.records[type]?.[id];
  if (!record) throw new Error(`HubSpot has no record ${type}/${id}.`);
  return record.properties;
}

/** The properties that Sidebill keeps on a record. */
export function ownProperties(world: ManagedWorld, key: RecordKey): Record<string, string> {
  const own = Object.entries(propertiesOf(world, key)).filter(([name]) => name.startsWith('sidebill_'));
  return Object.fromEntries(own);
}

/** HubSpot invoices tied to a record. */
export function hubspotInvoicesOf(world: ManagedWorld, { type, id }: RecordKey): string[] {
  const links = world.state.hubspot.associations[`${type}/${id}`] ?? [];
  return links.filter(({ toTypeId }) => toTypeId === invoiceType).map(({ toId }) => toId);
}

/** Calls that wrote at a service, in order: a batch read or a search is a POST and writes nothing. */
export function writes(exchanges: readonly Exchange[], service: 'quickbooks' | 'hubspotApi'): Exchange[] {
  return exchanges.filter(
    (exchange) =>
      exchange.service === service &&
      exchange.method !== 'GET' &&
      !/\/(search|batch\/read|query)(\?|$)/.test(exchange.url),
  );
}

/** A colleague writes in the books by hand: no Id creates, else changes what is named. */
export async function colleague(
  { sandbox, realm }: { sandbox: Sandbox; realm: string },
  entity: string,
  fields: Record<string, unknown>,
  operation = '',
): Promise<Record<string, unknown>> {
  const query = operation === '' ? '' : `?operation=${operation}`;
  const answer = await sandbox.control.inject({
    method: 'POST',
    url: `/quickbooks/${realm}/${entity}${query}`,
    payload: fields,
  });
  if (answer.statusCode !== 200) throw new Error(`${entity}: ${answer.body}`);
  return answer.json();
}
