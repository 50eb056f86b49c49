// Customers, vendors and employees as years of hand work leave them.
import type { Cast, CastAddress, CastCompany, CastPerson } from '../../data/cast.ts';
import { firstNames, lastNames } from '../../data/words.ts';
import type { Dice } from '../../random.ts';
import { type Books, type Fields, rows } from '../books.ts';
import { withPlainNames } from '../entities/display-names.ts';
import type { Entity } from '../state.ts';
import { make } from './company.ts';

export interface NamesPlan {
  /** How many customers in the end. */
  customers: number;
  /** The part of the cast's companies that are customers already. */
  share: number;
  currencies: readonly string[];
  latin1Only: boolean;
}

/** Cast companies whose names a vendor or an employee owns, so that they cannot become customers as they are. */
export const ownedByVendor = [4, 31];
export const ownedByEmployee = 47;

export function addNames(books: Books, cast: Cast, dice: Dice, plan: NamesPlan): void {
  withPlainNames(books, () => addAllNames(books, cast, dice, plan));
}

function addAllNames(books: Books, cast: Cast, dice: Dice, plan: NamesPlan): void {
  addOthers(books, cast, plan);
  const people = new Map(cast.people.map((person) => [person.key, person]));
  cast.companies.forEach((company, index) => {
    if (ownedByVendor.includes(index) || index === ownedByEmployee || !dice.chance(plan.share)) return;
    addCompany(books, company, people.get(company.people[0]!)!, dice, plan);
  });
  if (plan.customers >= 200) addDuplicates(books, cast, people, plan);
  for (const person of cast.people.filter((candidate) => candidate.company === null))
    addPerson(books, person, plan);
  while (customers(books).length < plan.customers) addStranger(books, dice, plan);
  deactivateSome(books, dice);
}

const customers = (books: Books): Entity[] => rows(books.company, 'Customer');

/** The name in the characters the company takes; undefined when nothing of it is left. */
export function writable(text: string, latin1Only: boolean): string | undefined {
  if (!latin1Only || !/[\u0100-\uffff]/.test(text)) return text;
  const dashed = text.replace(/[–—]/g, '-').replace(/Ł/g, 'L').replace(/ł/g, 'l');
  const folded = dashed.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return /[\u0100-\uffff]/.test(folded) ? undefined : folded;
}

function addOthers(books: Books, cast: Cast, plan: NamesPlan): void {
  for (const index of ownedByVendor) {
    const company = cast.companies[index]!;
    make(books, 'vendor', {
      DisplayName: writable(company.name, plan.latin1Only)!.replaceAll(':', ''),
      CompanyName: company.name.slice(0, 100),
    });
  }
  make(books, 'employee', { DisplayName: writable(cast.companies[ownedByEmployee]!.name, plan.latin1Only)! });
  for (const name of ['City Water & Power', "Bob's Van Rental", 'Paper Mill Supplies'])
    make(books, 'vendor', { DisplayName: name });
  for (const [GivenName, FamilyName] of [
    ['Emily', 'Platt'],
    ['John', 'Johnson'],
    ['Ana', 'Novák'],
  ] as const) {
    make(books, 'employee', { GivenName, FamilyName: writable(FamilyName, plan.latin1Only) ?? FamilyName });
  }
}

function addCompany(
  books: Books,
  company: CastCompany,
  buyer: CastPerson,
  dice: Dice,
  plan: NamesPlan,
): void {
  const name = writable(company.name, plan.latin1Only);
  if (name === undefined) return;
  const shipsElsewhere = dice.chance(0.2);
  make(books, 'customer', {
    ...contactOf(buyer, plan),
    DisplayName: name,
    CompanyName: name.slice(0, 100),
    PrimaryPhone: { FreeFormNumber: company.phone },
    BillAddr: addressOf(company.address, plan),
    ...(shipsElsewhere ? {} : { ShipAddr: addressOf(company.address, plan) }),
    ...(dice.chance(0.12) ? { PrimaryEmailAddr: { Address: 'accounts.payable@shared-office.example' } } : {}),
    ...(dice.chance(0.4) ? { SalesTermRef: { value: dice.pick(rows(books.company, 'Term')).Id } } : {}),
    ...(dice.chance(0.08) && plan.currencies.length === 1
      ? { Taxable: false, TaxExemptionReasonId: '9', ResaleNum: 'R-20311' }
      : {}),
    ...currencyOf(company, plan),
  });
}

