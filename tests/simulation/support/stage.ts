// What a file of stories about one deal works with: a theatre, a browser in it, and the few words all of them use.
import type { CreateInvoiceReport, Question, RecordRef } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { afterAll, beforeAll, expect } from 'vitest';
import { invoices } from './books.ts';
import type { Machine } from './machine.ts';
import type { Office } from './office.ts';
import { type Extent, quiet, randomSchedule, type Schedule } from './schedule.ts';
import { approve, type Person, play, type Wish } from './story.ts';
import { Theatre } from './theatre.ts';

export const deal: RecordRef = { type: '0-3', id: '31000000001' };
export const newCustomerDeal: RecordRef = { type: '0-3', id: '31000000461' };
export const hour_ms = 3_600_000;
/** A test that plays many schedules takes as long as it takes. */
export const long_ms = 3_600_000;
/** Thorough instead of quick. */
export const proof = process.env['SIDEBILL_PROOF'] === '1';
export const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);
const count = Number(process.env['SIDEBILL_SCHEDULES'] ?? (proof ? 200 : 2));

export interface Stage {
  theatre: Theatre;
  office: Office;
  /** One browser in a fresh office. */
  alone(schedule?: Partial<Schedule>): Promise<Machine>;
  advance(ms: number): void;
  /** The invoices that were made since. */
  madeSince(before: string[]): string[];
  /** To make an invoice of a deal. */
  wishFor(source?: RecordRef, another?: boolean): Wish;
  refreshCard(machine: Machine, record?: RecordRef): Promise<RunView>;
  /** The company numbers its documents by hand from now on; QuickBooks refuses a number that is taken, or not. */
  numberByHand(machine: Machine, warned?: boolean): Promise<void>;
}

/** Opens the theatre before a file's tests and closes it after them; call at the top of a test file. */
export function useStage(): Stage {
  const stage: Stage = {
    // Set before the first test.
    theatre: undefined as never,
    office: undefined as never,
    alone: async (schedule = {}) => {
      const [machine] = await stage.theatre.stage({ ...quiet, ...schedule, colleague: false });
      if (!machine) throw new Error('Nobody is there.');
      return machine;
    },
    advance: (ms) => stage.office.sandbox.world.advance(ms),
    madeSince: (before) => invoices(stage.office).filter((id) => !before.includes(id)),
    wishFor: (source = deal, another = false) => {
      const { portal, realm } = stage.office;
      return { operation: 'create_invoice', input: { portal, realm, source, another } };
    },
    refreshCard: (machine, record = deal) => {
      const input = { portal: stage.office.portal, record, refresh: true };
      return play(machine, { operation: 'open_record', input });
    },
    numberByHand: async (machine, warned = true) => {
      const { sandbox, realm } = stage.office;
      const company = sandbox.world.state.intuit.companies[realm];
      if (!company) throw new Error('There is no company.');
      (company.preferences['SalesFormsPrefs'] as Record<string, unknown>)['CustomTxnNumbers'] = true;
      company.warnsOfDuplicateNumbers = warned;
      await machine.boot();
      await machine.ask('quickbooks.test', { realm });
    },
  };
  beforeAll(async () => {
    stage.theatre = await Theatre.open(seed);
    stage.office = stage.theatre.office;
  }, 60_000);
  afterAll(() => stage.theatre.close());
  return stage;
}

/** How many gates and calls making an invoice has when nothing befalls it; measured before a file's first test. */
export function useExtent(stage: Stage): Extent {
  const extent = {} as Extent;
  beforeAll(async () => {
    Object.assign(extent, await stage.theatre.extent(stage.wishFor()));
  }, 60_000);
  return extent;
}

/** Quiet first, then with several things befalling it. */
export function schedules(extent: Extent): Schedule[] {
  const befallen = Array.from({ length: count }, (_, index) => randomSchedule(seed + index, extent));
  return [quiet, { ...quiet, uniqueKey: false }, ...befallen.map((one) => ({ ...one, colleague: false }))];
}

export function reportOf(view: RunView): CreateInvoiceReport {
  expect(view.state, JSON.stringify(view.issues)).toBe('done');
  return view.report as CreateInvoiceReport;
}

/** The codes of what is wrong with the draft that a question shows. */
export const codes = ({ view }: Question): string[] => view.issues.map(({ code }) => code);

/** Approves once; when it is asked again, lets it be. */
export const lettingBe: Person = async ({ view }) => {
  const refused = view.issues.some(({ severity }) => severity === 'error');
  return refused || !view.ready ? { kind: 'cancel' } : approve(view);
};
