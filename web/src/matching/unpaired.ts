// Customers that match no contact, page by page.
import type { Issue, ProposedRecord } from '@sidebill/core/boundary';
import type { PairList, Worker } from '../commands.ts';

/** As many as the core gives at once. */
const PAGE = 200;

/** How many there are; both sides are compared already. */
export async function countUnpaired(
  worker: Worker,
  list: PairList,
): Promise<{ count: number; issues: Issue[] }> {
  const { value, issues } = await worker.send('unpaired.read', { ...list, from: 0, limit: 1 });
  return { count: value && value.done === value.of ? value.count : 0, issues };
}

/** All of them. What changes meanwhile is compared again from the start. */
export async function readUnpaired(
  worker: Worker,
  list: PairList,
): Promise<{ customers: ProposedRecord[]; issues: Issue[] }> {
  let customers: ProposedRecord[] = [];
  let state: number | null = null;
  for (;;) {
    const { value, issues } = await worker.send('unpaired.read', {
      ...list,
      from: customers.length,
      limit: PAGE,
    });
    if (!value) return { customers: [], issues };
    if (value.done < value.of) continue;
    if (state !== null && state !== value.state) {
      customers = [];
      state = null;
      continue;
    }
    state = value.state;
    customers = [...customers, ...value.records];
    if (customers.length >= value.count) return { customers, issues: [] };
  }
}