function currencyOf(company: CastCompany, plan: NamesPlan): Fields {
  return plan.currencies.length > 1 && plan.currencies.includes(company.currency)
    ? { CurrencyRef: { value: company.currency } }
    : {};
}

function contactOf(person: CastPerson, plan: NamesPlan): Fields {
  return {
    GivenName: writable(person.firstName, plan.latin1Only),
    FamilyName: writable(person.lastName, plan.latin1Only),
    PrimaryEmailAddr: { Address: person.email },
  };
}

function addressOf(address: CastAddress, plan: NamesPlan): Fields {
  return {
    Line1: address.street,
    City: writable(address.city, plan.latin1Only),
    ...(address.state === '' ? {} : { CountrySubDivisionCode: address.state }),
    PostalCode: address.zip,
    Country: address.country,
  };
}

/** The same company twice: a doubled blank, other capitals, a full stop; with the same e-mail address. */
function addDuplicates(books: Books, cast: Cast, people: Map<string, CastPerson>, plan: NamesPlan): void {
  const changes = [
    (name: string) => name.toUpperCase().replace(' ', '  '),
    (name: string) => `${name.replace(/\.$/, '')} .`,
    (name: string) => name.replace(' ', '-'),
  ];
  cast.companies.slice(24, 42).forEach((company, index) => {
    const name = writable(company.name, plan.latin1Only);
    if (name === undefined) return;
    const changed = changes[index % changes.length]!(name);
    const taken = customers(books).some(
      (row) => String(row['DisplayName']).toLowerCase() === changed.toLowerCase(),
    );
    if (taken) return;
    make(books, 'customer', {
      ...contactOf(people.get(company.people[0]!)!, plan),
      DisplayName: changed,
      CompanyName: name.slice(0, 100),
    });
  });
}

function addPerson(books: Books, person: CastPerson, plan: NamesPlan): void {
  addUnlessTaken(books, { ...contactOf(person, plan), PrimaryPhone: { FreeFormNumber: person.phone } });
}

/** A customer HubSpot knows nothing of. */
function addStranger(books: Books, dice: Dice, plan: NamesPlan): void {
  const [GivenName, FamilyName] = [dice.pick(firstNames), dice.pick(lastNames)];
  const number = customers(books).length;
  addUnlessTaken(books, {
    GivenName: writable(GivenName, plan.latin1Only),
    FamilyName: writable(FamilyName, plan.latin1Only),
    ...(number % 5 === 0 ? { MiddleName: 'J.' } : {}),
    ...(number % 3 === 0 ? {} : { PrimaryEmailAddr: { Address: `customer${number}@mail.example` } }),
    ...(number % 4 === 0 ? { Notes: 'Asked for a callback in spring.' } : {}),
  });
}

function addUnlessTaken(books: Books, fields: Fields): void {
  const built = ['GivenName', 'MiddleName', 'FamilyName']
    .map((part) => fields[part])
    .filter(Boolean)
    .join(' ');
  const names = ['Customer', 'Vendor', 'Employee'].flatMap((kind) => rows(books.company, kind));
  if (names.some((row) => String(row['DisplayName']).toLowerCase() === built.toLowerCase())) return;
  make(books, 'customer', fields);
}

function deactivateSome(books: Books, dice: Dice): void {
  for (const customer of customers(books)) {
    if (!dice.chance(0.05)) continue;
    customer['Active'] = false;
    customer['DisplayName'] = `${String(customer['DisplayName'])} (deleted)`;
    customer['FullyQualifiedName'] = customer['DisplayName'];
  }
}
