import type { State } from '../state.ts';
import { cardStates } from './card.ts';

export const states: State[] = [...cardStates];
