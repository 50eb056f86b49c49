// The links between records and documents as a file that a spreadsheet opens.
import { csvText } from '@sidebill/web/csv.ts';
import type { LinkRow } from '../store/schema.ts';

const columns: { name: string; of: (row: LinkRow) => string }[] = [
  { name: 'portal', of: (row) => row.portal },
  { name: 'record_type', of: (row) => row.type },
  { name: 'record_id', of: (row) => row.id },
  { name: 'document', of: (row) => row.key },
  { name: 'number', of: (row) => row.number },
  { name: 'last_seen', of: (row) => new Date(row.seen_ms).toISOString() },
];

export function exportLinks(rows: LinkRow[], now_ms: number): { name: string; text: string } {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  const day = new Date(now_ms).toISOString().slice(0, 10);
  return {
    name: `sidebill-links-${day}.csv`,
    text: csvText(lines),
  };
}
