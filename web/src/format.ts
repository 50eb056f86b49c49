// Numbers, dates and times the reader's way. Amounts stay decimal text: Intl formats the digits as they are.
import { dateIn, dayOf, decimalIn, moneyIn } from './intl.ts';
import { language, type MessageKey, t } from './messages/index.ts';

const DAY_MS = 86_400_000;

const RELATIVE: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly ms: number }[] = [
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
];

/** '1234.50', 'USD' -> '$1,234.50', with the text itself where it is no plain decimal. */
export function money(amount: string, currency: string): string {
  return moneyIn(language, amount, currency);
}

export function decimal(text: string): string {
  return decimalIn(language, text);
}

export function date(iso: string): string {
  return dateIn(language, iso);
}

export function time(at_ms: number): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at_ms);
}

export function timeWithSeconds(at_ms: number): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at_ms);
}

/** '3 min. ago'; under a minute 'just now'. */
export function ago(at_ms: number, now_ms: number): string {
  const age_ms = Math.max(0, now_ms - at_ms);
  const scale = RELATIVE.find(({ ms }) => age_ms >= ms);
  if (!scale) return t('time.justNow');
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  return format.format(-Math.floor(age_ms / scale.ms), scale.unit);
}

/** Words for a due date as seen from a day. */
export function due(iso: string | null, today: string): string {
  if (iso === null) return t('due.none');
  const [end, start] = [dayOf(iso), dayOf(today)];
  if (end === null || start === null) return t('due.on', { date: iso });
  const days = end - start;
  if (days === 0) return t('due.today');
  const key: MessageKey = days > 0 ? 'due.in' : 'due.ago';
  return Math.abs(days) <= 60 ? t(key, { count: Math.abs(days) }) : t('due.on', { date: date(iso) });
}

/** The reader's day, as an ISO date. */
export function localDay(now_ms: number): string {
  const at = new Date(now_ms);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

export function duration(ms: number): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'millisecond' }).format(Math.round(ms));
}
