// The whole content script: puts the card's frame into a record page, and reports which record is open. It reads
// nothing of the page but its address, and talks to the worker in reports only.
import { createCard } from './frame.ts';
import { placementOf } from './placement.ts';
import { isAppHost, recordOfPath, type ShownRecord } from './record-url.ts';

const look_ms = 1_000;

type Wanted = { deals: boolean; contacts: boolean; companies: boolean };
const wantedName: Record<string, keyof Wanted> = { '0-1': 'contacts', '0-2': 'companies', '0-3': 'deals' };

export function startContent(): void {
  if (window !== top || !isAppHost(location.hostname)) return;
  const page = chrome.runtime.getURL('card.html');
  // Chromium gives the page an address that changes with every session, and loads it under the fixed one.
  const card = createCard([new URL(page).origin, `chrome-extension://${chrome.runtime.id}`]);
  const placement = placementOf(card);
  let path: string | null = null;
  let record: ShownRecord | null = null;
  let reported = '';
  let asked = 0;

  const stop = () => {
    observer.disconnect();
    clearInterval(clock);
    placement.remove();
  };

  /** An extension that was updated or removed leaves this script behind without a worker. */
  const tell = async (name: string, request: unknown): Promise<{ value: unknown } | null> => {
    if (!chrome.runtime?.id) {
      stop();
      return null;
    }
    return chrome.runtime.sendMessage({ name, request });
  };

  const open = async () => {
    asked += 1;
    const mine = asked;
    const shown = recordOfPath(location.pathname);
    record = null;
    placement.begin(performance.now());
    report(shown, null);
    const name = shown ? wantedName[shown.type] : undefined;
    if (!shown || !name) return;
    const answer = await tell('card.wanted', {});
    // Another record was opened while we asked.
    if (mine !== asked || !(answer?.value as Wanted | undefined)?.[name]) return;
    record = shown;
    card.show(`${page}?${new URLSearchParams({ ...shown, host: location.hostname })}`);
    look();
  };

  const report = (shown: ShownRecord | null, anchor: string | null) => {
    const text = JSON.stringify([shown, anchor]);
    if (text === reported) return;
    reported = text;
    told(tell('record.shown', { record: shown, anchor }));
  };

  const look = () => {
    if (location.pathname !== path) {
      path = location.pathname;
      told(open());
    }
    if (record) report(record, placement.settle(performance.now()));
  };

  let due = false;
  const observer = new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      look();
    });
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  // A navigation that changes nothing in the page, and a column that is only hidden, are seen by this.
  const clock = setInterval(look, look_ms);
  // The next page of this tab may have no script of ours that says what it shows.
  addEventListener('pagehide', () => report(null, null));
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) path = null;
    look();
  });
  look();
}

function told(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('Sidebill is not there to be told.', error));
}
