import { describe, expect, test } from 'vitest';
import { runChild } from './child.ts';

const node = (script: string, limitMinutes = 1) =>
  runChild(process.execPath, ['-e', script], { limitMinutes });

describe('child processes', () => {
  test('end well, with a code, by a signal, too late, or never begin', async () => {
    expect(await node('')).toEqual({ code: 0, problem: '' });
    expect(await node('process.exit(3)')).toEqual({ code: 3, problem: 'ended with code 3' });
    expect(await node('process.kill(process.pid, "SIGTERM")')).toEqual({
      code: null,
      problem: 'crashed with SIGTERM',
    });
    expect((await node('setInterval(() => 0, 1000)', 0.005)).problem).toBe('stopped after 0.005 minutes');
    expect((await runChild('build/no-such-program', [], { limitMinutes: 1 })).problem).toContain('ENOENT');
  });
});
