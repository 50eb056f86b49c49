// Loads the module and gives its exports their types.
import type {
  Answer,
  Basis,
  Choices,
  ComposeView,
  DirectoryQuestion,
  DocumentView,
  Entry,
  FillRequest,
  IngestRequest,
  IngestResult,
  Picked,
  RunHeader,
  RunOpened,
  Step,
} from './boundary.ts';

/** One session of the core: `invoke(name, text) -> text`, and a block of bytes in the module's memory. */
export interface CoreSession {
  invoke(name: string, request: string): string;
  /** 'ingest' of the page that is the block: its answer, and its rows in the block. */
  ingest(request: string): string;
  /** Where the block begins, after either of the next two. */
  blockAt(): number;
  /** Puts the directory into the block and gives its size in bytes. */
  takeSnapshot(): number;
  makeRoom(bytes: number): void;
  restoreSnapshot(): boolean;
}

/** What Emscripten's factory gives. */
export interface SidebillModule {
  Session: new () => CoreSession;
  /** The module's memory; another view whenever it has grown. */
  readonly HEAPU8: Uint8Array;
}

/** A session, and the memory that its block lies in. */
export interface CoreModule {
  session: CoreSession;
  memory(): Uint8Array;
}

export interface Core {
  start(header: Omit<RunHeader, 'revision'>): Answer<RunOpened>;
  resume(header: RunHeader, entries: Entry[]): Answer<RunOpened>;
  next(run: string): Answer<Step>;
  /** Takes an answer; value false when it was not wanted (already answered, or unknown step). */
  receive(run: string, entry: Entry): Answer<boolean>;
  release(run: string): Answer<boolean>;
  /** What the composer shows for these choices; null choices: what the core proposes. */
  compose(basis: Basis, choices: Choices | null, picked: Picked): Answer<ComposeView>;
  /** A service's list answer into rows for the store; all but documents go into the directory too. */
  ingest(request: IngestRequest): Answer<IngestResult>;
  fill(request: FillRequest): Answer<{ count: number }>;
  /** Forgets all of one company: {realm}. */
  forget(realm: string): Answer<boolean>;
  /** A look about 'directory'. */
  directory(question: DirectoryQuestion): Answer<unknown>;
  /** Cached documents as the card shows them. */
  viewDocuments(request: {
    rows: { json: string; read_ms: number }[];
    today: string;
  }): Answer<DocumentView[]>;
  /** The directory as one block of bytes, which the same version of the core restores. */
  snapshot(): Uint8Array<ArrayBuffer>;
  /** False when the block is damaged or of another version: then the directory is empty, and filled with rows. */
  restore(block: Uint8Array): boolean;
}

export type InstantiateModule = () => Promise<CoreModule>;

/** A session of its own in this module. */
export function openSession(module: SidebillModule): CoreModule {
  return { session: new module.Session(), memory: () => module.HEAPU8 };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Lines of a key, as it stands in a JSON string, and of its JSON, in turn. */
function rowsOf(text: string): IngestResult['rows'] {
  const lines = text.split('\n');
  const rows: IngestResult['rows'] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const key = lines[at] ?? '';
    rows.push({ key: key.includes('\\') ? JSON.parse(`"${key}"`) : key, json: lines[at + 1] ?? '' });
  }
  return rows;
}

/** Wraps an instantiated module. Emscripten's factory is handed in, so that this file runs in every host. */
export async function loadCore(instantiate: InstantiateModule): Promise<Core> {
  const { session, memory } = await instantiate();
  const call = <T>(name: string, request: unknown): Answer<T> =>
    JSON.parse(session.invoke(name, JSON.stringify(request))) as Answer<T>;
  return {
    start: (header) => call('start', header),
    resume: (header, entries) => call('resume', { header, entries }),
    next: (run) => call('next', { run }),
    receive: (run, entry) => call('receive', { run, entry }),
    release: (run) => call('release', { run }),
    compose: (basis, choices, picked) => call('compose', { basis, choices, picked }),
    ingest: ({ body, ...request }) => {
      const page = encoder.encode(body);
      session.makeRoom(page.length);
      memory().set(page, session.blockAt());
      const answer = JSON.parse(session.ingest(JSON.stringify(request))) as Answer<{
        count: number;
        after: string;
        bytes: number;
      }>;
      if (!answer.value) return { value: null, issues: answer.issues };
      const { count, after, bytes } = answer.value;
      const at = session.blockAt();
      const rows = rowsOf(decoder.decode(memory().subarray(at, at + bytes)));
      session.makeRoom(0);
      return { value: { rows, count, after }, issues: answer.issues };
    },
    fill: (request) => call('fill', request),
    forget: (realm) => call('forget', { realm }),
    directory: (question) => call('directory', question),
    viewDocuments: (request) => call('view_documents', request),
    snapshot: () => {
      const size = session.takeSnapshot();
      const at = session.blockAt();
      const block = memory().slice(at, at + size) as Uint8Array<ArrayBuffer>;
      session.makeRoom(0);
      return block;
    },
    restore: (block) => {
      if (block.byteLength % 8 !== 0) return false;
      session.makeRoom(block.byteLength);
      memory().set(block, session.blockAt());
      return session.restoreSnapshot();
    },
  };
}
