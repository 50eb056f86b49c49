// A run as pages see it, out of its row, its journal and what is open.
import type { AskEffect, Effect, EffectAnswer, Entry, Issue, SendEffect, WaitEffect } from '@sidebill/core';
import type { RunStep, RunView } from '@sidebill/web/commands.ts';
import type { RunRow } from '../store/schema.ts';

/** What a page hears that follows a run which cannot be read. */
export interface Unread {
  run: string;
  unread: Issue[];
}

export function isUnread(told: RunView | Unread): told is Unread {
  return 'unread' in told;
}

export function viewOf(row: RunRow, entries: Entry[], open: Effect[]): RunView {
  const ask = open.find((effect): effect is AskEffect => effect.kind === 'ask');
  return {
    run: row.run,
    operation: row.operation,
    input: row.input,
    state: stateOf(row, open),
    started_ms: row.started_ms,
    steps: stepsOf(row, entries, open),
    question: ask ? { step: ask.step, turn: ask.turn, question: ask.question } : null,
    report: row.report,
    issues: row.issues,
  };
}

function stateOf(row: RunRow, open: Effect[]): RunView['state'] {
  if (row.state !== 'open') return row.state;
  if (open.some((effect) => effect.kind === 'ask')) return 'asking';
  const waits = open.some((effect) => effect.kind === 'wait');
  return waits && !open.some((effect) => effect.kind === 'send') ? 'waiting' : 'going';
}

/** One line per call, in the order in which the calls began; a call that is sent again stays one line. */
function stepsOf(row: RunRow, entries: Entry[], open: Effect[]): RunStep[] {
  const steps = new Map<number, RunStep>();
  const sends = [...entries.map((entry) => entry.effect), ...open].filter(isSend);
  for (const effect of sends) {
    const { purpose, request, write } = effect;
    steps.set(effect.step, { purpose, service: request.service, state: 'done', until_ms: null, write });
  }
  for (const { effect, answer } of entries) {
    const step = steps.get(effect.step);
    if (step && isSend(effect) && effect.write && answer) step.state = isRefused(answer) ? 'failed' : 'done';
  }
  for (const effect of open) {
    const step = steps.get(effect.step);
    if (!step) continue;
    step.state = effect.kind === 'wait' ? 'waiting' : 'going';
    step.until_ms = effect.kind === 'wait' ? (effect as WaitEffect).until_ms : null;
  }
  const failed = row.state === 'failed' ? lastFailed(entries) : null;
  const step = failed === null ? undefined : steps.get(failed);
  if (step) step.state = 'failed';
  return [...steps].sort(([left], [right]) => left - right).map(([, one]) => one);
}

/** A write that came to nothing. A conflict did not: what was to be written is there already. */
function isRefused(answer: EffectAnswer): boolean {
  return 'status' in answer && answer.status >= 400 && answer.status !== 409;
}

/** The step of the last answer, when that answer was no success: where a failed run broke. */
function lastFailed(entries: Entry[]): number | null {
  const last = entries.filter(({ effect, answer }) => isSend(effect) && answer).at(-1);
  if (!last?.answer) return null;
  const bad = 'failure' in last.answer || ('status' in last.answer && last.answer.status >= 400);
  return bad ? last.step : null;
}

function isSend(effect: Effect): effect is SendEffect {
  return effect.kind === 'send';
}
