// Customers of QuickBooks of whom HubSpot has no contact: all of them are chosen, and each can be left out.
import type { ProposedRecord } from '@sidebill/core/boundary';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../messages/index.ts';
import { shared } from '../style/base.ts';

const ROW_PX = 44;
const OVERSCAN = 8;

/** Tells `create` with the ids that are chosen, and `leave`. */
export class MissingContacts extends LitElement {
  static override properties = {
    customers: { attribute: false },
    creating: { type: Boolean },
    _without: { state: true },
  };

  declare customers: readonly ProposedRecord[];
  declare creating: boolean;
  /** Ids that are left out. */
  declare _without: ReadonlySet<string>;
  readonly #rows = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.renderRoot?.querySelector<HTMLElement>('#list') ?? null,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });

  constructor() {
    super();
    this.customers = [];
    this.creating = false;
    this._without = new Set();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('customers')) this._without = new Set();
    const rows = this.#rows.getVirtualizer();
    rows.setOptions({ ...rows.options, count: this.customers.length });
  }

  override render(): TemplateResult {
    return html`<div class="head">
        <div>
          <h2 tabindex="-1">${t('import.title')}</h2>
          <p class="small soft">${this.customers.length === 0 ? t('import.noneText') : t('import.lead')}</p>
        </div>
        <div class="actions">
          <button class="button quiet tight" ?disabled=${this.creating} @click=${() => this.#tell('leave')}>
            ${t('common.back')}
          </button>
          ${this.customers.length === 0 ? nothing : this.#create()}
        </div>
      </div>
      ${this.customers.length === 0 ? html`<p class="none soft">${t('import.none')}</p>` : this.#list()}`;
  }

  #create(): TemplateResult {
    const count = this.#chosen.length;
    return html`<button
      class="button primary tight"
      ?disabled=${count === 0 || this.creating}
      @click=${() => this.#tell('create', this.#chosen)}
    >
      ${this.creating ? t('import.creating') : t('import.create', { count })}
    </button>`;
  }

  #list(): TemplateResult {
    const rows = this.#rows.getVirtualizer();
    const none = this.#chosen.length === 0;
    return html`<div class="panel">
      <label class="row all">
        <input
          class="check"
          type="checkbox"
          .checked=${this._without.size === 0}
          .indeterminate=${this._without.size > 0 && !none}
          ?disabled=${this.creating}
          @change=${this.#turnAll}
        />
        ${t('import.all')}
      </label>
      <div id="list">
        <div class="whole" role="list" .style=${`height: ${rows.getTotalSize()}px`}>
          ${repeat(
            rows.getVirtualItems(),
            ({ index }) => this.customers[index]?.id ?? index,
            ({ index, start }) => this.#row(index, start),
          )}
        </div>
      </div>
    </div>`;
  }

  #row(index: number, top_px: number): TemplateResult | typeof nothing {
    const customer = this.customers[index];
    if (!customer) return nothing;
    return html`<div
      class="place"
      role="listitem"
      aria-setsize=${this.customers.length}
      aria-posinset=${index + 1}
      .style=${`transform: translateY(${top_px}px)`}
    >
      <label class="row">
        <input
          class="check"
          type="checkbox"
          .checked=${!this._without.has(customer.id)}
          ?disabled=${this.creating}
          @change=${() => this.#turn(customer.id)}
        />
        <span class="name"><bdi>${customer.name || t('matching.noName')}</bdi></span>
        <span class="detail small faint"><bdi>${customer.detail}</bdi></span>
      </label>
    </div>`;
  }

  #turn(id: string): void {
    const without = new Set(this._without);
    if (!without.delete(id)) without.add(id);
    this._without = without;
  }

  readonly #turnAll = (): void => {
    const all = this._without.size === 0 ? this.customers.map(({ id }) => id) : [];
    this._without = new Set(all);
  };

  get #chosen(): string[] {
    return this.customers.flatMap(({ id }) => (this._without.has(id) ? [] : [id]));
  }

  #tell(what: 'create' | 'leave', detail: string[] = []): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-3);
        align-items: end;
        justify-content: space-between;
      }
      .head > div:first-child {
        flex: 1 1 320px;
        max-width: 640px;
      }
      h2:focus-visible {
        outline: none;
      }
      .actions {
        display: flex;
        gap: var(--gap-2);
      }
      #list {
        max-height: max(280px, calc(100vh - var(--above-list, 150px) - 110px));
        overflow: auto;
        overflow-anchor: none;
      }
      .whole {
        position: relative;
      }
      .place {
        position: absolute;
        inset: 0 0 auto;
      }
      .row {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--gap-3);
        align-items: center;
        height: ${ROW_PX}px;
        padding: 0 var(--gap-3);
        border-bottom: 1px solid var(--line);
      }
      .row:hover {
        background: var(--hover);
      }
      .all {
        grid-template-columns: 18px minmax(0, 1fr);
        color: var(--ink-soft);
      }
      .row > span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name {
        font-weight: 500;
      }
      .place:last-child .row {
        border-bottom: 0;
      }
      @media (max-width: 560px) {
        .place .row {
          grid-template-columns: 18px minmax(0, 1fr);
          align-content: center;
          row-gap: 0;
        }
        .place .check {
          grid-row: span 2;
        }
        .place .detail {
          grid-column: 2;
        }
      }
      .none {
        padding: var(--gap-6) var(--gap-4);
        text-align: center;
      }
    `,
  ];
}
customElements.define('sb-missing-contacts', MissingContacts);
