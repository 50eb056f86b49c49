// A search field with a list below it, as the combobox of ARIA 1.2: it asks with every key and never waits to type.
import type { Issue } from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { issueText, t } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { icon } from './icons.ts';

export interface Found {
  id: string;
  title: string;
  detail: string;
  /** Why it cannot be chosen, or ''. */
  barred: string;
}

export interface FoundAnswer {
  found: Found[];
  /** Why nothing could be searched. */
  issues: Issue[];
}

/** The entry at the end of the list that makes a new record of what was typed. */
export interface CreateEntry {
  title: string;
  detail: string;
}

const PAGE = 5;
/** A screen reader tells the count when the typing rests, and does not talk into every key. */
const TOLD_AFTER_MS = 500;

/** Tells `picked` with an id, `create` with what was typed, and `answered` with the text whose list it shows. */
export class Finder extends LitElement {
  static override properties = {
    label: {},
    hint: {},
    search: { attribute: false },
    create: { attribute: false },
    _text: { state: true },
    _answer: { state: true },
    _open: { state: true },
    _active: { state: true },
    _walking: { state: true },
    _told: { state: true },
  };

  declare label: string;
  declare hint: string;
  declare search: (text: string) => Promise<FoundAnswer>;
  /** What the last entry of the list is called; null where nothing can be created. */
  declare create: ((text: string) => CreateEntry | null) | null;
  declare _text: string;
  /** The last answer that came, and the text that it answers. */
  declare _answer: (FoundAnswer & { text: string }) | null;
  declare _open: boolean;
  declare _active: number;
  /** The arrows have gone into the list: Home and End go with them, until something is typed. */
  declare _walking: boolean;
  declare _told: string;
  #asked = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.hint = '';
    this.create = null;
    this._text = '';
    this._answer = null;
    this._open = false;
    this._active = -1;
    this._walking = false;
    this._told = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#telling);
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const open = this._open && this._answer !== null;
    return html`<label class="label" for="text">${this.label}</label>
      <div class="field">
        ${icon('search')}
        <input
          id="text"
          class="input"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls=${open ? 'list' : nothing}
          aria-activedescendant=${open && this._active >= 0 ? `option-${this._active}` : nothing}
          placeholder=${this.hint}
          .value=${this._text}
          @input=${this.#typed}
          @keydown=${this.#key}
          @focus=${this.#entered}
          @blur=${this.#close}
        />
      </div>
      ${open ? this.#list() : nothing}
      <p class="visually-hidden" role="status">${this._told}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_active')) {
      this.renderRoot.querySelector(`#option-${this._active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  #list(): TemplateResult {
    const [issue] = this._answer?.issues ?? [];
    const entry = this.#entry();
    const none = this.#found.length === 0;
    // Clicking or scrolling in the list takes no focus from the field.
    return html`<div class="list" @mousedown=${(event: Event) => event.preventDefault()}>
      ${issue ? failure(issue) : none ? html`<p class="none">${this.#noneWords()}</p>` : nothing}
      <div id="list" role="listbox" aria-label=${this.label} aria-busy=${!this.#isCurrent}>
        ${this.#found.map((found, index) =>
          this.#option(
            index,
            html`<span><bdi>${found.title}</bdi></span>
              <span class="small soft">${[found.barred, found.detail].filter(Boolean).join(' · ')}</span>`,
            found.barred !== '',
          ),
        )}
        ${
          entry
            ? this.#option(
                this.#found.length,
                html`<span class="new">${icon('plus')}<span>${entry.title}</span></span>
                  ${entry.detail === '' ? nothing : html`<span class="small soft">${entry.detail}</span>`}`,
                false,
              )
            : nothing
        }
      </div>
    </div>`;
  }

  #option(index: number, content: TemplateResult, barred: boolean): TemplateResult {
    const active = index === this._active;
    return html`<div
      id="option-${index}"
      class="option ${active ? 'active' : ''} ${index === this.#found.length ? 'create' : ''}"
      role="option"
      aria-selected=${active}
      aria-disabled=${barred}
      @pointermove=${() => {
        this._active = index;
      }}
      @click=${() => this.#pick(index)}
    >
      ${content}
    </div>`;
  }

  #typed(event: InputEvent): void {
    this._text = (event.target as HTMLInputElement).value;
    this._walking = false;
    this.#ask();
  }

  /** Of several questions under way only the last one's answer counts; until it comes the old list stays. */
  async #ask(): Promise<void> {
    this.#asked += 1;
    const question = this.#asked;
    const text = this._text;
    if (text.trim() === '') {
      this._answer = null;
      this.#tell('');
      return;
    }
    const answer = await this.search(text);
    if (question !== this.#asked) return;
    this._answer = { ...answer, text };
    this._active = this.#first;
    this._open = true;
    this.#tell(this.#countWords());
    this.dispatchEvent(new CustomEvent('answered', { detail: text }));
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const act = this.#actions[event.key];
    if (act?.(event)) event.preventDefault();
  }

  /** Each says whether it took the key. */
  readonly #actions: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    ArrowDown: () => this.#walk(this._active + 1),
    ArrowUp: () => this.#walk(this._active - 1),
    PageDown: () => this.#walk(Math.min(this._active + PAGE, this.#count - 1)),
    PageUp: () => this.#walk(Math.max(this._active - PAGE, 0)),
    Home: () => this._walking && this.#walk(0),
    End: () => this._walking && this.#walk(this.#count - 1),
    ArrowLeft: () => this.#backToText(),
    ArrowRight: () => this.#backToText(),
    Enter: () => {
      // Of a list that still answers an older text nothing is taken unseen.
      if (this._open && this.#isCurrent) this.#pick(this._active);
      return true;
    },
    Escape: (event) => {
      if (!this._open && this._text === '') return false;
      event.stopPropagation();
      if (this._open) this.#close();
      else this.#clear();
      return true;
    },
  };

  #walk(to: number): boolean {
    if (this._answer === null || this.#count === 0) return false;
    if (this._open) {
      this._active = (to + this.#count) % this.#count;
      this._walking = true;
    }
    this._open = true;
    return true;
  }

  #backToText(): boolean {
    this._walking = false;
    return false;
  }

  #entered(): void {
    if (this._text.trim() !== '') this._open = this._answer !== null;
  }

  #close(): void {
    this._open = false;
    this._walking = false;
  }

  #clear(): void {
    this._text = '';
    this.#close();
    this.#ask();
  }

  #pick(index: number): void {
    const found = this.#found[index];
    if (found && found.barred === '') {
      this.#clear();
      this.dispatchEvent(new CustomEvent('picked', { detail: found.id }));
    } else if (!found && index >= 0 && this.#entry()) {
      const text = this._text.trim();
      this.#clear();
      this.dispatchEvent(new CustomEvent('create', { detail: text }));
    }
  }

  /** Not where nothing could be searched: what is to be created may be there. */
  #entry(): CreateEntry | null {
    if (this._answer === null || this._answer.issues.length > 0) return null;
    return this.create?.(this._text.trim()) ?? null;
  }

  #noneWords(): string {
    return t('finder.none', { text: this._answer?.text ?? '' });
  }

  #countWords(): string {
    const [issue] = this._answer?.issues ?? [];
    if (issue) return issueText(issue).text;
    return this.#found.length === 0 ? this.#noneWords() : t('finder.count', { count: this.#found.length });
  }

  #tell(words: string): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      this._told = words;
    }, TOLD_AFTER_MS);
  }

  get #found(): Found[] {
    return this._answer?.found ?? [];
  }

  get #count(): number {
    return this.#found.length + (this.#entry() ? 1 : 0);
  }

  /** The best one that can be chosen; to create is never proposed by itself. */
  get #first(): number {
    return this.#found.findIndex(({ barred }) => barred === '');
  }

  get #isCurrent(): boolean {
    return this._answer?.text === this._text;
  }

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
        inset-block-start: 8px;
        inset-inline-start: 9px;
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
        max-height: 324px;
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
        text-align: start;
      }
      .option.active {
        background: var(--accent-wash);
      }
      .option[aria-disabled='true'] {
        color: var(--ink-soft);
        cursor: default;
      }
      .create:not(:first-child) {
        margin-top: 5px;
      }
      .create:not(:first-child)::before {
        content: '';
        margin: -8px -12px 5px;
        border-top: 1px solid var(--line);
        pointer-events: none;
      }
      .new {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 6px;
        color: var(--accent);
        font-weight: 500;
      }
      .new svg {
        margin-top: 1px;
      }
      .new + .small {
        padding-inline-start: 22px;
      }
      .none {
        padding: 6px 8px;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
    `,
  ];
}
customElements.define('sb-finder', Finder);

function failure(issue: Issue): TemplateResult {
  const { text, step } = issueText(issue);
  return html`<p class="none">${text} ${step}</p>`;
}
