// When an invoice is due by its term.
import type { Entity } from '../state.ts';

/** Thirty days when there is no term anywhere (recorded). */
const daysWithoutTerm = 30;

export function dueDate(txnDate: string, term: Entity | null): string {
  if (!term) return addDays(txnDate, daysWithoutTerm);
  if (term['DayOfMonthDue'] === undefined) return addDays(txnDate, Number(term['DueDays']));
  return onDayOfMonth(txnDate, Number(term['DayOfMonthDue']), Number(term['DueNextMonthDays'] ?? 0));
}

/** The day in this month; in the next when that is past or nearer than so many days. */
function onDayOfMonth(txnDate: string, day: number, nextMonthDays: number): string {
  const [year, month] = [Number(txnDate.slice(0, 4)), Number(txnDate.slice(5, 7)) - 1];
  const candidate = monthDay(year, month, day);
  return candidate < addDays(txnDate, nextMonthDays) || candidate < txnDate
    ? monthDay(year, month + 1, day)
    : candidate;
}

function monthDay(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
