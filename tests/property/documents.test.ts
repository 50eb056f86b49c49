// Deals with their invoices, and drafts with what they repeat, on generated books: how often the core is right. Its weights
// were fitted on other seeds (tests/property/documents/fit.ts).
//
//   SIDEBILL_NATIVE   where the native build is; build/native
import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentProgram } from './documents/ask.ts';
import { measureRadar, measureTies, type RadarCounts, type TieCounts } from './documents/measure.ts';
import { curveTable, radarLines, tieLines } from './documents/print.ts';

const books = env['SIDEBILL_PROOF'] ? 200 : 40;
const drafts = env['SIDEBILL_PROOF'] ? 40_000 : 4_000;
const firstBook = 1_001;
const firstDraft = 100_001;

const program = documentProgram();
afterAll(() => program.end());

describe('[S3-08] [B-04] an invoice and its deal', () => {
  let counts: TieCounts;
  beforeAll(async () => {
    counts = await measureTies(program, firstBook, books);
    console.log(tieLines(counts, firstBook, books).join('\n'));
  }, 120_000);

  it('are tied by themselves only where that is right 99 times of 100', () => {
    expect(counts.pairs).toBeGreaterThan(2_000);
    expect(counts.rightLinks / counts.links).toBeGreaterThanOrEqual(0.99);
    expect(counts.rightLinks / counts.pairs).toBeGreaterThan(0.6);
  });

  it('are found by a link or a suggestion nine times of ten', () => {
    expect((counts.rightLinks + counts.rightQuestions) / counts.pairs).toBeGreaterThan(0.9);
  });

  it('have points that sum to their score', () => {
    expect(counts.wrongSums).toBe(0);
  });
});

describe('[B-14] a draft that is in the books already', () => {
  let counts: RadarCounts;
  beforeAll(async () => {
    counts = await measureRadar(program, firstDraft, drafts);
    console.log([...radarLines(counts, firstDraft, drafts), ...curveTable(counts)].join('\n'));
  }, 120_000);

  it('is found whenever it is the same in customer, amount, lines and week', () => {
    expect(counts.exact).toBeGreaterThan(500);
    expect(counts.exactFound).toBe(counts.exact);
  });

  it('is found nine times of ten when it was entered another way', () => {
    expect(counts.nearFound / counts.near).toBeGreaterThan(0.9);
  });

  it('raises few false alarms, and calls exact only what chance made the same', () => {
    expect((counts.alarms * 1000) / counts.others).toBeLessThan(10);
    expect((counts.exactAlarms * 1000) / counts.others).toBeLessThan(1);
  });

  it('has points that sum to its score', () => {
    expect(counts.wrongSums).toBe(0);
  });
});
