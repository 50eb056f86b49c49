// What the review makes of the rows of a payload, before it is drawn.
import { describe, expect, test } from 'vitest';
import { partsOf, type Row, readable } from '../../web/src/composer/payload.ts';

const row = (document: Row['document'], field: string, after = '1'): Row => ({
  document,
  field,
  label: field.toLowerCase(),
  before: null,
  after,
});

describe('payload', () => {
  test('rows of one line stand together, whatever else stands between them', () => {
    const [invoice, ...more] = partsOf([
      row('invoice', 'TxnDate'),
      row('invoice', 'Line[0].Amount'),
      row('invoice', 'Line[1].Amount'),
      row('invoice', 'Line[1].Description'),
      row('invoice', 'DocNumber'),
    ]);
    expect(more).toEqual([]);
    expect(invoice?.facts.map(({ field }) => field)).toEqual(['TxnDate', 'DocNumber']);
    expect(invoice?.lines.map((line) => line.map(({ field }) => field))).toEqual([
      ['Line[0].Amount'],
      ['Line[1].Amount', 'Line[1].Description'],
    ]);
  });

  test('two new products are two parts, and no row is lost', () => {
    const rows = [
      row('customer', 'DisplayName'),
      row('item', 'Name', 'A'),
      row('item', 'Sku'),
      row('item', 'Name', 'B'),
      row('invoice', 'TxnDate'),
    ];
    const parts = partsOf(rows);
    expect(parts.map(({ document, facts }) => [document, facts.length])).toEqual([
      ['customer', 1],
      ['item', 2],
      ['item', 1],
      ['invoice', 1],
    ]);
    expect(parts.flatMap(({ facts, lines }) => [...facts, ...lines.flat()])).toEqual(rows);
  });

  test('values are written the reader’s way, and names stand for their ids', () => {
    for (const [label, value, name, words] of [
      ['amount', '1500.00', '', '$1,500.00'],
      ['unit-price', '117.5', '', '$117.50'],
      ['unit-price', '0.00525', '', '$0.00525'],
      ['txn-date', '2026-11-22', '', 'Nov 22, 2026'],
      ['qty', '1234.5', '', '1,234.5'],
      ['taxable', 'true', '', 'Yes'],
      ['customer-ref', '84', 'Silver Birch Outdoor Partners', 'Silver Birch Outdoor Partners'],
      ['private-note', '2026-11-22', '', '2026-11-22'],
      ['doc-number', '1001', '', '1001'],
    ] as const) {
      expect(readable({ label }, value, name, 'USD'), label).toBe(words);
    }
  });
});
