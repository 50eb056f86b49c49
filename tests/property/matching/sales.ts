// Buyers of HubSpot and customers of QuickBooks whose truth is known: the same companies as two teams write them down, and
// companies that look like them and are others.
import type { Random } from '../random.ts';

export interface BookedCustomer {
  id: string;
  name: string;
  given: string;
  family: string;
  email: string;
  phone: string;
  line1: string;
  city: string;
  postcode: string;
}

export interface KnownSale {
  sale: object;
  /** Id of the customer; null when QuickBooks has none. */
  truth: string | null;
}

interface Firm {
  name: string;
  form: string;
  domain: string;
  phone: string;
  street: string;
  city: string;
  postcode: string;
  first: string;
  last: string;
}

const coined = [
  'Nor',
  'Vel',
  'Ast',
  'Kel',
  'Bru',
  'Tam',
  'Ori',
  'Sol',
  'Fen',
  'Mar',
  'Zan',
  'Lum',
  'Eld',
  'Hav',
  'Cor',
];
const endings = [
  'dia',
  'wick',
  'tor',
  'mann',
  'ström',
  'bury',
  'lia',
  'gard',
  'ley',
  'dan',
  'é',
  'mon',
  'ski',
  'fort',
];
const middles = ['a', 'e', 'i', 'o', 'al', 'en', 'or', 'is', 'un', 'ka', 'ri', ''];
const trades = [
  'Bakery',
  'Logistics',
  'Consulting',
  'Plumbing',
  'Media',
  'Dental',
  'Roofing',
  'Travel',
  'Foods',
  'Labs',
];
const forms = ['Ltd', 'Inc', 'LLC', 'GmbH', 'AB', 'BV', 'Co', ''];
const cities = [
  'Leeds',
  'Malmö',
  'Utrecht',
  'Boise',
  'Graz',
  'Porto',
  'Cork',
  'Lyon',
  'Turku',
  'Austin',
  'Perth',
];
const firsts = [
  'Ana',
  'Bo',
  'Carl',
  'Dina',
  'Eva',
  'Finn',
  'Gita',
  'Hugo',
  'Ida',
  'Jan',
  'Kim',
  'Lea',
  'Max',
  'Nia',
];
const lasts = [
  'Berg',
  'Costa',
  'Dunn',
  'Ek',
  'Frost',
  'Gray',
  'Holm',
  'Iversen',
  'Jones',
  'Kaya',
  'Lund',
  'Meyer',
];
const freeMail = ['gmail.com', 'outlook.com', 'yahoo.com'];

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

function randomFirm(random: Random): Firm {
  const base =
    random.pick(coined) +
    random.pick(middles) +
    random.pick(endings) +
    (random.chance(40) ? ` ${random.pick(lasts)}` : '');
  const name = `${base} ${random.pick(trades)}`;
  return {
    name,
    form: random.pick(forms),
    domain: `${plain(name)}.example`,
    phone: `+1 555 ${random.digits(3)} ${random.digits(4)}`,
    street: `${random.between(1, 240)} ${random.pick(lasts)} Street`,
    city: random.pick(cities),
    postcode: random.digits(5),
    first: random.pick(firsts),
    last: random.pick(lasts),
  };
}

/** Another firm that looks like this one: a branch in another city, or a namesake of another trade. */
function sibling(firm: Firm, random: Random): Firm {
  const other = randomFirm(random);
  const [base] = firm.name.split(' ');
  const name = random.chance(50) ? `${firm.name} ${other.city}` : `${base} ${other.name.split(' ').at(-1)}`;
  return { ...other, name, domain: `${plain(name)}.example` };
}

function typo(text: string, random: Random): string {
  if (text.length < 5) return text;
  const at = random.between(1, text.length - 2);
  const kind = random.below(3);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text[at] + text.slice(at);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

function otherSpelling({ name, form }: Firm, random: Random): string {
  let text = name;
  if (random.chance(12)) text = typo(text, random);
  if (random.chance(15)) text = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (random.chance(10)) text = text.toUpperCase();
  if (random.chance(5)) text = `The ${text}`;
  const written = random.chance(60) ? form : random.chance(50) ? '' : random.pick(forms);
  return written === '' ? text : `${text}${random.chance(30) ? ', ' : ' '}${written}`;
}

/** An accountant's address stands with several customers. */
const shared = ['books@ledger-office.example', 'ap@tally-partners.example'];

function booked(firm: Firm, id: string, random: Random): BookedCustomer {
  const person = `${plain(firm.first)}.${plain(firm.last)}`;
  const emails = [`${person}@${firm.domain}`, `billing@${firm.domain}`, '', random.pick(shared)];
  return {
    id,
    name: otherSpelling(firm, random),
    given: random.chance(50) ? firm.first : '',
    family: random.chance(50) ? firm.last : '',
    email: emails[random.below(10) < 5 ? 0 : random.below(emails.length)] ?? '',
    phone: random.chance(60) ? firm.phone.replace(/^\+1 /, '') : '',
    line1: random.chance(70) ? firm.street.replace('Street', random.chance(50) ? 'St.' : 'Street') : '',
    city: random.chance(80) ? firm.city : '',
    postcode: random.chance(70) ? firm.postcode : '',
  };
}

function saleTo(firm: Firm, random: Random): object {
  const person = `${plain(firm.first)}.${plain(firm.last)}`;
  const mail = random.chance(85)
    ? `${person}@${firm.domain}`
    : `${person}${random.digits(2)}@${random.pick(freeMail)}`;
  const address = {
    line1: firm.street,
    line2: '',
    city: firm.city,
    region: '',
    postal_code: firm.postcode,
    country: '',
  };
  return {
    source: { type: '0-3', id: '1' },
    name: 'Deal',
    currency: '',
    companies: [
      {
        id: '700',
        name: random.chance(50) ? `${firm.name} ${firm.form}`.trim() : firm.name,
        domain: random.chance(80) ? firm.domain : '',
        phone: random.chance(50) ? firm.phone : '',
        ...(random.chance(60) ? { address } : {}),
      },
    ],
    contacts: random.chance(90)
      ? [{ id: '800', first_name: firm.first, last_name: firm.last, email: mail }]
      : [],
    lines: [],
  };
}

/** Books of so many firms, a third of which have a sibling in them; and sales, a quarter to firms that are not in them. */
export function knownSales(
  count: number,
  random: Random,
): { customers: BookedCustomer[]; sales: KnownSale[] } {
  const customers: BookedCustomer[] = [];
  const sales: KnownSale[] = [];
  const book = (firm: Firm): string => {
    const id = String(customers.length + 1);
    customers.push(booked(firm, id, random));
    return id;
  };
  for (let number = 0; number < count; number += 1) {
    const firm = randomFirm(random);
    const isBooked = random.chance(75);
    const truth = isBooked ? book(firm) : null;
    if (random.chance(33)) book(sibling(firm, random));
    sales.push({ sale: saleTo(firm, random), truth });
  }
  return { customers, sales };
}
