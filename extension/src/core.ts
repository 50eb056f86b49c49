// The core's module as the extension ships it.
import { type Core, loadCore, type SidebillModule } from '@sidebill/core';
import instantiate from '../../build/wasm/sidebill.mjs';

export function loadShippedCore(): Promise<Core> {
  return loadCore(async () => {
    const { Session } = (await instantiate()) as SidebillModule;
    return new Session();
  });
}
