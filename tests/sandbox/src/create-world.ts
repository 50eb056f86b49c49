// Makes a world and gives it back its earlier states.

import { hubspotSeed } from './hubspot/index.ts';
import { emptyHubSpotState } from './hubspot/state.ts';
import { intuitSeed } from './intuit/seed/index.ts';
import { emptyIntuitState } from './intuit/state.ts';
import { mulberry32 } from './random.ts';
import { strictSwitches } from './switches.ts';
import type { Exchange, Switches, World, WorldState } from './world.ts';

export interface WorldOptions {
  seed: number;
  switches?: Partial<Switches>;
  /** Milliseconds since 1970 at which a clock stands that only `advance` moves; left out = real time. */
  fakeClock?: number;
}

/** A world that can also be turned back; the services get it as a plain `World`. */
export interface ManagedWorld extends World {
  snapshot(): WorldState;
  restore(snapshot: WorldState): void;
  /** Back to the seeded beginning, switches as they were asked for, no faults, no exchanges. */
  reset(): void;
  /** Called with every exchange, e.g. to write the log file. */
  onExchange(listener: (exchange: Exchange) => void): void;
}

export function createWorld(options: WorldOptions): ManagedWorld {
  const switches = { ...strictSwitches(), ...options.switches };
  const listeners: Array<(exchange: Exchange) => void> = [];
  const exchanges: Exchange[] = [];
  let state = emptyState(options.seed, switches);

  const world: ManagedWorld = {
    get state() {
      return state;
    },
    exchanges,
    now: () => (options.fakeClock ?? Date.now()) + state.clockOffsetMs,
    advance: (ms) => {
      state.clockOffsetMs += ms;
    },
    random: () => {
      const step = mulberry32(state.random);
      state.random = step.state;
      return step.value;
    },
    token: (characters) => {
      let text = '';
      while (text.length < characters)
        text += Math.floor(world.random() * 2 ** 32)
          .toString(16)
          .padStart(8, '0');
      return text.slice(0, characters);
    },
    log: (exchange) => {
      exchanges.push(exchange);
      for (const listener of listeners) listener(exchange);
    },
    snapshot: () => structuredClone(state),
    restore: (snapshot) => {
      state = structuredClone(snapshot);
    },
    reset: () => {
      state = emptyState(options.seed, switches);
      exchanges.length = 0;
      seedWorld(world);
    },
    onExchange: (listener) => {
      listeners.push(listener);
    },
  };
  seedWorld(world);
  return world;
}

function emptyState(seed: number, switches: Switches): WorldState {
  return {
    seed,
    clockOffsetMs: 0,
    random: seed | 0,
    switches: { ...switches },
    faults: [],
    hubspot: emptyHubSpotState(),
    intuit: emptyIntuitState(),
  };
}

function seedWorld(world: World): void {
  intuitSeed(world);
  hubspotSeed(world);
}
