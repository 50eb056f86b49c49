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
          include: suite.include,
          exclude: ['**/node_modules/**', 'build/**', ...(suite.exclude ?? [])],
          testTimeout: suite.testTimeoutMs ?? 10_000,
          hookTimeout: suite.testTimeoutMs ?? 30_000,
          env: suite.env ?? {},
        },
      })),
  },
});
