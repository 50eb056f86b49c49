// The side panel is about the tab that is open now, whatever order the worker answers in.
import { afterEach, expect, test, vi } from 'vitest';
import { followRecord } from '../../../extension/src/page/follow-record.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A window whose open tab changes, and a worker that answers when it is told to. */
function windowOf() {
  let active = 1;
  const activated: (() => void)[] = [];
  const answers = new Map<number, (id: string) => void>();
  vi.stubGlobal('chrome', {
    tabs: {
      query: async () => [{ id: active }],
      onActivated: { addListener: (listener: () => void) => activated.push(listener) },
    },
    storage: { session: { onChanged: { addListener: () => undefined } } },
    runtime: {
      sendMessage: ({ request }: { request: { tab: number } }) =>
        new Promise((resolve) => {
          answers.set(request.tab, (id) => resolve({ value: { portal: '1', type: '0-3', id }, issues: [] }));
        }),
    },
  });
  return {
    open: (tab: number) => {
      active = tab;
      for (const listener of activated) listener();
    },
    answer: async (tab: number, id: string) => {
      await expect.poll(() => answers.has(tab)).toBe(true);
      answers.get(tab)?.(id);
      // What follows from the answer follows at once.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('an answer about a tab that is no longer open is not shown', async () => {
  const { open, answer } = windowOf();
  const shown: (string | null)[] = [];
  followRecord((query) => shown.push(query.get('id')));
  await answer(1, '11');
  expect(shown).toEqual(['11']);
  open(2);
  open(3);
  await answer(3, '33');
  await answer(2, '22');
  expect(shown).toEqual(['11', '33']);
});
