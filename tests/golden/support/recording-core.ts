// A core that writes down what its runs want and are told.
import type { Core, Effect, EffectAnswer, OperationName, RunHeader, Step } from '@sidebill/core';
import type { Recording } from './recording.ts';

type Taken = Omit<Recording, 'about'>;

interface Line {
  effect: Effect;
  answer: EffectAnswer | null;
}

export interface RecordingCore {
  core: Core;
  /** The run of this operation, which must have come to its end. */
  take(operation: OperationName): Taken;
  /** What was recorded so far is not wanted. */
  forget(): void;
}

export function recordingCore(core: Core): RecordingCore {
  const runs = new Map<string, { header: RunHeader; lines: Line[]; end: Step | null }>();
  const find = (lines: Line[], { step, turn }: { step: number; turn: number }) =>
    lines.find(({ effect }) => effect.step === step && effect.turn === turn);

  return {
    core: {
      ...core,
      resume: (header, entries) => {
        if (!runs.has(header.run)) runs.set(header.run, { header, lines: [], end: null });
        const known = runs.get(header.run)?.lines ?? [];
        // What a page answered was put into the journal between two drives.
        for (const entry of entries) {
          const line = find(known, entry);
          if (line && entry.answer) line.answer = entry.answer;
        }
        return core.resume(header, entries);
      },
      next: (run) => {
        const answer = core.next(run);
        const known = runs.get(run);
        if (!known || !answer.value) return answer;
        if (answer.value.kind !== 'effects') known.end = answer.value;
        else {
          for (const effect of answer.value.effects) {
            if (!find(known.lines, effect)) known.lines.push({ effect, answer: null });
          }
        }
        return answer;
      },
      receive: (run, entry) => {
        const taken = core.receive(run, entry);
        const line = find(runs.get(run)?.lines ?? [], entry);
        if (taken.value && line && entry.answer) line.answer = entry.answer;
        return taken;
      },
    },
    take: (operation) => {
      const all = [...runs.values()].filter(({ header }) => header.operation === operation);
      const last = all.at(-1);
      if (!last?.end) throw new Error(`No run of ${operation} came to its end.`);
      const exchanges = last.lines.map(({ effect, answer }) => {
        if (!answer) throw new Error(`${operation}: ${JSON.stringify(effect)} was not answered.`);
        return { effect, answer };
      });
      return { header: last.header, exchanges, expected: last.end };
    },
    forget: () => runs.clear(),
  };
}
