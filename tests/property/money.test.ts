// The core's money against an independent oracle: every figure of every random invoice, to the last digit.
//
//   SIDEBILL_ORACLE_INVOICES  how many invoices; 200000, and 5000000 in `make proof`
//   SIDEBILL_ORACLE_SEED      the printed seed of a run to repeat
//   SIDEBILL_NATIVE           where the native build is; build/native
import { env } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import cases from './cases.json' with { type: 'json' };
import { randomInvoice, randomOperation } from './generate.ts';
import {
  answerInvoice,
  answerOperation,
  type InvoiceRequest,
  type OperationRequest,
  operandText,
} from './oracle.ts';
import { LineProgram } from './program.ts';
import { Random } from './random.ts';

const invoiceCount = Number(env['SIDEBILL_ORACLE_INVOICES'] ?? (env['SIDEBILL_PROOF'] ? 5_000_000 : 200_000));
const operationCount = invoiceCount;
const seed = Number(env['SIDEBILL_ORACLE_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const batchSize = 2_000;
const minutesAtMost = Math.max(2, Math.ceil(invoiceCount / 100_000));

const program = new LineProgram(`${env['SIDEBILL_NATIVE'] ?? 'build/native'}/tests/money_lines`);
afterAll(() => program.end());

const asText = (request: OperationRequest): string =>
  JSON.stringify(request, (_, value) =>
    typeof value === 'object' && value !== null && 'coefficient' in value ? operandText(value) : value,
  );

async function differs(invoice: InvoiceRequest): Promise<boolean> {
  const [answer] = await program.ask([JSON.stringify(invoice)]);
  return answer !== JSON.stringify(answerInvoice(invoice));
}

/** The same difference with as few lines as it takes. */
async function smallest(invoice: InvoiceRequest): Promise<InvoiceRequest> {
  for (let index = 0; index < invoice.lines.length; index += 1) {
    const fewer = { ...invoice, lines: invoice.lines.filter((_, other) => other !== index) };
    if (await differs(fewer)) return smallest(fewer);
  }
  return invoice;
}

/** Asks for so many random requests, in batches, and returns the first one whose answer is not the oracle's. */
async function firstDifference<Request>(
  count: number,
  make: (random: Random) => Request,
  written: (request: Request) => string,
  expected: (request: Request) => unknown,
): Promise<Request | null> {
  const random = new Random(seed);
  for (let done = 0; done < count; done += batchSize) {
    const requests = Array.from({ length: Math.min(batchSize, count - done) }, () => make(random));
    const answers = await program.ask(requests.map(written));
    const wrong = requests.find((request, index) => answers[index] !== JSON.stringify(expected(request)));
    if (wrong !== undefined) return wrong;
  }
  return null;
}

describe('money', () => {
  it.each(cases)('books as worked out by hand: $about', async ({ invoice, expected }) => {
    const [answer] = await program.ask([JSON.stringify(invoice)]);
    expect(JSON.parse(answer ?? '')).toEqual(expected);
    expect(answerInvoice(invoice as InvoiceRequest)).toEqual(expected);
  });

  it(
    'every random invoice has the figures of the oracle, to the last digit',
    async () => {
      console.log(`money oracle: ${invoiceCount} invoices, seed ${seed}`);
      const wrong = await firstDifference(invoiceCount, randomInvoice, JSON.stringify, answerInvoice);
      if (wrong === null) return;
      const invoice = await smallest(wrong);
      const [answer] = await program.ask([JSON.stringify(invoice)]);
      const about = `seed ${seed}, to be kept in tests/property/cases.json: ${JSON.stringify(invoice)}`;
      expect(JSON.parse(answer ?? ''), about).toEqual(answerInvoice(invoice));
    },
    minutesAtMost * 60_000,
  );

  it(
    'every random operation on decimals is exact, or nothing when its result does not fit',
    async () => {
      console.log(`decimal oracle: ${operationCount} operations, seed ${seed}`);
      const wrong = await firstDifference(operationCount, randomOperation, asText, answerOperation);
      if (wrong === null) return;
      const [answer] = await program.ask([asText(wrong)]);
      expect(JSON.parse(answer ?? ''), `seed ${seed}: ${asText(wrong)}`).toEqual(answerOperation(wrong));
    },
    minutesAtMost * 60_000,
  );
});
