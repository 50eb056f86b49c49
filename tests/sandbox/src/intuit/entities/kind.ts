// What the API offers of one kind of entity.
import type { Books, Fields } from '../books.ts';
import type { Shape } from '../shape.ts';
import type { Entity } from '../state.ts';

export interface WriteOptions {
  /** Words of `include=` or of a batch item's `optionsData`. */
  include: ReadonlySet<string>;
}

export interface Kind {
  /** As in JSON and in queries: 'Invoice'. */
  name: string;
  /** As in the path: 'invoice'. */
  path: string;
  family: 'list' | 'transaction';
  /** Properties a query may filter by and sort by, beyond Id and MetaData. */
  filterable: readonly string[];
  sortable: readonly string[];
  /** Fields a write may hold; absent for kinds that are only read. */
  shape?: Shape;
  /**
   * Checks the fields and completes them: defaults, derived amounts, references with their names. `previous` is null
   * on create. Refuses by throwing.
   */
  settle?(books: Books, fields: Fields, previous: Entity | null, options: WriteOptions): Fields;
  /** Writable fields that a full update keeps when the body leaves them out. */
  kept?: readonly string[];
  /** What else changes in the books once the entity stands (applied payments, balances). */
  afterWrite?(books: Books, entity: Entity, previous: Entity | null): Entity;
  void?(books: Books, entity: Entity): Entity;
  remove?(books: Books, entity: Entity): void;
}
