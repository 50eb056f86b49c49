// Sizes, times and calls: a table for people, and build/bench.json.
//
//   node tests/bench/bench.ts                    everything
//   node tests/bench/bench.ts replay "one invoice"    these only
import { writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { httpCalls } from './measures/calls.ts';
import { cardRender } from './measures/card-render.ts';
import { perInvoice } from './measures/invoice.ts';
import { moduleSize } from './measures/module-size.ts';
import { readyInNode } from './measures/ready-node.ts';
import { readyInWorker } from './measures/ready-worker.ts';
import { replay } from './measures/replay.ts';
import { searchTyping } from './measures/search-typing.ts';
import { buildRules } from './support/build.ts';
import { type Measure, type Section, tableOf } from './support/section.ts';

const measures: Measure[] = [
  moduleSize,
  readyInNode,
  readyInWorker,
  perInvoice,
  replay,
  httpCalls,
  cardRender,
  searchTyping,
];
const target = fileURLToPath(new URL('../../build/bench.json', import.meta.url));

function chosen(names: string[]): Measure[] {
  const known = measures.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no such measure: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  return names.length === 0 ? measures : measures.filter(({ name }) => names.includes(name));
}

const wanted = chosen(process.argv.slice(2));
if (wanted.includes(perInvoice)) await buildRules();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}, Node ${process.versions.node}`;
console.log(machine);
const sections: Section[] = [];
for (const measure of wanted) {
  const section = await measure.measure();
  console.log(tableOf(section));
  sections.push(section);
}
writeFileSync(target, `${JSON.stringify({ machine, sections }, null, 2)}\n`);
console.log(`\n${target}`);
