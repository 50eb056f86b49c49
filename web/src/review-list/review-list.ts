// Proposed pairs of two lists, looked through by keyboard: accept, reject, next, undo. Ten thousand of them are as quick
// as ten, because only the rows in sight are drawn.
import { defaultRangeExtractor, type Range, VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../components/icons.ts';
import { numberFormat } from '../intl.ts';
import { language, t, word } from '../messages/index.ts';
import { breakdownStyles } from '../reasons/breakdown.ts';
import { reasonStyles } from '../reasons/list.ts';
import { shared } from '../style/base.ts';
import { Decisions, FILTERS, type Filter } from './decisions.ts';
import { pair } from './pair.ts';
import type { Decided, Proposal } from './proposal.ts';
import { reviewListStyles, rowHeightPx } from './review-list.styles.ts';
import { row } from './row.ts';

const PAGE = 10;
const OVERSCAN = 8;

/** Tells `decided` with what changed, undoing included: whoever holds the proposals stores it. */
export class ReviewList extends LitElement {
  static override properties = {
    proposals: { attribute: false },
    made: { attribute: false },
    _filter: { state: true },
    _at: { state: true },
    _told: { state: true },
  };
  static override styles = [shared, reasonStyles, breakdownStyles, reviewListStyles];

  declare proposals: readonly Proposal[];
  /** Decisions of an earlier sitting. */
  declare made: Decided;
  declare _filter: Filter;
  /** Where one is, in the list as it is filtered. */
  declare _at: number;
  declare _told: string;
  #decisions = new Decisions([]);
  #shown: readonly Proposal[] = [];
  readonly #rows = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.renderRoot?.querySelector<HTMLElement>('#list') ?? null,
    estimateSize: () => rowHeightPx(),
    overscan: OVERSCAN,
    rangeExtractor: (range) => this.#drawn(range),
  });
  readonly #narrow = matchMedia('(max-width: 720px)');
  readonly #remeasure = () => this.#rows.getVirtualizer().measure();

  constructor() {
    super();
    this.proposals = [];
    this.made = [];
    this._filter = 'all';
    this._at = 0;
    this._told = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener('change', this.#remeasure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#remeasure);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#list')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('proposals') || changed.has('made')) {
      this.#decisions = new Decisions(this.proposals, this.made);
    }
    this.#shown = this.#decisions.shown(this._filter);
    this._at = Math.max(0, Math.min(this._at, this.#shown.length - 1));
    const rows = this.#rows.getVirtualizer();
    rows.setOptions({ ...rows.options, count: this.#shown.length });
  }

  override render(): TemplateResult {
    if (this.proposals.length === 0) return html`<p class="none soft">${t('matching.empty')}</p>`;
    const current = this.#shown[this._at];
    return html`${this.#bar()}
      <div class="both">
        ${this.#list()}
        ${
          current
            ? pair(current, this.#decisions.of(current), {
                accept: (right) => this.#accept(right),
                reject: () => this.#reject(),
              })
            : nothing
        }
      </div>
      <p class="visually-hidden" role="status">${this._told}</p>`;
  }

  #bar(): TemplateResult {
    const certain = this.#decisions.certainLeft;
    return html`<div class="bar">
      <div class="filters" role="group" aria-label=${t('matching.filter')}>
        ${FILTERS.map(
          (filter) => html`<button
            class="button tight ${filter === this._filter ? 'chosen' : ''}"
            aria-pressed=${filter === this._filter}
            @click=${() => this.#choose(filter)}
          >
            ${word('outcomes', filter)} <span class="figure faint">${numberFormat(language).format(this.#decisions.count(filter))}</span>
          </button>`,
        )}
      </div>
      <p class="progress small soft">
        ${t('matching.progress', { decided: this.#decisions.decided, count: this.proposals.length })}
      </p>
      <button
        class="button tight"
        aria-keyshortcuts="U"
        ?disabled=${!this.#decisions.canUndo}
        @click=${() => this.#undo()}
      >
        ${t('matching.undo')}<kbd aria-hidden="true">U</kbd>
      </button>
      <button class="button tight" ?disabled=${certain === 0} @click=${() => this.#acceptCertain()}>
        ${icon('check')}${t('matching.acceptCertain', { count: certain })}
      </button>
    </div>`;
  }

  #list(): TemplateResult {
    const rows = this.#rows.getVirtualizer();
    if (this.#shown.length === 0) return html`<p class="none soft">${t('matching.noneHere')}</p>`;
    return html`<div
      id="list"
      class="panel"
      role="listbox"
      tabindex="0"
      aria-label=${t('matching.title')}
      aria-activedescendant="row-${this._at}"
      @keydown=${this.#key}
    >
      <div class="whole" role="presentation" .style=${`height: ${rows.getTotalSize()}px`}>
        ${repeat(
          rows.getVirtualItems(),
          ({ index }) => this.#shown[index]?.left.id ?? index,
          ({ index, start }) => this.#row(index, start),
        )}
      </div>
    </div>`;
  }

  #row(index: number, top_px: number): TemplateResult | typeof nothing {
    const proposal = this.#shown[index];
    if (!proposal) return nothing;
    const place = { index, count: this.#shown.length, top_px, active: index === this._at };
    return row(proposal, this.#decisions.of(proposal), place, () => {
      this._at = index;
    });
  }

  /** What is in sight, and the row that one is at: the list refers to it wherever one has scrolled. */
  #drawn(range: Range): number[] {
    const inSight = defaultRangeExtractor(range);
    if (this.#shown.length === 0 || inSight.includes(this._at)) return inSight;
    return [...inSight, this._at].sort((a, b) => a - b);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  readonly #actions: Readonly<Record<string, () => void>> = {
    a: () => this.#accept(),
    Enter: () => this.#accept(),
    r: () => this.#reject(),
    Delete: () => this.#reject(),
    u: () => this.#undo(),
    j: () => this.#goTo(this._at + 1),
    ArrowDown: () => this.#goTo(this._at + 1),
    k: () => this.#goTo(this._at - 1),
    ArrowUp: () => this.#goTo(this._at - 1),
    PageDown: () => this.#goTo(this._at + PAGE),
    PageUp: () => this.#goTo(this._at - PAGE),
    Home: () => this.#goTo(0),
    End: () => this.#goTo(this.#shown.length - 1),
  };

  #goTo(index: number): void {
    this._at = Math.max(0, Math.min(index, this.#shown.length - 1));
    this.#rows.getVirtualizer().scrollToIndex(this._at);
  }

  #choose(filter: Filter): void {
    const current = this.#shown[this._at];
    this._filter = filter;
    const at = current ? this.#decisions.shown(filter).indexOf(current) : -1;
    this.updateComplete.then(() => this.#goTo(Math.max(0, at)));
  }

  #accept(right?: string): void {
    const current = this.#shown[this._at];
    if (current) this.#take(this.#decisions.accept(current, right), t('matching.accepted'), current);
  }

  #reject(): void {
    const current = this.#shown[this._at];
    if (current) this.#take(this.#decisions.reject(current), t('matching.rejected'), current);
  }

  #take(decided: Decided, said: string, { left }: Proposal): void {
    if (decided.length === 0) return;
    this.#tell(decided, `${said}: ${left.title}`);
    this.#toNextOpen();
  }

  #acceptCertain(): void {
    const decided = this.#decisions.acceptCertain();
    this.#tell(decided, t('matching.acceptedCertain', { count: decided.length }));
    this.#toNextOpen();
  }

  /** Back to where the undone step began, shown again if the filter hides it. */
  #undo(): void {
    const undone = this.#decisions.undo();
    const [first] = undone;
    if (!first) return;
    this.#tell(undone, t('matching.undone'));
    const isFirst = ({ left }: Proposal) => left.id === first[0];
    if (!this.#decisions.shown(this._filter).some(isFirst)) this._filter = 'all';
    const at = this.#decisions.shown(this._filter).findIndex(isFirst);
    this.updateComplete.then(() => this.#goTo(at));
  }

  /** The next one that nobody has decided; where there is none, one stays. */
  #toNextOpen(): void {
    const next = this.#shown.findIndex((one, index) => index > this._at && !this.#decisions.of(one));
    if (next >= 0) this.#goTo(next);
  }

  #tell(decided: Decided, words: string): void {
    this._told = words;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent<Decided>('decided', { detail: decided }));
  }
}
customElements.define('sb-review-list', ReviewList);
