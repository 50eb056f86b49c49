// Dates as `YYYY-MM-DD`, which compare as texts.
import type { TermRule } from './model.ts';

const shape = /^(\d{4})-(\d\d)-(\d\d)$/;
/** What QuickBooks lets a term count. */
const mostDueDays = 999;

function text(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function parseDate(date: string): string | null {
  const trimmed = date.trim();
  const match = shape.exec(trimmed);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  const ms = Date.UTC(year ?? 0, (month ?? 0) - 1, day);
  return text(ms) === trimmed ? trimmed : null;
}

const dayMs = 86_400_000;
const msOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** That day of the month, or the month's last. */
function inMonth(year: number, month: number, day: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day, last));
}

export function dueDate(rule: TermRule, issued: string): string {
  const from = msOf(issued);
  if (rule.kind === 'standard') {
    return rule.due_days < 0 || rule.due_days > mostDueDays ? issued : text(from + rule.due_days * dayMs);
  }
  const { day_of_month: day, next_month_days: near } = rule;
  if (day < 1 || day > 31 || near < 0 || near > mostDueDays) return issued;
  const year = new Date(from).getUTCFullYear();
  let month = new Date(from).getUTCMonth();
  let due = inMonth(year, month, day);
  if (due < from) {
    month += 1;
    due = inMonth(year, month, day);
  }
  const tooClose = (due - from) / dayMs <= near;
  return text(near > 0 && tooClose ? inMonth(year, month + 1, day) : due);
}
