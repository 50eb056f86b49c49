// What stops the command, as a sentence for the person who started it.

/** How the command ends. */
export const exitCodes = { done: 0, input: 1, usage: 2 } as const;

export class Problem extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.input) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
