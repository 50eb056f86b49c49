// The built WebAssembly module under Node, for tests of what stands on it.
import { type Core, loadCore } from '@sidebill/core';
import { loadTestModule } from './module.ts';

/** Sessions share the module's memory: those of workers that died long ago give theirs back. */
const sessions: { delete(): void }[] = [];
const mostSessions = 50;

/** A session of its own: nothing is shared with any other. */
export async function loadTestCore(): Promise<Core> {
  const module = await loadTestModule();
  const session = new module.Session();
  sessions.push(session);
  if (sessions.length > mostSessions) sessions.shift()?.delete();
  return loadCore(async () => ({ session, memory: () => module.HEAPU8 }));
}
