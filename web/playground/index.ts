// The list of all states, and a frame of chosen width and theme that shows one of them.
import { html, render } from 'lit';
import { states } from './states/index.ts';

const WIDTHS = [280, 360, 420, 720, 1200];
const THEMES = ['light', 'dark'];

const chosen = new URLSearchParams(location.hash.slice(1));
const state = () => chosen.get('state') ?? states[0]?.name ?? '';
const width = () => chosen.get('width') ?? '360';
const theme = () => chosen.get('theme') ?? 'light';

function choose(name: string, value: string): void {
  chosen.set(name, value);
  location.hash = chosen.toString();
  draw();
}

function draw(): void {
  render(
    html`<style>
        body { margin: 0; display: grid; grid-template-columns: 220px 1fr; height: 100vh; font: 13px system-ui; }
        nav { overflow: auto; padding: 12px; border-right: 1px solid #ddd; }
        nav button { display: block; width: 100%; border: 0; background: none; padding: 3px 6px; text-align: left; }
        nav button[aria-current='true'] { background: #e6f1ef; }
        main { display: grid; grid-template-rows: auto 1fr; padding: 12px; gap: 12px; min-height: 0; }
        iframe { border: 1px solid #ccc; height: 100%; }
      </style>
      <nav>
        ${states.map(
          ({ name }) =>
            html`<button aria-current=${name === state()} @click=${() => choose('state', name)}>${name}</button>`,
        )}
      </nav>
      <main>
        <div>
          ${WIDTHS.map((each) => html`<button @click=${() => choose('width', String(each))}>${each}</button>`)}
          ${THEMES.map((each) => html`<button @click=${() => choose('theme', each)}>${each}</button>`)}
        </div>
        <iframe
          title="State"
          width=${width()}
          src=${`./frame.html?state=${encodeURIComponent(state())}&theme=${theme()}`}
        ></iframe>
      </main>`,
    document.body,
  );
}

draw();
