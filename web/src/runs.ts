// Starting an operation and following it to its end, for every page the same way.
import type { Issue, OperationName } from '@sidebill/core/boundary';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunView, Worker } from './commands.ts';

/** How an operation ended: its report, or why there is none. */
export interface Ended<Report> {
  report: Report | null;
  issues: Issue[];
}

export function isOver(view: RunView): boolean {
  return view.state === 'done' || view.state === 'failed' || view.state === 'diverged';
}

export function ended<Report>(view: RunView): Ended<Report> {
  return { report: view.state === 'done' ? (view.report as Report) : null, issues: view.issues };
}

/** The step that a person would name when asked what is going on. */
export function currentStep(view: RunView): RunView['steps'][number] | null {
  return (
    view.steps.find((step) => step.state === 'waiting') ??
    view.steps.findLast((step) => step.state === 'going') ??
    null
  );
}

/** The runs that one component follows; all of them are let go when it leaves the page. */
export class Runs implements ReactiveController {
  readonly #worker: () => Worker;
  readonly #ends = new Map<string, () => void>();

  constructor(host: ReactiveControllerHost, worker: () => Worker) {
    this.#worker = worker;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const end of this.#ends.values()) end();
    this.#ends.clear();
  }

  /**
   * Follows a run: `changed` hears of it now and at every change, until it is over. `troubled` hears what keeps it
   * from going on by a fault of our own, or from being seen.
   */
  follow(run: string, changed: (view: RunView) => void, troubled: (issues: Issue[]) => void): void {
    this.drop(run);
    let over = false;
    const hear = (view: RunView) => {
      over = isOver(view);
      if (over) this.drop(run);
      changed(view);
      if (!over && view.issues.length > 0) troubled(view.issues);
    };
    const end = this.#worker().watch(run, hear, troubled);
    if (over) end();
    else this.#ends.set(run, end);
  }

  drop(run: string): void {
    this.#ends.get(run)?.();
    this.#ends.delete(run);
  }

  /** Starts an operation and resolves with its end. */
  async toEnd<Report>(
    operation: OperationName,
    input: unknown,
    changed: (view: RunView) => void = () => undefined,
  ): Promise<Ended<Report>> {
    const started = await this.#worker().send('run.start', { operation, input });
    const first = started.value;
    if (first === null) return { report: null, issues: started.issues };
    changed(first);
    if (isOver(first)) return ended(first);
    return new Promise((resolve) => {
      this.follow(
        first.run,
        (view) => {
          changed(view);
          if (isOver(view)) resolve(ended(view));
        },
        (issues) => {
          this.drop(first.run);
          resolve({ report: null, issues });
        },
      );
    });
  }
}
