// How a check says what is wrong.
import type { Issue } from './model.ts';

type Args = Record<string, string>;

export function error(code: string, path: string, args: Args = {}): Issue {
  return { code, severity: 'error', path, args };
}

export function warning(code: string, path: string, args: Args = {}): Issue {
  return { code, severity: 'warning', path, args };
}
