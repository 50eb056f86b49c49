// The typed face of the core: every export of the WebAssembly module, one JSON text in and one out.
export type * from './boundary.ts';
export { type Core, type CoreModule, loadCore, type SidebillModule } from './core.ts';
