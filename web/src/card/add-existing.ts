// Choosing invoices that already stand in QuickBooks and tying them to this record.
import type {
  AddInvoiceReport,
  DocumentView,
  FindInvoicesReport,
  Issue,
  RecordRef,
} from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Worker } from '../commands.ts';
import { badgeStyles, statusBadge } from '../components/badge.ts';
import { icon } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { date, money } from '../format.ts';
import { issueText, t } from '../messages/index.ts';
import { Runs } from '../runs.ts';
import { shared } from '../style/base.ts';

const PAUSE_MS = 350;

export class AddExisting extends LitElement {
  static override properties = {
    worker: { attribute: false },
    portal: {},
    record: { attribute: false },
    realm: {},
    linked: { attribute: false },
    _text: { state: true },
    _searched: { state: true },
    _found: { state: true },
    _chosen: { state: true },
    _adding: { state: true },
    _report: { state: true },
    _issues: { state: true },
  };
  static override styles = [
    shared,
    badgeStyles,
    css`
      section {
        display: grid;
        gap: var(--gap-3);
        padding: var(--gap-3);
      }
      .search {
        position: relative;
      }
      .search svg {
        position: absolute;
        inset: 8px auto auto 9px;
        color: var(--ink-faint);
        pointer-events: none;
      }
      .search input {
        padding-inline-start: 31px;
      }
      .results {
        display: grid;
        align-content: start;
        min-height: 148px;
      }
      .results:has(.waiting) {
        place-content: center;
      }
      .found {
        max-height: 320px;
        overflow-y: auto;
        margin: 0 -6px;
      }
      .found label {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 0 10px;
        padding: 7px 6px;
        border-radius: var(--radius-s);
        cursor: pointer;
      }
      .found label:hover {
        background: var(--hover);
      }
      .found li + li label {
        border-top: 1px solid var(--line);
        border-radius: 0;
      }
      .found .check {
        grid-row: 1 / 3;
        margin-top: 1px;
      }
      .found .linked {
        cursor: default;
      }
      .second {
        grid-column: 2 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 0 10px;
      }
      strong {
        font-weight: 600;
      }
      .bones {
        display: grid;
        gap: var(--gap-2);
        padding-top: var(--gap-1);
      }
      .bones .bone {
        height: 34px;
      }
    `,
  ];

