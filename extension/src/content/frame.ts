// The card's element: a frame of an extension page behind a closed shadow root, which the page can move or cover
// but not look into.

export interface CardElement {
  host: HTMLElement;
  show(address: string): void;
  /** As a column's card, or as a button at the bottom right that opens it. */
  float(floating: boolean): void;
}

/** Before the card tells its height: about what it needs, so that the page does not jump much. */
const usualHeight_px = 240;
const tallest_px = 4000;

// Square corners: Chromium does not reliably take a frame with round ones for wholly visible, and then refuses clicks.
const style = `
:host{all:initial;display:block;margin:0 0 12px}
:host([floating]){position:fixed;right:20px;bottom:20px;z-index:2147483000;margin:0}
iframe{display:block;width:calc(100% - 2px);border:1px solid #dfe3eb;color-scheme:light}
button{display:none}
:host([floating]) iframe{display:none;width:360px;max-height:70vh;margin-bottom:8px;
box-shadow:0 4px 24px #0003}
:host([floating][open]) iframe{display:block}
:host([floating]) button{display:block;margin-left:auto;font:600 14px/20px system-ui,sans-serif;color:#fff;
background:#0b5c4a;border:0;border-radius:20px;padding:10px 18px;cursor:pointer;box-shadow:0 2px 12px #0004}
button:focus-visible{outline:3px solid #7fd1b9;outline-offset:2px}`;

export function createCard(origins: readonly string[]): CardElement {
  const host = document.createElement('sidebill-card');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];
  const frame = document.createElement('iframe');
  frame.title = 'Sidebill';
  frame.style.height = `${usualHeight_px}px`;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Sidebill';
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    button.setAttribute('aria-expanded', String(host.toggleAttribute('open')));
  });
  shadow.append(frame, button);
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || !origins.includes(event.origin)) return;
    const { sidebill, height } = (event.data ?? {}) as { sidebill?: unknown; height?: unknown };
    if (sidebill !== 'height' || typeof height !== 'number' || !(height > 0)) return;
    frame.style.height = `${Math.min(Math.ceil(height), tallest_px)}px`;
  });
  return {
    host,
    show: (address) => {
      if (frame.src !== address) frame.src = address;
    },
    float: (floating) => host.toggleAttribute('floating', floating),
  };
}
