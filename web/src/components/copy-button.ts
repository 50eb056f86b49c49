// Copies a text and says so.
import { html, LitElement, type TemplateResult } from 'lit';
import { t } from '../messages/index.ts';
import { shared } from '../style/base.ts';

const SHOWN_MS = 1_600;

export class CopyButton extends LitElement {
  static override properties = { text: {}, label: {}, _copied: { state: true } };
  static override styles = shared;

  declare text: string;
  declare label: string;
  declare _copied: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.label = t('common.copy');
    this._copied = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    return html`<button class="button tight" type="button" @click=${this.#copy}>
      <span role="status">${this._copied ? t('common.copied') : this.label}</span>
    </button>`;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text);
    this._copied = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this._copied = false;
    }, SHOWN_MS);
  }
}
customElements.define('sb-copy', CopyButton);
