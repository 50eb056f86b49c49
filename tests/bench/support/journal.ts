// A journal as long as they get: very many invoices added to one deal at once, recorded over the sandbox.
import 'fake-indexeddb/auto';
import type { Recording } from '../../golden/support/recording.ts';
import { recordingCore } from '../../golden/support/recording-core.ts';
import { invoices, keyOf } from '../../simulation/support/books.ts';
import { connect, openOffice } from '../../simulation/support/office.ts';
import { play } from '../../simulation/support/story.ts';
import { loadTestCore } from '../../support/core.ts';

const seed = 20261122;
const deal = { type: '0-3', id: '31000000001' };

export async function longRecording(): Promise<Omit<Recording, 'about'>> {
  const office = await openOffice(seed);
  const recorder = recordingCore(await loadTestCore());
  const machine = office.colleague('bench-journal', async () => recorder.core);
  await machine.boot();
  await connect(office, machine);
  const keys = invoices(office).map((id) => keyOf(office, id));
  const view = await play(machine, {
    operation: 'add_invoice',
    input: { portal: office.portal, record: deal, keys },
  });
  if (view.state !== 'done') throw new Error(`add_invoice ended as ${view.state}`);
  const recording = recorder.take('add_invoice');
  machine.kill();
  await office.sandbox.close();
  return recording;
}
