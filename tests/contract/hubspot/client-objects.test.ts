// The official client, unmodified, over objects one at a time and in batches.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { association, openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const crm = () => portal.client.crm;

describe('official client: objects', () => {
  test('a deal is read with properties and associations', async () => {
    const deal = await crm().deals.basicApi.getById(
      landmarks.plainDeal.id,
      ['dealname', 'amount'],
      undefined,
      ['line_items', 'companies'],
    );
    expect(deal.properties.dealname).toBe(landmarks.plainDeal.name);
    expect(deal.associations?.['line items']?.results).toHaveLength(3);
    expect(deal.associations?.companies?.results.map((entry) => entry.type)).toEqual([
      'deal_to_company',
      'deal_to_company_unlabeled',
    ]);
    expect(deal.createdAt).toBeInstanceOf(Date);
  });

  test('a list is walked page by page to its end, each record once', async () => {
    const all = await crm().deals.getAll(50, undefined, ['dealname']);
    expect(all).toHaveLength(60);
    expect(new Set(all.map((deal) => deal.id)).size).toBe(60);
  });

  test('a contact is created, changed, found by e-mail and archived', async () => {
    const api = crm().contacts.basicApi;
    const created = await api.create({
      properties: { email: 'New.Person@contract.example', firstname: 'New' },
      associations: [],
    });
    expect(created.properties.email).toBe('new.person@contract.example');
    const changed = await api.update(created.id, { properties: { firstname: 'Newer', phone: '' } });
    expect(changed.properties).toMatchObject({ firstname: 'Newer', phone: null });
    const found = await api.getById(
      'new.person@contract.example',
      ['firstname'],
      ['firstname'],
      undefined,
      false,
      'email',
    );
    expect(found.id).toBe(created.id);
    expect(found.propertiesWithHistory?.firstname?.map((entry) => entry.value)).toEqual(['Newer', 'New']);
    await api.archive(created.id);
    await expect(api.getById(created.id)).rejects.toMatchObject({ code: 404 });
    const archived = await api.getById(created.id, ['email'], undefined, undefined, true);
    expect(archived.archived).toBe(true);
  });

  test('a line item made from a product starts with the values of the product', async () => {
    const [product] = (await crm().products.basicApi.getPage(1, undefined, ['name', 'price', 'hs_sku']))
      .results;
    const line = await crm().lineItems.basicApi.create({
      properties: { hs_product_id: product!.id, quantity: '3' },
      associations: [association(landmarks.noLinesDeal.id, 20)],
    });
    expect(line.properties).toMatchObject({
      name: product!.properties.name,
      hs_sku: product!.properties.hs_sku,
    });
    expect(Number(line.properties.amount)).toBeCloseTo(3 * Number(product!.properties.price), 6);
    expect(BigInt(line.id)).toBeGreaterThan(2n ** 53n);
  });

  test('every object type of the generic API takes a record', async () => {
    const rows: [string, Record<string, string>][] = [
      ['companies', { name: 'Contract Co.' }],
      ['deals', { dealname: 'Contract', dealstage: 'closedwon', deal_currency_code: 'EUR' }],
      ['products', { name: 'Thing', hs_sku: 'CONTRACT-1', price: '9.99' }],
      ['line_items', { name: 'Free text', price: '1', quantity: '2' }],
      ['quotes', { hs_title: 'Offer', hs_expiration_date: '2027-01-31', hs_status: 'DRAFT' }],
      ['tasks', { hs_task_subject: 'Call', hs_timestamp: '2026-12-01T10:00:00Z' }],
      ['notes', { hs_note_body: 'Hello', hs_timestamp: '1795000000000' }],
      ['invoices', { hs_currency: 'USD' }],
      ['discounts', { hs_label: 'Early', hs_type: 'PERCENT', hs_value: '5' }],
      ['fees', { hs_label: 'Handling', hs_type: 'FIXED', hs_value: '12' }],
      ['taxes', { hs_label: 'Tax', hs_type: 'PERCENT', hs_value: '7' }],
      ['commerce_payments', { hs_initial_amount: '10', hs_initiated_date: '2026-11-01' }],
    ];
    for (const [objectType, properties] of rows) {
      const created = await crm().objects.basicApi.create(objectType, { properties, associations: [] });
      const read = await crm().objects.basicApi.getById(objectType, created.id, Object.keys(properties));
      expect(Object.keys(read.properties), objectType).toEqual(
        expect.arrayContaining(Object.keys(properties)),
      );
      await crm()
        .objects.basicApi.archive(objectType, created.id)
        .catch((error) => {
          throw new Error(`${objectType}: ${error.message}`);
        });
    }
  });
});

describe('official client: batches', () => {
  test('a batch is created, read, updated, upserted and archived', async () => {
    const api = crm().objects.batchApi;
    const inputs = ['A', 'B'].map((sku) => ({
      properties: { name: sku, hs_sku: `BATCH-${sku}` },
      associations: [],
    }));
    const created = await api.create('products', { inputs });
    expect(created.results).toHaveLength(2);
    const ids = created.results.map(({ id }) => ({ id }));
    const read = await api.read('products', {
      inputs: ids,
      properties: ['hs_sku'],
      propertiesWithHistory: [],
    });
    expect(read.results.map((record) => record.properties.hs_sku).sort()).toEqual(['BATCH-A', 'BATCH-B']);
    await api.update('products', { inputs: ids.map(({ id }) => ({ id, properties: { price: '5' } })) });
    const upserted = await api.upsert('products', {
      inputs: ['BATCH-A', 'BATCH-C'].map((id) => ({ id, idProperty: 'hs_sku', properties: { price: '6' } })),
    });
    expect(upserted.results.map((record) => record._new)).toEqual([false, true]);
    await api.archive('products', { inputs: ids });
    const after = await api.read('products', { inputs: ids, properties: [], propertiesWithHistory: [] });
    expect(after.results).toHaveLength(0);
    expect(after).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] });
  });
});

describe('official client: search', () => {
  test('filters, words, sort and pages are obeyed', async () => {
    const api = crm().deals.searchApi;
    const page = await api.doSearch({
      filterGroups: [
        { filters: [{ propertyName: 'deal_currency_code', operator: 'EQ' as never, value: 'USD' }] },
      ],
      sorts: ['-amount'],
      properties: ['amount', 'deal_currency_code'],
      limit: 5,
      after: '0',
    });
    const amounts = page.results.map((deal) => Number(deal.properties.amount));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expect(page.paging?.next?.after).toBe('5');
    const words = await api.doSearch({
      query: 'data migr',
      limit: 10,
      after: '',
      sorts: [],
      properties: ['dealname'],
      filterGroups: [],
    });
    expect(words.results.map((deal) => deal.id)).toContain(landmarks.plainDeal.id);
  });
});
