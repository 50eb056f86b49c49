// The portal the sandbox begins with.
import { createCast } from '../../data/cast.ts';
import { createDice } from '../../random.ts';
import type { World } from '../../world.ts';
import { type DealDraft, plantDeal } from './deals.ts';
import { seedDirectory } from './directory.ts';
import { everydayDeals } from './everyday-deals.ts';
import { landmarkDeals } from './landmark-deals.ts';
import { landmarks } from './landmarks.ts';
import { settle } from './plant.ts';
import { seedPortal } from './portal.ts';

const DEALS = 60;

export function hubspotSeed(world: World): void {
  const dice = createDice(world.state.seed ^ 0x0b5e55ed);
  seedPortal(world.state.hubspot);
  const directory = seedDirectory(world, createCast(world.state.seed), dice);
  const named = landmarkDeals(world, directory, dice);
  const drafts: DealDraft[] = [...named, ...everydayDeals(directory, dice, DEALS - named.length)];
  const ids = drafts.map((draft) => plantDeal(world, dice, draft).id);
  landmarks.forEach((mark, index) => {
    if (mark.id !== ids[index]) throw new Error(`landmark "${mark.name}" was seeded as ${ids[index]}`);
  });
  settle(world);
}
