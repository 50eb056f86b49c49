// The browser, behind one file: everything the worker needs of it, and nothing else of the extension API.
// Tests put another one in its place.

export interface Browser {
  readonly version: string;
  /** 'chrome-extension://<id>', without a slash at its end. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  online(): boolean;
  /** Runs `work` while no other context of the extension holds this lock. */
  hold<T>(lock: string, work: () => Promise<T>): Promise<T>;
  /** Memory that outlives the worker and ends with the browser; only the extension's own contexts see it. */
  readonly session: SessionMemory;
  /** Wakes the worker at this time, and every so many minutes after it when given. */
  setAlarm(name: string, at_ms: number, every_minutes?: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  /** Opens one of the extension's pages in a tab of its own. */
  openTab(path: string): Promise<void>;
  /** Says something to all of the extension's pages that are open, if there are any. Nobody has to hear it. */
  tell(message: unknown): void;
  /** The address to which a consent page sends back. */
  redirectUrl(): string;
  /** Shows a consent page; the address it sent back to, or null when the person closed it. */
  consent(url: string): Promise<string | null>;
  /** May this origin be called? */
  mayCall(origin: string): Promise<boolean>;
}

export interface SessionMemory {
  read<T>(key: string): Promise<T | null>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Who sent a message or opened a port. */
export interface Sender {
  id: string;
  url: string;
  /** Null for a page without a tab: the side panel, or the background itself. */
  tab: number | null;
  /** 0 for the page of a tab, more for a frame in it. */
  frame: number;
}

/** One page's open line to the worker. */
export interface Port {
  readonly name: string;
  readonly sender: Sender;
  /** Told to nobody once the page has gone. */
  post(message: unknown): void;
  /** Called at once when the page has gone already. */
  onClosed(listener: () => void): void;
}

export interface Listeners {
  message(message: unknown, sender: Sender): Promise<unknown>;
  connect(port: Port): void;
  alarm(name: string): void;
  /** The worker was started: by an event, by the browser's start, by an update. */
  started(): void;
  tabClosed(tab: number): void;
}

function senderOf(sender: chrome.runtime.MessageSender | undefined): Sender {
  return {
    id: sender?.id ?? '',
    url: sender?.url ?? '',
    tab: sender?.tab?.id ?? null,
    frame: sender?.frameId ?? 0,
  };
}

/** Chromium keeps to 30 seconds between alarms; asking for less would only be warned about. */
const shortestAlarm_ms = 30_000;

export function realBrowser(): Browser {
  return {
    version: chrome.runtime.getManifest().version,
    origin: chrome.runtime.getURL('').replace(/\/$/, ''),
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    online: () => navigator.onLine,
    hold: (lock, work) => navigator.locks.request(lock, work) as ReturnType<typeof work>,
    session: {
      read: async (key) => ((await chrome.storage.session.get(key))[key] as never) ?? null,
      write: (key, value) => chrome.storage.session.set({ [key]: value }),
      remove: (key) => chrome.storage.session.remove(key),
    },
    setAlarm: (name, at_ms, every_minutes) =>
      chrome.alarms.create(name, {
        when: Math.max(at_ms, Date.now() + shortestAlarm_ms),
        ...(every_minutes === undefined ? {} : { periodInMinutes: every_minutes }),
      }),
    clearAlarm: async (name) => {
      await chrome.alarms.clear(name);
    },
    openTab: async (path) => {
      await chrome.tabs.create({ url: chrome.runtime.getURL(path) });
    },
    tell: tellPages,
    redirectUrl: () => chrome.identity.getRedirectURL(),
    consent: askConsent,
    mayCall: (origin) => chrome.permissions.contains({ origins: [`${origin}/*`] }),
  };
}

function tellPages(message: unknown): void {
  chrome.runtime.sendMessage(message).catch((error: unknown) => {
    // No page is open, or none of them answers: the browsers report both as errors of these words.
    if (!/receiving end|port closed/i.test(String(error))) console.error('Pages could not be told.', error);
  });
}

async function askConsent(url: string): Promise<string | null> {
  try {
    return (await chrome.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch (error) {
    // Chromium and Firefox report a closed window as an error of its own text, and nothing else tells it apart.
    if (/cancel|not approve|did not|closed/i.test(String(error))) return null;
    throw error;
  }
}

/** Registers everything the worker listens to. Must run while the worker's module is first evaluated. */
export function listen(listeners: Listeners): void {
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    listeners.message(message, senderOf(sender)).then(respond);
    return true;
  });
  chrome.runtime.onConnect.addListener((port) => listeners.connect(portOf(port)));
  chrome.alarms.onAlarm.addListener((alarm) => listeners.alarm(alarm.name));
  chrome.runtime.onStartup.addListener(() => listeners.started());
  chrome.runtime.onInstalled.addListener(() => listeners.started());
  chrome.tabs.onRemoved.addListener((tab) => listeners.tabClosed(tab));
  chrome.action?.onClicked.addListener(openPanel);
}

/**
 * Listens for the end of the line at once: the worker may still be starting when the page has gone, and a line that is
 * dead can neither be written to nor listened to any more.
 */
function portOf(port: chrome.runtime.Port): Port {
  const closing = new Set<() => void>();
  let closed = false;
  port.onDisconnect.addListener(() => {
    closed = true;
    for (const listener of closing) listener();
  });
  return {
    name: port.name,
    sender: senderOf(port.sender),
    post: (message) => {
      if (!closed) port.postMessage(message);
    },
    onClosed: (listener) => {
      if (closed) listener();
      else closing.add(listener);
    },
  };
}

/** Side panel in Chromium, sidebar in Firefox; both need the click that led here. */
function openPanel(tab: chrome.tabs.Tab): void {
  const opened = chrome.sidePanel
    ? chrome.sidePanel.open({ windowId: tab.windowId })
    : (chrome as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
  opened.catch((error: unknown) => console.error('The side panel could not be opened.', error));
}

/** Keeps the session memory from content scripts, where the browser lets it be said. */
export async function guardSessionMemory(): Promise<void> {
  await chrome.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
