// What crosses between the core and its hosts: one JSON text each way per call, names as the core spells them.
// Amounts and ids are strings, dates YYYY-MM-DD, instants integer milliseconds since 1970.

export type * from './boundary/composing.ts';
export type * from './boundary/connections.ts';
export type * from './boundary/directory.ts';
export type * from './boundary/documents.ts';
export type * from './boundary/issues.ts';
export type * from './boundary/operations.ts';
export type * from './boundary/runs.ts';
