// How many calls opening a card and creating an invoice take, counted at the services.
import 'fake-indexeddb/auto';
import type { RecordRef } from '@sidebill/core';
import type { Exchange } from '@sidebill/sandbox';
import { discountDeal, plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import { isMetered } from '../../../extension/src/transport/hosts.ts';
import type { Machine } from '../../simulation/support/machine.ts';
import { connect, type Office, openOffice } from '../../simulation/support/office.ts';
import { play, type Wish } from '../../simulation/support/story.ts';
import type { Figure, Measure } from '../support/section.ts';

const seed = 20261122;
const dealOf = ({ id }: { id: string }) => ({ type: '0-3', id });
const first = dealOf(plainDeal);
const second = dealOf(discountDeal);

type Kind = 'HubSpot reads' | 'HubSpot writes' | 'QuickBooks metered reads' | 'QuickBooks writes' | 'tokens';
const kinds: Kind[] = [
  'HubSpot reads',
  'HubSpot writes',
  'QuickBooks metered reads',
  'QuickBooks writes',
  'tokens',
];

function kindOf({ service, method, url }: Exchange): Kind {
  const { pathname, search } = new URL(url);
  if (service === 'quickbooks') {
    const request = { service, method, path: pathname + search, account: '', body: '', content_type: '' };
    return isMetered({ ...request, accept: '' }) ? 'QuickBooks metered reads' : 'QuickBooks writes';
  }
  if (service !== 'hubspotApi') return 'tokens';
  return method === 'GET' || /\/(search|batch\/read)$/.test(pathname) ? 'HubSpot reads' : 'HubSpot writes';
}

/** The calls that this takes, by kind. */
async function counted(office: Office, what: string, act: () => Promise<unknown>): Promise<Figure[]> {
  const { exchanges } = office.sandbox.world;
  const before = exchanges.length;
  await act();
  const made = exchanges.slice(before).map(kindOf);
  return kinds
    .map((kind) => ({
      what: `${what}: ${kind}`,
      value: made.filter((one) => one === kind).length,
      unit: 'calls' as const,
    }))
    .filter(({ value, what }) => value > 0 || /QuickBooks/.test(what));
}

async function done(machine: Machine, wish: Wish): Promise<void> {
  const view = await play(machine, wish);
  if (view.state !== 'done') throw new Error(`${wish.operation} ended as ${JSON.stringify(view)}`);
}

async function colleague(office: Office, name: string): Promise<Machine> {
  const machine = office.colleague(name);
  await machine.boot();
  await connect(office, machine);
  return machine;
}

export const httpCalls: Measure = {
  name: 'HTTP calls',
  async measure() {
    const office = await openOffice(seed);
    const { portal, realm } = office;
    const create = (source: RecordRef): Wish => ({
      operation: 'create_invoice',
      input: { portal, realm, source, another: false },
    });
    const open = (record: RecordRef): Wish => ({
      operation: 'open_record',
      input: { portal, record, refresh: false },
    });
    const one = await colleague(office, 'bench-calls-one');
    // Set up before the invoice is made: an opened card has to read it.
    const other = await colleague(office, 'bench-calls-other');
    const figures = await counted(office, 'create invoice, cold', () => done(one, create(first)));
    await done(one, open(second));
    figures.push(...(await counted(office, 'create invoice, warm', () => done(one, create(second)))));
    one.kill();
    figures.push(...(await counted(office, 'open card, cold', () => done(other, open(first)))));
    figures.push(...(await counted(office, 'open card, warm', () => done(other, open(first)))));
    other.kill();
    await office.sandbox.close();
    return {
      name: this.name,
      about:
        'at the sandbox. Cold: a browser that was just set up; its card reads an invoice that a colleague made. Warm: the same again, or the next deal',
      figures,
    };
  },
};
