// A fault inside the worker that no rule expects reaches the page, with a code and a next step.
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { issueText } from '../../../web/src/messages/index.ts';
import { openOffice } from '../support/office.ts';

test('a command whose handler breaks is answered with what happened and what to do', async () => {
  const { machine, complaints } = await broken('worker-failed-command');
  if (!machine.store) throw new Error('The machine has no store.');
  machine.store.accounts.settings = () => Promise.reject(new RangeError('planted'));
  const { value, issues } = await machine.ask('settings.read', {});
  expect(value).toBeNull();
  expect(issues).toMatchObject([{ code: 'worker-failed', args: { status: 'RangeError' } }]);
  const { text, step } = issueText(issues[0] ?? { code: '', args: {} });
  expect(text).toBe('Sidebill ran into a problem (RangeError).');
  expect(step).toMatch(/^Reload this page and try again/);
  expect(complaints).toHaveBeenCalled();
});

test('a connection whose run breaks before its first step is not called busy', async () => {
  const { machine, office } = await broken('worker-failed-run');
  if (!machine.core) throw new Error('The machine has no core.');
  machine.core.resume = () => {
    throw new TypeError('planted');
  };
  const { value, issues } = await machine.ask('hubspot.connect', { token: office.credentials.serviceKey });
  expect(value).toBeNull();
  expect(issues).toMatchObject([{ code: 'worker-failed', args: { status: 'TypeError' } }]);
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function broken(name: string) {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const office = await openOffice(1);
  const machine = office.colleague(name);
  await machine.boot();
  return { machine, office, complaints };
}
