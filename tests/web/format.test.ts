import { describe, expect, test } from 'vitest';
import { ago, date, decimal, due, money } from '../../web/src/format.ts';
import { checkedLink } from '../../web/src/links.ts';

describe('format', () => {
  test('amounts keep every digit, and the places of their currency', () => {
    for (const [amount, currency, shown] of [
      ['1234.50', 'USD', '$1,234.50'],
      ['-12.05', 'USD', '-$12.05'],
      ['1500', 'USD', '$1,500.00'],
      ['0.3335', 'USD', '$0.3335'],
      ['1234', 'JPY', '¥1,234'],
      ['1.234', 'KWD', 'KWD 1.234'],
      ['99999999999999999.99', 'USD', '$99,999,999,999,999,999.99'],
      ['1,5', 'USD', '1,5'],
      ['12.00', '<b>', '12.00'],
    ] as const) {
      expect(money(amount, currency).replaceAll('\u00a0', ' ')).toBe(shown);
    }
    expect(decimal('12345.6700')).toBe('12,345.6700');
  });

  test('a date is the same day in every time zone', () => {
    expect(date('2026-03-05')).toBe('Mar 5, 2026');
    expect(date('2024-02-29')).toBe('Feb 29, 2024');
    expect(date('soon')).toBe('soon');
  });

  test('a due date is told from the reader’s day', () => {
    for (const [day, words] of [
      ['2026-11-22', 'Due today'],
      ['2026-11-23', 'Due tomorrow'],
      ['2026-11-21', 'Due yesterday'],
      ['2026-12-22', 'Due in 30 days'],
      ['2026-11-10', 'Due 12 days ago'],
      ['2027-11-10', 'Due Nov 10, 2027'],
    ] as const) {
      expect(due(day, '2026-11-22')).toBe(words);
    }
    expect(due(null, '2026-11-22')).toBe('No due date');
  });

  test('an age is told in its largest whole unit', () => {
    expect(ago(1_000, 30_000)).toBe('just now');
    expect(ago(0, 3 * 60_000 + 5)).toBe('3 min. ago');
    expect(ago(0, 26 * 3_600_000)).toBe('yesterday');
    expect(ago(60_000, 0)).toBe('just now');
  });
});

describe('links', () => {
  test('only https addresses of QuickBooks and HubSpot may be linked', () => {
    for (const address of [
      'https://app.qbo.intuit.com/app/invoice?txnId=12',
      'https://app.sandbox.qbo.intuit.com/app/invoice?txnId=12',
      'https://qbo.intuit.com/app/invoice?txnId=12',
      'https://app.hubspot.com/contacts/1/objects/0-3',
      'https://app-eu1.hubspot.com/contacts/1/objects/0-3',
    ]) {
      expect(checkedLink(address)).toBe(address);
    }
    for (const address of [
      'http://app.qbo.intuit.com/app/invoice',
      'javascript:alert(1)',
      'https://app.qbo.intuit.com.evil.example/',
      'https://evilqbo.intuit.com/',
      'https://user:pass@app.qbo.intuit.com/',
      'https://app.qbo.intuit.com:8443/',
      'https://hubspot.com.evil.example/',
      'data:text/html,x',
      '',
    ]) {
      expect(checkedLink(address), address).toBeNull();
    }
  });
});
