// The other half of create-invoice.test.ts: in a file of its own, because files are played side by side.
import { describe, test } from 'vitest';
import { manyOf, useCreations } from './support/creations.ts';

const creations = useCreations();

describe('creating an invoice', () => {
  test('with several things at once, seeds of the second half, makes exactly one with all its links', async () => {
    const [, more] = manyOf(creations.extent);
    await creations.playAll(more);
  }, 7_200_000);
});
