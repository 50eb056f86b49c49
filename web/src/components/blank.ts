// A page with nothing on it yet, and why.
import { css, html, LitElement, type TemplateResult } from 'lit';
import { shared } from '../style/base.ts';
import { mark } from './icons.ts';

export class Blank extends LitElement {
  static override properties = { heading: {}, text: {} };
  static override styles = [
    shared,
    css`
      main {
        display: grid;
        gap: var(--gap-2);
        justify-items: center;
        padding: 88px var(--gap-5);
        text-align: center;
      }
      svg {
        margin-bottom: var(--gap-2);
      }
      h1 {
        font-size: var(--text-l);
      }
    `,
  ];

  declare heading: string;
  declare text: string;

  constructor() {
    super();
    this.heading = '';
    this.text = '';
  }

  override render(): TemplateResult {
    return html`<main>
      ${mark()}
      <h1>${this.heading}</h1>
      <p class="soft">${this.text}</p>
    </main>`;
  }
}
customElements.define('sb-blank', Blank);
