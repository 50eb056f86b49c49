// The list of all requests, as a page.
import type { Worker } from '../commands.ts';
import { t } from '../messages/index.ts';
import { Requests } from '../requests/requests.ts';
import { preparePage } from './page.ts';

export function mount(root: HTMLElement, worker: Worker, _query: URLSearchParams): void {
  preparePage(root, worker, `${t('app.name')}: ${t('requests.title')}`);
  const requests = new Requests();
  requests.worker = worker;
  root.replaceChildren(requests);
}
