// SELECT * | COUNT(*) | properties FROM Entity [WHERE p op v AND ...] [ORDERBY p [DESC], ...] [STARTPOSITION n] [MAXRESULTS n]
import { faults, refuse } from '../refusal.ts';
import { type Token, tokens } from './lexer.ts';

export type Operator = '=' | '<' | '>' | '<=' | '>=' | 'IN' | 'LIKE';

export interface Condition {
  property: string;
  operator: Operator;
  /** One value, or those of IN. */
  values: Value[];
}

export type Value = { kind: 'text'; text: string } | { kind: 'flag'; flag: boolean } | { kind: 'today' };

export interface Query {
  /** Empty = all properties. */
  properties: string[];
  count: boolean;
  entity: string;
  conditions: Condition[];
  order: Array<{ property: string; descending: boolean }>;
  startPosition: number;
  maxResults: number;
  pagingGiven: boolean;
}

const defaultPage = 100;
const largestPage = 1000;

export function parseQuery(text: string): Query {
  const reader = new Reader(tokens(text));
  reader.keyword('SELECT');
  const selected = selection(reader);
  reader.keyword('FROM');
  const entity = reader.word();
  const conditions = where(reader);
  const order = orderBy(reader);
  const paging = readPaging(reader);
  reader.end();
  return { ...selected, entity, conditions, order, ...paging };
}

class Reader {
  private at = 0;
  private readonly all: Token[];

  constructor(all: Token[]) {
    this.all = all;
  }

  peek(): Token {
    return this.all[this.at]!;
  }

  isKeyword(...names: string[]): boolean {
    const token = this.peek();
    return token.kind === 'word' && names.includes(token.text.toUpperCase());
  }

  keyword(name: string): void {
    if (!this.isKeyword(name)) this.fail();
    this.at += 1;
  }

  tryKeyword(...names: string[]): boolean {
    if (!this.isKeyword(...names)) return false;
    this.at += 1;
    return true;
  }

  trySign(text: string): boolean {
    const token = this.peek();
    if (token.kind !== 'sign' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  sign(text: string): void {
    if (!this.trySign(text)) this.fail();
  }

  word(): string {
    const token = this.peek();
    if (token.kind !== 'word') return this.fail();
    this.at += 1;
    return token.text;
  }

  number(): number {
    const token = this.peek();
    if (token.kind !== 'number') return this.fail();
    this.at += 1;
    return Number(token.text);
  }

  take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  end(): void {
    if (this.peek().kind !== 'end') this.fail();
  }

  fail(): never {
    const token = this.peek();
    const shown = token.kind === 'end' ? '<EOF>' : token.text;
    return refuse(
      faults.parse(
        `Encountered " <${token.kind.toUpperCase()}> "${shown} "" at line 1, column ${token.at + 1}.`,
      ),
    );
  }
}

function selection(reader: Reader): { properties: string[]; count: boolean } {
  if (reader.trySign('*')) return { properties: [], count: false };
  if (reader.tryKeyword('COUNT')) {
    reader.sign('(');
    reader.sign('*');
    reader.sign(')');
    return { properties: [], count: true };
  }
  const properties = [reader.word()];
  while (reader.trySign(',')) properties.push(reader.word());
  return { properties, count: false };
}

function where(reader: Reader): Condition[] {
  if (!reader.tryKeyword('WHERE')) return [];
  const conditions = [condition(reader)];
  while (reader.tryKeyword('AND')) conditions.push(condition(reader));
  return conditions;
}

function condition(reader: Reader): Condition {
  const property = reader.word();
  if (reader.tryKeyword('IN')) {
    reader.sign('(');
    const values = [value(reader)];
    while (reader.trySign(',')) values.push(value(reader));
    reader.sign(')');
    return { property, operator: 'IN', values };
  }
  if (reader.tryKeyword('LIKE')) return { property, operator: 'LIKE', values: [value(reader)] };
  const operator = (['<=', '>=', '=', '<', '>'] as const).find((sign) => reader.trySign(sign));
  return operator ? { property, operator, values: [value(reader)] } : reader.fail();
}

/** Texts and numbers stand in single quotes; booleans and CURRENT_DATE are bare. */
function value(reader: Reader): Value {
  if (reader.tryKeyword('TRUE')) return { kind: 'flag', flag: true };
  if (reader.tryKeyword('FALSE')) return { kind: 'flag', flag: false };
  if (reader.tryKeyword('CURRENT_DATE')) return { kind: 'today' };
  if (reader.peek().kind !== 'text') return reader.fail();
  return { kind: 'text', text: reader.take().text };
}

function orderBy(reader: Reader): Query['order'] {
  if (reader.tryKeyword('ORDER')) reader.keyword('BY');
  else if (!reader.tryKeyword('ORDERBY')) return [];
  const order = [];
  do {
    const property = reader.word();
    const descending = reader.tryKeyword('DESC');
    if (!descending) reader.tryKeyword('ASC');
    order.push({ property, descending });
  } while (reader.trySign(','));
  return order;
}

function readPaging(reader: Reader): { startPosition: number; maxResults: number; pagingGiven: boolean } {
  const paging = { startPosition: 1, maxResults: defaultPage, pagingGiven: false };
  while (reader.isKeyword('STARTPOSITION', 'MAXRESULTS')) {
    const isStart = reader.tryKeyword('STARTPOSITION');
    if (!isStart) reader.keyword('MAXRESULTS');
    const given = reader.number();
    if (isStart) paging.startPosition = Math.max(1, given);
    else paging.maxResults = Math.min(largestPage, given);
    paging.pagingGiven = true;
  }
  return paging;
}
