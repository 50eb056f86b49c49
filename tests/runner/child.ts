// One child process with a time limit. Its whole process group ends with it.
import { spawn } from 'node:child_process';

export interface ChildEnd {
  /** 0 when it ended well. */
  code: number | null;
  /** Why it did not, in words; '' when it did. */
  problem: string;
}

export interface ChildOptions {
  limitMinutes: number;
  env?: Record<string, string>;
}

export function runChild(command: string, args: string[], options: ChildOptions): Promise<ChildEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, ...options.env },
    });
    let timedOut = false;
    const endGroup = () => {
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const endBoth = (signal: NodeJS.Signals) => {
      endGroup();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    const limit = setTimeout(() => {
      timedOut = true;
      endGroup();
    }, options.limitMinutes * 60_000);
    process.once('SIGINT', endBoth).once('SIGTERM', endBoth);

    const settle = (end: ChildEnd) => {
      clearTimeout(limit);
      process.off('SIGINT', endBoth).off('SIGTERM', endBoth);
      resolve(end);
    };
    child.once('error', (error) => settle({ code: null, problem: `${command}: ${error.message}` }));
    child.once('exit', (code, signal) => {
      endGroup();
      settle({ code, problem: describeEnd(code, signal, timedOut, options.limitMinutes) });
    });
  });
}

function describeEnd(code: number | null, signal: string | null, timedOut: boolean, minutes: number): string {
  if (timedOut) return `stopped after ${minutes} minutes`;
  if (signal) return `crashed with ${signal}`;
  return code === 0 ? '' : `ended with code ${code}`;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nobody of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
