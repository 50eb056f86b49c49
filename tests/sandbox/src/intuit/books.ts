// The books of one company: finding, inserting, revising and removing entities, with their SyncTokens and times.
import { isDeepStrictEqual } from 'node:util';
import type { World } from '../world.ts';
import { faults, refuse } from './refusal.ts';
import type { Company, Entity } from './state.ts';

/** What the rules of an entity work on. */
export interface Books {
  world: World;
  company: Company;
}

export type Fields = Record<string, unknown>;
export interface Ref {
  value: string;
  name?: string;
}

export function table(company: Company, kind: string): Record<string, Entity> {
  company.tables[kind] ??= {};
  return company.tables[kind];
}

export function rows(company: Company, kind: string): Entity[] {
  return Object.values(table(company, kind));
}

/** The entity with this id; ids of other forms are refused as QuickBooks does. */
export function find(company: Company, kind: string, id: string): Entity | undefined {
  const known = table(company, kind)[id];
  if (known) return known;
  if (!/^\d+$/.test(id) || BigInt(id) > 2_147_483_647n) refuse(faults.invalidId(id));
  return undefined;
}

export function findOrRefuse(company: Company, kind: string, id: string): Entity {
  return find(company, kind, id) ?? refuse(faults.notFound());
}

/** The entity a reference names, active or not; 2500 when there is none. */
export function resolve(company: Company, kind: string, ref: unknown): Entity {
  const { value } = ref as Ref;
  const found = /^\d+$/.test(value) ? table(company, kind)[value] : undefined;
  return found ?? refuse(faults.invalidReference(`${kind} element id ${value} not found`));
}

/** As `resolve`, but an inactive one is refused as well. */
export function resolveActive(company: Company, kind: string, ref: unknown): Entity {
  const found = resolve(company, kind, ref);
  return found['Active'] === false ? refuse(faults.invalidReference()) : found;
}

/** QuickBooks' instant in company time: 2026-11-22T09:36:29-08:00. */
export function timestamp(ms: number, utcOffset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(utcOffset)!;
  const shift = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(ms + shift).toISOString().slice(0, 19) + utcOffset;
}

export function nowStamp(books: Books): string {
  return timestamp(books.world.now(), books.company.utcOffset);
}

/** The `time` of an answer: with milliseconds, in Intuit's own time zone. */
export function answerTime(world: World): string {
  return timestamp(world.now(), '-08:00').replace(
    /-08:00$/,
    `.${String(world.now() % 1000).padStart(3, '0')}-08:00`,
  );
}

/** Today where Intuit's servers stand, the default of `TxnDate`. */
export function serverToday(world: World): string {
  return timestamp(world.now(), '-08:00').slice(0, 10);
}

export function nextId(company: Company): string {
  company.nextId += 1;
  return String(company.nextId);
}

export function insert(books: Books, kind: string, fields: Fields): Entity {
  const time = nowStamp(books);
  const entity: Entity = {
    ...withoutNulls(fields),
    domain: 'QBO',
    sparse: false,
    Id: nextId(books.company),
    SyncToken: '0',
    MetaData: { CreateTime: time, LastUpdatedTime: time },
  };
  table(books.company, kind)[entity.Id] = entity;
  return entity;
}

/** Puts new fields in place of the old ones. What changes nothing keeps SyncToken and time. */
export function revise(books: Books, kind: string, previous: Entity, fields: Fields): Entity {
  const kept = {
    domain: 'QBO',
    sparse: false,
    Id: previous.Id,
    SyncToken: previous.SyncToken,
    MetaData: previous.MetaData,
  };
  const candidate: Entity = { ...withoutNulls(fields), ...kept };
  if (isDeepStrictEqual(candidate, previous)) return previous;
  candidate.SyncToken = String(Number(previous.SyncToken) + 1);
  candidate.MetaData = { ...previous.MetaData, LastUpdatedTime: nowStamp(books) };
  table(books.company, kind)[previous.Id] = candidate;
  return candidate;
}

export function remove(books: Books, kind: string, entity: Entity): void {
  delete table(books.company, kind)[entity.Id];
  books.company.tombstones.push({ entity: kind, id: entity.Id, deletedAtMs: books.world.now() });
}

/** Refuses a SyncToken that is not the present one. */
export function checkSyncToken(entity: Entity, token: unknown): void {
  if (token === undefined || token === null) refuse(faults.missing('SyncToken'));
  if (String(token) !== entity.SyncToken) refuse(faults.stale());
}

export function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** A setting out of Preferences: `preference(company, 'SalesFormsPrefs', 'AllowDiscount')`. */
export function preference(company: Company, group: string, setting: string): unknown {
  return (company.preferences[group] as Fields | undefined)?.[setting];
}

export function homeCurrency(company: Company): string {
  return (preference(company, 'CurrencyPrefs', 'HomeCurrency') as Ref).value;
}

export function multicurrency(company: Company): boolean {
  return preference(company, 'CurrencyPrefs', 'MultiCurrencyEnabled') === true;
}
