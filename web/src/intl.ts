// Decimal text and ISO dates in a language's own writing; nothing here turns an amount into a binary number.

const DAY_MS = 86_400_000;

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** A plain decimal with the language's separators and all its digits; other text as it is. */
export function decimalIn(language: string, text: string): string {
  if (!isDecimal(text)) return text;
  const places = decimalsOf(text);
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(text as Intl.StringNumericLiteral);
}

/** All digits of an amount, at least as many places as its currency has, and its sign; other text as it is. */
export function moneyIn(language: string, amount: string, currency: string): string {
  if (!isDecimal(amount) || !/^[A-Z]{3}$/.test(currency)) return decimalIn(language, amount);
  const look = { style: 'currency', currency } as const;
  const usual = new Intl.NumberFormat(language, look).resolvedOptions().minimumFractionDigits ?? 0;
  const places = Math.max(usual, decimalsOf(amount));
  return new Intl.NumberFormat(language, {
    ...look,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(amount as Intl.StringNumericLiteral);
}

/** Days since 1970, or null for anything but an ISO date. */
export function dayOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / DAY_MS;
}

/** '2026-03-05' -> 'Mar 5, 2026', never moved by a time zone; other text as it is. */
export function dateIn(language: string, iso: string): string {
  const day = dayOf(iso);
  if (day === null) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(day * DAY_MS);
}
