// What one invoice costs: the rules alone beside the same rules on decimal.js, and the whole crossing into the module
// as the composer makes it at every key.
import type { ComposeView } from '@sidebill/core';
import { NativeEngine } from '../../golden/support/engines.ts';
import { loadTestCore } from '../../support/core.ts';
import { loadTestModule } from '../../support/module.ts';
import { mustAgree } from '../opponent/agree.ts';
import { Decimal, readBasis } from '../opponent/model.ts';
import { placesOf } from '../opponent/money.ts';
import { workOut } from '../opponent/work-out.ts';
import { nativeRules, type RulesEngine, wasmRules } from '../support/engines.ts';
import { generatedInvoices, type Request } from '../support/invoices.ts';
import type { Measure } from '../support/section.ts';
import { alternate, median } from '../support/statistics.ts';

const count = 200;
const times = 5;
const rounds = { rounds: 25, warmUp: 6 };

/** The opponent behind the same face: what it reads is read beforehand. */
function decimalJs(requests: Request[]): Pick<RulesEngine, 'work'> {
  const kept = requests.map(({ basis, choices }) => ({ basis: readBasis(JSON.stringify(basis)), choices }));
  const all = () => {
    let sum = 0;
    for (const { basis, choices } of kept) {
      const { draft, totals, issues } = workOut(basis, choices);
      const minor = totals.total.times(Decimal.pow(10, placesOf(draft.currency)));
      sum += minor.toNumber() + issues.length;
    }
    return sum;
  };
  return {
    async work(times) {
      const start = performance.now();
      let sum = 0;
      for (let time = 0; time < times; time += 1) sum = all();
      return { us: (performance.now() - start) * 1000, sum };
    },
  };
}

async function rulesAlone(requests: Request[]) {
  const engines = { native: nativeRules(), wasm: await wasmRules() };
  for (const request of requests) {
    const text = JSON.stringify(request);
    await engines.native.add(text);
    await engines.wasm.add(text);
  }
  const all = { ...engines, decimalJs: decimalJs(requests) };
  const sums = new Set<number>();
  const contender = (engine: Pick<RulesEngine, 'work'>) => ({
    run: async () => {
      const { us, sum } = await engine.work(times);
      sums.add(sum);
      return us / times / requests.length;
    },
  });
  const samples = await alternate(
    {
      native: contender(all.native),
      wasm: contender(all.wasm),
      decimalJs: contender(all.decimalJs),
    },
    rounds,
  );
  for (const engine of Object.values(engines)) engine.close();
  if (sums.size !== 1) throw new Error(`They come to different sums: ${[...sums].join(', ')}`);
  return samples;
}

/** Text in, everything the composer shows out as text. */
async function wholeCrossing(requests: Request[]) {
  const texts = requests.map((request) => JSON.stringify(request));
  const { Session } = await loadTestModule();
  const session = new Session();
  const native = new NativeEngine();
  const timed = (invoke: (text: string) => unknown) => ({
    run: async () => {
      const start = performance.now();
      for (const text of texts) await invoke(text);
      return ((performance.now() - start) * 1000) / texts.length;
    },
  });
  const samples = await alternate(
    {
      wasm: timed((text) => JSON.parse(session.invoke('compose', text)) as ComposeView),
      native: timed((text) => native.invoke('compose', text)),
    },
    { rounds: 9, warmUp: 3 },
  );
  native.close();
  session.delete();
  return samples;
}

export const perInvoice: Measure = {
  name: 'one invoice',
  async measure() {
    const requests = generatedInvoices(count);
    const core = await loadTestCore();
    for (const [index, { basis, choices, picked }] of requests.entries()) {
      mustAgree(core.compose(basis, choices, picked), basis, `invoice ${index}`);
    }
    const rules = await rulesAlone(requests);
    const crossing = await wholeCrossing(requests);
    const [native, wasm, js] = [median(rules.native), median(rules.wasm), median(rules.decimalJs)];
    const lines = requests.reduce((sum, { choices }) => sum + choices.lines.length, 0) / count;
    return {
      name: this.name,
      about: `draft, totals and preflight; ${count} invoices of ${lines.toFixed(1)} lines, all sides agreeing first`,
      figures: [
        { what: 'rules, native (as tested, -O1)', value: native, unit: 'us' },
        { what: 'rules, WebAssembly (as shipped, -Oz)', value: wasm, unit: 'us' },
        { what: 'rules, JavaScript on decimal.js', value: js, unit: 'us' },
        { what: 'decimal.js takes, of native', value: js / native, unit: 'times' },
        { what: 'decimal.js takes, of WebAssembly', value: js / wasm, unit: 'times' },
        {
          what: 'compose in WebAssembly: text in, matching, payloads, view, text out',
          value: median(crossing.wasm),
          unit: 'us',
        },
        { what: 'compose native, through a pipe', value: median(crossing.native), unit: 'us' },
      ],
    };
  },
};
