// The side panel: the card of the record that is open in the active tab, or an invitation to open one.
import { html, render } from 'lit';
import type { Worker } from '../commands.ts';
import '../components/blank.ts';
import { t } from '../messages/index.ts';
import { cardOf } from './card.ts';
import { preparePage } from './page.ts';

/** Called again with another address when another record is opened; the page itself stays. */
export function mount(root: HTMLElement, worker: Worker, query: URLSearchParams): void {
  if (root.childElementCount === 0) preparePage(root, worker, t('panel.title'));
  document.documentElement.dataset['surface'] = 'paper';
  render(hasRecord(query) ? html`${cardOf(worker, query)}` : nothingOpen(), root);
}

function hasRecord(query: URLSearchParams): boolean {
  return Boolean(query.get('type') && query.get('id'));
}

function nothingOpen() {
  return html`<sb-blank .heading=${t('panel.none')} .text=${t('panel.noneText')}></sb-blank>`;
}
