// A few words beside the place of a click that was not taken.
import { css, html, LitElement, type TemplateResult } from 'lit';
import { t } from '../messages/index.ts';
import { shared } from '../style/base.ts';

const SHOWN_MS = 3_000;
const BELOW_PX = 14;

export class Hint extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        z-index: 2;
        inset-inline: var(--gap-3);
        display: grid;
        justify-content: center;
        pointer-events: none;
      }
      p {
        padding: 5px 10px;
        border-radius: var(--radius);
        background: var(--ink);
        color: var(--paper);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<p class="small" role="status">${t('card.clickAgain')}</p>`;
  }
}
customElements.define('sb-hint', Hint);

let shown: { hint: HTMLElement; end: ReturnType<typeof setTimeout> } | undefined;

/** Says under this height of the page that the click there did nothing, and why. */
export function askToClickAgain(height_px: number): void {
  clearTimeout(shown?.end);
  const hint = shown?.hint ?? document.createElement('sb-hint');
  hint.style.top = `${height_px + BELOW_PX}px`;
  document.body.append(hint);
  shown = {
    hint,
    end: setTimeout(() => {
      hint.remove();
      shown = undefined;
    }, SHOWN_MS),
  };
}
