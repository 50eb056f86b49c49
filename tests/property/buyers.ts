// Random buyers and books with few names among many, so that nearly all of them collide; and what is wrong with them.
import type { Random } from './random.ts';

export interface Taken {
  kind: 'Customer' | 'Vendor' | 'Employee';
  id: string;
  active: boolean;
  display_name: string;
  parent_id: string;
}

export interface Contact {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  address: { city: string };
  links: { realm: string; type: string; id: string }[];
}

export interface Buyer {
  company?: { id: string; name: string; address: { city: string }; links: Contact['links'] };
  contacts: Contact[];
  parent_id?: string;
}

export const policies = ['company', 'contact', 'company-with-contact', 'sub-customer', 'shared'] as const;
export type Policy = (typeof policies)[number];

export interface PlannedCustomer {
  display_name: string;
  company_name: string;
  given_name: string;
  family_name: string;
  email: string;
  phone: string;
  cc: string[];
  parent_id: string;
  parent_name: string;
  is_job: boolean;
  avoided: { name: string; why: string; id: string; holder: string }[];
  steps: { part: string; step: string; characters: string }[];
}

export interface Plan {
  existing: string | null;
  parent: PlannedCustomer | null;
  customer: PlannedCustomer | null;
  problems: string[];
}

const companies = [
  'Acme',
  'Zebra Café',
  'Ångström & Söhne',
  'North: Sales',
  'Łódź Meble',
  "O'Brien Ltd.",
  'Smith &amp; Sons',
  '株式会社アクメ',
  'Москва Трейд',
  'Straße Bau GmbH',
  '!!!',
  '',
];
const firstNames = ['Ana', 'Bo', 'José', 'Şule', 'Анна', '太郎', ''];
const lastNames = ['Sol', 'Ek', 'Núñez', 'Yılmaz', 'Иванова', '山田', ''];
const cities = ['Malmö', 'Malmo', 'Łódź', 'New: York', '東京', '', ''];

/** What years, imports and web forms do to a name. */
const distortions: ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => ` ${name}  `,
  (name) => name.replaceAll(' ', '  '),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.replaceAll(' ', '\t'),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  (name) => name.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
  (name) => `${name} (deleted)`,
  (name) => name.replaceAll('&', '&amp;'),
  (name) => [...name].join('\u200b'),
  (name) => `${name} 🚀`,
  (name) => `${name}\n${name}`,
  (name) => name.repeat(120),
  (name) => `${name}${' '.repeat(600)}x`,
];

export function distorted(random: Random, name: string, percent: number): string {
  let result = name;
  while (random.chance(percent)) result = random.pick(distortions)(result).slice(0, 3000);
  // A pair cut in two is no text that JSON carries.
  return Buffer.from(result).toString();
}

export function randomContact(random: Random, id: string): Contact {
  const first = random.pick(firstNames);
  return {
    id,
    first_name: distorted(random, first, 15),
    last_name: distorted(random, random.pick(lastNames), 15),
    email: random.chance(70) ? `contact${id}@mail.example` : random.pick(['', 'none', 'łucja@mail.example']),
    address: { city: random.pick(cities) },
    links: [],
  };
}

export function randomBuyer(random: Random, id: number, contactsAtMost: number): Buyer {
  const contacts = Array.from({ length: random.between(0, contactsAtMost) }, (_, index) =>
    randomContact(random, `${id}${index}`),
  );
  if (random.chance(15)) return { contacts };
  const name = distorted(random, random.pick(companies), 25);
  return { company: { id: `${id}`, name, address: { city: random.pick(cities) }, links: [] }, contacts };
}

/** A name as somebody else may have it: of a company or a person, bare or with what tells it from another. */
export function randomName(random: Random): string {
  const company = random.pick(companies);
  const person = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const base = random.pick([company, person]);
  const tag = random.pick([
    '',
    '',
    ` (${person})`,
    ` (${company})`,
    ` (${random.pick(cities)})`,
    ' (2)',
    ' (3)',
  ]);
  return distorted(random, `${base}${tag}`, 30);
}

export function randomBooks(random: Random, count: number): Taken[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: random.pick(['Customer', 'Customer', 'Vendor', 'Employee'] as const),
    id: `${index + 1}`,
    active: random.chance(80),
    display_name: randomName(random),
    parent_id: index > 0 && random.chance(10) ? `${random.between(1, index)}` : '',
  }));
}

/** What QuickBooks would refuse in this name, but for who has it already. */
export function faultsOfName(name: string, latin1: boolean): string[] {
  const faults: [string, boolean][] = [
    ['empty', name === ''],
    ['longer than 500', name.length > 500],
    ['broken', Buffer.from(name).toString() !== name || name.includes('\ufffd')],
    ['a forbidden character', /[:\t\r\n]/.test(name)],
    ['a control character', /\p{Cc}/u.test(name)],
    ['untrimmed or doubled spaces', name !== name.replace(/\p{White_Space}+/gu, ' ').trim()],
    ['the mark of inactive names', / \(deleted\)$/i.test(name)],
    ['outside ISO-8859-1', latin1 && /[\u0100-\uffff]/.test(name)],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}
