// The issues that the worker itself finds; their sentences stand in the catalogue with all others.
import type { Issue } from '@sidebill/core';

export function problem(code: string, args: Record<string, string> = {}): Issue {
  return { code, severity: 'error', path: '', args };
}

/** A fault that no rule expects: it is told like any other, never left as silence. */
export function workerFailed(error: unknown): Issue {
  return problem('worker-failed', { status: error instanceof Error ? error.name : 'error' });
}
