// Which records of HubSpot are which of QuickBooks, as a page.
import type { Worker } from '../commands.ts';
import { MatchRecords } from '../matching/match-records.ts';
import { t } from '../messages/index.ts';
import { preparePage } from './page.ts';

export function mount(root: HTMLElement, worker: Worker, _query: URLSearchParams): void {
  preparePage(root, worker, `${t('app.name')}: ${t('records.title')}`);
  const page = new MatchRecords();
  page.worker = worker;
  root.replaceChildren(page);
}
