// One project per suite of tests/suites.ts, so that `vitest --project e2e` runs what `make test` runs.
import { defineConfig } from 'vitest/config';
import { suites } from './tests/suites.ts';

export default defineConfig({
  test: {
    projects: suites
      .filter((suite) => suite.kind === 'vitest')
      .map((suite) => ({
        test: {
          name: suite.name,
          environment: 'node',
          fileParallelism: !suite.serial,
          include: suite.include,
          exclude: ['**/node_modules/**', 'build/**'],
          testTimeout: suite.testTimeoutMs,
          hookTimeout: Math.max(suite.testTimeoutMs, 30_000),
          env: suite.env,
        },
      })),
  },
});
