// Every golden case in both builds of the core: what is expected comes out, and byte for byte the same from both.
// UPDATE_GOLDEN=1 rewrites what is expected; read the difference like code.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Case, caseFiles, comparable, nameOf, readCase, rewriteExpected } from './support/cases.ts';
import { type Engine, NativeEngine, openWasmEngine } from './support/engines.ts';

const update = process.env['UPDATE_GOLDEN'] === '1';

async function answerOf(engine: Engine, { before, call, input }: Case): Promise<string> {
  try {
    for (const earlier of before) await engine.invoke(earlier.call, JSON.stringify(earlier.input));
    return await engine.invoke(call, JSON.stringify(input));
  } finally {
    engine.close();
  }
}

describe('golden cases', () => {
  for (const path of caseFiles()) {
    test(nameOf(path), async () => {
      const one = readCase(path);
      const native = await answerOf(new NativeEngine(), one);
      const wasm = await answerOf(await openWasmEngine(), one);
      expect(wasm, 'WebAssembly and native').toBe(native);
      const answer: unknown = JSON.parse(native);
      if (update && !isDeepStrictEqual(comparable(one, answer), one.expected)) rewriteExpected(one, answer);
      else expect(comparable(one, answer), one.about).toEqual(one.expected);
    });
  }

  test('are there for every stage', () => {
    const stages = new Set(caseFiles().map((path) => nameOf(path).split('/')[0]));
    expect([...stages].sort()).toEqual(['directory', 'ingest', 'preflight', 'view_documents']);
  });
});
