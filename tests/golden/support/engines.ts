// The core in its two builds behind one face: a name and a JSON text in, a JSON text out.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadTestModule } from '../../support/module.ts';

/** One session: what it was told before holds until it is closed. */
export interface Engine {
  invoke(name: string, request: string): Promise<string>;
  close(): void;
}

const program = fileURLToPath(new URL('../../../build/native/tests/sidebill_core', import.meta.url));

/** The program of tests/programs/sidebill-core.cpp: `name<TAB>request` per line. */
export class NativeEngine implements Engine {
  readonly #child: ChildProcessWithoutNullStreams = spawn(program);
  readonly #lines: Interface = createInterface({ input: this.#child.stdout, crlfDelay: 0 });
  readonly #answers = this.#lines[Symbol.asyncIterator]();

  async invoke(name: string, request: string): Promise<string> {
    if (request.includes('\n')) throw new Error('The program takes one line per request.');
    this.#child.stdin.write(`${name}\t${request}\n`);
    const answer = await this.#answers.next();
    if (answer.done) throw new Error(`${program} ended at ${name}.`);
    return answer.value;
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** A session in the module that is shipped. */
export async function openWasmEngine(): Promise<Engine> {
  const { Session } = await loadTestModule();
  const session = new Session();
  return {
    invoke: async (name, request) => session.invoke(name, request),
    close: () => session.delete(),
  };
}
