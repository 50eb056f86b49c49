// Where received money lies.
import { resolveActive, rows } from '../books.ts';
import type { Company } from '../state.ts';

/** What was named, else Undeposited Funds. */
export function depositAccount(company: Company, ref: unknown): string {
  if (ref) return resolveActive(company, 'Account', ref).Id;
  return rows(company, 'Account').find((account) => account['AccountSubType'] === 'UndepositedFunds')!.Id;
}
