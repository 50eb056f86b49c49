// Drafts with what stands in the books of their customer, labelled: which document says the same already.
import { Random } from '../random.ts';
import type { Document, Line } from './shapes.ts';
import { sumOf } from './shapes.ts';
import { linesOf, makeCatalogue, numberOf, reworded, taxOf, taxRateOf, type Ware } from './trade.ts';

export interface Case {
  draft: Document;
  documents: Document[];
  /** exact: the same in all that counts. near: the same sale, entered another way. */
  kind: 'exact' | 'near' | 'none';
  /** The id of the document that the draft repeats. */
  repeats: string | null;
}

const customer = '500';

class Clerk {
  private readonly random: Random;
  private readonly catalogue: Ware[];
  private readonly taxRate: number;
  private lastNumber = 2000;
  private lastId = 0;
  readonly documents: Document[] = [];

  constructor(seed: number) {
    this.random = new Random(seed);
    this.catalogue = makeCatalogue(this.random);
    this.taxRate = taxRateOf(this.random);
  }

  make(): Case {
    const { random } = this;
    const draft = this.document(400, linesOf(random, this.catalogue, 4));
    draft.number = random.chance(15) ? draft.number : '';
    this.addHistory(draft);
    const kind = random.pick(['exact', 'near', 'none', 'none'] as const);
    const repeated = kind === 'exact' ? this.exact(draft) : kind === 'near' ? this.near(draft) : null;
    if (repeated) this.documents.push(repeated);
    return { draft, documents: this.documents, kind, repeats: repeated?.id ?? null };
  }

  private document(day: number, lines: Line[]): Document {
    const { random } = this;
    this.lastId += 1;
    return {
      id: String(this.lastId),
      customer,
      number: numberOf(random, () => (this.lastNumber += 1)),
      currency: 'USD',
      day,
      lines,
      taxCents: taxOf(sumOf(lines), this.taxRate),
      memo: random.chance(15) ? `PO ${random.between(10_000, 99_999)}` : '',
    };
  }

  /** What the customer had before, some of it much like the draft. */
  private addHistory({ lines, day }: Document): void {
    const { random } = this;
    for (let count = random.below(8); count > 0; count -= 1) {
      this.documents.push(this.document(day - random.between(1, 380), linesOf(random, this.catalogue, 4)));
    }
    if (random.chance(25)) this.addSeries(lines, day);
    if (random.chance(12)) this.documents.push(this.document(day - random.between(40, 300), lines));
    if (random.chance(10)) this.addDeposit(lines, day);
    if (random.chance(15)) {
      this.documents.push(
        this.document(
          day - random.between(0, 30),
          lines
            .slice(0, Math.max(1, lines.length - 1))
            .map((line) => ({ ...line, cents: line.cents + random.between(1, 80) * 100 })),
        ),
      );
    }
  }

  /** The draft is the next of a monthly series. */
  private addSeries(lines: Line[], day: number): void {
    for (let month = 1; month <= this.random.between(1, 6); month += 1) {
      this.documents.push(this.document(day - month * 30 - this.random.below(2), lines));
    }
  }

  private addDeposit(lines: Line[], day: number): void {
    const half = Math.round(sumOf(lines) / 2);
    this.documents.push(
      this.document(day - this.random.between(0, 40), [
        { item: '', text: 'Deposit 50%', quantity: 1, cents: half },
      ]),
    );
  }

  private exact(draft: Document): Document {
    const { random } = this;
    return this.document(
      draft.day - random.between(0, 14),
      draft.lines.map((line) => ({ ...line })),
    );
  }

  /** By another person or tool: days later, in other words, lines drawn together, with postage or rounded. */
  private near(draft: Document): Document {
    const { random } = this;
    const lines = draft.lines.map((line) => reworded(random, line));
    const merged = [
      { item: '', text: random.pick(['As quoted', lines[0]?.text ?? '']), quantity: 1, cents: sumOf(lines) },
    ];
    const entered = random.chance(30) ? merged : lines;
    if (random.chance(25))
      entered.push({
        item: '',
        text: 'Shipping',
        quantity: 1,
        cents: Math.min(900, Math.round(sumOf(lines) / 80)),
      });
    const repeated = this.document(
      draft.day - (random.chance(80) ? random.between(0, 10) : random.between(11, 24)),
      entered,
    );
    return { ...repeated, memo: random.chance(70) ? draft.memo : repeated.memo };
  }
}

export const makeCase = (seed: number): Case => new Clerk(seed).make();
