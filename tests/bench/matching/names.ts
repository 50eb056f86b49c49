// Customers' names out of a seed: companies and persons of many countries, and those that are nearly the same.
import { Random } from '../../property/random.ts';
import { type Country, coined, countries, extras } from './vocabulary.ts';

const seed = 20261123;

function familyName(random: Random, { roots, endings }: Country): string {
  const middle = random.chance(22) ? random.pick(roots).toLowerCase() : '';
  return random.pick(roots) + middle + random.pick(endings);
}

function coinedName(random: Random): string {
  const middle = random.chance(65) ? random.pick(coined.middle) : '';
  return random.pick(coined.first) + middle + random.pick(coined.last);
}

function initial(random: Random): string {
  return `${random.pick([...extras.initials])}.`;
}

function person(random: Random, country: Country): string {
  const given = random.pick(country.given);
  const family = familyName(random, country);
  const kind = random.below(100);
  if (kind < 58) return `${given} ${family}`;
  if (kind < 68) return `${family}, ${given}`;
  if (kind < 80) return `${given} ${initial(random)} ${family}`;
  if (kind < 88) return `${given} ${random.pick(country.given)} ${family}`;
  if (kind < 94) return `${given} ${family}-${familyName(random, country)}`;
  return `${random.pick(extras.titles)} ${given} ${family}`;
}

function distinctive(random: Random, country: Country): string {
  const kind = random.below(100);
  if (kind < 34) return coinedName(random);
  if (kind < 60) return familyName(random, country);
  if (kind < 72) return `${familyName(random, country)} ${country.and} ${familyName(random, country)}`;
  if (kind < 84) return `${random.pick(country.given)} ${familyName(random, country)}`;
  if (kind < 92) return `${coinedName(random)} ${random.pick(country.towns)}`;
  return `${initial(random)} ${initial(random)} ${familyName(random, country)}`;
}

function company(random: Random, country: Country): string {
  const parts = [distinctive(random, country)];
  if (random.chance(70)) parts.push(random.pick(country.trades));
  if (random.chance(15)) parts.push(random.pick(country.towns));
  if (random.chance(12)) parts.push(random.pick(extras.groups));
  if (random.chance(72)) parts.push(random.pick(country.forms));
  const name = parts.join(' ');
  return random.chance(5) ? name.toUpperCase() : name;
}

/** A branch, another legal form or another entry of a customer who is there already. */
function nearly(random: Random, name: string): string {
  const kind = random.below(4);
  const country = random.pick(countries);
  if (kind === 0) return `${name} - ${random.pick(extras.branches)}`;
  if (kind === 1) return `${name} ${random.pick(country.towns)}`;
  if (kind === 2) return `${name} (${random.pick(country.given)} ${random.pick(country.given)})`;
  const short = name.slice(0, name.lastIndexOf(' '));
  return `${short} ${random.pick(country.forms)}`;
}

/** So many names, all different; the first ones are the same whatever their number. */
export function generatedNames(count: number): string[] {
  const random = new Random(seed);
  const names: string[] = [];
  const taken = new Set<string>();
  while (names.length < count) {
    const kind = random.below(100);
    const country = random.pick(countries);
    let name: string;
    if (kind < 8 && names.length > 0) name = nearly(random, random.pick(names));
    else name = kind < 36 ? person(random, country) : company(random, country);
    const key = name.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    names.push(name);
  }
  return names;
}
