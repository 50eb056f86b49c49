// Invoices of QuickBooks that look like this deal's: one click adds them, one says that they are not.
import type {
  DocumentView,
  Issue,
  RecordRef,
  SuggestInvoicesReport,
  Suggestion,
} from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Worker } from '../commands.ts';
import { outsideLink } from '../components/checked-link.ts';
import { issueNotice } from '../components/notice.ts';
import { speaksFor } from '../components/speaks-for.ts';
import { date, money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import { Runs } from '../runs.ts';
import { shared } from '../style/base.ts';

/** Who only clicks through records causes no reads. */
const SETTLE_MS = 800;

export class Suggestions extends LitElement {
  static override properties = {
    worker: { attribute: false },
    portal: {},
    record: { attribute: false },
    realm: {},
    linked: { attribute: false },
    _report: { state: true },
    _issues: { state: true },
    _asking: { state: true },
    _asked: { state: true },
    _adding: { state: true },
    _gone: { state: true },
    _added: { state: true },
  };
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: var(--gap-2);
        padding-top: var(--gap-2);
        border-top: 1px solid var(--line);
      }
      h2 {
        font-size: var(--text-s);
        font-weight: 600;
      }
      li + li {
        margin-top: var(--gap-2);
        padding-top: var(--gap-2);
        border-top: 1px solid var(--line);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
        margin-top: var(--gap-1);
      }
      .added {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 var(--gap-2);
        padding: var(--gap-2);
        border-radius: var(--radius);
        background: var(--good-wash);
      }
      .ask {
        justify-self: start;
      }
    `,
  ];

  declare worker: Worker;
  declare portal: string;
  declare record: RecordRef;
  declare realm: string;
  /** Keys of the documents that the record has: when they change, so may what is suggested. */
  declare linked: readonly string[];
  declare _report: SuggestInvoicesReport | null;
  declare _issues: Issue[];
  declare _asking: boolean;
  /** QuickBooks was asked from here. */
  declare _asked: boolean;
  /** Key of the document that is being added. */
  declare _adding: string;
  /** Added or dismissed here. */
  declare _gone: ReadonlySet<string>;
  /** Added without asking while the card is open. */
  declare _added: readonly DocumentView[];
  readonly #runs = new Runs(this, () => this.worker);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = '';

  constructor() {
    super();
    this.linked = [];
    this._report = null;
    this._issues = [];
    this._asking = false;
    this._asked = false;
    this._adding = '';
    this._gone = new Set();
    this._added = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(_: PropertyValues): void {
    const wanted = `${this.realm} ${this.linked.join(' ')}`;
    if (wanted === this.#wanted || this.realm === '') return;
    this.#wanted = wanted;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#suggest(false), SETTLE_MS);
  }

  override render(): TemplateResult | typeof nothing {
    if (this._report === null) return this._issues.length > 0 ? this.#troubles() : nothing;
    const shown = this._report.suggestions.filter(({ document }) => !this._gone.has(document.key));
    const added = this._added.filter(({ key }) => !this._gone.has(key));
    if (shown.length === 0 && added.length === 0 && this._report.customers.length === 0) return nothing;
    return html`<section aria-labelledby=${shown.length > 0 ? 'title' : nothing}>
      ${added.map((one) => this.#addedRow(one))}
      ${
        shown.length === 0
          ? nothing
          : html`<h2 id="title">${t('suggest.title', { count: shown.length })}</h2>
            <ul>
              ${shown.map((one) => this.#row(one))}
            </ul>`
      }
      ${this._asked && shown.length === 0 ? html`<p class="small soft" role="status">${t('suggest.none')}</p>` : nothing}
      ${this.#troubles()}
      <button class="link small ask" ?disabled=${this._asking} @click=${() => this.#suggest(true)}>
        ${this._asking ? t('suggest.asking') : t('suggest.ask')}
      </button>
    </section>`;
  }

  #row({ document, evidence }: Suggestion): TemplateResult {
    const number = document.number || t('card.noNumber');
    const named = { number };
    const busy = this._adding !== '';
    return html`<li class="suggested">
      <p class="break">
        <strong>${outsideLink(document.url, number, { label: t('card.openNumberInQuickBooks', { name: word('documents', document.kind, named) }) })}</strong>
        <span class="figure">${money(document.total.amount, document.total.currency)}</span> ·
        ${date(document.date)}
      </p>
      <p class="small soft break">${speaksFor(evidence)}</p>
      <div class="row">
        <button
          class="button tight"
          aria-label=${t('suggest.addNumber', named)}
          ?disabled=${busy}
          @click=${() => this.#add(document.key)}
        >
          ${this._adding === document.key ? t('add.adding') : t('suggest.add')}
        </button>
        <button
          class="button quiet tight"
          aria-label=${t('suggest.dismissNumber', named)}
          ?disabled=${busy}
          @click=${() => this.#dismiss(document.key)}
        >
          ${t('suggest.dismiss')}
        </button>
      </div>
    </li>`;
  }

  /** What was added without asking is said, and taken back with one click. */
  #addedRow({ key, number }: DocumentView): TemplateResult {
    const named = { number: number || t('card.noNumber') };
    return html`<p class="added small" role="status">
      <span class="break">${t('suggest.added', named)}</span>
      <button
        class="link small"
        aria-label=${t('suggest.undoNumber', named)}
        ?disabled=${this._adding !== ''}
        @click=${() => this.#undo(key)}
      >
        ${this._adding === key ? t('suggest.undoing') : t('suggest.undo')}
      </button>
    </p>`;
  }

  #troubles(): TemplateResult {
    return html`${this._issues.map((issue) => issueNotice(issue))}`;
  }

  async #suggest(ask: boolean): Promise<void> {
    this._asking = ask;
    const { portal, realm, record } = this;
    const { report, issues } = await this.#runs.toEnd<SuggestInvoicesReport>('suggest_invoices', {
      portal,
      realm,
      record,
      ask,
    });
    if (realm !== this.realm) return;
    this._asking = false;
    this._asked = this._asked || ask;
    // What is only looked through by itself fails quietly: nobody waits for it.
    this._issues = ask ? [...issues, ...(report?.issues ?? [])] : [];
    this._report = report ?? this._report;
    if (!report || report.added.length === 0) return;
    this._added = [...this._added, ...report.added];
    this.#changed();
  }

  async #undo(key: string): Promise<void> {
    this._adding = key;
    const { portal, record } = this;
    const { report, issues } = await this.#runs.toEnd('remove_invoice_link', { portal, record, key });
    this._adding = '';
    this._issues = issues;
    if (!report) return;
    this._gone = new Set([...this._gone, key]);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new CustomEvent('documents-changed', { bubbles: true, composed: true }));
  }

  async #add(key: string): Promise<void> {
    this._adding = key;
    const { report, issues } = await this.#runs.toEnd<{
      linked: string[];
      already_linked: string[];
      failed: { issues: Issue[] }[];
    }>('add_invoice', { portal: this.portal, record: this.record, keys: [key] });
    this._adding = '';
    this._issues = [...issues, ...(report?.failed.flatMap((one) => one.issues) ?? [])];
    if (!report || report.failed.length > 0) return;
    this._gone = new Set([...this._gone, key]);
    this.#changed();
  }

  async #dismiss(key: string): Promise<void> {
    const { value, issues } = await this.worker.send('suggestion.dismiss', {
      portal: this.portal,
      record: this.record,
      key,
    });
    this._issues = issues;
    if (value) this._gone = new Set([...this._gone, key]);
  }
}
customElements.define('sb-suggestions', Suggestions);
