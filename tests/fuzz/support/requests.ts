// What the golden cases and recordings ask of the core, as requests to be spoiled.
import { type Answer, type Core, type CoreSession, type IngestResult, loadCore } from '@sidebill/core';
import { caseFiles, readCase, runFiles } from '../../golden/support/cases.ts';
import { openWasmEngine } from '../../golden/support/engines.ts';
import { entryOf, readRecording } from '../../golden/support/recording.ts';

export interface Asked {
  name: string;
  request: unknown;
}

/** One of each kind is enough of what is alike. */
const casesPerStage = 12;
const entriesPerRun = 8;

function ofCases(): Asked[] {
  const perStage = new Map<string, number>();
  return caseFiles()
    .map(readCase)
    .filter(({ stage, name }) => {
      const count = (perStage.get(stage) ?? 0) + 1;
      perStage.set(stage, count);
      return count <= casesPerStage && name !== 'lines-too-many';
    })
    .flatMap(({ before, call, input }) => [...before, { call, input }])
    .map(({ call, input }) => ({ name: call, request: input }));
}

/** Runs as a worker meets them: started, taken up in the middle, answered. */
function ofRuns(): Asked[] {
  return runFiles()
    .map(readRecording)
    .flatMap(({ header, exchanges }) => {
      const entries = exchanges.map(entryOf);
      const { run } = header;
      const resumes = Array.from({ length: entriesPerRun }, (_, index) => {
        const known = entries.slice(0, Math.floor((entries.length * index) / entriesPerRun));
        return { name: 'resume', request: { header, entries: known } };
      });
      const received = entries
        .slice(0, entriesPerRun)
        .map((entry) => ({ name: 'receive', request: { run, entry } }));
      return [
        { name: 'start', request: header },
        ...resumes,
        ...received,
        { name: 'release', request: { run } },
      ];
    });
}

/** What was ingested comes back from the store after a restart. */
async function ofStores(): Promise<Asked[]> {
  const engine = await openWasmEngine();
  const ingests = ofCases().filter(({ name }) => name === 'ingest');
  const fills = ingests.map(async ({ name, request }) => {
    const { value } = JSON.parse(await engine.invoke(name, JSON.stringify(request))) as Answer<IngestResult>;
    const { list } = request as { list: string };
    return { name: 'fill', request: { list, rows: value?.rows ?? [] } };
  });
  const asked = await Promise.all(fills);
  engine.close();
  return asked;
}

export async function allAsked(): Promise<Asked[]> {
  return [...ofCases(), ...ofRuns(), ...(await ofStores())];
}

/** The exports by the names that the loader calls, so that a new one cannot be forgotten here. */
export async function exportNames(): Promise<string[]> {
  const names: string[] = [];
  const invoke = (name: string) => {
    names.push(name);
    return 'null';
  };
  const session: CoreSession = {
    invoke,
    ingest: () => {
      names.push('ingest');
      return '{"value":null,"issues":[]}';
    },
    blockAt: () => 0,
    takeSnapshot: () => 0,
    makeRoom: () => undefined,
    restoreSnapshot: () => false,
  };
  const core: Core = await loadCore(async () => ({ session, memory: () => new Uint8Array(0) }));
  for (const call of Object.values(core) as ((request: object) => unknown)[]) call({});
  return names;
}
