// Whole runs as files: what an operation wanted of the world, what it was answered, and how it ended.
import { readFileSync } from 'node:fs';
import type { Answer, Effect, EffectAnswer, Entry, RunHeader, RunOpened, Step } from '@sidebill/core';
import type { Engine } from './engines.ts';

export interface Exchange {
  effect: Effect;
  answer: EffectAnswer;
}

export interface Recording {
  about: string;
  header: RunHeader;
  /** In the order in which the effects came up. */
  exchanges: Exchange[];
  expected: Step;
}

export function readRecording(path: string): Recording {
  const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Recording>;
  const { about, header, exchanges, expected } = read;
  if (!about || !header || !exchanges?.length || !expected) {
    throw new Error(`${path} needs about, header, exchanges and expected.`);
  }
  return { about, header, exchanges, expected };
}

/** One exchange per line: a difference shows which effects changed. */
export function textOf({ about, header, exchanges, expected }: Recording): string {
  const lines = exchanges.map((one) => `  ${JSON.stringify(one)}`);
  return [
    '{',
    ` "about": ${JSON.stringify(about)},`,
    ` "header": ${JSON.stringify(header)},`,
    ' "exchanges": [',
    lines.join(',\n'),
    ' ],',
    ` "expected": ${JSON.stringify(expected)}`,
    '}',
    '',
  ].join('\n');
}

export function entryOf({ effect, answer }: Exchange): Entry {
  const sent_ms = 'sent_ms' in answer ? answer.sent_ms : 0;
  return { step: effect.step, turn: effect.turn, effect, sent_ms, answer };
}

/** What an engine said on the way through a recording. */
export interface Replay {
  effects: Effect[];
  end: Step;
  /** Every answer as its bytes. */
  texts: string[];
}

/** Answers what the run wants out of the recording, until it ends or wants what was never recorded. */
export async function replay(engine: Engine, { header, exchanges }: Recording): Promise<Replay> {
  const texts: string[] = [];
  const call = async <T>(name: string, request: unknown): Promise<T> => {
    const text = await engine.invoke(name, JSON.stringify(request));
    texts.push(text);
    const { value, issues } = JSON.parse(text) as Answer<T>;
    if (value === null) throw new Error(`${name}: ${JSON.stringify(issues)}`);
    return value;
  };
  const { run, operation, input } = header;
  await call<RunOpened>('start', { run, operation, input });
  const effects: Effect[] = [];
  for (;;) {
    const step = await call<Step>('next', { run });
    if (step.kind !== 'effects') return { effects, end: step, texts };
    effects.push(...step.effects);
    for (const effect of step.effects) {
      const known = exchanges.find(
        (one) => one.effect.step === effect.step && one.effect.turn === effect.turn,
      );
      if (!known) throw new Error(`Nothing was recorded for ${JSON.stringify(effect)}`);
      const taken = await call<boolean>('receive', { run, entry: entryOf({ effect, answer: known.answer }) });
      if (!taken) throw new Error(`The run did not take the answer to ${JSON.stringify(effect)}`);
    }
  }
}

/** The run as after a restart of the worker, its first so many answers in the journal: the bytes of what is next. */
export async function nextAfter(engine: Engine, recording: Recording, answered: number): Promise<string> {
  const { header } = recording;
  const entries = recording.exchanges.slice(0, answered).map(entryOf);
  await engine.invoke('resume', JSON.stringify({ header, entries }));
  return engine.invoke('next', JSON.stringify({ run: header.run }));
}
