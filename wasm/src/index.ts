// The typed face of the core: every export of the WebAssembly module, one JSON text in and one out; lists in bulk.
export type * from './boundary.ts';
export {
  type Core,
  type CoreModule,
  type CoreSession,
  loadCore,
  openSession,
  type SidebillModule,
} from './core.ts';
export {
  ListMatcher,
  type ListModule,
  type ListPair,
  type RecordKind,
  type Role,
  roles,
  type Side,
} from './lists.ts';