  declare worker: Worker;
  declare portal: string;
  declare record: RecordRef;
  declare realm: string;
  /** Keys of the documents that the record already has. */
  declare linked: readonly string[];
  declare _text: string;
  declare _searched: string | null;
  declare _found: FindInvoicesReport | null;
  declare _chosen: ReadonlyMap<string, DocumentView>;
  declare _adding: boolean;
  declare _report: AddInvoiceReport | null;
  declare _issues: Issue[];
  readonly #runs = new Runs(this, () => this.worker);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.linked = [];
    this._text = '';
    this._searched = null;
    this._found = null;
    this._chosen = new Map();
    this._adding = false;
    this._report = null;
    this._issues = [];
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    return html`<section class="panel" aria-labelledby="title" @keydown=${this.#escape}>
      <div class="spread">
        <h2 id="title">${t('add.title')}</h2>
        <button class="button quiet icon" aria-label=${t('common.close')} @click=${this.#close}>
          ${icon('close')}
        </button>
      </div>
      <div>
        <label class="label" for="text">${t('add.search')}</label>
        <div class="search">
          ${icon('search')}
          <input
            id="text"
            class="input"
            type="search"
            autocomplete="off"
            spellcheck="false"
            placeholder=${t('add.hint')}
            .value=${this._text}
            @input=${this.#typed}
          />
        </div>
      </div>
      <div class="results">${this.#results()}</div>
      ${this._issues.map((issue) => issueNotice(issue))} ${this._report ? this.#outcome(this._report) : nothing}
      <button
        class="button primary"
        ?disabled=${this._chosen.size === 0 || this._adding}
        @click=${this.#add}
      >
        ${this.#addWords()}
      </button>
    </section>`;
  }

  #addWords(): string {
    if (this._adding) return t('add.adding');
    return this._chosen.size === 0 ? t('add.nothingChosen') : t('add.button', { count: this._chosen.size });
  }

  #results(): TemplateResult | typeof nothing {
    if (this._text.trim() === '') return html`<p class="waiting faint">${t('add.waiting')}</p>`;
    if (this._found === null || this._searched !== this._text) return this.#searching();
    const { documents, more } = this._found;
    if (documents.length === 0) {
      return html`<p role="status">${t('add.none', { text: this._text })}</p>
        <p class="soft">${t('add.noneStep')}</p>`;
    }
    return html`<p class="visually-hidden" role="status">${t('add.results', { count: documents.length })}</p>
      <ul class="found">
        ${documents.map((found) => this.#row(found))}
      </ul>
      ${more ? html`<p class="small soft">${t('add.more')}</p>` : nothing}`;
  }

  #searching(): TemplateResult | typeof nothing {
    if (this._issues.length > 0) return nothing;
    return html`<div class="bones">
      <span class="visually-hidden" role="status">${t('add.searching')}</span>
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone"></div>
    </div>`;
  }

  #row(found: DocumentView): TemplateResult {
    const linked = this.linked.includes(found.key);
    return html`<li>
      <label class=${linked ? 'linked' : ''}>
        <input
          class="check"
          type="checkbox"
          .checked=${linked || this._chosen.has(found.key)}
          ?disabled=${linked || this._adding}
          @change=${() => this.#toggle(found)}
        />
        <span class="break"><strong>${found.number || t('card.noNumber')}</strong> ${found.customer_name}</span>
        <span class="figure">${money(found.total.amount, found.total.currency)}</span>
        <span class="second small">
          ${
            linked
              ? html`<span class="faint">${t('add.linked')}</span>`
              : found.status.map((status) => statusBadge(status))
          }
          <span class="faint">${date(found.date)}</span>
        </span>
      </label>
    </li>`;
  }

  #outcome(report: AddInvoiceReport): TemplateResult {
    return html`${
      report.linked.length > 0
        ? html`<sb-notice
          role="status"
          tone="good"
          .heading=${t('add.done', { count: report.linked.length })}
        ></sb-notice>`
        : nothing
    }
    ${report.failed.map(({ key, issues }) => {
      const [first] = issues.map((issue) => issueText(issue));
      const number = this._found?.documents.find((one) => one.key === key)?.number ?? key;
      return html`<sb-notice
        role="alert"
        tone="bad"
        .heading=${t('add.failed', { number })}
        .text=${first ? `${first.text} ${first.step}` : ''}
      ></sb-notice>`;
    })}`;
  }

  #typed(event: InputEvent): void {
    this._text = (event.target as HTMLInputElement).value;
    this._report = null;
    clearTimeout(this.#timer);
    if (this._text.trim() !== '') this.#timer = setTimeout(() => this.#search(this._text), PAUSE_MS);
  }

  async #search(text: string): Promise<void> {
    this._issues = [];
    const { report, issues } = await this.#runs.toEnd<FindInvoicesReport>('find_invoices', {
      realm: this.realm,
      text,
    });
    if (text !== this._text) return;
    this._found = report;
    this._searched = text;
    this._issues = issues;
  }

  #toggle(found: DocumentView): void {
    const chosen = new Map(this._chosen);
    if (!chosen.delete(found.key)) chosen.set(found.key, found);
    this._chosen = chosen;
  }

  async #add(): Promise<void> {
    this._adding = true;
    const { report, issues } = await this.#runs.toEnd<AddInvoiceReport>('add_invoice', {
      portal: this.portal,
      record: this.record,
      keys: [...this._chosen.keys()],
    });
    this._adding = false;
    this._report = report;
    this._issues = [...issues, ...(report?.issues ?? [])];
    if (!report) return;
    const failed = new Set(report.failed.map(({ key }) => key));
    this._chosen = new Map([...this._chosen].filter(([key]) => failed.has(key)));
    this.dispatchEvent(new CustomEvent('documents-changed', { bubbles: true, composed: true }));
  }

  #escape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#close();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
customElements.define('sb-add-existing', AddExisting);
