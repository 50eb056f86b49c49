// A host that forbids code made of text, as an extension's policy does: run with
// `node --disallow-code-generation-from-strings`. Prints what the core says to a golden case and to a whole run.
import { readCase } from '../../golden/support/cases.ts';
import { openWasmEngine } from '../../golden/support/engines.ts';
import { readRecording, replay } from '../../golden/support/recording.ts';

function isForbidden(): boolean {
  try {
    new Function('return 1')();
    return false;
  } catch (error) {
    if (error instanceof EvalError) return true;
    throw error;
  }
}

const [casePath = '', runPath = ''] = process.argv.slice(2);
const { call, input } = readCase(casePath);
const engine = await openWasmEngine();
const answer: unknown = JSON.parse(await engine.invoke(call, JSON.stringify(input)));
const { end } = await replay(engine, readRecording(runPath));
engine.close();
console.log(JSON.stringify({ forbidden: isForbidden(), answer, end }));
