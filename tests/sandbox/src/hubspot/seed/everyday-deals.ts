// The deals nobody goes to by name: the mix a sales team really has.
import type { Dice } from '../../random.ts';
import type { Currency, DealDraft, LineDraft } from './deals.ts';
import type { Directory, SeededCompany, SeededProduct } from './directory.ts';

const OCCASIONS = [
  'Renewal',
  'Extension',
  'New site',
  'Replacement order',
  'Pilot',
  'Spring order',
  'Service contract',
  'Upgrade',
  'Second phase',
  'Training',
  'Emergency repair',
  'Fit-out',
];

export function everydayDeals(directory: Directory, dice: Dice, count: number): DealDraft[] {
  return Array.from({ length: count }, (_, index) => everydayDeal(directory, dice, index));
}

function everydayDeal(directory: Directory, dice: Dice, index: number): DealDraft {
  const company = dice.pick(directory.companies);
  const currency = currencyOf(company);
  const renewal = index % 9 === 8;
  return {
    name: `${company.cast.name} – ${dice.pick(OCCASIONS)}`,
    currency,
    companies: [company],
    people: peopleOf(company, index),
    lines: Array.from({ length: dice.between(1, 6) }, (_, position) =>
      everydayLine(directory, dice, index, position),
    ),
    ...(renewal ? { pipeline: '75112201', stage: dice.pick(['998877001', '998877002', '998877003']) } : {}),
  };
}

/** Customers abroad are sold to in their own currency; everybody else in dollars. */
function currencyOf(company: SeededCompany): Currency {
  return company.cast.currency;
}

/** Every sixth deal has no contact, every fourth all people of the company. */
function peopleOf(company: SeededCompany, index: number) {
  if (index % 6 === 5) return [];
  return index % 4 === 3 ? company.people : company.people.slice(0, 1);
}

function everydayLine(directory: Directory, dice: Dice, index: number, position: number): LineDraft {
  if (index % 8 === 4 && position === 1) {
    return {
      product: null,
      quantity: '1',
      values: { name: 'Delivery and set-up', price: dice.pick(['95', '120.50', '0']) },
    };
  }
  const product: SeededProduct = dice.pick(directory.products);
  return { product, quantity: quantity(dice, index), values: discount(dice, index, position) };
}

function quantity(dice: Dice, index: number): string {
  return index % 5 === 2 ? dice.pick(['0.5', '1.25', '2.75', '7.333', '0.125']) : String(dice.between(1, 24));
}

function discount(dice: Dice, index: number, position: number): Record<string, string> {
  if (index % 7 !== 3 || position > 1) return {};
  return position === 0 ? { hs_discount_percentage: dice.pick(['5', '10', '33.33']) } : { discount: '0.5' };
}
