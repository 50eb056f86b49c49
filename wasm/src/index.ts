// The typed face of the core: every export of the WebAssembly module, one JSON text in and one out.
export * from './boundary.ts';
export { loadCore, type Core } from './core.ts';
