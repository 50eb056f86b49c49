// One document of a record: a line that opens into its details and what can be done with it.
import type {
  DocumentView,
  Issue,
  MoneyText,
  OpenPdfReport,
  RecordRef,
  Status,
} from '@sidebill/core/boundary';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Worker } from '../commands.ts';
import { badgeStyles, statusBadge } from '../components/badge.ts';
import { outsideLink } from '../components/checked-link.ts';
import { icon } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { saveFile } from '../files.ts';
import { ago, date, decimal, due, money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import { Runs } from '../runs.ts';
import { shared } from '../style/base.ts';
import './payments.ts';
import { documentRowStyles } from './document-row.styles.ts';
import { factsStyles } from './facts.styles.ts';

/** Documents that nobody has to pay any more. */
const GONE: ReadonlySet<Status> = new Set(['voided', 'deleted']);

type Doing = 'pdf' | 'refresh' | 'remove';

export class DocumentRow extends LitElement {
  static override properties = {
    worker: { attribute: false },
    portal: {},
    record: { attribute: false },
    document: { attribute: false },
    today: {},
    now_ms: { type: Number },
    withCompany: { type: Boolean },
    _open: { state: true },
    _asking: { state: true },
    _doing: { state: true },
    _issues: { state: true },
  };
  static override styles = [shared, badgeStyles, factsStyles, documentRowStyles];

  declare worker: Worker;
  declare portal: string;
  declare record: RecordRef;
  declare document: DocumentView;
  declare today: string;
  declare now_ms: number;
  declare withCompany: boolean;
  declare _open: boolean;
  declare _asking: boolean;
  declare _doing: Doing | null;
  declare _issues: Issue[];
  readonly #runs = new Runs(this, () => this.worker);

  constructor() {
    super();
    this.withCompany = false;
    this._open = false;
    this._asking = false;
    this._doing = null;
    this._issues = [];
  }

  override render(): TemplateResult {
    return html`<article class=${this._open ? 'open' : ''}>
      ${this.#line()} ${this._open ? this.#details() : nothing}
    </article>`;
  }

  #line(): TemplateResult {
    const shown = this.document;
    return html`<div class="line">
      <span class="name">
        <button
          class="number"
          aria-expanded=${this._open}
          aria-label=${t('card.details', { name: this.#name })}
          @click=${() => {
            this._open = !this._open;
          }}
        >
          <span class="turn">${icon('chevron')}</span>
          <span class="break">${this.#shownNumber}</span>
        </button>
        ${this._open ? nothing : this.#shortPdf()}
      </span>
      <span class="figure total">${money(shown.total.amount, shown.total.currency)}</span>
      <span class="second">
        <span class="states">${shown.status.map((status) => statusBadge(status))}</span>
        ${this.#balance()}
      </span>
      <span class="small faint when">
        ${this.#when()}
      </span>
      ${outsideLink(shown.url, icon('external'), {
        class: 'button quiet icon out',
        label: t('card.openNumberInQuickBooks', { name: this.#name }),
      })}
      ${this.withCompany ? html`<span class="small faint company">${shown.company_name}</span>` : nothing}
    </div>`;
  }

  #shortPdf(): TemplateResult {
    return html`<button
      class="link small pdf"
      aria-label=${t('card.pdfOf', { name: this.#name })}
      ?disabled=${this._doing !== null}
      @click=${this.#savePdf}
    >
      ${this._doing === 'pdf' ? t('card.pdfFetching') : t('card.pdf')}
    </button>`;
  }

  /** Nothing where nothing is to be paid: the status says it already. */
  #balance(): TemplateResult | typeof nothing {
    const { balance, status } = this.document;
    if (!this.#isOpen || status.some((one) => GONE.has(one))) return nothing;
    const amount = money(balance.amount, balance.currency);
    return html`<span class="small soft due">${t('card.balance', { amount })}</span>`;
  }

  /** How far off it is, and the date where the words do not name it. */
  #due(): string {
    const { due_date } = this.document;
    const words = due(due_date, this.today);
    if (due_date === null || words.includes(date(due_date))) return words;
    return `${words} · ${date(due_date)}`;
  }

  #details(): TemplateResult {
    const shown = this.document;
    return html`<div class="details">
      <dl>
        <dt>${t('card.customer')}</dt>
        <dd class="break">${shown.customer_name}</dd>
        <dt>${t('card.date')}</dt>
        <dd>${date(shown.date)}</dd>
        ${
          shown.message === ''
            ? nothing
            : html`<dt class="whole">${t('card.message')}</dt>
              <dd class="break whole">${shown.message}</dd>`
        }
      </dl>
      <ul class="lines" aria-label=${t('card.lines')}>
        ${shown.lines.map(
          (line) => html`<li>
            <span class="break">${line.description}</span>
            <span class="figure">${money(line.amount, shown.total.currency)}</span>
            ${
              line.quantity === null || line.unit_price === null
                ? nothing
                : html`<span class="small faint figure"
                  >${decimal(line.quantity)} × ${money(line.unit_price, shown.total.currency)}</span
                >`
            }
          </li>`,
        )}
      </ul>
      <div class="sums">
        ${sumRow(t('totals.discount'), shown.discount, '−')} ${sumRow(t('card.tax'), shown.tax)}
        <p class="spread sum">
          <span>${t('totals.total')}</span>
          <span class="figure">${money(shown.total.amount, shown.total.currency)}</span>
        </p>
      </div>
      ${this.#payments()}
      ${this._issues.map((issue) => issueNotice(issue))} ${this._asking ? this.#question() : this.#actions()}
    </div>`;
  }

  /** Asked for when somebody looks: it costs a read of QuickBooks the first time. */
  #payments(): TemplateResult | typeof nothing {
    const { key, read_ms, balance, payments } = this.document;
    if (payments === 0) return nothing;
    return html`<sb-payments
      .worker=${this.worker}
      .asked=${{ portal: this.portal, key, read_ms }}
      .balance=${balance}
    ></sb-payments>`;
  }

  #actions(): TemplateResult {
    const busy = this._doing !== null;
    return html`<div class="actions">
      <button class="button tight" ?disabled=${busy} @click=${this.#savePdf}>
        ${this._doing === 'pdf' ? t('card.pdfFetching') : t('card.openPdf')}
      </button>
      <button class="button tight" ?disabled=${busy} @click=${this.#refresh}>
        ${this._doing === 'refresh' ? t('card.refreshing') : t('card.refreshOne')}
      </button>
      ${outsideLink(this.document.url, [t('card.openInQuickBooks'), icon('external')], { class: 'button tight whole' })}
      <button
        class="button tight quiet whole"
        ?disabled=${busy}
        @click=${() => {
          this._asking = true;
        }}
      >
        ${t('card.remove', { record: this.#recordWord })}
      </button>
      <span class="small faint whole read">${t('time.read', { when: ago(this.document.read_ms, this.now_ms) })}</span>
    </div>`;
  }

  #question(): TemplateResult {
    return html`<div class="ask" role="group">
      <p>${t('card.removeAsk', { name: this.#name, record: this.#recordWord })}</p>
      <div class="row">
        <button class="button tight danger" ?disabled=${this._doing !== null} @click=${this.#remove}>
          ${this._doing === 'remove' ? t('card.removing') : t('common.remove')}
        </button>
        <button
          class="button tight quiet"
          @click=${() => {
            this._asking = false;
          }}
        >
          ${t('common.cancel')}
        </button>
      </div>
    </div>`;
  }

  async #savePdf(): Promise<void> {
    this._doing = 'pdf';
    const input = { portal: this.portal, key: this.document.key };
    const { report, issues } = await this.#runs.toEnd<OpenPdfReport>('open_pdf', input);
    this._issues = issues;
    if (report) {
      const file = await this.worker.send('file.read', { file: report.file });
      this._issues = [...issues, ...file.issues];
      if (file.value) saveFile(this.#fileName(file.value.name), file.value.base64, 'application/pdf');
    }
    // What went wrong stands in the preview.
    if (this._issues.length > 0) this._open = true;
    this._doing = null;
  }

  /** By its number, which is what the person knows it by. */
  #fileName(kept: string): string {
    const number = this.document.number.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-');
    return number === '' ? kept : `Invoice-${number}.pdf`;
  }

  async #refresh(): Promise<void> {
    this._doing = 'refresh';
    const input = { portal: this.portal, key: this.document.key };
    const { issues } = await this.#runs.toEnd('refresh_invoice', input);
    this._issues = issues;
    this._doing = null;
    this.#tellChange();
  }

  async #remove(): Promise<void> {
    this._doing = 'remove';
    const input = { portal: this.portal, record: this.record, key: this.document.key };
    const { report, issues } = await this.#runs.toEnd('remove_invoice_link', input);
    this._issues = issues;
    this._doing = null;
    this._asking = false;
    if (report !== null) this.#tellChange();
  }

  #tellChange(): void {
    this.dispatchEvent(new CustomEvent('documents-changed', { bubbles: true, composed: true }));
  }

  get #isOpen(): boolean {
    return !/^-?0+(\.0+)?$/.test(this.document.balance.amount);
  }

  /** "invoice 1037" */
  get #name(): string {
    return word('documents', this.document.kind, { number: this.#number });
  }

  /** An invoice goes by its number alone: most documents are one. */
  get #shownNumber(): string {
    const { kind } = this.document;
    return kind === 'invoice' ? this.#number : word('documentTitles', kind, { number: this.#number });
  }

  #when(): string {
    const { kind, date: day, due_date } = this.document;
    if (this.#isOpen) return this.#due();
    if (kind === 'estimate' && due_date !== null) return t('card.validUntil', { date: date(due_date) });
    return t(kind === 'invoice' ? 'card.invoiced' : 'card.dated', { date: date(day) });
  }

  get #number(): string {
    return this.document.number === '' ? t('card.noNumber') : this.document.number;
  }

  get #recordWord(): string {
    return word('records', this.record.type);
  }
}
customElements.define('sb-document', DocumentRow);

function sumRow(label: string, sum: MoneyText | null, sign = ''): TemplateResult | typeof nothing {
  if (sum === null) return nothing;
  return html`<p class="spread">
    <span class="soft">${label}</span>
    <span class="figure">${sign}${money(sum.amount, sum.currency)}</span>
  </p>`;
}
