// Spoils JSON values and texts, in ways that a seed brings back.
import type { Random } from '../../property/random.ts';

type Container = Record<string, unknown> | unknown[];

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Every place of a value below its root. */
function placesIn(value: unknown, found: { holder: Container; name: string }[] = []): typeof found {
  if (!isContainer(value)) return found;
  for (const name of Object.keys(value)) {
    found.push({ holder: value, name });
    placesIn((value as Record<string, unknown>)[name], found);
  }
  return found;
}

const texts = [
  '',
  ' ',
  '\0',
  '0',
  '-1',
  '1,5',
  '1e400',
  '-0',
  'NaN',
  '99999999999999999999.999999999999999999',
  '9223372036854775807',
  '-9223372036854775808',
  '0.0000000000000000001',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  'XXX',
  'undefined',
  '__proto__',
  '/',
  '~',
  "'; DROP TABLE Invoice; --",
  '<img src=x onerror=alert(1)>',
  '\ud800',
  'a\udc00b',
  '\u202e\u0000\uffff',
  '👩‍👩‍👧‍👦'.repeat(50),
  'é'.repeat(4001),
  'x'.repeat(100_000),
];
const numbers = [0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, -(2 ** 63), 2 ** 64, 1e-320, 255, 1e6];

function nested(depth: number, inList: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = inList ? [value] : { a: value };
  return value;
}

function replacement(random: Random): unknown {
  switch (random.below(9)) {
    case 0:
      return null;
    case 1:
      return random.chance(50);
    case 2:
      return random.pick(numbers);
    case 3:
      return [];
    case 4:
      return {};
    case 5:
      return nested(random.pick([3, 40, 63, 64, 65, 500]), random.chance(50));
    case 6:
      return Array.from({ length: random.pick([1, 40, 5000]) }, (_, index) => index);
    default:
      return random.pick(texts);
  }
}

type Change = (place: { holder: Container; name: string }, random: Random, root: unknown) => void;

const changes: Change[] = [
  ({ holder, name }, random) => {
    (holder as Record<string, unknown>)[name] = replacement(random);
  },
  ({ holder, name }) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  },
  ({ holder, name }) => {
    const value = (holder as Record<string, unknown>)[name];
    if (Array.isArray(holder)) holder.push(structuredClone(value));
    else holder[`${name}x`] = value;
  },
  // Something from elsewhere in the same value: right in itself, wrong here.
  ({ holder, name }, random, root) => {
    const other = random.pick(placesIn(root));
    const value = (other.holder as Record<string, unknown>)[other.name];
    (holder as Record<string, unknown>)[name] = structuredClone(value);
  },
];

/** The value with one to four things changed. */
export function mutated(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value);
  const times = random.between(1, 4);
  for (let time = 0; time < times; time += 1) {
    const places = placesIn(copy);
    if (places.length === 0) return replacement(random);
    random.pick(changes)(random.pick(places), random, copy);
  }
  return copy;
}

/** The bytes with some of them cut, doubled, or replaced: seldom JSON, sometimes not even UTF-8. */
export function damaged(text: string, random: Random): Uint8Array {
  const bytes = [...new TextEncoder().encode(text.slice(0, 3000))];
  const times = random.between(1, 5);
  for (let time = 0; time < times; time += 1) {
    const at = random.below(bytes.length + 1);
    switch (random.below(4)) {
      case 0:
        bytes.splice(at, random.between(1, 8));
        break;
      case 1:
        bytes.splice(at, 0, random.below(256));
        break;
      case 2:
        bytes[at] = random.below(256);
        break;
      default:
        bytes.splice(at, 0, ...bytes.slice(at, at + random.between(1, 40)));
    }
  }
  return Uint8Array.from(bytes);
}
