// Plays schedules: for each one the same office as it was after set-up, one or two colleagues, and what befalls them.
import type { RunView } from '@sidebill/web/commands.ts';
import { IDBFactory } from 'fake-indexeddb';
import { type Disk, onDisk, readDisk, writeDisk } from './disk.ts';
import type { Fate } from './life.ts';
import type { Machine } from './machine.ts';
import { connect, type Office, openOffice } from './office.ts';
import { type Extent, fateOf, quiet, type Schedule, services } from './schedule.ts';
import { type Person, play, type Wish } from './story.ts';

/** Office and browser after set-up, with one reading of what HubSpot allows. */
interface Set {
  disk: Disk;
  world: ReturnType<Office['sandbox']['world']['snapshot']>;
}

export class Theatre {
  readonly office: Office;
  readonly #sets: { keyed: Set; plain: Set };

  private constructor(office: Office, sets: { keyed: Set; plain: Set }) {
    this.office = office;
    this.#sets = sets;
  }

  /** Sets a browser up under each reading, in a world prepared for the story. */
  static async open(seed: number, prepare: (office: Office) => void = () => undefined): Promise<Theatre> {
    const office = await openOffice(seed);
    prepare(office);
    const untouched = office.sandbox.world.snapshot();
    const keyed = await setUp(office, true);
    office.sandbox.world.restore(untouched);
    const plain = await setUp(office, false);
    return new Theatre(office, { keyed, plain });
  }

  /** The office as it was, as the schedule reads the references, with one colleague or two. */
  async stage(schedule: Schedule): Promise<Machine[]> {
    const { world } = this.office.sandbox;
    const set = schedule.uniqueKey ? this.#sets.keyed : this.#sets.plain;
    // All disks of the last schedule are thrown away: kept, ten thousand schedules would not fit into memory.
    globalThis.indexedDB = new IDBFactory();
    world.restore(set.world);
    world.exchanges.length = 0;
    this.office.road = null;
    world.state.switches.refusalsStored = schedule.refusalsStored;
    const machines = [await this.#colleague(set)];
    if (schedule.colleague) machines.push(await this.#colleague(set));
    return machines;
  }

  /** All colleagues want the same; what the schedule says befalls the first of them and the services. */
  async perform(
    machines: Machine[],
    wish: Wish,
    schedule: Schedule,
    { watch, person }: { watch?: Fate; person?: Person } = {},
  ): Promise<RunView[]> {
    this.office.sandbox.world.state.faults.push(...schedule.mishaps.map(faultOf));
    const views = await Promise.all(
      machines.map((machine, index) => {
        const fates = index === 0 ? schedule.deaths.map(fateOf) : [];
        if (watch) fates.push(watch);
        const reborn = async (life: number) => {
          if (schedule.updated && life === 1) await makeOlder(machine.name);
        };
        return play(machine, wish, { fates, reborn, ...(person ? { person } : {}) });
      }),
    );
    this.office.sandbox.world.state.faults.length = 0;
    return views;
  }

  /** How many gates and calls a story without mishap has. */
  async extent(wish: Wish): Promise<Extent> {
    let gates = 0;
    const machines = await this.stage(quiet);
    const watch: Fate = (_, moment) => {
      if (moment === 'before') gates += 1;
      return false;
    };
    await this.perform(machines, wish, quiet, { watch });
    for (const machine of machines) machine.kill();
    const { exchanges } = this.office.sandbox.world;
    const calls = services.map((service) => [
      service,
      exchanges.filter((one) => one.service === service).length,
    ]);
    return { gates, calls: Object.fromEntries(calls) };
  }

  async close(): Promise<void> {
    await this.office.sandbox.close();
  }

  /** A colleague whose browser is as it was after set-up. */
  async #colleague({ disk }: Set): Promise<Machine> {
    const machine = this.office.colleague(crypto.randomUUID());
    await writeDisk(machine.name, disk);
    return machine;
  }
}

async function setUp(office: Office, invoiceUniqueProperty: boolean): Promise<Set> {
  const { world } = office.sandbox;
  world.state.switches.invoiceUniqueProperty = invoiceUniqueProperty;
  const machine = office.colleague(crypto.randomUUID());
  await machine.boot();
  await connect(office, machine);
  machine.kill();
  return { disk: await readDisk(machine.name), world: world.snapshot() };
}

function faultOf({ service, call, action }: Schedule['mishaps'][number]) {
  const plan =
    typeof action === 'number' ? { action: 'status' as const, status: action } : { action, delayMs: 2 };
  return { service, path: '', times: 1, after: call, ...plan };
}

/** As if the journal had been written by the revision before this one. */
export async function makeOlder(name: string): Promise<void> {
  await onDisk(name, async (database) => {
    for (const row of await database.getAll('runs')) {
      if (row.state === 'open') await database.put('runs', { ...row, revision: 0 });
    }
  });
}
