// What small firms sell and to whom: the words and amounts of the generated books.
import type { Random } from '../random.ts';
import type { Line } from './shapes.ts';

const firstWords = [
  'Northwind',
  'Harbor',
  'Cedar',
  'Summit',
  'Bluebird',
  'Lakeside',
  'Granite',
  'Maple',
  'Orion',
  'Pioneer',
  'Redwood',
  'Silver',
  'Verde',
  'Willow',
  'Aurora',
  'Beacon',
  'Copper',
  'Delta',
  'Evergreen',
  'Falcon',
] as const;
const secondWords = [
  'Dental',
  'Logistics',
  'Foods',
  'Design',
  'Robotics',
  'Clinic',
  'Homes',
  'Media',
  'Motors',
  'Energy',
  'Textiles',
  'Bakery',
  'Partners',
  'Systems',
  'School',
  'Studios',
] as const;
const goods = [
  'Onboarding workshop',
  'Website design',
  'Support plan gold',
  'Annual licence',
  'Network switch 24 port',
  'Office chair',
  'Standing desk',
  'Coffee beans 10 kg',
  'Safety training',
  'Photo session',
  'SEO package',
  'Server maintenance',
  'Consulting hour',
  'Printer toner black',
  'Delivery',
  'Installation',
  'Laptop 14 inch',
  'Catering lunch',
  'Translation German',
  'Window cleaning',
  'Solar panel 400 W',
  'Battery pack',
  'Legal review',
  'Security audit',
  'Data migration',
  'Brochure print 500',
  'Event booth',
  'Fleet wash',
  'Paint works',
  'LED lamp',
] as const;
const projects = [
  'Website relaunch',
  'Office move',
  'Summer campaign',
  'Warehouse upgrade',
  'Pilot',
  'Rollout phase 2',
  'Renewal',
  'Expansion',
  'Trade fair',
  'Hardware refresh',
  'Spring order',
  'New branch',
  'Q3 order',
  'Training 2026',
] as const;

export interface Customer {
  id: string;
  name: string;
  /** Sales tax in hundredths of a percent. */
  taxRate: number;
}

export interface Ware {
  item: string;
  text: string;
  cents: number;
}

export function makeCustomers(random: Random, count: number): Customer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(500 + index),
    name: `${random.pick(firstWords)} ${random.pick(secondWords)}`,
    taxRate: taxRateOf(random),
  }));
}

/** Prices are round more often than not, as prices are. */
function priceOf(random: Random): number {
  if (random.chance(45)) return random.between(1, 40) * 5_000;
  if (random.chance(50)) return random.between(10, 900) * 1_00;
  return random.between(1_000, 150_000);
}

export function makeCatalogue(random: Random): Ware[] {
  return goods.map((text, index) => ({ item: String(10 + index), text, cents: priceOf(random) }));
}

export function lineOf(random: Random, ware: Ware): Line {
  const quantity = random.chance(60) ? 1 : random.between(2, 12);
  const off = random.chance(12) ? random.pick([5, 10, 15, 20]) : 0;
  return { ...ware, quantity, cents: Math.round((quantity * ware.cents * (100 - off)) / 100) };
}

export function linesOf(random: Random, catalogue: readonly Ware[], most: number): Line[] {
  const wares = new Set<Ware>();
  const count = random.between(1, most);
  while (wares.size < count) wares.add(random.pick(catalogue));
  return [...wares].map((ware) => lineOf(random, ware));
}

export const projectOf = (random: Random): string => random.pick(projects);

/** As another person or tool words it. */
export function reworded(random: Random, line: Line): Line {
  const text = random.pick([
    line.text,
    line.text,
    line.text.toUpperCase(),
    `${line.text} as agreed`,
    line.text.split(' ')[0] ?? line.text,
    'Services',
  ]);
  return { ...line, text, item: random.chance(70) ? line.item : '' };
}

export function numberOf(random: Random, next: () => number): string {
  if (random.chance(70)) return String(next());
  return random.pick([`INV-2026-${next()}`, `SI${next()}`, '']);
}

export const taxRateOf = (random: Random): number => random.pick([0, 0, 600, 825, 1000, 2000]);

export const taxOf = (cents: number, rate: number): number => Math.round((cents * rate) / 10_000);
