// A search field with a list below it: type, arrow down, Enter.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { t } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { icon } from './icons.ts';

export interface Found {
  id: string;
  title: string;
  detail: string;
  /** Why it cannot be chosen, or ''. */
  barred: string;
}

const PAUSE_MS = 180;

export class Finder extends LitElement {
  static override properties = {
    label: {},
    hint: {},
    search: { attribute: false },
    _text: { state: true },
    _found: { state: true },
    _active: { state: true },
  };
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
      }
      .field {
        position: relative;
      }
      .field svg {
        position: absolute;
        inset: 8px auto auto 9px;
        color: var(--ink-faint);
        pointer-events: none;
      }
      .input {
        padding-inline-start: 31px;
      }
      .list {
        position: absolute;
        z-index: 5;
        inset: calc(100% + 4px) 0 auto 0;
        max-height: 264px;
        overflow-y: auto;
        padding: 4px;
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--float);
      }
      .option {
        display: grid;
        padding: 6px 8px;
        border-radius: var(--radius-s);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      .option.active {
        background: var(--accent-wash);
      }
      .option[aria-disabled='true'] {
        cursor: default;
      }
      .empty {
        padding: 6px 8px;
        color: var(--ink-soft);
      }
    `,
  ];

  declare label: string;
  declare hint: string;
  declare search: (text: string) => Promise<Found[]>;
  declare _text: string;
  declare _found: Found[] | null;
  declare _active: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.hint = '';
    this._text = '';
    this._found = null;
    this._active = -1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const listed = this._found !== null && this._found.length > 0;
    return html`<label class="label" for="text">${this.label}</label>
      <div class="field">
        ${icon('search')}
        <input
          id="text"
          class="input"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${listed}
          aria-controls=${listed ? 'list' : nothing}
          aria-activedescendant=${listed && this._active >= 0 ? `option-${this._active}` : nothing}
          placeholder=${this.hint}
          .value=${this._text}
          @input=${this.#typed}
          @keydown=${this.#key}
          @blur=${this.#left}
        />
      </div>
      ${this.#list()}`;
  }

  #list(): TemplateResult | typeof nothing {
    if (this._found === null) return nothing;
    if (this._found.length === 0) {
      return html`<div class="list"><p class="empty" role="status">${t('add.none', { text: this._text })}</p></div>`;
    }
    return html`<div class="list" id="list" role="listbox" aria-label=${this.label}>
      ${this._found.map(
        (found, index) => html`<div
          id="option-${index}"
          class="option ${index === this._active ? 'active' : ''}"
          role="option"
          aria-selected=${index === this._active}
          aria-disabled=${found.barred !== ''}
          @pointerenter=${() => {
            this._active = index;
          }}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => this.#pick(found)}
        >
          <span>${found.title}</span>
          <span class="small soft">${[found.barred, found.detail].filter(Boolean).join(' · ')}</span>
        </div>`,
      )}
    </div>`;
  }

  #typed(event: InputEvent): void {
    this._text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    if (this._text.trim() === '') this._found = null;
    else this.#timer = setTimeout(() => this.#look(this._text), PAUSE_MS);
  }

  async #look(text: string): Promise<void> {
    const found = await this.search(text);
    if (text !== this._text) return;
    this._found = found;
    this._active = found.findIndex((one) => one.barred === '');
  }

  #key(event: KeyboardEvent): void {
    const found = this._found;
    if (event.key === 'Escape' && found !== null) {
      event.stopPropagation();
      this._found = null;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = found?.[this._active];
      if (chosen) this.#pick(chosen);
    } else if (found !== null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : found.length - 1;
      this._active = (this._active + step) % Math.max(1, found.length);
    }
  }

  #left(): void {
    this._found = null;
  }

  #pick(found: Found): void {
    if (found.barred !== '') return;
    this._text = '';
    this._found = null;
    this.dispatchEvent(new CustomEvent('picked', { detail: found.id }));
  }
}
customElements.define('sb-finder', Finder);
