// Lists matched in bulk: rows go in as bytes, places and scores come out as numbers, evidence as text.

export type RecordKind = 'customers' | 'items';
export type Side = 'left' | 'right';

/** What a field is, as the core spells it. */
export const roles = [
  'name',
  'first_name',
  'last_name',
  'company',
  'email',
  'phone',
  'website',
  'address',
  'city',
  'region',
  'postcode',
  'country',
  'sku',
  'description',
  'price',
] as const;
export type Role = (typeof roles)[number];

/** What Emscripten's factory gives. */
export interface ListModule {
  ListMatching: new (kind: RecordKind) => NativeListMatching;
}

interface NativeListMatching {
  /** Into the module's memory; only until the next call. */
  room(bytes: number): Uint8Array;
  add(side: Side, roles: string): boolean;
  match(oneToOne: boolean, estimatePrior: boolean): number;
  findDuplicates(): number;
  compareRows(oneToOne: boolean): number;
  /** Into the module's memory; only until the next call. */
  pairs(): Int32Array;
  evidence(from: number, count: number): string;
  delete(): void;
}

/** Places in the lists, points (hundredths of a bit of log-odds), and whether the pair is linked or only asked about. */
export interface ListPair {
  left: number;
  right: number;
  score: number;
  outcome: 'link' | 'ask';
}

const endOfRow = '\x1e';
const endOfField = '\x1f';
const numbersPerPair = 4;

/** One matching of one or two lists; `end` gives its memory back. */
export class ListMatcher {
  private readonly native: NativeListMatching;
  private readonly encoder = new TextEncoder();
  private numbers: Int32Array = new Int32Array();

  constructor(module: ListModule, kind: RecordKind) {
    this.native = new module.ListMatching(kind);
  }

  /** Adds rows of fields to a list, which may come in parts. Each field has a role; of one role there may be several. */
  add(side: Side, roles: readonly Role[], rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return;
    const text = rows.map((fields) => fields.map(withoutSeparators).join(endOfField) + endOfRow).join('');
    const bytes = this.encoder.encode(text);
    this.native.room(bytes.length).set(bytes);
    if (!this.native.add(side, roles.map((role) => role + endOfField).join('')))
      throw new Error(`The core does not know one of these roles: ${roles.join(', ')}`);
  }

  /** Finds the pairs of both lists, how many are true taken as shipped or found out from them; returns how many there are. */
  match({ oneToOne, estimatePrior = false }: { oneToOne: boolean; estimatePrior?: boolean }): number {
    return this.keep(this.native.match(oneToOne, estimatePrior));
  }

  /** Finds the pairs within the left list. */
  findDuplicates(): number {
    return this.keep(this.native.findDuplicates());
  }

  /** Scores the first record of the left list with the first of the right one, and so on. */
  compareRows({ oneToOne }: { oneToOne: boolean }): number {
    return this.keep(this.native.compareRows(oneToOne));
  }

  /** The pairs from one place on, best first. */
  pairs(from: number, count: number): ListPair[] {
    const { numbers } = this;
    const end = Math.min(from + count, numbers.length / numbersPerPair);
    const pairs: ListPair[] = [];
    for (let at = from; at < end; at += 1) {
      const [left = 0, right = 0, score = 0, link] = numbers.subarray(at * numbersPerPair);
      pairs.push({ left, right, score, outcome: link === 1 ? 'link' : 'ask' });
    }
    return pairs;
  }

  /** What the scores of these pairs are made of: the points sum to the score. */
  evidence(from: number, count: number): string[] {
    const rows = this.native.evidence(from, count).split(endOfRow);
    rows.pop();
    return rows;
  }

  end(): void {
    this.native.delete();
  }

  private keep(count: number): number {
    this.numbers = this.native.pairs().slice();
    return count;
  }
}

function withoutSeparators(text: string): string {
  return text.replaceAll(endOfRow, ' ').replaceAll(endOfField, ' ');
}
