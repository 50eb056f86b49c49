// The worker, as pages see it: commands over messages, a run's views over a port.
import type { Issue, RecordRef } from '@sidebill/core';
import type { CommandAnswer, CommandName, Commands, RunView, Worker } from '@sidebill/web/commands.ts';
import { recordText } from '../driver/identity.ts';
import { isUnread, type Unread } from '../driver/view.ts';
import { readNews } from '../worker/news.ts';
import { startedInFrame } from '../worker/trust.ts';
import type { Sight } from './sight.ts';

/** Asking these twice does no harm: the worker may have been stopped in the middle of the first time. */
const askedOnce: ReadonlySet<CommandName> = new Set([
  'hubspot.connect',
  'hubspot.disconnect',
  'quickbooks.connect',
  'quickbooks.disconnect',
  'page.open',
]);

const reconnectAfter_ms = 300;

export function workerClient(sight: Sight | null): Worker {
  return {
    send: async (name, request) => {
      if (name === 'quickbooks.connect' && !(await mayCallBroker(request))) {
        return problem('permission-missing', { service: 'broker' });
      }
      const seen = sight?.isSeen() ?? false;
      if (sight && !seen && needsSight(name, request)) return openAlone(request);
      return ask(name, request, seen);
    },
    watch,
    watchRecord,
  };
}

function problem(code: string, args: Record<string, string>): CommandAnswer<never> {
  return { value: null, issues: [{ code, severity: 'error', path: '', args }] };
}

async function ask<N extends CommandName>(
  name: N,
  request: Commands[N]['request'],
  seen: boolean,
): Promise<CommandAnswer<Commands[N]['answer']>> {
  const message = { name, request, seen };
  try {
    return await answered(message);
  } catch (error) {
    if (askedOnce.has(name)) return interrupted(error);
  }
  try {
    return await answered(message);
  } catch (error) {
    return interrupted(error);
  }
}

/** A worker that is stopped before it answers answers nothing, or the message fails: it depends on the moment. */
async function answered<Answer>(message: unknown): Promise<CommandAnswer<Answer>> {
  const answer: CommandAnswer<Answer> | undefined = await chrome.runtime.sendMessage(message);
  if (answer === undefined) throw new Error('The worker was stopped before it answered.');
  return answer;
}

function interrupted(error: unknown): CommandAnswer<never> {
  console.error('The worker did not answer.', error);
  return problem('worker-failed', {});
}

/** Only a click in a page can ask for a host, so it is asked for here and not in the worker. */
function mayCallBroker(request: unknown): Promise<boolean> {
  const { method, url } = request as { method?: unknown; url?: unknown };
  if (method !== 'broker') return Promise.resolve(true);
  if (typeof url !== 'string' || !URL.canParse(url.trim())) return Promise.resolve(false);
  const { protocol, origin } = new URL(url.trim());
  if (protocol !== 'https:') return Promise.resolve(false);
  return chrome.permissions.request({ origins: [`${origin}/*`] });
}

function needsSight(name: CommandName, request: unknown): boolean {
  const { operation } = request as { operation?: keyof typeof startedInFrame };
  return name === 'run.start' && operation !== undefined && startedInFrame[operation] === 'when-seen';
}

/** The card cannot be sure that the person sees it: the same card in a tab of its own can. */
async function openAlone(request: unknown): Promise<CommandAnswer<never>> {
  const { input } = request as { input?: { portal?: string; record?: RecordRef } };
  await chrome.runtime.sendMessage({
    name: 'card.alone',
    request: { record: { portal: input?.portal, ...input?.record } },
  });
  return problem('run-cancelled', {});
}

function watch(run: string, changed: (view: RunView) => void, unread: (issues: Issue[]) => void): () => void {
  let over = false;
  let port: chrome.runtime.Port | null = null;
  const connect = () => {
    if (over) return;
    port = chrome.runtime.connect({ name: `run:${run}` });
    port.onMessage.addListener((told: RunView | Unread) => {
      if (isUnread(told)) unread(told.unread);
      else changed(told);
    });
    // The worker was stopped, not the run: connecting starts a fresh one.
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError; // read, as the browser complains otherwise: it was stopped while we connected
      setTimeout(connect, reconnectAfter_ms);
    });
  };
  connect();
  return () => {
    over = true;
    port?.disconnect();
  };
}

/** News come as messages, not over a port: an open port would start a sleeping worker again and again. */
function watchRecord(record: RecordRef, began: (run: string) => void): () => void {
  const hear = (message: unknown, sender: chrome.runtime.MessageSender) => {
    // The worker has no tab; a content script, which must not speak for it, has one.
    if (sender.id !== chrome.runtime.id || sender.tab) return;
    const news = readNews(message);
    if (news?.record === recordText(record)) began(news.run);
  };
  chrome.runtime.onMessage.addListener(hear);
  return () => chrome.runtime.onMessage.removeListener(hear);
}
