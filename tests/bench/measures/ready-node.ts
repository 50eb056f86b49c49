// How soon the module answers in Node, each time in a fresh process.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measure } from '../support/section.ts';
import { median } from '../support/statistics.ts';

const program = fileURLToPath(new URL('../support/ready-once.ts', import.meta.url));
const rounds = 15;
const run = promisify(execFile);

async function once(): Promise<number> {
  const { stdout } = await run(process.execPath, ['--no-warnings', program]);
  return Number(stdout);
}

export const readyInNode: Measure = {
  name: 'module ready in Node',
  async measure() {
    await once();
    const sample: number[] = [];
    for (let round = 0; round < rounds; round += 1) sample.push(await once());
    return {
      name: this.name,
      about: `read, compile, instantiate, first answer; a fresh process each of ${rounds} times`,
      figures: [{ what: 'median', value: median(sample), unit: 'ms' }],
    };
  },
};
