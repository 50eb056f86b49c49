// A list from a CSV file, row by row: nothing is guessed, and what is not as it should be names its file and row.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { ListSource } from './options.ts';
import { codeOf, Problem } from './problem.ts';

/** More would not fit into the module's memory. */
const mostRows = 1_000_000;
/** A quote that is never closed would make one record of the whole file. */
const longestRecord = 16 * 1024 * 1024;
const longestHeader = 1024 * 1024;
const rowsPerPart = 2000;

/** Rows as they are handed on: of each its fields in the order of the columns asked for. */
type TakeRows = (rows: string[][]) => void;

/** Errors: throws a Problem where the bytes are not UTF-8 */
async function* textsOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Problem(`${file} is not UTF-8: save it as CSV with UTF-8 first.`);
    throw new Problem(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** What separates the columns: a comma, or what a header without one has, as spreadsheets of many countries write it. */
function delimiterOf(header: string): string {
  const names = header.replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].find((delimiter) => names.includes(delimiter)) ?? ',';
}

/** The texts again, and the first line that is not empty, for which some of them are read ahead. */
async function withHeader(
  texts: AsyncGenerator<string>,
): Promise<{ header: string; texts: AsyncGenerator<string> }> {
  let read = '';
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    read += next.value;
    if (/[\r\n]/.test(read.trimStart()) || read.length > longestHeader) break;
  }
  async function* again(): AsyncGenerator<string> {
    yield read;
    yield* texts;
  }
  return { header: read.trimStart().split(/[\r\n]/, 1)[0] ?? '', texts: again() };
}

async function* recordsOf(file: string): AsyncGenerator<string[]> {
  const { header, texts } = await withHeader(textsOf(file));
  const delimiter = delimiterOf(header);
  const parser = parse({ bom: true, delimiter, skip_empty_lines: true, max_record_size: longestRecord });
  const records: AsyncIterable<string[]> = Readable.from(texts).compose(parser);
  try {
    yield* records;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(`${file}: ${(error as Error).message}`);
  }
}

/** Where the columns stand in a row. */
class Header {
  private readonly file: string;
  private readonly names: string[];

  constructor(file: string, names: string[]) {
    this.file = file;
    this.names = names;
  }

  place(name: string): number {
    const at = this.names.indexOf(name);
    if (at < 0)
      throw new Problem(`${this.file} has no column "${name}". Its columns: ${this.names.join(', ')}`);
    if (this.names.indexOf(name, at + 1) >= 0) throw new Problem(`${this.file} has two columns "${name}".`);
    return at;
  }
}

class Ids {
  private readonly rowOf = new Map<string, number>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  take(id: string, row: number): void {
    const before = this.rowOf.get(id);
    if (id === '') throw new Problem(`${this.file}: row ${row} has no id.`);
    if (before !== undefined)
      throw new Problem(`${this.file}: row ${row} has the id "${id}", and so has row ${before}.`);
    if (row > mostRows)
      throw new Problem(
        `${this.file} has more than ${mostRows.toLocaleString('en')} rows: match it in parts.`,
      );
    this.rowOf.set(id, row);
  }

  all(): string[] {
    return [...this.rowOf.keys()];
  }
}

/**
 * Hands the rows on in parts and returns their ids.
 *
 * Shape: rows are counted from 1, the header aside; empty lines are none
 * Errors: throws a Problem when the file is missing, empty, not UTF-8 or not CSV, lacks a column, has an id twice or a row
 *         without one, or has too many rows
 */
export async function readList(source: ListSource, take: TakeRows): Promise<string[]> {
  const { file, columns } = source;
  const ids = new Ids(file);
  let places: number[] | null = null;
  let idPlace = -1;
  let row = 0;
  let part: string[][] = [];
  for await (const record of recordsOf(file)) {
    if (!places) {
      const header = new Header(file, record);
      if (source.id !== null) idPlace = header.place(source.id);
      places = columns.map(({ name }) => header.place(name));
      continue;
    }
    row += 1;
    ids.take(idPlace < 0 ? String(row) : (record[idPlace] ?? ''), row);
    part.push(places.map((place) => record[place] ?? ''));
    if (part.length < rowsPerPart) continue;
    take(part);
    part = [];
  }
  if (!places) throw new Problem(`${file} is empty: a list begins with the names of its columns.`);
  take(part);
  return ids.all();
}
