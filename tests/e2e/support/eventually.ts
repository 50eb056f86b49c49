import { expect } from 'vitest';

/** What comes true by itself while two services are called, on a busy machine. */
const patience_ms = 20_000;

export function eventually<T>(look: () => T | Promise<T>, message = '') {
  return expect.poll(look, { timeout: patience_ms, interval: 50, message });
}
