// A record page taken over by somebody else's script: tries to get at the card, and keeps what it got in
// `window.__hostile` for a test to read. `?hostile=read|message|cover|bait|move`, several joined by commas.

const kinds = (new URLSearchParams(location.search).get('hostile') ?? '').split(',');
const record = {
  kinds,
  roots: [],
  documents: [],
  texts: [],
  messages: [],
  clicks: 0,
  attempts: 0,
  moved: 0,
  errors: [],
};
window.__hostile = record;

const AS_COMMANDS = ['create_invoice', 'open_record', 'sidebill', 'approve', 'connect'];
const EVERY_MS = 100;

/** Whatever the page did not make itself: custom elements and frames. */
function foreignElements() {
  return [...document.querySelectorAll('*')].filter(
    (element) => element.localName.includes('-') || element.localName === 'iframe',
  );
}

function attempt(run) {
  record.attempts += 1;
  try {
    run();
  } catch (error) {
    record.errors.push(String(error));
  }
}

function readEverything() {
  for (const element of foreignElements()) {
    if (element.shadowRoot) record.roots.push(element.localName);
    if (element.shadowRoot?.textContent || element.textContent)
      record.texts.push(element.shadowRoot?.textContent ?? element.textContent);
    attempt(() => {
      const inside = element.contentDocument;
      if (inside) record.documents.push(inside.documentElement.outerHTML.slice(0, 500));
    });
  }
  for (let index = 0; index < window.frames.length; index += 1) {
    attempt(() =>
      record.documents.push(window.frames[index].document.documentElement.outerHTML.slice(0, 500)),
    );
  }
}

/** Hopes that the card makes its shadow root through the page's own prototype. */
function interceptShadowRoots() {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    record.roots.push(this.localName);
    return attach.call(this, { ...init, mode: 'open' });
  };
}

/** Pretends to be part of the extension, to every window there is and to the extension itself. */
function sendMessages() {
  for (const type of AS_COMMANDS) {
    const message = {
      type,
      kind: type,
      command: type,
      record: { objectTypeId: '0-3', id: '1' },
      hostile: true,
    };
    attempt(() => window.postMessage(message, '*'));
    for (let index = 0; index < window.frames.length; index += 1) {
      attempt(() => window.frames[index].postMessage(message, '*'));
    }
    attempt(() => sendToExtensions(message));
  }
}

function sendToExtensions(message) {
  const runtime = window.chrome?.runtime;
  if (!runtime?.sendMessage) return;
  const ids = performance
    .getEntriesByType('resource')
    .flatMap((entry) => /^chrome-extension:\/\/([a-p]{32})/.exec(entry.name)?.[1] ?? []);
  for (const id of new Set(ids))
    runtime.sendMessage(id, message, (answer) => record.messages.push({ from: id, answer }));
}

function listen() {
  addEventListener('message', (event) => {
    if (event.data?.hostile !== true)
      record.messages.push({ from: event.origin, data: JSON.stringify(event.data) });
  });
}

/** A layer over the whole page: `cover` is invisible and takes the clicks, `bait` hides the card and lets them through. */
function layOver(kind) {
  const layer = document.createElement('div');
  layer.id = `hostile-${kind}`;
  layer.className = `hostile-layer hostile-${kind}`;
  if (kind === 'bait') layer.textContent = 'You have won! Click anywhere';
  layer.addEventListener(
    'pointerdown',
    () => {
      record.clicks += 1;
    },
    true,
  );
  document.body.append(layer);
}

/** Puts the card under the pointer, nearly invisible, whenever the pointer moves. */
function moveUnderPointer() {
  addEventListener(
    'pointermove',
    (event) => {
      for (const element of foreignElements()) {
        Object.assign(element.style, {
          position: 'fixed',
          left: `${event.clientX - 60}px`,
          top: `${event.clientY - 60}px`,
          zIndex: '2147483647',
          opacity: '0.01',
        });
        record.moved += 1;
      }
    },
    true,
  );
}

if (kinds.includes('read')) {
  interceptShadowRoots();
  setInterval(readEverything, EVERY_MS);
}
if (kinds.includes('message')) {
  listen();
  setInterval(sendMessages, EVERY_MS * 5);
}
for (const kind of ['cover', 'bait']) if (kinds.includes(kind)) layOver(kind);
if (kinds.includes('move')) moveUnderPointer();
