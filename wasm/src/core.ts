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

/** One session of the core: `invoke(name, text) -> text`. */
export interface CoreModule {
  invoke(name: string, request: string): string;
}

/** What Emscripten's factory gives. */
export interface SidebillModule {
  Session: new () => CoreModule;
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
  /** A service's list answer into rows for the store; customers, items and names go into the directory too. */
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
}

export type InstantiateModule = () => Promise<CoreModule>;

/** Wraps an instantiated module. Emscripten's factory is handed in, so that this file runs in every host. */
export async function loadCore(instantiate: InstantiateModule): Promise<Core> {
  const module = await instantiate();
  const call = <T>(name: string, request: unknown): Answer<T> =>
    JSON.parse(module.invoke(name, JSON.stringify(request))) as Answer<T>;
  return {
    start: (header) => call('start', header),
    resume: (header, entries) => call('resume', { header, entries }),
    next: (run) => call('next', { run }),
    receive: (run, entry) => call('receive', { run, entry }),
    release: (run) => call('release', { run }),
    compose: (basis, choices, picked) => call('compose', { basis, choices, picked }),
    ingest: (request) => call('ingest', request),
    fill: (request) => call('fill', request),
    forget: (realm) => call('forget', { realm }),
    directory: (question) => call('directory', question),
    viewDocuments: (request) => call('view_documents', request),
  };
}
