// What QuickBooks' first company knows of the cast, so that a landmark's story holds for every seed.
// The books are seeded before the portal; nothing here changes them.
import type { World } from '../../world.ts';
import type { SeededCompany, SeededProduct } from './directory.ts';

interface Named {
  active: boolean;
  name: string;
  email: string;
  sku: string;
  taxable: boolean;
}

export interface Books {
  customers: Named[];
  items: Named[];
}

export function firstBooks(world: World): Books {
  const [company] = Object.values(world.state.intuit.companies);
  const table = (name: string) => Object.values(company?.tables[name] ?? {}).map(readNamed);
  return { customers: table('Customer'), items: table('Item') };
}

function readNamed(entity: Record<string, unknown>): Named {
  const email = entity['PrimaryEmailAddr'] as { Address?: string } | undefined;
  return {
    active: entity['Active'] !== false,
    name: String(entity['DisplayName'] ?? entity['Name'] ?? ''),
    email: email?.Address ?? '',
    sku: String(entity['Sku'] ?? ''),
    taxable: entity['Taxable'] !== false,
  };
}

/** Letters and digits only, without accents and case: what makes two spellings one name. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** One active customer has the name, and that customer alone has the e-mail address of its buyer. */
export function isKnownCleanly(books: Books, company: SeededCompany): boolean {
  const email = company.people[0]?.cast.email ?? '';
  const namesakes = books.customers.filter((customer) => folded(customer.name) === folded(company.cast.name));
  const sameEmail = books.customers.filter((customer) => customer.email === email);
  const [only] = namesakes;
  return (
    namesakes.length === 1 &&
    sameEmail.length === 1 &&
    only === sameEmail[0] &&
    only?.active === true &&
    only.taxable
  );
}

/** Its SKU names one active item, and its name does too. */
export function isOneItem(books: Books, product: SeededProduct): boolean {
  const bySku = books.items.filter((item) => item.sku === product.sku);
  const byName = books.items.filter((item) => folded(item.name) === folded(product.cast.name));
  return (
    product.sku !== '' &&
    bySku.length === 1 &&
    byName.length === 1 &&
    bySku[0] === byName[0] &&
    bySku[0]?.active === true
  );
}
