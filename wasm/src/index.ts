// The typed face of the core: every export of the WebAssembly module, one JSON text in and one out.
export type * from './boundary.ts';
export { type Core, type CoreModule, type CoreSession, loadCore, openSession, type SidebillModule } from './core.ts';
