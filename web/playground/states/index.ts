import type { State } from '../state.ts';
import { cardStates } from './card.ts';
import { composerStates } from './composer.ts';
import { matchingStates } from './matching.ts';
import { pageStates } from './pages.ts';
import { reviewListStates } from './review-list.ts';

export const states: State[] = [
  ...cardStates,
  ...composerStates,
  ...pageStates,
  ...matchingStates,
  ...reviewListStates,
];
