// Invoices and payments: from draft to open to paid, and the mirrored kind that HubSpot does not bill.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { association, openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const OBJECTS = '/crm/objects/2026-09';
const CONTACT = '101';
const TOMORROW = () => new Date(Date.now() + 86_400_000).toISOString();

async function create(
  type: string,
  properties: Record<string, string>,
  associations: unknown[] = [],
): Promise<string> {
  const answer = await portal.call('POST', `${OBJECTS}/${type}`, { properties, associations });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

const change = (id: string, properties: Record<string, string>) =>
  portal.call('PATCH', `${OBJECTS}/invoices/${id}`, { properties });
const read = async (id: string, ...names: string[]) =>
  (await portal.call('GET', `${OBJECTS}/invoices/${id}?properties=${names.join(',')}`)).body.properties;

describe('billable invoices', () => {
  test('a draft needs its currency and gets number and dates', async () => {
    expect(
      (await portal.call('POST', `${OBJECTS}/invoices`, { properties: {}, associations: [] })).status,
    ).toBe(400);
    const draft = await create('invoices', { hs_currency: 'USD' });
    const properties = await read(draft, 'hs_number', 'hs_invoice_status', 'hs_invoice_date', 'hs_due_date');
    expect(properties).toMatchObject({ hs_invoice_status: 'draft' });
    expect(properties.hs_number).toMatch(/^INV-\d+$/);
    expect(properties.hs_due_date).toBe(properties.hs_invoice_date);
  });

  test('opening needs a contact, a line item and a due date to come; then it totals itself', async () => {
    const draft = await create('invoices', { hs_currency: 'USD' });
    const open = () => change(draft, { hs_invoice_status: 'open' });
    expect((await open()).body.message).toMatch(/contact/);
    await portal.call('PUT', `${OBJECTS}/invoices/${draft}/associations/default/contacts/${CONTACT}`);
    expect((await open()).body.message).toMatch(/line item/);
    await create(
      'line_items',
      { name: 'Work', price: '100', quantity: '2.5', hs_discount_percentage: '10' },
      [association(draft, 410)],
    );
    await create('taxes', { hs_label: 'Tax', hs_type: 'PERCENT', hs_value: '8' }, [association(draft, 416)]);
    expect((await open()).body.message).toMatch(/due date/);
    expect((await change(draft, { hs_due_date: TOMORROW(), hs_invoice_status: 'open' })).status).toBe(200);
    expect(
      await read(
        draft,
        'hs_subtotal',
        'hs_amount_billed',
        'hs_balance_due',
        'hs_invoice_latest_contact_email',
      ),
    ).toMatchObject({
      hs_subtotal: '225',
      hs_amount_billed: '243',
      hs_balance_due: '243',
      hs_invoice_latest_contact_email: expect.stringContaining('@'),
    });
  });

  test('a completed payment pays it, after which it cannot be edited or deleted', async () => {
    const line = await create('line_items', { name: 'Work', price: '80', quantity: '1' });
    const invoice = await create('invoices', { hs_currency: 'USD', hs_due_date: TOMORROW() }, [
      association(CONTACT, 177),
      association(line, 409),
    ]);
    await change(invoice, { hs_invoice_status: 'open' });
    const part = await create(
      'commerce_payments',
      { hs_initial_amount: '30', hs_initiated_date: '2026-11-01', hs_latest_status: 'succeeded' },
      [association(invoice, 542)],
    );
    expect(await read(invoice, 'hs_invoice_status', 'hs_balance_due')).toMatchObject({
      hs_invoice_status: 'open',
      hs_balance_due: '50',
    });
    await create(
      'commerce_payments',
      { hs_initial_amount: '50', hs_initiated_date: '2026-11-02', hs_latest_status: 'succeeded' },
      [association(invoice, 542)],
    );
    expect(await read(invoice, 'hs_invoice_status', 'hs_balance_due', 'hs_payment_date')).toMatchObject({
      hs_invoice_status: 'paid',
      hs_balance_due: '0',
      hs_payment_date: '2026-11-02T00:00:00.000Z',
    });
    expect((await change(invoice, { hs_comments: 'late' })).status).toBe(400);
    expect((await portal.call('DELETE', `${OBJECTS}/invoices/${invoice}`)).status).toBe(400);
    const payment = await portal.call(
      'GET',
      `${OBJECTS}/0-101/${part}?properties=hs_number_of_associated_invoices,hs_net_amount`,
    );
    expect(payment.body.properties).toMatchObject({
      hs_number_of_associated_invoices: '1',
      hs_net_amount: '30',
    });
  });

  test('its status is not set to paid by hand', async () => {
    const draft = await create('invoices', { hs_currency: 'USD' });
    expect((await change(draft, { hs_invoice_status: 'paid' })).status).toBe(400);
    expect((await change(draft, { hs_invoice_status: 'overdue' })).body.errors[0].code).toBe(
      'INVALID_OPTION',
    );
  });
});

describe('mirrored invoices (hs_invoice_billable=false)', () => {
  const mirrored = (more: Record<string, string> = {}) =>
    create(
      'invoices',
      {
        hs_currency: 'EUR',
        hs_invoice_billable: 'false',
        hs_number: '1042',
        hs_amount_billed: '99.95',
        hs_invoice_status: 'open',
        ...more,
      },
      [association(landmarks.plainDeal.id, 175), association(CONTACT, 177)],
    );

  test('they are created open, with number and amount as written, and no line items', async () => {
    const id = await mirrored({ hs_due_date: '2026-01-31' });
    expect(
      await read(
        id,
        'hs_number',
        'hs_amount_billed',
        'hs_balance_due',
        'hs_invoice_status',
        'hs_days_overdue',
      ),
    ).toMatchObject({
      hs_number: '1042',
      hs_amount_billed: '99.95',
      hs_balance_due: '99.95',
      hs_invoice_status: 'open',
      hs_days_overdue: expect.stringMatching(/^\d{2,}$/),
    });
    const deal = await portal.call('GET', `${OBJECTS}/0-3/${landmarks.plainDeal.id}/associations/0-53`);
    expect(deal.body.results.at(-1)).toMatchObject({ toObjectId: id, associationTypes: [{ typeId: 176 }] });
  });

  test('they can be changed after a payment, and their currency must be one of the portal', async () => {
    const id = await mirrored();
    await create(
      'commerce_payments',
      {
        hs_initial_amount: '99.95',
        hs_initiated_date: '2026-11-02',
        hs_latest_status: 'succeeded',
        hs_processor_type: 'quickbooks',
        hs_currency_code: 'EUR',
        hs_external_reference_id: 'r:Payment:7',
      },
      [association(id, 542)],
    );
    expect(await read(id, 'hs_invoice_status', 'hs_balance_due')).toMatchObject({
      hs_invoice_status: 'paid',
      hs_balance_due: '0',
    });
    expect((await change(id, { hs_comments: 'still ours' })).status).toBe(200);
    expect((await change(id, { hs_currency: 'SEK' })).status).toBe(400);
    const byKey = await portal.call(
      'GET',
      `${OBJECTS}/commerce_payments/r:Payment:7?idProperty=hs_external_reference_id`,
    );
    expect(byKey.status).toBe(200);
  });
});

describe('payments', () => {
  test('amount and date are required; a processor’s own payment cannot be touched', async () => {
    const missing = await portal.call('POST', `${OBJECTS}/commerce_payments`, {
      properties: { hs_initial_amount: '1' },
      associations: [],
    });
    expect(missing.body.errors[0].context.propertyName).toEqual(['hs_initiated_date']);
    const made = await create('commerce_payments', {
      hs_initial_amount: '1',
      hs_initiated_date: '2026-11-02',
      hs_processor_type: 'byo_stripe',
    });
    expect(
      (await portal.call('PATCH', `${OBJECTS}/0-101/${made}`, { properties: { hs_internal_comment: 'x' } }))
        .status,
    ).toBe(400);
  });

  test('an account that cannot record payments refuses them', async () => {
    portal.sandbox.world.state.hubspot.switches.paymentsByApi = false;
    const properties = { hs_initial_amount: '1', hs_initiated_date: '2026-11-02' };
    expect((await portal.call('POST', `${OBJECTS}/0-101`, { properties, associations: [] })).status).toBe(
      400,
    );
    portal.sandbox.world.state.hubspot.switches.paymentsByApi = true;
  });
});
