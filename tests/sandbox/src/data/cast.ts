// The shared cast: the companies, people and products that both HubSpot and QuickBooks know about, so that
// names, e-mail addresses, SKUs and prices meet. Generated from a seed; no copied data sets.
import { createDice, type Dice } from '../random.ts';
import * as words from './words.ts';

export interface CastAddress {
  street: string;
  city: string;
  /** State or province code; empty outside the US and Canada. */
  state: string;
  zip: string;
  /** Name in English: United States, Canada, Germany ... */
  country: string;
}

export interface CastPerson {
  /** p1, p2 ... */
  key: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  jobTitle: string;
  /** Key of the company, or null for a private buyer. */
  company: string | null;
}

export interface CastCompany {
  /** c1, c2 ... */
  key: string;
  name: string;
  domain: string;
  phone: string;
  address: CastAddress;
  /** The currency its deals are usually in. */
  currency: 'USD' | 'CAD' | 'EUR' | 'JPY';
  /** Keys of its people, the usual buyer first. */
  people: string[];
}

export interface CastProduct {
  /** i1, i2 ... */
  key: string;
  name: string;
  description: string;
  /** null: the record has no SKU; the same SKU stands on two products once in a while. */
  sku: string | null;
  /** In US dollars, as text. */
  price: string;
  kind: 'Service' | 'NonInventory' | 'Inventory';
  /** HubSpot's recurringbillingfrequency; empty = one-time. */
  recurring: '' | 'monthly' | 'annually';
}

export interface Cast {
  companies: CastCompany[];
  people: CastPerson[];
  products: CastProduct[];
}

const companyCount = 180;
const productCount = 96;

export function createCast(seed: number): Cast {
  const dice = createDice(seed ^ 0x5eedca57);
  const people: CastPerson[] = [];
  const companies = companyNames(dice).map((name, index) => createCompany(dice, name, index, people));
  for (let index = 0; index < 30; index += 1)
    people.push(createPerson(dice, people.length, null, 'example.com'));
  return { companies, people, products: createProducts(dice) };
}

function companyNames(dice: Dice): string[] {
  const names = new Set<string>(words.awkwardCompanies);
  while (names.size < companyCount) {
    const first = dice.pick(words.companyFirst);
    const second = dice.pick(words.companySecond);
    names.add(`${first} ${second}${dice.pick(words.companyEnding)}`);
  }
  return [...names];
}

function createCompany(dice: Dice, name: string, index: number, people: CastPerson[]): CastCompany {
  const key = `c${index + 1}`;
  const domain = `${asciiSlug(name) || key}.example`;
  const { address, currency } = createAddress(dice, index);
  const staff = Array.from({ length: dice.between(1, 3) }, () => {
    const person = createPerson(dice, people.length, key, domain);
    people.push(person);
    return person.key;
  });
  return { key, name, domain, phone: phoneNumber(dice), address, currency, people: staff };
}

function createPerson(dice: Dice, index: number, company: string | null, domain: string): CastPerson {
  const firstName = dice.pick(words.firstNames);
  const lastName = dice.pick(words.lastNames);
  const local = `${asciiSlug(firstName)}.${asciiSlug(lastName)}`;
  return {
    key: `p${index + 1}`,
    firstName,
    lastName,
    email:
      company === null
        ? `${local}.${index + 1}@${domain}`
        : `${local}${index % 7 === 0 ? index : ''}@${domain}`,
    phone: phoneNumber(dice),
    jobTitle: dice.pick(words.jobTitles),
    company,
  };
}

/** Most sit in the US; by position some in Canada and a few elsewhere, so that every currency occurs. */
function createAddress(
  dice: Dice,
  index: number,
): { address: CastAddress; currency: CastCompany['currency'] } {
  const street = `${dice.between(1, 9800)} ${dice.pick(words.streets)}`;
  if (index % 14 === 3) {
    const [city, state, zip, country, currency] =
      words.worldCities[Math.floor(index / 14) % words.worldCities.length]!;
    return { address: { street, city, state, zip, country }, currency };
  }
  if (index % 7 === 5) {
    const [city, state, zip] = dice.pick(words.caCities);
    return { address: { street, city, state, zip, country: 'Canada' }, currency: 'CAD' };
  }
  const [city, state, zip] = dice.pick(words.usCities);
  return { address: { street, city, state, zip, country: 'United States' }, currency: 'USD' };
}

function createProducts(dice: Dice): CastProduct[] {
  return Array.from({ length: productCount }, (_, index) => {
    const [stem, kind, price] = words.products[index % words.products.length]!;
    const variant = words.productVariants[Math.floor(index / words.products.length)]!;
    const name = `${stem}${variant}`;
    return {
      key: `i${index + 1}`,
      name,
      description: dice.chance(0.7) ? `${name}, as agreed in the offer` : '',
      sku: dice.chance(0.12) ? null : skuFor(index),
      price: variant === '' ? price : raised(price, dice.between(3, 35)),
      kind,
      recurring: /^Monthly|per seat|team/.test(stem) ? 'monthly' : /^Annual/.test(stem) ? 'annually' : '',
    };
  });
}

/** Every 23rd product repeats the SKU of the one before it, as happens in catalogues kept by hand. */
function skuFor(index: number): string {
  const number = index % 23 === 22 ? index - 1 : index;
  return `SB-${String(1000 + number * 7)}`;
}

/** The price raised by so many percent, in whole cents. */
function raised(price: string, percent: number): string {
  const cents = Math.round(Number(price) * (100 + percent));
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function phoneNumber(dice: Dice): string {
  return `(${dice.between(201, 989)}) 555-01${String(dice.between(0, 99)).padStart(2, '0')}`;
}

/** Lower-case ASCII letters and digits, for domains and e-mail addresses. */
function asciiSlug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
