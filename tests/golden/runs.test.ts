// Recorded runs in both builds of the core: the effects are those that were recorded, byte for byte, from the first
// to the end, and from any point of the journal on. `node tests/golden/record.ts` records them anew.
import { afterEach, describe, expect, test } from 'vitest';
import { nameOf, runFiles } from './support/cases.ts';
import { type Engine, NativeEngine, openWasmEngine } from './support/engines.ts';
import { nextAfter, type Recording, readRecording, replay } from './support/recording.ts';

const engines: Engine[] = [];

async function bothEngines(): Promise<{ native: Engine; wasm: Engine }> {
  const both = { native: new NativeEngine(), wasm: await openWasmEngine() };
  engines.push(both.native, both.wasm);
  return both;
}

afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
});

/** Effects as bytes, one line each, so that a difference shows its place. */
const lines = (effects: unknown[]) => effects.map((effect) => JSON.stringify(effect)).join('\n');

describe('recorded runs', () => {
  for (const path of runFiles()) {
    const name = nameOf(path);

    test(`${name} wants the same again in both builds`, async () => {
      const recording = readRecording(path);
      const { native, wasm } = await bothEngines();
      const ours = await replay(native, recording);
      expect(lines(ours.effects), recording.about).toBe(
        lines(recording.exchanges.map(({ effect }) => effect)),
      );
      expect(ours.end).toEqual(recording.expected);
      const theirs = await replay(wasm, recording);
      expect(theirs.texts.join('\n'), 'WebAssembly and native').toBe(ours.texts.join('\n'));
    });

    test(`${name} goes on from any point of its journal`, async () => {
      const recording = readRecording(path);
      const { native, wasm } = await bothEngines();
      for (let answered = 0; answered <= recording.exchanges.length; answered += 1) {
        const next = await nextAfter(native, recording, answered);
        expect(await nextAfter(wasm, recording, answered), `after ${answered}`).toBe(next);
        expectNext(recording, answered, next);
      }
    });
  }

  test('are there for every operation', () => {
    const recorded = new Set(runFiles().map((path) => readRecording(path).header.operation));
    expect([...recorded].sort()).toEqual([
      'add_invoice',
      'connect_company',
      'connect_portal',
      'create_estimate',
      'create_invoice',
      'create_sales_receipt',
      'find_invoices',
      'import_customers',
      'link_records',
      'open_pdf',
      'open_record',
      'read_payments',
      'read_records',
      'recent_invoices',
      'refresh_invoice',
      'remove_invoice_link',
      'suggest_invoices',
    ]);
  });
});

/** The first effect that is wanted next is the first that is not answered; after the last one the run ends. */
function expectNext(recording: Recording, answered: number, text: string): void {
  const { value } = JSON.parse(text) as { value: { kind: string; effects?: unknown[] } };
  const open = recording.exchanges[answered];
  if (!open) expect(value).toEqual(recording.expected);
  else expect(JSON.stringify(value.effects?.[0]), `after ${answered}`).toBe(JSON.stringify(open.effect));
}
