// What replay costs: `next` runs the operation from the top, so it costs more with every entry of the journal.
import { fileURLToPath } from 'node:url';
import type { CoreSession } from '@sidebill/core';
import { entryOf, type Recording, readRecording } from '../../golden/support/recording.ts';
import { loadTestModule } from '../../support/module.ts';
import { longRecording } from '../support/journal.ts';
import type { Measure } from '../support/section.ts';
import { alternate, type Contender, median } from '../support/statistics.ts';

const runs = new URL('../../golden/runs/', import.meta.url);
/** Before the invoices of the cache are read, and after. */
const lengths = [5, 10, 50, 200];
const calls = 20;
const rounds = { rounds: 25, warmUp: 5 };

type Recorded = Omit<Recording, 'about'>;

/** `next` of a run that has been answered so far. */
function nextOf({ header, exchanges }: Recorded, length: number, session: CoreSession): Contender {
  if (exchanges.length < length) throw new Error(`The journal has only ${exchanges.length} entries.`);
  const run = `${header.run}-${length}`;
  const entries = exchanges.slice(0, length).map(entryOf);
  session.invoke('resume', JSON.stringify({ header: { ...header, run }, entries }));
  const request = JSON.stringify({ run });
  return {
    run: () => {
      const start = performance.now();
      for (let call = 0; call < calls; call += 1) JSON.parse(session.invoke('next', request));
      return ((performance.now() - start) * 1000) / calls;
    },
  };
}

async function timesOf(recording: Recorded, points: number[]): Promise<number[]> {
  const { Session } = await loadTestModule();
  const session = new Session();
  const contenders = points.map((length) => [`${length}`, nextOf(recording, length, session)]);
  const samples = await alternate(Object.fromEntries(contenders) as Record<string, Contender>, rounds);
  session.delete();
  return points.map((length) => median(samples[`${length}`] ?? []));
}

/** One `next` after each entry, as if each had come by itself: the most that replay can cost the whole run. */
async function wholeRun(recording: Recorded): Promise<number> {
  const points = Array.from({ length: recording.exchanges.length + 1 }, (_, length) => length);
  return (await timesOf(recording, points)).reduce((sum, taken) => sum + taken, 0);
}

export const replay: Measure = {
  name: 'replay',
  async measure() {
    const long = await longRecording();
    const taken = await timesOf(long, lengths);
    const [, ten = 0, , most = 0] = taken;
    const create = readRecording(fileURLToPath(new URL('create_invoice.plain.json', runs)));
    return {
      name: this.name,
      about: `one \`next\` in WebAssembly as the journal grows: 120 invoices added to one deal, ${long.exchanges.length} entries; from the sixth on the 120 kept invoices are read each time`,
      figures: [
        ...lengths.map((length, index) => ({
          what: `with ${length} entries`,
          value: taken[index] ?? 0,
          unit: 'us' as const,
        })),
        { what: 'per further entry, from 10 to 200', value: (most - ten) / 190, unit: 'us' },
        {
          what: `all of create_invoice, ${create.exchanges.length} entries, one by one`,
          value: (await wholeRun(create)) / 1000,
          unit: 'ms',
        },
      ],
    };
  },
};
