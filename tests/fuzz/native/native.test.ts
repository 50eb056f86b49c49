// libFuzzer over the page reader and over blocks that claim to be whole: so many inputs made out of the committed ones, by
// a seed, under the address sanitizer. What ever broke it becomes a file of the corpus.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const proof = process.env['SIDEBILL_PROOF'] === '1';
const seed = process.env['SIDEBILL_SEED'] ?? '20261123';
const megabytes = 1024;
const slowest_s = 10;

const targets = [
  { target: 'pages', corpus: 'pages', runs: proof ? 2_000_000 : 15_000, longest: 4096, least: 6000 },
  { target: 'snapshot', corpus: 'snapshots', runs: proof ? 3_000_000 : 20_000, longest: 32_768, least: 6000 },
];

test.each(targets)(
  'libFuzzer: $target, no crash, no leak, bounded time and memory',
  ({ target, corpus, runs, longest, least }) => {
    const committed = join(root, 'tests/fuzz/corpus', corpus);
    const found = mkdtempSync(join(tmpdir(), 'sidebill-fuzz-'));
    const options = {
      runs,
      seed,
      max_len: longest,
      timeout: slowest_s,
      rss_limit_mb: megabytes,
      artifact_prefix: join(root, `build/fuzz/${target}-`),
    };
    const { status, stderr } = spawnSync(
      join(root, `build/fuzz/tests/fuzz/native/fuzz_${target}`),
      [...Object.entries(options).map(([name, value]) => `-${name}=${value}`), found, committed],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    rmSync(found, { recursive: true });
    expect(status, stderr.slice(-4000)).toBe(0);
    expect(stderr).toContain(`Done ${runs} runs`);
    // A target that turns everything away at its door covers next to nothing.
    const covered = Number(/#\d+\tDONE {3}cov: (\d+)/.exec(stderr)?.[1]);
    expect(covered).toBeGreaterThan(least);
  },
  proof ? 7_200_000 : 120_000,
);

/** Blocks of another format than today's are turned away at the door, and nothing behind it would be met. */
test('the committed blocks are those that the core writes today (UPDATE_CORPUS=1 renews them)', () => {
  const committed = join(root, 'tests/fuzz/corpus/snapshots');
  const written = mkdtempSync(join(tmpdir(), 'sidebill-blocks-'));
  const folder = process.env['UPDATE_CORPUS'] === '1' ? committed : written;
  const { status } = spawnSync(join(root, 'build/native/tests/snapshot_blocks'), [folder]);
  expect(status).toBe(0);
  for (const name of readdirSync(folder))
    expect(readFileSync(join(committed, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
  expect(readdirSync(folder).length).toBeGreaterThan(5);
  rmSync(written, { recursive: true });
});
