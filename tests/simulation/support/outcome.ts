// What must hold whatever befell: one document, everything that ought to be tied to it is, and everybody is told the truth.
import type { CreateInvoiceReport, RecordCard, RecordRef } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { expect } from 'vitest';
import { associated, booked, keyOf, mirrored, propertiesOf, tied } from './books.ts';
import type { Machine } from './machine.ts';
import type { Office } from './office.ts';
import type { Schedule } from './schedule.ts';
import { play, type Wish } from './story.ts';

/** The HubSpot invoices of a document: one by its key; without it one for each browser that raced. */
export function expectMirrors(
  office: Office,
  id: string,
  deal: RecordRef,
  schedule: Schedule,
  place: string,
) {
  const mirrors = mirrored(office, keyOf(office, id));
  const racing = (schedule.colleague ? 2 : 1) + schedule.mishaps.filter(isDoubledByNetwork).length;
  expect(mirrors.length, `${place}: mirrored`).toBeGreaterThanOrEqual(1);
  expect(mirrors.length, `${place}: mirrored once`).toBeLessThanOrEqual(schedule.uniqueKey ? 1 : racing);
  const buyers = associated(office, deal).filter(({ type }) => type === '0-2' || type === '0-1');
  const wanted = [deal, ...firstOfEach(buyers)];
  for (const record of wanted) {
    const ties = mirrors.flatMap((mirror) => tied(office, mirror));
    expect(ties, `${place}: tied to ${record.type}`).toContainEqual(record);
  }
}

/** Something on the way sent a create twice: without a key nobody can prevent two. */
function isDoubledByNetwork({ service, action }: Schedule['mishaps'][number]): boolean {
  return service === 'hubspotApi' && action === 'duplicate';
}

function firstOfEach(records: RecordRef[]): RecordRef[] {
  return records.filter(({ type }, index) => records.findIndex((one) => one.type === type) === index);
}

/** What the deal says about its invoices equals the books; the last of them is the newest. */
export function expectDeal(office: Office, deal: RecordRef, living: string[], gone: string[], place: string) {
  const says = propertiesOf(office, deal);
  const links = (says['sidebill_links'] ?? '').split(';').filter((link) => link !== '');
  const wanted = [...living, ...gone].map((id) => keyOf(office, id));
  expect([...links].sort(), `${place}: links on the deal`).toEqual([...wanted].sort());
  const all = living.map((id) => booked(office, id));
  const newest = all.at(-1);
  if (!newest) throw new Error('There is no invoice.');
  const sum = (of: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + Math.round(of(one) * 100), 0) / 100;
  const mail = newest.BillEmail ? ` <${newest.BillEmail.Address}>` : '';
  expect(says, `${place}: figures on the deal`).toMatchObject({
    sidebill_billed: sum((one) => one.TotalAmt).toFixed(2),
    sidebill_open: sum((one) => one.Balance).toFixed(2),
    sidebill_overdue: '0.00',
    sidebill_collected: sum((one) => one.TotalAmt - one.Balance).toFixed(2),
    sidebill_invoice_count: String(living.length),
    sidebill_next_due: newest.DueDate,
    sidebill_invoice_amount_collected: (newest.TotalAmt - newest.Balance).toFixed(2),
    sidebill_invoice_recipient: `${newest.CustomerRef.name}${mail}`,
    sidebill_invoice_number: newest.DocNumber,
    sidebill_invoice_due_date: newest.DueDate,
  });
  expect(says['sidebill_invoice_status'], `${place}: status on the deal`).toMatch(/^(open|awaiting-send)$/);
}

/** Somebody made it, and whoever was told of a document was told of this one, as it was booked. */
export function expectReports(office: Office, views: RunView[], id: string, place: string) {
  const reports = views.map((view) => view.report as CreateInvoiceReport);
  const told = reports.filter((report) => report.outcome !== 'cancelled');
  expect(told.length, `${place}: somebody made it`).toBeGreaterThan(0);
  const invoice = booked(office, id);
  for (const report of told) {
    expect(report.document?.key, place).toBe(keyOf(office, id));
    expect(report.document?.number, place).toBe(invoice.DocNumber);
    expect(report.document?.total.amount, place).toBe(invoice.TotalAmt.toFixed(2));
    expect(report.returned_total, place).toBe(invoice.TotalAmt.toFixed(2));
    // Finished by another revision, the approval is history: what was booked is told, not compared.
    if (report.approved_total !== '') expect(report.approved_total, place).toBe(report.returned_total);
  }
  for (const report of reports.filter(({ outcome }) => outcome === 'cancelled')) {
    expect(report.document, place).toBeNull();
  }
}

/** What a fresh look at the deal shows to each of them. */
export async function expectCards(
  office: Office,
  machines: Machine[],
  deal: RecordRef,
  ids: string[],
  place: string,
): Promise<void> {
  const input = { portal: office.portal, record: deal, refresh: true };
  const look: Wish = { operation: 'open_record', input };
  for (const machine of machines) {
    const card = (await play(machine, look)).report as RecordCard;
    const keys = card.documents.map((document) => document.key);
    expect([...keys].sort(), `${place}: on the card`).toEqual(ids.map((id) => keyOf(office, id)).sort());
    machine.kill();
  }
}
