// The program document_lines, asked about generated books and drafts.
import { env } from 'node:process';
import { LineProgram } from '../program.ts';
import type { Book } from './books.ts';
import type { Case } from './drafts.ts';
import { dealJson, documentJson } from './shapes.ts';

export interface Found {
  id: string;
  score: number;
  prior: number;
  evidence: { field: string; level: string; weight: number }[];
}

/** The prior and the points of the evidence are the score, to the point. */
export function addsUp({ score, prior, evidence }: Found): boolean {
  return score === evidence.reduce((sum, { weight }) => sum + weight, prior);
}

export interface Tied {
  invoice: string;
  outcome: 'link' | 'ask' | 'none';
  candidates: Found[];
}

export type Repeated = Found & { exact: boolean };

export const documentProgram = (): LineProgram =>
  new LineProgram(`${env['SIDEBILL_NATIVE'] ?? 'build/native'}/tests/document_lines`);

export async function askTied(program: LineProgram, book: Book): Promise<Tied[]> {
  const request = { deals: book.deals.map(dealJson), invoices: book.invoices.map(documentJson) };
  const [answer = ''] = await program.ask([JSON.stringify(request)]);
  const tied: Tied[] = JSON.parse(answer);
  return tied.map((one) => ({ ...one, invoice: one.invoice.replace('1:Invoice:', '') }));
}

/** `compared`: every document with its evidence, not only those that may be repeated. */
export async function askRepeated(
  program: LineProgram,
  cases: readonly Case[],
  compared = false,
): Promise<Repeated[][]> {
  const answers = await program.ask(
    cases.map(({ draft, documents }) =>
      JSON.stringify({ draft: documentJson(draft), documents: documents.map(documentJson), compared }),
    ),
  );
  return answers.map((answer) => {
    const found: Repeated[] = JSON.parse(answer);
    return found.map((one) => ({ ...one, id: one.id.replace('1:Invoice:', '') }));
  });
}
