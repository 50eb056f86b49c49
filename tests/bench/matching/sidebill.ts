// Sidebill's own index: the core's, in WebAssembly, behind raw exports. Loaded the same way in Node and in a page.
import type { Built, Contender, Join } from './contender.ts';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  take(bytes: number): number;
  give_back(block: number): void;
  build(names: number, bytes: number): number;
  release(index: number): void;
  bytes_of(index: number): number;
  ask(index: number, text: number, bytes: number, count: number, records: number): number;
  join(index: number, left: number, bytes: number, count: number, likeEnough: number, joined: number): void;
  match(left: number, leftBytes: number, right: number, rightBytes: number, joined: number): void;
  save(index: number, size: number): number;
  restore(block: number, bytes: number): number;
}

interface Block {
  at: number;
  bytes: number;
}

const encoder = new TextEncoder();
/** As the JavaScript joins. */
const candidates = 10;
const likeEnough = 0.5;
/** A question longer than this is cut: nobody types so much. */
const longestQuestion = 4096;
const mostAnswers = 64;

/** The module's memory as JavaScript sees it: views are taken anew when it has grown. */
class Memory {
  readonly core: Exports;
  private bytes = new Uint8Array();

  constructor(core: Exports) {
    this.core = core;
  }

  view(): Uint8Array {
    if (this.bytes.buffer !== this.core.memory.buffer) this.bytes = new Uint8Array(this.core.memory.buffer);
    return this.bytes;
  }

  /** Names one behind the other, each with a zero byte behind it. */
  putNames(names: readonly string[]): Block {
    const text = `${names.join('\0')}\0`;
    const at = this.core.take(text.length * 3);
    return { at, bytes: encoder.encodeInto(text, this.view().subarray(at)).written };
  }

  put(block: ArrayBuffer): Block {
    const at = this.core.take(block.byteLength);
    this.view().set(new Uint8Array(block), at);
    return { at, bytes: block.byteLength };
  }

  copy({ at, bytes }: Block): ArrayBuffer {
    return this.core.memory.buffer.slice(at, at + bytes);
  }
}

class CoreIndex implements Built {
  private readonly memory: Memory;
  private readonly index: number;
  private readonly question: number;
  private readonly answers: number;

  constructor(memory: Memory, index: number) {
    this.memory = memory;
    this.index = index;
    this.question = memory.core.take(longestQuestion + mostAnswers * 4);
    this.answers = this.question + longestQuestion;
  }

  top(text: string, count: number): Uint32Array {
    const { memory, index, question, answers } = this;
    const view = memory.view().subarray(question, answers);
    const { written } = encoder.encodeInto(text, view);
    const found = memory.core.ask(index, question, written, Math.min(count, mostAnswers), answers);
    return new Uint32Array(memory.core.memory.buffer, answers, found);
  }

  bytes(): number {
    return this.memory.core.bytes_of(this.index);
  }

  snapshot(): ArrayBuffer {
    const { core } = this.memory;
    const size = core.take(4);
    const at = core.save(this.index, size);
    const bytes = new Uint32Array(core.memory.buffer, size, 1)[0]!;
    core.give_back(size);
    return this.memory.copy({ at, bytes });
  }

  release(): void {
    this.memory.core.give_back(this.question);
    this.memory.core.release(this.index);
  }
}

function buildIndex(memory: Memory, names: readonly string[]): CoreIndex {
  const { at, bytes } = memory.putNames(names);
  const index = memory.core.build(at, bytes);
  memory.core.give_back(at);
  return new CoreIndex(memory, index);
}

/** Room for an answer to each name, filled by `work` and copied out. */
function joined(memory: Memory, count: number, work: (at: number) => void): Join {
  const at = memory.core.take(count * 4);
  work(at);
  const result = new Int32Array(memory.core.memory.buffer, at, count).slice();
  memory.core.give_back(at);
  return result;
}

function joinByNames(memory: Memory, left: readonly string[], right: readonly string[]): Join {
  const { core } = memory;
  const known = memory.putNames(right);
  const index = core.build(known.at, known.bytes);
  const asked = memory.putNames(left);
  const result = joined(memory, left.length, (at) =>
    core.join(index, asked.at, asked.bytes, candidates, likeEnough, at),
  );
  core.give_back(known.at);
  core.give_back(asked.at);
  core.release(index);
  return result;
}

function joinByEvidence(memory: Memory, left: readonly string[], right: readonly string[]): Join {
  const { core } = memory;
  const known = memory.putNames(right);
  const asked = memory.putNames(left);
  const result = joined(memory, left.length, (at) =>
    core.match(asked.at, asked.bytes, known.at, known.bytes, at),
  );
  core.give_back(known.at);
  core.give_back(asked.at);
  return result;
}

/** The module's memory may grow without anybody being told: views are taken anew. */
function ignore(): void {
  // Nothing depends on it.
}

export const sidebillName = 'Sidebill';

/** The index joins as the JavaScript does; `match` is what the extension does. */
export async function sidebill(wasm: BufferSource): Promise<Contender> {
  const { instance } = await WebAssembly.instantiate(wasm, {
    env: { emscripten_notify_memory_growth: ignore },
    wasi_snapshot_preview1: { proc_exit: ignore },
  });
  const core = instance.exports as unknown as Exports;
  core._initialize();
  const memory = new Memory(core);
  return {
    name: sidebillName,
    build: (names) => buildIndex(memory, names),
    restore(snapshot) {
      const { at, bytes } = memory.put(snapshot);
      const index = core.restore(at, bytes);
      core.give_back(at);
      if (index === 0) throw new Error('The snapshot is damaged.');
      return new CoreIndex(memory, index);
    },
    join: (left, right) => joinByNames(memory, left, right),
    match: (left, right) => joinByEvidence(memory, left, right),
  };
}
