// Shapes and helpers several entities share.
import { type Books, type Fields, homeCurrency, multicurrency, type Ref, resolve, rows } from '../books.ts';
import { faults, refuse } from '../refusal.ts';
import { date, email, list, name, object, readOnly, type Shape, text } from '../shape.ts';
import type { Company, Entity } from '../state.ts';
import { deletedMark } from './display-names.ts';

/** Fields every entity has; what a client sends of them is not written. */
export const envelope: Shape = {
  Id: text(30),
  SyncToken: text(20),
  sparse: { kind: 'flag' },
  domain: readOnly,
  MetaData: readOnly,
};

export const address: Shape = {
  Id: readOnly,
  Line1: text(500),
  Line2: text(500),
  Line3: text(500),
  Line4: text(500),
  Line5: text(500),
  City: text(255),
  Country: text(255),
  CountryCode: text(255),
  CountrySubDivisionCode: text(255),
  PostalCode: text(30),
  Lat: readOnly,
  Long: readOnly,
};

const phone = object({ FreeFormNumber: text(30) });

export const contactFields: Shape = {
  Title: name(16),
  GivenName: name(100),
  MiddleName: name(100),
  FamilyName: name(100),
  Suffix: name(16),
  DisplayName: name(500),
  CompanyName: name(100),
  PrintOnCheckName: name(110),
  FullyQualifiedName: readOnly,
  Active: { kind: 'flag' },
  PrimaryPhone: phone,
  AlternatePhone: phone,
  Mobile: phone,
  Fax: phone,
  PrimaryEmailAddr: object({ Address: email(100) }),
  WebAddr: object({ URI: text(1000) }),
  BillAddr: object(address),
  V4IDPseudonym: readOnly,
};

export const customField: Shape = {
  DefinitionId: text(20),
  Name: text(100),
  Type: text(30),
  StringValue: text(255),
  BooleanValue: { kind: 'flag' },
  DateValue: date,
  NumberValue: { kind: 'number' },
};

export const linkedTransaction = list({ TxnId: text(30), TxnType: text(30), TxnLineId: text(30) });

/** DisplayName, or what the parts of the name give; 6080 when there is neither. */
export function displayNameOf(fields: Fields, entity: string): string {
  if (typeof fields['DisplayName'] === 'string' && fields['DisplayName'].trim()) return fields['DisplayName'];
  const parts = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix'].map((part) => fields[part]);
  const built = parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(' ');
  return built || refuse(faults.noName(entity));
}

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

const quickBooksNames: Record<string, string> = {
  USD: 'United States Dollar',
  GBP: 'British Pound Sterling',
};

export function currencyName(code: string): string {
  return quickBooksNames[code] ?? currencyNames.of(code) ?? code;
}

export function currencyRef(code: string): Ref {
  return { value: code, name: currencyName(code) };
}

/** The currency a name is in: fixed once set, the home currency when none is given. */
export function settleCurrency(books: Books, fields: Fields, previous: Entity | null): Ref {
  const before = (previous?.['CurrencyRef'] as Ref | undefined)?.value;
  const wanted = (fields['CurrencyRef'] as Ref | undefined)?.value ?? before ?? homeCurrency(books.company);
  if (before && wanted !== before)
    refuse(faults.business('The currency of a name cannot be changed.', 'CurrencyRef'));
  requireCurrency(books.company, wanted);
  return currencyRef(wanted);
}

/** `CurrencyRef` takes the ISO code of an active currency, never the id of a CompanyCurrency. */
export function requireCurrency(company: Company, code: string): void {
  if (code === homeCurrency(company)) return;
  const known = rows(company, 'CompanyCurrency').some(
    (row) => row['Code'] === code && row['Active'] !== false,
  );
  if (!multicurrency(company) || !known)
    refuse(faults.business(`The currency ${code} is not in use here.`, 'CurrencyRef'));
}

/** The reference with the name QuickBooks answers. */
export function named(company: Company, kind: string, ref: unknown, property = 'Name'): Ref {
  const found = resolve(company, kind, ref);
  return { value: found.Id, name: String(found['FullyQualifiedName'] ?? found[property]) };
}

/** `A:B`, out of the parents' names; more than five levels are refused. */
export function qualifiedName(company: Company, kind: string, own: string, parent: unknown): string {
  if (!parent) return own;
  const above = String(resolve(company, kind, parent)['FullyQualifiedName']);
  if (above.split(':').length >= 5) refuse(faults.tooManyLevels());
  return `${above}:${own}`;
}

/** An inactive name ends in ' (deleted)', an active one does not. */
export function markedName(name: string, active: boolean): string {
  const plain = name.endsWith(deletedMark) ? name.slice(0, -deletedMark.length) : name;
  return active ? plain : `${plain}${deletedMark}`;
}
