// After a service asked to slow down, the worker goes on by itself: the page looks until the connection is there.
import type { Issue } from '@sidebill/core/boundary';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const lookEvery_ms = 2_000;

/** It passes without the person: the service is busy, or out of reach. */
export function isPassing({ code }: Issue): boolean {
  return code === 'service-busy' || code === 'service-unreachable';
}

/** With what there is to say about it, where what changed has no place of its own to say it. */
export function tellChange(step: EventTarget, issues: readonly Issue[] = []): void {
  const event = new CustomEvent('connections-changed', { bubbles: true, composed: true, detail: issues });
  step.dispatchEvent(event);
}

/** Has the connections read again and again, from `start` until `stop` or the step's end. */
export class Comes implements ReactiveController {
  readonly #step: ReactiveControllerHost & EventTarget;
  #clock: ReturnType<typeof setInterval> | null = null;

  constructor(step: ReactiveControllerHost & EventTarget) {
    this.#step = step;
    step.addController(this);
  }

  get running(): boolean {
    return this.#clock !== null;
  }

  start(): void {
    this.#clock ??= setInterval(() => tellChange(this.#step), lookEvery_ms);
  }

  stop(): void {
    if (this.#clock !== null) clearInterval(this.#clock);
    this.#clock = null;
  }

  hostDisconnected(): void {
    this.stop();
  }
}
