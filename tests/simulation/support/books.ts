// What stands in the books and in HubSpot afterwards.
import type { RecordRef } from '@sidebill/core';
import type { Office } from './office.ts';

const invoiceType = '0-53';

/** An invoice as the books have it, as far as the tests look at it. */
export interface Booked {
  Id: string;
  DocNumber: string;
  TotalAmt: number;
  Balance: number;
  DueDate: string;
  CustomerRef: { value: string; name: string };
  BillEmail?: { Address: string };
  LinkedTxn: { TxnId: string; TxnType: string }[];
  MetaData: { CreateTime: string };
}

/** Invoices in QuickBooks by id. */
export function invoices({ sandbox, realm }: Office): string[] {
  return Object.keys(sandbox.world.state.intuit.companies[realm]?.tables['Invoice'] ?? {});
}

export function booked({ sandbox, realm }: Office, id: string): Booked {
  const invoice = sandbox.world.state.intuit.companies[realm]?.tables['Invoice']?.[id];
  if (!invoice) throw new Error(`There is no invoice ${id}.`);
  return invoice as unknown as Booked;
}

export function customers({ sandbox, realm }: Office): string[] {
  return Object.keys(sandbox.world.state.intuit.companies[realm]?.tables['Customer'] ?? {});
}

export function keyOf({ realm }: Office, id: string): string {
  return `${realm}:Invoice:${id}`;
}

/** HubSpot invoices that carry the link of this document. */
export function mirrored({ sandbox }: Office, key: string): string[] {
  const records = Object.values(sandbox.world.state.hubspot.records[invoiceType] ?? {});
  return records
    .filter((record) => record.archivedAtMs === null && record.properties['sidebill_link'] === key)
    .map((record) => record.id);
}

/** Records that this HubSpot invoice is tied to. */
export function tied({ sandbox }: Office, id: string): RecordRef[] {
  return associated({ sandbox }, { type: invoiceType, id });
}

/** Records that this one is tied to. */
export function associated({ sandbox }: Pick<Office, 'sandbox'>, { type, id }: RecordRef): RecordRef[] {
  const associations = sandbox.world.state.hubspot.associations[`${type}/${id}`] ?? [];
  return associations.map(({ toTypeId, toId }) => ({ type: toTypeId, id: toId }));
}

/** What a record's properties say, as text. */
export function propertiesOf({ sandbox }: Office, { type, id }: RecordRef): Record<string, string> {
  return sandbox.world.state.hubspot.records[type]?.[id]?.properties ?? {};
}

/** Writes that reached a service. */
export function writes({ sandbox }: Office, from = 0): string[] {
  return sandbox.world.exchanges
    .slice(from)
    .filter(({ service, method, url }) => {
      const isRead = method === 'GET' || /\/(search|batch\/read|query)(\?|$)/.test(url);
      return (service === 'quickbooks' || service === 'hubspotApi') && !isRead;
    })
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}

/** Changes the books behind the extension's back; the answer's body. */
export async function behindTheBack(
  { sandbox, realm }: Office,
  entity: string,
  body: Record<string, unknown>,
  operation?: 'delete' | 'void',
): Promise<Record<string, unknown>> {
  const query = operation ? `?operation=${operation}` : '';
  const answer = await sandbox.control.inject({
    method: 'POST',
    url: `/quickbooks/${realm}/${entity}${query}`,
    payload: body,
  });
  if (answer.statusCode !== 200) throw new Error(`${entity}: ${answer.body}`);
  return answer.json() as Record<string, unknown>;
}
