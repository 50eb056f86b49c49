// Create, update, delete and void, alike for single calls and for batch items.
import { type Books, checkSyncToken, type Fields, findOrRefuse, insert, revise } from './books.ts';
import type { Kind, WriteOptions } from './entities/kind.ts';
import { faults, refuse } from './refusal.ts';
import { type Body, isObject, readBody } from './shape.ts';
import type { Entity } from './state.ts';

export type Operation = 'create' | 'update' | 'delete' | 'void';

export interface DeletedEntity {
  status: 'Deleted';
  domain: 'QBO';
  Id: string;
}

export function write(books: Books, kind: Kind, operation: Operation, body: unknown, options: WriteOptions) {
  if (!kind.shape || !kind.settle)
    refuse(faults.unsupported(`Operation ${operation} on ${kind.name} is not supported.`));
  if (!isObject(body)) refuse(faults.unreadable(`Unexpected value for ${kind.name}`));
  switch (operation) {
    case 'create':
      return create(books, kind, body, options);
    case 'update':
      return options.include.has('void')
        ? voidEntity(books, kind, body, true)
        : update(books, kind, body, options);
    case 'void':
      return voidEntity(books, kind, body, false);
    case 'delete':
      return deleteEntity(books, kind, body);
  }
}

function readFields(books: Books, kind: Kind, body: Body): Fields {
  const read = readBody(body, kind.shape!, {
    entity: kind.name,
    latin1Only: books.company.regime !== 'by-line',
  });
  delete read['Id'];
  delete read['SyncToken'];
  delete read['sparse'];
  return read;
}

function create(books: Books, kind: Kind, body: Body, options: WriteOptions): Entity {
  const settled = kind.settle!(books, absentNulls(readFields(books, kind, body)), null, options);
  const entity = insert(books, kind.name, settled);
  return kind.afterWrite?.(books, entity, null) ?? entity;
}

function update(books: Books, kind: Kind, body: Body, options: WriteOptions): Entity {
  const previous = present(books, kind, body);
  const given = readFields(books, kind, body);
  checkSyncToken(previous, body['SyncToken']);
  const fields =
    body['sparse'] === true || body['sparse'] === 'true'
      ? merged(kind, previous, given)
      : { ...kept(kind, previous), ...given };
  const before = structuredClone(previous);
  const entity = revise(
    books,
    kind.name,
    previous,
    kind.settle!(books, absentNulls(fields), previous, options),
  );
  return kind.afterWrite?.(books, entity, before) ?? entity;
}

/** A sparse update leaves what it does not name; an object that it names is replaced as a whole. */
function merged(kind: Kind, previous: Entity, given: Fields): Fields {
  const writable = Object.entries(previous).filter(([field]) => {
    const rule = kind.shape![field];
    return rule !== undefined && rule.kind !== 'readOnly' && !(field === 'TxnTaxDetail' && 'Line' in given);
  });
  const { Id: _id, SyncToken: _token, sparse: _sparse, ...own } = Object.fromEntries(writable);
  return { ...own, ...given };
}

function kept(kind: Kind, previous: Entity): Fields {
  return Object.fromEntries((kind.kept ?? []).map((field) => [field, previous[field]]));
}

function absentNulls(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

function present(books: Books, kind: Kind, body: Body): Entity {
  if (body['Id'] === undefined || body['Id'] === null) refuse(faults.missing('Id'));
  return findOrRefuse(books.company, kind.name, String(body['Id']));
}

function voidEntity(books: Books, kind: Kind, body: Body, byInclude: boolean): Entity {
  if (!kind.void) refuse(faults.unsupported(`Operation void on ${kind.name} is not supported.`));
  const entity = present(books, kind, body);
  checkSyncToken(entity, body['SyncToken']);
  const bare = Object.keys(body).every((field) => ['Id', 'SyncToken', 'sparse'].includes(field));
  if (byInclude && bare && books.world.state.switches.voidPaymentSparse === 'refuse') {
    refuse(faults.missing('CustomerRef'));
  }
  return kind.void(books, entity);
}

function deleteEntity(books: Books, kind: Kind, body: Body): DeletedEntity {
  if (!kind.remove) refuse(faults.unsupported(`Operation delete on ${kind.name} is not supported.`));
  const entity = present(books, kind, body);
  checkSyncToken(entity, body['SyncToken']);
  kind.remove(books, entity);
  return { status: 'Deleted', domain: 'QBO', Id: entity.Id };
}
