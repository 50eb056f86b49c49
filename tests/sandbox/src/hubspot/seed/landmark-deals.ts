// The landmark deals, in the order of their ids.
import type { Dice } from '../../random.ts';
import type { World } from '../../world.ts';
import { type Books, firstBooks, isKnownCleanly, isOneItem } from './books.ts';
import type { DealDraft, LineDraft } from './deals.ts';
import type { Directory, SeededCompany, SeededPerson, SeededProduct } from './directory.ts';
import * as marks from './landmarks.ts';
import { plant, tie } from './plant.ts';

/** Picks what a landmark needs out of a directory that differs from seed to seed. */
interface Stage {
  directory: Directory;
  /** Companies in US dollars with an ordinary name that QuickBooks knows exactly once. */
  plain: SeededCompany[];
  withSku(name: string): SeededProduct;
  inCurrency(currency: string): SeededCompany;
}

function stageOf(directory: Directory, books: Books): Stage {
  const ordinary = directory.companies.filter((company) => /^[A-Za-z ]+$/.test(company.cast.name));
  return {
    directory,
    plain: ordinary.filter((company) => company.cast.currency === 'USD' && isKnownCleanly(books, company)),
    withSku: (name) => productWithSku(directory, books, name),
    inCurrency: (currency) =>
      required(
        directory.companies.find((company) => company.cast.currency === currency),
        currency,
      ),
  };
}

