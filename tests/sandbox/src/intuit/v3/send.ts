// Mails an invoice: marks it sent and fills in the delivery.
import { type Books, type Fields, findOrRefuse, nowStamp, revise } from '../books.ts';
import { faults, Refusal, refuse } from '../refusal.ts';
import type { Entity } from '../state.ts';

const mailsPerDay = 40;

export function sendInvoice(books: Books, id: string, sendTo: string | null): Entity {
  const invoice = findOrRefuse(books.company, 'Invoice', id);
  const address = sendTo ?? (invoice['BillEmail'] as { Address?: string } | undefined)?.Address;
  if (!address) refuse(faults.missing('BillEmail'));
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) refuse(faults.invalidEmail('BillEmail.Address'));
  countMail(books);
  return revise(books, 'Invoice', invoice, {
    ...(invoice as Fields),
    BillEmail: { Address: address },
    EmailStatus: 'EmailSent',
    DeliveryInfo: { DeliveryType: 'Email', DeliveryTime: nowStamp(books) },
  });
}

/** Sandbox companies send forty mails a day. */
function countMail({ world, company }: Books): void {
  const day = new Date(world.now()).toISOString().slice(0, 10);
  if (company.mails.day !== day) company.mails = { day, count: 0 };
  if (world.state.switches.rateLimits && company.mails.count >= mailsPerDay) {
    throw new Refusal([faults.business('The daily limit of 40 emails is reached.')]);
  }
  company.mails.count += 1;
}
