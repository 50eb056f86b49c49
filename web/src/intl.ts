// Decimal text and ISO dates in a language's own writing; nothing here turns an amount into a binary number.

const DAY_MS = 86_400_000;

/** Making a format costs more than using it a hundred times, and one card writes hundreds of amounts and dates. */
function kept<Args extends (string | number)[], Made>(
  make: (...args: Args) => Made,
): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = args.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...args);
    made.set(key, fresh);
    return fresh;
  };
}

const exactly = (places: number) => ({ minimumFractionDigits: places, maximumFractionDigits: places });
const inCurrency = (currency: string) => ({ style: 'currency', currency }) as const;

export const pluralRules = kept((language: string) => new Intl.PluralRules(language));
export const numberFormat = kept((language: string) => new Intl.NumberFormat(language));
const decimalFormat = kept(
  (language: string, places: number) => new Intl.NumberFormat(language, exactly(places)),
);
const moneyFormat = kept(
  (language: string, currency: string, places: number) =>
    new Intl.NumberFormat(language, { ...inCurrency(currency), ...exactly(places) }),
);
const usualPlaces = kept(
  (language: string, currency: string) =>
    new Intl.NumberFormat(language, inCurrency(currency)).resolvedOptions().minimumFractionDigits ?? 0,
);
const dateFormat = kept(
  (language: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** A plain decimal with the language's separators and all its digits; other text as it is. */
export function decimalIn(language: string, text: string): string {
  if (!isDecimal(text)) return text;
  return decimalFormat(language, decimalsOf(text)).format(text as Intl.StringNumericLiteral);
}

/** All digits of an amount, at least as many places as its currency has, and its sign; other text as it is. */
export function moneyIn(language: string, amount: string, currency: string): string {
  if (!isDecimal(amount) || !/^[A-Z]{3}$/.test(currency)) return decimalIn(language, amount);
  const places = Math.max(usualPlaces(language, currency), decimalsOf(amount));
  return moneyFormat(language, currency, places).format(amount as Intl.StringNumericLiteral);
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
  return dateFormat(language).format(day * DAY_MS);
}
