// Carries one effect out and journals it: a write before it leaves, every answer before the core hears it.
import type { Effect, Entry, SendEffect, WaitEffect } from '@sidebill/core';
import type { Browser } from '../browser.ts';
import type { Journal } from '../store/journal.ts';
import { runAlarm } from '../timers/names.ts';
import type { Transport } from '../transport/transport.ts';
import type { Keeper } from './keep.ts';
import type { Looks } from './look.ts';

/** `known`: the entry of this effect that is in the journal already, sent and not answered. */
export type CarryOut = (run: string, effect: Effect, known: Entry | undefined) => Promise<Entry | 'later'>;

export interface CarryOutParts {
  browser: Browser;
  journal: Journal;
  transport: Transport;
  looks: Looks;
  keep: Keeper;
}

/** A longer wait is an alarm: the browser ends a worker that does nothing for 30 seconds. */
const longestSleep_ms = 25_000;

export function carryOutOf(parts: CarryOutParts): CarryOut {
  const { browser, journal } = parts;
  return async (run, effect, known) => {
    switch (effect.kind) {
      case 'send':
        if (effect.lost) return lost(parts, run, effect, known);
        return isTooLate(effect, browser.now()) ? tooLate(parts, run, effect) : send(parts, run, effect);
      case 'look': {
        const value = await parts.looks(effect);
        return journal.answered(run, effect, browser.now(), { value });
      }
      case 'now': {
        const now_ms = browser.now();
        return journal.answered(run, effect, now_ms, { now_ms });
      }
      case 'wait':
        return wait(parts, run, effect);
      case 'ask':
        return 'later';
    }
  };
}

async function send(parts: CarryOutParts, run: string, effect: SendEffect): Promise<Entry> {
  const { browser, journal, transport, keep } = parts;
  let left_ms = browser.now();
  const sent = await transport.send(effect.request, {
    write: effect.write,
    renew: effect.renew === true,
    run,
    leaving: async (sent_ms) => {
      left_ms = sent_ms;
      if (effect.write) await journal.sent(run, effect, sent_ms);
    },
  });
  return journal.answered(run, effect, left_ms, await keep(effect, sent));
}

function isTooLate({ only_until_ms }: SendEffect, now_ms: number): boolean {
  return only_until_ms !== undefined && now_ms > only_until_ms;
}

/** The computer slept, or the worker was gone, for longer than the service can be trusted to know the request. */
function tooLate({ browser, journal }: CarryOutParts, run: string, effect: SendEffect): Promise<Entry> {
  const now_ms = browser.now();
  return journal.answered(run, effect, now_ms, { failure: 'too_late', sent_ms: now_ms, received_ms: now_ms });
}

/** It went out before this worker lived, and its answer is gone. What that means is the core's to decide. */
function lost(
  { browser, journal }: CarryOutParts,
  run: string,
  effect: SendEffect,
  known: Entry | undefined,
) {
  const { lost: _, ...plain } = effect;
  const sent_ms = known?.sent_ms ?? browser.now();
  return journal.answered(run, plain, sent_ms, { failure: 'lost', sent_ms, received_ms: browser.now() });
}

async function wait(
  { browser, journal }: CarryOutParts,
  run: string,
  effect: WaitEffect,
): Promise<Entry | 'later'> {
  const left_ms = effect.until_ms - browser.now();
  if (left_ms > longestSleep_ms) {
    await browser.setAlarm(runAlarm(run), effect.until_ms);
    return 'later';
  }
  if (left_ms > 0) await browser.sleep(left_ms);
  const now_ms = browser.now();
  return journal.answered(run, effect, now_ms, { now_ms });
}
