// The card as a page of its own: in the frame on a record page, or in a tab.

import { Card } from '../card/card.ts';
import type { Worker } from '../commands.ts';
import { t } from '../messages/index.ts';
import { preparePage } from './page.ts';

export function mount(root: HTMLElement, worker: Worker, query: URLSearchParams): void {
  preparePage(root, worker, t('card.title'), parent === window ? 'alone' : 'in-hubspot');
  document.documentElement.dataset['surface'] = 'paper';
  root.replaceChildren(cardOf(worker, query));
}

/** The card of the record that a page's address names. */
export function cardOf(worker: Worker, query: URLSearchParams): Card {
  const card = new Card();
  card.worker = worker;
  card.portal = query.get('portal') ?? '';
  card.record = { type: query.get('type') ?? '', id: query.get('id') ?? '' };
  return card;
}
