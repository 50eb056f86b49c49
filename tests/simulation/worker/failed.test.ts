// A fault inside the worker that no rule expects reaches the page, with a code and a next step.
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { issueText } from '../../../web/src/messages/index.ts';
import { type Machine, page } from '../support/machine.ts';
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

test('a page that follows a run which cannot be read is told so, and again when it can', async () => {
  const { machine } = await broken('worker-failed-read');
  if (!machine.store) throw new Error('The machine has no store.');
  const { journal } = machine.store;
  const { read } = journal;
  journal.read = () => Promise.reject(new DOMException('planted', 'UnknownError'));
  const view = await machine.start('open_record', {
    portal: '1',
    record: { type: '0-3', id: '7' },
    refresh: false,
  });
  const told = follow(machine, view.run);
  const unread = {
    run: view.run,
    unread: [{ code: 'worker-failed', severity: 'error', path: '', args: { status: 'UnknownError' } }],
  };
  await expect.poll(() => told.length).toBeGreaterThan(0);
  for (const one of told) expect(one).toEqual(unread);
  journal.read = read;
  machine.worker?.driver.wake(view.run);
  await expect.poll(() => told.at(-1)).toMatchObject({ run: view.run, state: 'failed' });
});

/** What a page hears that follows a run. */
function follow(machine: Machine, run: string): unknown[] {
  const told: unknown[] = [];
  machine.worker?.connect({
    name: `run:${run}`,
    sender: page,
    post: (message) => told.push(message),
    onClosed: () => undefined,
  });
  return told;
}

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
