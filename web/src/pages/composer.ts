// The composer as a page: its own tab, or as narrow as a side panel.
import type { Core } from '@sidebill/core';
import type { Worker } from '../commands.ts';
import { Composer } from '../composer/composer.ts';
import { t } from '../messages/index.ts';
import { preparePage } from './page.ts';

export function mount(
  root: HTMLElement,
  worker: Worker,
  query: URLSearchParams,
  loadCore: () => Promise<Core>,
): void {
  preparePage(root, worker, t('compose.title'));
  const composer = new Composer();
  composer.worker = worker;
  composer.query = query;
  composer.loadCore = loadCore;
  root.replaceChildren(composer);
}
