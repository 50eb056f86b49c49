// Change data capture: what changed or was deleted since an instant, oldest first, 1000 objects over all entities.
import { type Books, type Fields, rows, timestamp } from '../books.ts';
import { kindOfName } from '../entities/index.ts';
import { byLastChange } from '../query/run.ts';
import { faults, refuse } from '../refusal.ts';

const mostObjects = 1000;
const notCovered = ['TaxCode', 'TaxRate', 'TaxAgency', 'CompanyInfo', 'Preferences', 'ExchangeRate'];

export function changes(
  books: Books,
  entities: string | undefined,
  changedSince: string | undefined,
): Fields {
  if (!entities) refuse(faults.missing('entities'));
  if (!changedSince) refuse(faults.missing('changedSince'));
  const since = Date.parse(changedSince);
  if (Number.isNaN(since)) refuse(faults.invalidDate('changedSince', changedSince));
  let left = mostObjects;
  const blocks = entities.split(',').map((name) => {
    const kind = kindOfName(name.trim());
    if (!kind || notCovered.includes(kind.name)) refuse(faults.unknownEntity(name.trim()));
    const block = changedOf(books, kind.name, since, left);
    left -= ((block[kind.name] as unknown[] | undefined) ?? []).length;
    return block;
  });
  return { CDCResponse: [{ QueryResponse: blocks }] };
}

/** An entity without changes is an empty block; deletions alone have no `startPosition`. */
function changedOf(books: Books, kind: string, since: number, most: number): Fields {
  const live = byLastChange(rows(books.company, kind)).filter(
    (entity) => Date.parse(entity.MetaData.LastUpdatedTime) >= since,
  );
  const deleted = books.company.tombstones.filter(
    (stone) => stone.entity === kind && stone.deletedAtMs >= since,
  );
  const all = [
    ...live,
    ...deleted.map((stone) => ({
      domain: 'QBO',
      status: 'Deleted',
      Id: stone.id,
      MetaData: { LastUpdatedTime: timestamp(stone.deletedAtMs, books.company.utcOffset) },
    })),
  ].slice(0, most);
  if (all.length === 0) return {};
  const paging = live.length === 0 ? {} : { startPosition: 1 };
  const count = kind === 'Invoice' ? { totalCount: all.length } : {};
  return { [kind]: all, ...paging, maxResults: all.length, ...count };
}
