// Lines of deals and items of QuickBooks whose truth is known: the same products as two teams write them down, among
// others that differ by size, colour or model alone.
import type { Random } from '../random.ts';

export interface BookedItem {
  id: string;
  name: string;
  sku: string;
  description: string;
  price: string;
}

export interface KnownLine {
  line: { source_id: string; name: string; sku: string; description: string; unit_price: string };
  /** Id of the item; null when QuickBooks has none. */
  truth: string | null;
}

interface Product {
  maker: string;
  kind: string;
  model: string;
  size: string;
  colour: string;
  sku: string;
  cents: number;
}

const makers = [
  'Nordvik',
  'Kelbury',
  'Astor',
  'Tamlia',
  'Velgard',
  'Zanfort',
  'Brumann',
  'Lumski',
  'Corley',
  'Havdia',
];
const kinds = [
  'desk lamp',
  'office chair',
  'paper cutter',
  'oak shelf',
  'cordless drill',
  'water filter',
  'label printer',
  'hand soap',
  'floor paint',
  'network cable',
  'coffee grinder',
  'garden hose',
  'work gloves',
  'wall clock',
];
const sizes = ['250 ml', '500 ml', '2 m', '5 m', '10 m', '60 cm', '120 cm', '1.5 kg', '12 pack', ''];
const colours = ['black', 'white', 'red', 'blue', 'green', ''];

function randomProduct(random: Random): Product {
  const maker = random.pick(makers);
  return {
    maker,
    kind: random.pick(kinds),
    model: random.chance(60) ? `${maker.slice(0, 2).toUpperCase()}${random.between(100, 9999)}` : '',
    size: random.pick(sizes),
    colour: random.pick(colours),
    sku: `${maker.slice(0, 3).toUpperCase()}-${random.digits(5)}`,
    cents: random.between(300, 90_000),
  };
}

/** Another product of the same line: one thing about it differs, its number and price with it. */
function sibling(product: Product, random: Random): Product {
  const other = randomProduct(random);
  const differs = random.pick(['size', 'colour', 'model'] as const);
  const sku = `${product.sku.slice(0, 4)}${other.sku.slice(4)}`;
  return { ...product, [differs]: other[differs], sku, cents: product.cents + random.between(50, 4000) };
}

const isSame = (one: Product, other: Product) =>
  one.maker === other.maker &&
  one.kind === other.kind &&
  one.model === other.model &&
  one.size === other.size &&
  one.colour === other.colour;

function typo(text: string, random: Random): string {
  const at = random.between(1, text.length - 2);
  return random.chance(50)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text[at] + text.slice(at);
}

function written(product: Product, random: Random): string {
  const { maker, model, size, colour } = product;
  const kind = random.chance(8) ? typo(product.kind, random) : product.kind;
  const parts = random.chance(80) ? [maker, kind, model, size, colour] : [kind, maker, colour, model, size];
  const text = parts
    .map((part) => (part === size && random.chance(30) ? part.replace(' ', '') : part))
    .filter((part) => part !== '')
    .join(random.chance(70) ? ' ' : ', ');
  return random.chance(15) ? text.toUpperCase() : text;
}

/** A SKU as somebody else types it: another case, without its sign, or not at all. */
function writtenSku(sku: string, random: Random): string {
  if (random.chance(45)) return '';
  const other = random.chance(20) ? sku.toLowerCase() : sku;
  return random.chance(15) ? other.replace('-', ' ') : other;
}

const money = (cents: number) => (cents / 100).toFixed(2);

/** Books of so many products, half of which have a sibling in them; and lines, a quarter for products that are not. */
export function knownLines(count: number, random: Random): { items: BookedItem[]; lines: KnownLine[] } {
  const items: BookedItem[] = [];
  const lines: KnownLine[] = [];
  const known: Product[] = [];
  const book = (product: Product): string => {
    const id = String(items.length + 1);
    const description = random.chance(40) ? written(product, random) : '';
    const name = `${written(product, random)}`;
    items.push({ id, name, sku: writtenSku(product.sku, random), description, price: money(product.cents) });
    known.push(product);
    return id;
  };
  while (lines.length < count) {
    const product = randomProduct(random);
    if (known.some((other) => isSame(other, product))) continue;
    const truth = random.chance(75) ? book(product) : null;
    if (truth === null) known.push(product);
    const other = sibling(product, random);
    if (random.chance(50) && !known.some((one) => isSame(one, other))) book(other);
    const raised = random.chance(25) ? Math.round(product.cents * 1.1) : product.cents;
    lines.push({
      line: {
        source_id: String(9000 + lines.length),
        name: written(product, random),
        sku: writtenSku(product.sku, random),
        description: random.chance(30) ? written(product, random) : '',
        unit_price: money(raised),
      },
      truth,
    });
  }
  return { items, lines };
}
