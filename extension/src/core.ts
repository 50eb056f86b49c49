// The core's module as the extension ships it.
import { type Core, loadCore, openSession, type SidebillModule } from '@sidebill/core';
import instantiate from '../../build/wasm/sidebill.mjs';

export function loadShippedCore(): Promise<Core> {
  return loadCore(async () => openSession((await instantiate()) as SidebillModule));
}
