// A person who wants one thing done, however often the worker dies over it.
import type { ComposeAnswer, OperationName, Question } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { type Fate, immortal } from './life.ts';
import type { Machine } from './machine.ts';

export interface Wish {
  operation: OperationName;
  input: unknown;
}

/** What the person at the page answers; null leaves the question open, and the story ends there. */
export type Person = (question: Question, machine: Machine) => Promise<ComposeAnswer | null>;

export interface Telling {
  fates?: Fate[];
  person?: Person;
  /** Between two lives. */
  reborn?: (life: number) => Promise<void>;
}

const patience = 2_000;

/** Plays one life after the other until the wish has come to its end. */
export async function play(machine: Machine, wish: Wish, telling: Telling = {}): Promise<RunView> {
  const { fates = [], person = agreeable, reborn } = telling;
  const memory: { run: string | null } = { run: null };
  for (let life = 0; ; life += 1) {
    if (life > 0) await reborn?.(life);
    await machine.boot(fates[life] ?? immortal);
    const pursuit = pursue(machine, wish, memory, person);
    const end = await Promise.race([pursuit, machine.life.ended.then(() => null)]);
    if (end) return end;
  }
}

async function pursue(
  machine: Machine,
  wish: Wish,
  memory: { run: string | null },
  person: Person,
): Promise<RunView> {
  const life = machine.life;
  for (let tries = 0; tries < patience; tries += 1) {
    memory.run ??= (await machine.start(wish.operation, wish.input)).run;
    const view = await machine.worker?.driver.settled(memory.run);
    if (life.dead) return new Promise(() => undefined);
    if (!view) memory.run = null;
    else if (view.state === 'asking') {
      if (!(await answer(machine, view, person))) return view;
    } else if (view.state === 'waiting') machine.ringNext();
    else if (view.state !== 'going') return view;
  }
  throw new Error(`${wish.operation} came to no end.`);
}

async function answer(machine: Machine, { run, question }: RunView, person: Person): Promise<boolean> {
  if (!question) throw new Error('It asks nothing.');
  const choice = await person(question.question, machine);
  if (!choice) return false;
  await machine.ask('run.answer', { run, step: question.step, turn: question.turn, choice });
  return true;
}

/** Approves what is proposed, beside what looks like it, and lets it be when a colleague was faster. */
export const agreeable: Person = async (question, machine) => {
  const { view } = question;
  if (view.issues.some(({ code }) => code === 'document-exists')) return { kind: 'cancel' };
  const beside = view.duplicates.map(({ document }) => document.key);
  return beside.length === 0 ? approve(view) : edited(question, machine, { beside });
};

/** Approves what is proposed, a further invoice as well. */
export const insisting: Person = async (question, machine) => {
  const { choices } = question.view;
  return choices.another ? approve(question.view) : edited(question, machine, { another: true });
};

export function approve(view: Question['view']): ComposeAnswer {
  if (!view.ready) throw new Error(`Not ready: ${JSON.stringify(view.issues)}`);
  return { kind: 'approve', choices: view.choices, approved_hash: view.hash };
}

/** Approves with other choices, composed as the page composes them. */
export async function edited(
  { basis, view }: Question,
  machine: Machine,
  change: Partial<Question['view']['choices']>,
): Promise<ComposeAnswer> {
  const composed = machine.core?.compose(basis, { ...view.choices, ...change }, { customers: [], items: [] });
  if (!composed?.value) throw new Error(`Cannot compose: ${JSON.stringify(composed?.issues)}`);
  return approve(composed.value);
}
