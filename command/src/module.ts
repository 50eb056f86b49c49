// The module that the extension ships, under Node.
import { existsSync, readFileSync } from 'node:fs';
import type { ListModule } from '@sidebill/core';
import { Problem } from './problem.ts';

const folder = new URL('../../build/wasm/', import.meta.url);

type Instantiate = (options: object) => Promise<ListModule>;

/** Emscripten's own way to load under Node fails in ES modules, so it is handed the compiled module. */
export async function loadModule(): Promise<ListModule> {
  const file = new URL('sidebill.wasm', folder);
  if (!existsSync(file)) throw new Problem('The core is not built: run make wasm.');
  const module = await WebAssembly.compile(readFileSync(file));
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
