// The books the sandbox begins with.
import type { World } from '../../world.ts';

export function intuitSeed(_world: World): void {}
