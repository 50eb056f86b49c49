// Companies, contacts and products of the cast as HubSpot has them.
import type { Cast, CastCompany, CastPerson, CastProduct } from '../../data/cast.ts';
import type { Dice } from '../../random.ts';
import type { World } from '../../world.ts';
import type { RecordKey } from '../links.ts';
import { plant, tie } from './plant.ts';

/** How many of the cast's companies the sales team works with; the rest exists in QuickBooks alone. */
const COMPANIES_IN_HUBSPOT = 110;
const PRIVATE_BUYERS = 12;
const CONTACT_TO_PRIMARY_COMPANY = 1;
const BILLING_CONTACT = 931;

export interface SeededCompany {
  cast: CastCompany;
  key: RecordKey;
  /** Contacts in the order of the cast, the usual buyer first. */
  people: SeededPerson[];
}

export interface SeededPerson {
  cast: CastPerson;
  key: RecordKey;
}

export interface SeededProduct {
  cast: CastProduct;
  key: RecordKey;
  /** As it stands in HubSpot, where no two products share one. */
  sku: string;
}

export interface Directory {
  companies: SeededCompany[];
  privateBuyers: SeededPerson[];
  products: SeededProduct[];
}

export function seedDirectory(world: World, cast: Cast, dice: Dice): Directory {
  const emails = new Set<string>();
  const people = new Map(cast.people.map((person) => [person.key, person]));
  const companies = cast.companies.slice(0, COMPANIES_IN_HUBSPOT).map((company) => {
    const staff = company.people.flatMap((key) => people.get(key) ?? []);
    return seedCompany(world, dice, company, staff, emails);
  });
  const buyers = cast.people.filter((person) => person.company === null).slice(0, PRIVATE_BUYERS);
  return {
    companies,
    privateBuyers: buyers.map((person) => seedPerson(world, dice, person, null, emails)),
    products: seedProducts(world, cast.products, dice),
  };
}

function seedCompany(
  world: World,
  dice: Dice,
  company: CastCompany,
  staff: CastPerson[],
  emails: Set<string>,
): SeededCompany {
  const { address } = company;
  const key = plant(
    world,
    '0-2',
    {
      name: company.name,
      domain: company.domain,
      website: `https://www.${company.domain}`,
      phone: company.phone,
      address: address.street,
      city: address.city,
      state: address.state,
      zip: address.zip,
      country: address.country,
      lifecyclestage: 'customer',
      hubspot_owner_id: owner(dice),
    },
    dice.between(60, 700),
  );
  const people = staff.map((person) => seedPerson(world, dice, person, company, emails));
  people.forEach((person, index) => {
    const labels = [
      CONTACT_TO_PRIMARY_COMPANY,
      ...(index === 0 && staff.length > 1 ? [BILLING_CONTACT] : []),
    ];
    tie(world, person.key, key, labels);
  });
  return { cast: company, key, people };
}

/** HubSpot has an address once: a namesake at the same company stands there without one. */
function seedPerson(
  world: World,
  dice: Dice,
  person: CastPerson,
  company: CastCompany | null,
  emails: Set<string>,
): SeededPerson {
  const email = emails.has(person.email) ? '' : person.email;
  emails.add(person.email);
  const key = plant(
    world,
    '0-1',
    {
      email,
      firstname: person.firstName,
      lastname: person.lastName,
      phone: person.phone,
      jobtitle: person.jobTitle,
      company: company?.name ?? '',
      city: company?.address.city ?? '',
      country: company?.address.country ?? '',
      lifecyclestage: 'customer',
      hubspot_owner_id: owner(dice),
    },
    dice.between(30, 650),
  );
  return { cast: person, key };
}

function owner(dice: Dice): string {
  return dice.pick(['81200001', '81200002', '81200003', '']);
}

const PRODUCT_TYPES = { Service: 'service', NonInventory: 'non_inventory', Inventory: 'inventory' } as const;

/** hs_sku is unique in HubSpot: where the catalogue repeats one, the later product has none here. */
function seedProducts(world: World, products: CastProduct[], dice: Dice): SeededProduct[] {
  const taken = new Set<string>();
  return products.map((product) => {
    const sku = product.sku !== null && !taken.has(product.sku) ? product.sku : '';
    taken.add(sku);
    const key = plant(
      world,
      '0-7',
      {
        name: product.name,
        description: product.description,
        hs_sku: sku,
        price: product.price,
        hs_product_type: PRODUCT_TYPES[product.kind],
        recurringbillingfrequency: product.recurring,
      },
      dice.between(100, 900),
    );
    return { cast: product, key, sku };
  });
}
