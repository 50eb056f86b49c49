// The built WebAssembly module under Node, as Emscripten gives it.
import { readFileSync } from 'node:fs';
import type { CoreSession } from '@sidebill/core';

const folder = new URL('../../build/wasm/', import.meta.url);

/** Embind gives every object a way to end. */
export interface TestModule {
  Session: new () => CoreSession & { delete(): void };
  readonly HEAPU8: Uint8Array;
}

type Instantiate = (options: object) => Promise<TestModule>;

let loading: Promise<TestModule> | null = null;

/** The module, loaded once. */
export function loadTestModule(): Promise<TestModule> {
  loading ??= instantiateModule();
  return loading;
}

/** A module with memory of its own. Emscripten's own way to load under Node fails in ES modules, so it is handed
 * the compiled module. */
export async function instantiateModule(): Promise<TestModule> {
  const module = await WebAssembly.compile(readFileSync(new URL('sidebill.wasm', folder)));
  const { default: instantiate } = (await import(new URL('sidebill.mjs', folder).href)) as {
    default: Instantiate;
  };
  return instantiate({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(module, imports).then(done);
      return {};
    },
  });
}
