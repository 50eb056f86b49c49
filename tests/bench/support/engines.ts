// The rules alone, in each build, behind one face: keep these invoices, work them out so many times.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineProgram } from '../../property/program.ts';

const folder = new URL('../../../build/', import.meta.url);

export interface RulesEngine {
  add(request: string): Promise<void>;
  /** Microseconds, and the sum that all engines must come to. */
  work(times: number): Promise<{ us: number; sum: number }>;
  close(): void;
}

export function nativeRules(): RulesEngine {
  const program = new LineProgram(fileURLToPath(new URL('native/bench/bench_rules', folder)));
  return {
    async add(request) {
      const [kept] = await program.ask([request]);
      mustBeKept(Number(kept), request);
    },
    async work(times) {
      const [answer = ''] = await program.ask([`${times}`]);
      const [nanoseconds, sum] = answer.split(' ').map(Number);
      return { us: Number(nanoseconds) / 1000, sum: Number(sum) };
    },
    close: () => program.end(),
  };
}

interface BenchModule {
  InvoiceRules: new () => { add(request: string): number; work(times: number): number; delete(): void };
}

/** One call crosses into the module for all the work, so that no crossing is timed. */
export async function wasmRules(): Promise<RulesEngine> {
  const bytes = readFileSync(new URL('wasm/bench/bench_rules.wasm', folder));
  const { default: instantiate } = (await import(new URL('wasm/bench/bench_rules.mjs', folder).href)) as {
    default: (options: object) => Promise<BenchModule>;
  };
  const { InvoiceRules } = await instantiate({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(bytes, imports).then(({ instance }) => done(instance));
      return {};
    },
  });
  const rules = new InvoiceRules();
  return {
    add: async (request) => mustBeKept(rules.add(request), request),
    async work(times) {
      const start = performance.now();
      const sum = rules.work(times);
      return { us: (performance.now() - start) * 1000, sum };
    },
    close: () => rules.delete(),
  };
}

function mustBeKept(kept: number, request: string): void {
  if (!(kept > 0)) throw new Error(`The rules cannot read ${request.slice(0, 200)}`);
}
