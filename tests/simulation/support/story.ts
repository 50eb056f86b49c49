// A person who wants one thing done, however often the worker dies over it.
import type { OperationName, Question } from '@sidebill/core';
import type { RunView } from '@sidebill/web/commands.ts';
import { type Fate, immortal } from './life.ts';
import type { Machine } from './machine.ts';

export interface Wish {
  operation: OperationName;
  input: unknown;
}

const patience = 400;

/** Plays one life after the other until the wish has come to its end. */
export async function play(
  machine: Machine,
  wish: Wish,
  fates: Fate[],
  reborn: (life: number) => Promise<void> = async () => undefined,
): Promise<RunView> {
  const memory: { run: string | null } = { run: null };
  for (let life = 0; ; life += 1) {
    if (life > 0) await reborn(life);
    await machine.boot(fates[life] ?? immortal);
    const end = await Promise.race([pursue(machine, wish, memory), machine.life.ended.then(() => null)]);
    if (end) return end;
  }
}

async function pursue(machine: Machine, wish: Wish, memory: { run: string | null }): Promise<RunView> {
  const life = machine.life;
  for (let tries = 0; tries < patience; tries += 1) {
    memory.run ??= (await machine.start(wish.operation, wish.input)).run;
    const view = await machine.worker?.driver.settled(memory.run);
    if (life.dead) return new Promise(() => undefined);
    if (!view) memory.run = null;
    else if (view.state === 'asking') await answer(machine, view);
    else if (view.state === 'waiting') machine.ringNext();
    else if (view.state !== 'going') return view;
  }
  throw new Error(`${wish.operation} came to no end.`);
}

/** Approves what is proposed, and lets it be when a colleague was faster. */
async function answer(machine: Machine, { run, question }: RunView): Promise<void> {
  if (!question) throw new Error('It asks nothing.');
  const choice = approval(question.question);
  await machine.ask('run.answer', { run, step: question.step, turn: question.turn, choice });
}

function approval({ view }: Question): unknown {
  if (view.issues.some(({ code }) => code === 'document-exists')) return { kind: 'cancel' };
  if (!view.ready) throw new Error(`Not ready: ${JSON.stringify(view.issues)}`);
  return { kind: 'approve', choices: view.choices, approved_hash: view.hash };
}
