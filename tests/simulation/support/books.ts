// What stands in the books and in HubSpot afterwards.
import type { RecordRef } from '@sidebill/core';
import type { Office } from './office.ts';

const invoiceType = '0-53';

/** Invoices in QuickBooks by id. */
export function invoices({ sandbox, realm }: Office): string[] {
  return Object.keys(sandbox.world.state.intuit.companies[realm]?.tables['Invoice'] ?? {});
}

/** HubSpot invoices that carry the link of this document. */
export function mirrored({ sandbox }: Office, key: string): string[] {
  const records = Object.values(sandbox.world.state.hubspot.records[invoiceType] ?? {});
  return records
    .filter((record) => record.archivedAtMs === null && Object.values(record.properties).includes(key))
    .map((record) => record.id);
}

/** Records that this HubSpot invoice is tied to. */
export function tied({ sandbox }: Office, id: string): RecordRef[] {
  const associations = sandbox.world.state.hubspot.associations[`${invoiceType}/${id}`] ?? [];
  return associations.map(({ toTypeId, toId }) => ({ type: toTypeId, id: toId }));
}

/** What a record's properties say, as text. */
export function propertiesOf({ sandbox }: Office, { type, id }: RecordRef): Record<string, string> {
  return sandbox.world.state.hubspot.records[type]?.[id]?.properties ?? {};
}

/** Writes that reached a service. */
export function writes({ sandbox }: Office, from: number): string[] {
  return sandbox.world.exchanges
    .slice(from)
    .filter(({ service, method, url }) => {
      const isRead = method === 'GET' || /\/(search|batch\/read|query)(\?|$)/.test(url);
      return (service === 'quickbooks' || service === 'hubspotApi') && !isRead;
    })
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}
