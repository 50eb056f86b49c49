// A program that answers each line of its input with a line of its own.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export class LineProgram {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly answers: AsyncIterator<string>;
  private readonly started: Promise<void>;

  constructor(path: string) {
    this.child = spawn(path, [], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.started = new Promise((resolve, reject) => {
      this.child.once('spawn', resolve);
      this.child.once('error', reject);
    });
  }

  async ask(requests: string[]): Promise<string[]> {
    await this.started;
    this.child.stdin.write(`${requests.join('\n')}\n`);
    const answers: string[] = [];
    while (answers.length < requests.length) {
      const { value, done } = await this.answers.next();
      if (done) throw new Error(`${this.child.spawnfile} ended at request ${requests[answers.length]}`);
      answers.push(value);
    }
    return answers;
  }

  end(): void {
    this.child.stdin.end();
  }
}
