// The record that the window's active tab shows, now and whenever it changes: what the side panel is about.
import type { CommandAnswer } from '@sidebill/web/commands.ts';
import type { ShownRecord } from '../content/record-url.ts';
import { shownKey } from '../worker/reports-of-pages.ts';

export function followRecord(show: (query: URLSearchParams) => void): void {
  let shown: string | null = null;
  let asked = 0;
  const update = async () => {
    asked += 1;
    const mine = asked;
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const record = tab?.id === undefined ? null : await recordOf(tab.id);
    // Another tab was opened while we asked.
    if (mine !== asked) return;
    const query = new URLSearchParams(record ? { ...record } : {});
    if (query.toString() === shown) return;
    shown = query.toString();
    show(query);
  };
  const updated = () => {
    update().catch((error: unknown) => console.error('The open record is not known.', error));
  };
  chrome.tabs.onActivated.addListener(updated);
  chrome.storage.session.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(shownKey('')))) updated();
  });
  updated();
}

async function recordOf(tab: number): Promise<ShownRecord | null> {
  const message = { name: 'record.of-tab', request: { tab } };
  const answer: CommandAnswer<ShownRecord | null> = await chrome.runtime.sendMessage(message);
  return answer.value;
}
