// An invoice takes over the recipient's details at the moment a contact or company is associated with it.

import type { World } from '../world.ts';
import type { RecordKey } from './links.ts';
import { findRecord, setValues } from './store.ts';

const INVOICE = '0-53';
const CONTACT = '0-1';
const COMPANY = '0-2';
const ADDRESS_FIELDS = ['address', 'city', 'state', 'zip'];

export function inheritRecipient(world: World, a: RecordKey, b: RecordKey): void {
  const [invoiceKey, partyKey] = a.typeId === INVOICE ? [a, b] : [b, a];
  if (invoiceKey.typeId !== INVOICE) return;
  const invoice = findRecord(world.state.hubspot, INVOICE, invoiceKey.id);
  const party = findRecord(world.state.hubspot, partyKey.typeId, partyKey.id)?.properties;
  if (invoice === undefined || party === undefined) return;
  if (partyKey.typeId === CONTACT) {
    setValues(world, invoice, {
      ...addressOf('hs_recipient_shipping', party, [...ADDRESS_FIELDS, 'country']),
      hs_invoice_latest_contact_email: party.email ?? '',
    });
  }
  if (partyKey.typeId === COMPANY) {
    setValues(world, invoice, addressOf('hs_recipient_company', party, [...ADDRESS_FIELDS, 'address2']));
  }
}

function addressOf(prefix: string, party: Record<string, string>, fields: string[]): Record<string, string> {
  const known = fields.flatMap((field) =>
    party[field] ? [[`${prefix}_${field}`, party[field]] as const] : [],
  );
  return Object.fromEntries(known);
}