/** The product of that name or, when it is no clear item in QuickBooks, the next one that is. */
function productWithSku(directory: Directory, books: Books, name: string): SeededProduct {
  const start = directory.products.findIndex((product) => product.cast.name === name);
  const inTurn = [...directory.products.slice(start), ...directory.products.slice(0, start)];
  const usable = (product: SeededProduct) => product.cast.recurring === '' && isOneItem(books, product);
  return required(inTurn.find(usable), `product with SKU like ${name}`);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the cast has no ${what}`);
  return value;
}

function company(stage: Stage, index: number): SeededCompany {
  return required(stage.plain[index], `plain company ${index}`);
}

function line(
  product: SeededProduct | null,
  quantity: string,
  values: Record<string, string> = {},
): LineDraft {
  return { product, quantity, values };
}

function buyer(of: SeededCompany): SeededPerson[] {
  return of.people.slice(0, 1);
}

const twoPeople = (stage: Stage) =>
  required(
    stage.plain.slice(1).find((c) => c.people.length > 1),
    'company of several people',
  );

export function landmarkDeals(world: World, directory: Directory, dice: Dice): DealDraft[] {
  const stage = stageOf(directory, firstBooks(world));
  return [...customerStories(world, stage, dice), ...lineStories(stage), ...partyStories(stage)].sort(
    (a, b) => order(a) - order(b),
  );
}

function order(draft: DealDraft): number {
  return marks.landmarks.findIndex((mark) => mark.name === draft.name);
}

function customerStories(world: World, stage: Stage, dice: Dice): DealDraft[] {
  const first = company(stage, 0);
  const [named, mailed] = [company(stage, 3), company(stage, 4)];
  const usd = (
    name: string,
    companies: SeededCompany[],
    people: SeededPerson[],
    lines: LineDraft[],
  ): DealDraft => ({
    name,
    currency: 'USD',
    companies,
    people,
    lines,
    stage: 'closedwon',
  });
  return [
    usd(marks.plainDeal.name, [first], buyer(first), [
      line(stage.withSku('Onboarding workshop'), '1'),
      line(stage.withSku('Data migration'), '1'),
      line(stage.withSku('Remote training'), '4'),
    ]),
    usd(marks.ambiguousCustomerDeal.name, [named], buyer(mailed), [line(stage.withSku('Access point'), '2')]),
    usd(marks.htmlNameDeal.name, [company(stage, 5)], buyer(company(stage, 5)), [
      line(stage.withSku('Label printer'), '1', { name: '<b>Label</b> printer & stand' }),
    ]),
    usd(marks.noContactDeal.name, [company(stage, 6)], [], [line(stage.withSku('Site survey'), '1')]),
    newCustomer(world, stage, dice),
  ];
}

/** A company and a person outside the cast: nothing in QuickBooks resembles them. */
function newCustomer(world: World, stage: Stage, dice: Dice): DealDraft {
  const companyKey = plant(
    world,
    '0-2',
    {
      name: 'Larkspur Observatory',
      domain: 'larkspur-observatory.example',
      phone: '(928) 555-0142',
      address: '1 Ridge Road',
      city: 'Flagstaff',
      state: 'AZ',
      zip: '86001',
      country: 'United States',
    },
    dice.between(3, 9),
  );
  const personKey = plant(
    world,
    '0-1',
    {
      email: 'ida.noddack@larkspur-observatory.example',
      firstname: 'Ida',
      lastname: 'Noddack',
      phone: '(928) 555-0143',
      jobtitle: 'Site director',
      company: 'Larkspur Observatory',
    },
    dice.between(1, 3),
  );
  tie(world, personKey, companyKey, [1]);
  const template = company(stage, 0);
  return {
    name: marks.newCustomerDeal.name,
    currency: 'USD',
    companies: [{ ...template, key: companyKey, people: [] }],
    people: [{ cast: required(template.people[0], 'buyer').cast, key: personKey }],
    lines: [line(stage.withSku('Control panel'), '2'), line(stage.withSku('Installation'), '1')],
    stage: 'closedwon',
  };
}

function lineStories(stage: Stage): DealDraft[] {
  const at = (index: number) => ({
    companies: [company(stage, index)],
    people: buyer(company(stage, index)),
  });
  const monthly = required(
    stage.directory.products.find((p) => p.cast.recurring === 'monthly' && p.sku !== ''),
    'monthly product',
  );
  const annual = required(
    stage.directory.products.find((p) => p.cast.recurring === 'annually'),
    'annual product',
  );
  return [
    {
      name: marks.fractionalDeal.name,
      currency: 'USD',
      ...at(7),
      lines: [
        line(stage.withSku('Consulting hour'), '2.75'),
        line(stage.withSku('Travel, per mile'), '0.333'),
        line(stage.withSku('Senior consulting hour'), '1.125', { price: '239.9950' }),
      ],
    },
    {
      name: marks.discountDeal.name,
      currency: 'USD',
      ...at(8),
      lines: [
        line(stage.withSku('Label printer'), '3', { discount: '25' }),
        line(stage.withSku('Barcode scanner'), '7', { hs_discount_percentage: '12.5' }),
        line(stage.withSku('Cash drawer'), '1'),
      ],
    },
    {
      name: marks.recurringDeal.name,
      currency: 'USD',
      ...at(9),
      lines: [
        line(monthly, '12', {
          recurringbillingfrequency: 'monthly',
          hs_recurring_billing_period: 'P12M',
          hs_recurring_billing_start_date: '2026-12-01',
          hs_recurring_billing_number_of_payments: '12',
        }),
        line(annual, '1', { recurringbillingfrequency: 'annually', hs_recurring_billing_period: 'P36M' }),
        line(stage.withSku('Onboarding workshop'), '1'),
      ],
    },
    {
      name: marks.tieredDeal.name,
      currency: 'USD',
      ...at(10),
      lines: [
        line(monthly, '40', {
          price: '',
          recurringbillingfrequency: 'monthly',
          hs_pricing_model: 'volume',
          hs_tier_ranges: '[{"from":"1","to":"25"},{"from":"26"}]',
          hs_tier_prices: '["49.00","44.00"]',
        }),
      ],
    },
    { name: marks.noLinesDeal.name, currency: 'USD', ...at(11), lines: [], values: { amount: '12500' } },
    {
      name: marks.freeTextDeal.name,
      currency: 'USD',
      ...at(12),
      lines: [
        line(null, '1', {
          name: 'Workshop, two days',
          price: '2900',
          description: 'As discussed on the phone;\nmaterial included',
        }),
        line(null, '2', { name: 'Room hire', price: '180.50' }),
      ],
    },
  ];
}

function partyStories(stage: Stage): DealDraft[] {
  const euro = stage.inCurrency('EUR');
  const yen = stage.inCurrency('JPY');
  const many = twoPeople(stage);
  const [first, second] = [company(stage, 13), company(stage, 14)];
  return [
    {
      name: marks.foreignCurrencyDeal.name,
      currency: 'EUR',
      companies: [euro],
      people: buyer(euro),
      lines: [
        line(stage.withSku('Custom integration'), '1'),
        line(stage.withSku('Project management'), '12.5'),
      ],
    },
    {
      name: marks.yenDeal.name,
      currency: 'JPY',
      companies: [yen],
      people: buyer(yen),
      lines: [line(stage.withSku('Design review'), '3')],
    },
    {
      name: marks.noCompanyDeal.name,
      currency: 'USD',
      companies: [],
      people: stage.directory.privateBuyers.slice(0, 1),
      lines: [line(stage.withSku('Installation'), '1'), line(stage.withSku('Smart lock'), '2')],
    },
    {
      name: marks.severalContactsDeal.name,
      currency: 'USD',
      companies: [many],
      people: many.people,
      lines: [
        line(stage.withSku('Rack cabinet 12U'), '1'),
        line(stage.withSku('Network switch 24 port'), '2'),
      ],
    },
    {
      name: marks.severalCompaniesDeal.name,
      currency: 'USD',
      companies: [first, second],
      primary: 1,
      people: buyer(second),
      lines: [line(stage.withSku('Touch terminal 15"'), '4')],
    },
  ];
}
