// The built WebAssembly module under Node, for tests of what stands on it.
import { readFileSync } from 'node:fs';
import { type Core, loadCore, type SidebillModule } from '@sidebill/core';

const folder = new URL('../../build/wasm/', import.meta.url);

type Instantiate = (options: object) => Promise<SidebillModule>;

/** Emscripten's own way to load under Node fails in ES modules, so it is handed the compiled module. */
let loading: Promise<SidebillModule> | null = null;

function load(): Promise<SidebillModule> {
  loading ??= (async () => {
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
  })();
  return loading;
}

/** A session of its own: nothing is shared with any other. */
export async function loadTestCore(): Promise<Core> {
  const { Session } = await load();
  return loadCore(async () => new Session());
}
