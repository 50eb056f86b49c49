// Plays schedules: for each one the same office as it was after set-up, one or two colleagues, and what befalls them.
import type { RunView } from '@sidebill/web/commands.ts';
import { type Disk, onDisk, readDisk, writeDisk } from './disk.ts';
import type { Fate } from './life.ts';
import type { Machine } from './machine.ts';
import { connect, type Office, openOffice } from './office.ts';
import { type Extent, fateOf, quiet, type Schedule, services } from './schedule.ts';
import { play, type Wish } from './story.ts';

export interface Played {
  views: RunView[];
  machines: Machine[];
  /** Exchanges with the services before the story began. */
  from: number;
}

export class Theatre {
  readonly office: Office;
  readonly #disk: Disk;
  readonly #world: ReturnType<Office['sandbox']['world']['snapshot']>;
  #plays = 0;

  private constructor(office: Office, disk: Disk, world: ReturnType<Office['sandbox']['world']['snapshot']>) {
    this.office = office;
    this.#disk = disk;
    this.#world = world;
  }

  /** Sets one browser up, and does whatever else is to have happened before. */
  static async open(
    seed: number,
    before: (machine: Machine, office: Office) => Promise<void>,
  ): Promise<Theatre> {
    const office = await openOffice(seed);
    const machine = office.colleague(crypto.randomUUID());
    await machine.boot();
    await connect(office, machine);
    await before(machine, office);
    machine.kill();
    return new Theatre(office, await readDisk(machine.name), office.sandbox.world.snapshot());
  }

  /** A colleague whose browser is as it was after set-up. */
  async colleague(): Promise<Machine> {
    const machine = this.office.colleague(crypto.randomUUID());
    await writeDisk(machine.name, this.#disk);
    return machine;
  }

  rewind(): void {
    const { world } = this.office.sandbox;
    world.restore(this.#world);
    world.exchanges.length = 0;
  }

  async play(wish: Wish, schedule: Schedule, watch?: Fate): Promise<Played> {
    this.rewind();
    this.#plays += 1;
    const { world } = this.office.sandbox;
    world.state.switches.refusalsStored = schedule.refusalsStored;
    world.state.faults.push(...schedule.mishaps.map(faultOf));
    const machines = [await this.colleague(), ...(schedule.colleague ? [await this.colleague()] : [])];
    const from = world.exchanges.length;
    const views = await Promise.all(
      machines.map((machine, index) => {
        const fates = index === 0 ? schedule.deaths.map(fateOf) : [];
        if (watch) fates.push(watch);
        return play(machine, wish, fates, async (life) => {
          if (schedule.updated && life === 1) await makeOlder(machine.name);
        });
      }),
    );
    return { views, machines, from };
  }

  /** How many gates and calls a story without mishap has. */
  async extent(wish: Wish): Promise<Extent> {
    let gates = 0;
    await this.play(wish, quiet, (_, moment) => {
      if (moment === 'before') gates += 1;
      return false;
    });
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
}

function faultOf({ service, call, action }: Schedule['mishaps'][number]) {
  const plan =
    typeof action === 'number' ? { action: 'status' as const, status: action } : { action, delayMs: 2 };
  return { service, path: '', times: 1, after: call, ...plan };
}

/** As if the journal had been written by the revision before this one. */
async function makeOlder(name: string): Promise<void> {
  await onDisk(name, async (database) => {
    for (const row of await database.getAll('runs')) {
      if (row.state === 'open') await database.put('runs', { ...row, revision: 0 });
    }
  });
}
