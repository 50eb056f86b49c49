// The books of a sales team, labelled: which invoice bills which deal, and which bills none.
import { Random } from '../random.ts';
import type { Deal, Document, Line } from './shapes.ts';
import { sumOf } from './shapes.ts';
import {
  type Customer,
  linesOf,
  makeCatalogue,
  makeCustomers,
  numberOf,
  projectOf,
  reworded,
  taxOf,
  type Ware,
} from './trade.ts';

export interface Book {
  deals: Deal[];
  invoices: Document[];
  /** By the invoice's id: its deal, or null. */
  truth: Map<string, string | null>;
}

const customerCount = 50;
const lastDay = 640;

class Bookkeeper {
  readonly book: Book = { deals: [], invoices: [], truth: new Map() };
  private readonly random: Random;
  private readonly catalogue: Ware[];
  private readonly customers: Customer[];
  private lastNumber = 1000;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.catalogue = makeCatalogue(this.random);
    this.customers = makeCustomers(this.random, customerCount);
  }

  keep(): Book {
    for (const customer of this.customers) {
      this.sellTo(customer);
      this.billWithoutDeal(customer);
    }
    return this.book;
  }

  private sellTo(customer: Customer): void {
    const { random } = this;
    const usual = linesOf(random, this.catalogue, 3);
    const buysTheSame = random.chance(15);
    const count = random.pick([0, 1, 1, 1, 2, 2, 3, 4, 5]);
    for (let index = 0; index < count; index += 1) {
      const deal = this.deal(customer, buysTheSame ? usual : linesOf(random, this.catalogue, 5));
      this.book.deals.push(deal);
      if (random.chance(85)) this.bill(deal, customer);
    }
  }

  private deal(customer: Customer, lines: Line[]): Deal {
    const { random } = this;
    const project = projectOf(random);
    const order = random.chance(15) ? `PO ${random.between(10_000, 99_999)} ` : '';
    const monthly = random.chance(12);
    const known = lines.map((line) => ({ ...line, item: random.chance(75) ? line.item : '' }));
    return {
      id: String(31_000_000_000 + this.book.deals.length * 7919),
      name:
        order + random.pick([`${customer.name} - ${project}`, project, 'New deal', customer.name, project]),
      currency: random.chance(96) ? 'USD' : 'EUR',
      statedCents: this.stated(sumOf(lines), monthly, customer),
      closed: random.between(30, lastDay),
      lines: random.chance(85) ? known : [],
      sold: lines,
      monthly,
      companyName: customer.name,
      buyers: this.buyers(customer),
    };
  }

  private stated(cents: number, monthly: boolean, { taxRate }: Customer): number | null {
    const { random } = this;
    const whole = monthly && random.chance(50) ? cents * 12 : cents;
    if (random.chance(76)) return whole;
    if (random.chance(40)) return whole + taxOf(whole, taxRate);
    return random.chance(60) ? Math.max(1, Math.round(whole / 100_000)) * 100_000 : null;
  }

  /** Somebody tied it, or names match; of a renamed customer it is a guess, or lost. */
  private buyers(customer: Customer): Deal['buyers'] {
    const { random } = this;
    const other = random.pick(this.customers);
    const dice = random.below(100);
    const buyer = ({ id, name }: Customer, standing: Deal['buyers'][number]['standing']) => ({
      id,
      name,
      standing,
    });
    if (dice < 55) return [buyer(customer, 'linked')];
    if (dice < 84) return [buyer(customer, 'matched')];
    if (dice >= 97) return [];
    const both = other.id === customer.id ? [customer] : [other, customer];
    return both.map((one) => buyer(one, 'possible'));
  }

  private bill(deal: Deal, customer: Customer): void {
    const { random } = this;
    if (deal.monthly) this.billMonthly(deal, customer);
    else if (random.chance(68)) this.billOnce(deal, customer);
    else if (random.chance(60)) this.billInParts(deal, customer, sumOf(deal.sold));
    else this.billByLine(deal, customer);
  }

  private billOnce(deal: Deal, customer: Customer): void {
    const { random } = this;
    const billed = deal.sold.map((line) => reworded(random, line));
    if (random.chance(8))
      billed.push({ item: '', text: 'Shipping', quantity: 1, cents: random.between(500, 9000) });
    const one = random.chance(12)
      ? [
          {
            item: '',
            text: random.pick(['As quoted', 'Services rendered', deal.name]),
            quantity: 1,
            cents: sumOf(billed),
          },
        ]
      : billed;
    this.write(deal, customer, deal.closed + this.delay(), one);
  }

  private billInParts(deal: Deal, customer: Customer, cents: number): void {
    const percent = this.random.pick([20, 30, 40, 50, 50, 50]);
    const first = Math.round((cents * percent) / 100);
    const start = deal.closed + this.delay();
    const part = (text: string, amount: number): Line[] => [{ item: '', text, quantity: 1, cents: amount }];
    this.write(deal, customer, start, part(`Deposit ${percent}%`, first));
    this.write(deal, customer, start + this.random.between(14, 90), part('Balance due', cents - first));
  }

  private billByLine(deal: Deal, customer: Customer): void {
    let day = deal.closed + this.delay();
    for (const line of deal.sold) {
      this.write(deal, customer, day, [reworded(this.random, line)]);
      day += this.random.between(3, 40);
    }
  }

  private billMonthly(deal: Deal, customer: Customer): void {
    const months = this.random.between(3, 12);
    for (let month = 0; month < months; month += 1) {
      this.write(
        deal,
        customer,
        deal.closed + 2 + month * 30,
        deal.sold.map((line) => reworded(this.random, line)),
      );
    }
  }

  private delay(): number {
    const { random } = this;
    if (random.chance(70)) return random.between(-2, 7);
    return random.chance(75) ? random.between(8, 30) : random.between(31, 90);
  }

  /** Small orders without a deal, retainers, and now and then a repetition of what a deal once was. */
  private billWithoutDeal(customer: Customer): void {
    const { random } = this;
    const own = this.book.deals.filter(({ companyName }) => companyName === customer.name);
    for (let count = random.pick([0, 0, 1, 1, 2, 4]); count > 0; count -= 1) {
      this.write(null, customer, random.between(0, lastDay + 60), linesOf(random, this.catalogue, 3));
    }
    const model = own.length > 0 && random.chance(10) ? random.pick(own) : null;
    if (model) this.write(null, customer, model.closed + random.between(60, 300), model.sold);
    if (!random.chance(6)) return;
    const retainer = linesOf(random, this.catalogue, 1);
    const start = random.between(0, 300);
    for (let month = 0; month < 8; month += 1) this.write(null, customer, start + month * 30, retainer);
  }

  private write(deal: Deal | null, customer: Customer, day: number, lines: Line[]): void {
    const { random } = this;
    const foreign = deal !== null && random.chance(3);
    const billed = foreign
      ? lines.map((line) => ({ ...line, cents: Math.round(line.cents * 0.9137) }))
      : lines;
    const invoice: Document = {
      id: String(this.book.invoices.length + 1),
      customer: customer.id,
      number: numberOf(random, () => (this.lastNumber += 1)),
      currency: foreign ? 'GBP' : (deal?.currency ?? 'USD'),
      day,
      lines: billed,
      taxCents: taxOf(sumOf(billed), customer.taxRate),
      memo: this.memo(deal),
    };
    this.book.invoices.push(invoice);
    this.book.truth.set(invoice.id, deal?.id ?? null);
  }

  private memo(deal: Deal | null): string {
    const { random } = this;
    const order = /PO (\d+)/.exec(deal?.name ?? '')?.[1];
    if (order && random.chance(60)) return `Your order ${order}`;
    if (deal && random.chance(12)) return deal.name;
    if (deal && random.chance(2)) return `Deal ${deal.id}`;
    return random.pick([
      '',
      'Thank you for your business',
      `Your order ${random.between(10_000, 99_999)}`,
      '',
    ]);
  }
}

export const makeBook = (seed: number): Book => new Bookkeeper(seed).keep();
