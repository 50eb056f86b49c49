// Runs last, over what all other suites of this run left in build/test-results.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readResults } from '../../runner/results.ts';
import { checkFeatureProofs, readFeatures } from '../checks/features.ts';

test('every row that says works is proved by tests that ran and passed', () => {
  const { rows } = readFeatures(readFileSync('docs/features.md', 'utf8'));
  expect(checkFeatureProofs(rows, readResults())).toEqual([]);
});
