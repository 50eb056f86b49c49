// The set-up page, also the extension's options page.
import type { Worker } from '../commands.ts';
import { t } from '../messages/index.ts';
import { Setup } from '../setup/setup.ts';
import { preparePage } from './page.ts';

export function mount(root: HTMLElement, worker: Worker, _query: URLSearchParams): void {
  preparePage(root, worker, `${t('app.name')}: ${t('setup.title')}`);
  const setup = new Setup();
  setup.worker = worker;
  root.replaceChildren(setup);
}
