// The card on a record: its documents, what they add up to, and what can be started from here.
import type { FormWord, Issue, RecordCard, RecordRef, Status } from '@sidebill/core/boundary';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Connections, RunView, Worker } from '../commands.ts';
import { icon, mark } from '../components/icons.ts';
import { issueNotice, quietNotes, quietNotesStyles } from '../components/notice.ts';
import '../components/progress.ts';
import { ago, localDay } from '../format.ts';
import { t, word } from '../messages/index.ts';
import { ended, isOver, Runs } from '../runs.ts';
import { shared } from '../style/base.ts';
import './add-existing.ts';
import { cardStyles } from './card.styles.ts';
import './document-row.ts';
import './suggestions.ts';
import { totalsStyles, totalsTable } from './totals.ts';

const CLOCK_MS = 15_000;
const SEEN_PAUSE_MS = 3_000;
const DEAL = '0-3';
const GONE: ReadonlySet<Status> = new Set(['voided', 'deleted']);
/** Runs that change what the card shows. */
const OTHER_FORMS: readonly FormWord[] = ['estimate', 'salesreceipt'];
const CREATING: ReadonlySet<string> = new Set(['create_invoice', 'create_estimate', 'create_sales_receipt']);
const CHANGING: ReadonlySet<string> = new Set([...CREATING, 'add_invoice', 'remove_invoice_link']);

export class Card extends LitElement {
  static override properties = {
    worker: { attribute: false },
    portal: {},
    record: { attribute: false },
    _connections: { state: true },
    _card: { state: true },
    _reading: { state: true },
    _issues: { state: true },
    _failures: { state: true },
    _runs: { state: true },
    _realm: { state: true },
    _adding: { state: true },
    _online: { state: true },
    _now_ms: { state: true },
  };
  static override styles = [shared, quietNotesStyles, totalsStyles, cardStyles];

  declare worker: Worker;
  declare portal: string;
  declare record: RecordRef;
  declare _connections: Connections | null;
  declare _card: RecordCard | null;
  declare _reading: boolean;
  declare _issues: Issue[];
  /** Why the run that ended last made nothing. */
  declare _failures: Issue[];
  declare _runs: ReadonlyMap<string, RunView>;
  declare _realm: string;
  declare _adding: boolean;
  declare _online: boolean;
  declare _now_ms: number;
  readonly #following = new Runs(this, () => this.worker);
  #clock: ReturnType<typeof setInterval> | undefined;
  #seen_ms = 0;
  #endNews: (() => void) | undefined;
  /** What is wanted once the reading that goes on is over: it may have begun too early to see a change. */
  #readNext: 'nothing' | 'kept' | 'fresh' = 'nothing';

  constructor() {
    super();
    this._connections = null;
    this._card = null;
    this._reading = false;
    this._issues = [];
    this._failures = [];
    this._runs = new Map();
    this._realm = '';
    this._adding = false;
    this._online = navigator.onLine;
    this._now_ms = Date.now();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => {
      this._now_ms = Date.now();
    }, CLOCK_MS);
    addEventListener('online', this.#connectivity);
    addEventListener('offline', this.#connectivity);
    addEventListener('focus', this.#seenAgain);
    document.addEventListener('visibilitychange', this.#seenAgain);
    this.addEventListener('documents-changed', this.#documentsChanged);
    this.#endNews = this.worker.watchRecord(this.record, (run) => this.#follow(run));
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    removeEventListener('online', this.#connectivity);
    removeEventListener('offline', this.#connectivity);
    removeEventListener('focus', this.#seenAgain);
    document.removeEventListener('visibilitychange', this.#seenAgain);
    this.removeEventListener('documents-changed', this.#documentsChanged);
    this.#endNews?.();
  }

  override render(): TemplateResult {
    return html`<main aria-busy=${this._card === null && this._issues.length === 0}>
      ${this.#header()} ${this.#body()}
    </main>`;
  }

  #header(): TemplateResult {
    const read_ms = this.#ready ? this._card?.read_ms : undefined;
    return html`<header>
      ${mark()}
      <h1>${t('card.title')}</h1>
      <span class="small faint age">
        ${this._reading ? t('card.refreshing') : read_ms ? t('time.read', { when: ago(read_ms, this._now_ms) }) : nothing}
      </span>
      <button
        class="button quiet icon"
        aria-label=${t('card.refresh')}
        title=${t('card.refresh')}
        ?disabled=${this._reading || !this.#ready}
        @click=${this.#refresh}
      >
        ${icon('refresh')}
      </button>
    </header>`;
  }

  #body(): TemplateResult | TemplateResult[] {
    if (this._connections !== null && !this.#ready) return this.#notConnected(this._connections);
    if (this._card === null) return this._issues.length > 0 ? this.#failed() : this.#skeleton();
    return this.#content(this._card);
  }

  #content(card: RecordCard): TemplateResult {
    const issues = [...this._issues, ...this._failures, ...card.notices];
    const loud = issues.filter(({ severity }) => severity === 'error');
    const quiet = issues.filter(({ severity }) => severity === 'warning');
    return html`${this._online ? nothing : this.#offline()}
    ${[...this._runs.values()].map((run) => this.#run(run))}
    ${loud.map((issue) => issueNotice(issue, () => this.#openSetup()))}
    ${this.#companyChoice(card)} ${this._adding ? this.#addExisting(card) : this.#actions(card)}
    ${totalsTable(card.totals)} ${card.documents.length === 0 ? this.#empty() : this.#documents(card)}
    ${this._adding || card.record.type !== DEAL ? nothing : this.#suggestions(card)}
    ${quietNotes(quiet, () => this.#openSetup())}`;
  }

  #companyChoice(card: RecordCard): TemplateResult | typeof nothing {
    if (card.companies.length < 2) return nothing;
    return html`<div>
      <label class="label" for="realm">${t('card.company')}</label>
      <select id="realm" class="input" @change=${this.#chooseRealm}>
        ${card.companies.map(
          (company) =>
            html`<option value=${company.realm} ?selected=${company.realm === this._realm}>
              ${company.name} · ${company.home_currency}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #actions(card: RecordCard): TemplateResult {
    const isDeal = card.record.type === DEAL;
    const another = card.documents.some(({ status }) => !status.some((one) => GONE.has(one)));
    // What goes on, or waits for an approval, stands above with its own way on.
    const creating = [...this._runs.values()].some(({ operation }) => CREATING.has(operation));
    return html`<div class="actions">
      ${
        isDeal
          ? html`<button class="button ${another ? '' : 'primary'}" ?disabled=${creating} @click=${() => this.#create('invoice')}>
              ${t(another ? 'card.createAnother' : 'card.create')}
            </button>`
          : nothing
      }
      <button
        class="button add ${isDeal || another ? '' : 'primary'}"
        aria-label=${t('card.addLong')}
        @click=${() => {
          this._adding = true;
        }}
      >
        ${t(isDeal ? 'card.add' : 'card.addLong')}
      </button>
      ${isDeal ? this.#otherForms(creating) : nothing}
    </div>`;
  }

  /** What a deal may need besides an invoice. */
  #otherForms(creating: boolean): TemplateResult {
    return html`<p class="other-forms small">
      ${OTHER_FORMS.map(
        (form) => html`<button class="link small" ?disabled=${creating} @click=${() => this.#create(form)}>
          ${word('newForms', form)}
        </button>`,
      )}
    </p>`;
  }

  #addExisting(card: RecordCard): TemplateResult {
    return html`<sb-add-existing
      .worker=${this.worker}
      .portal=${this.portal}
      .record=${this.record}
      .realm=${this._realm}
      .linked=${card.documents.map((one) => one.key)}
      @closed=${this.#closeAdding}
    ></sb-add-existing>`;
  }

  #suggestions(card: RecordCard): TemplateResult {
    return html`<sb-suggestions
      .worker=${this.worker}
      .portal=${this.portal}
      .record=${this.record}
      .realm=${this._realm}
      .linked=${card.documents.map((one) => one.key)}
    ></sb-suggestions>`;
  }

  #documents(card: RecordCard): TemplateResult {
    const today = localDay(this._now_ms);
    return html`<ul class="documents" aria-label=${t('card.documents')}>
      ${repeat(
        card.documents,
        // An open preview stays with its document when another one comes or goes.
        (one) => one.key,
        (one) => html`<li>
          <sb-document
            .worker=${this.worker}
            .portal=${this.portal}
            .record=${this.record}
            .document=${one}
            .today=${today}
            .now_ms=${this._now_ms}
            .withCompany=${card.companies.length > 1}
          ></sb-document>
        </li>`,
      )}
    </ul>`;
  }

  #empty(): TemplateResult {
    const isDeal = this.record.type === DEAL;
    return html`<div class="blank">
      <h2>${t('card.empty')}</h2>
      <p class="soft">${isDeal ? t('card.emptyDeal') : t('card.emptyRecord')}</p>
    </div>`;
  }

  #run(view: RunView): TemplateResult {
    const asks = view.state === 'asking';
    return html`<div class="run panel">
      ${
        asks
          ? html`<p><strong>${t('card.waitsForYou')}</strong></p>
            <button class="button tight" @click=${() => this.#openComposer({ run: view.run })}>
              ${t('card.goOn')}
            </button>`
          : html`<sb-progress .view=${view}></sb-progress>`
      }
    </div>`;
  }

  #notConnected(connections: Connections): TemplateResult {
    const heading = connections.hubspot
      ? t('card.noCompany')
      : connections.companies.length > 0
        ? t('card.noPortal')
        : t('card.notConnected');
    return html`<div class="blank">
      <h2>${heading}</h2>
      <p class="soft">${t('card.notConnectedStep')}</p>
      <button class="button primary" @click=${() => this.#openSetup()}>${t('common.openSetup')}</button>
    </div>`;
  }

  #offline(): TemplateResult {
    return html`<sb-notice
      role="status"
      tone="warn"
      .heading=${t('card.offline')}
      .text=${t('card.offlineStep')}
    ></sb-notice>`;
  }

  #failed(): TemplateResult {
    return html`<div class="blank left" role="alert">
      <h2>${t('card.failed')}</h2>
      ${this._issues.map((issue) => issueNotice(issue, () => this.#openSetup()))}
      <button class="button" @click=${() => this.#read(true)}>${t('common.retry')}</button>
    </div>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="actions" aria-hidden="true">
        <div class="bone control"></div>
        <div class="bone control"></div>
      </div>
      <div class="totals bones" aria-hidden="true">
        <div class="bone"></div>
        <div class="bone"></div>
        <div class="bone"></div>
      </div>
      <div class="documents" aria-hidden="true">
        ${[1, 2, 3].map(
          () => html`<div class="ghost">
            <div class="bone short"></div>
            <div class="bone"></div>
          </div>`,
        )}
      </div>
      <p class="visually-hidden" role="status">${t('common.loading')}</p>`;
  }

  async #open(): Promise<void> {
    const [connections, settings] = await Promise.all([
      this.worker.send('connections.read', {}),
      this.worker.send('settings.read', {}),
    ]);
    this._connections = connections.value;
    this._realm = settings.value?.realm || this._realm;
    if (!this.#ready) {
      this._issues = connections.issues;
      return;
    }
    await Promise.all([this.#read(false), this.#joinOpenRuns()]);
  }

  #refresh(): void {
    this._failures = [];
    this.#read(true);
  }

  async #read(refresh: boolean): Promise<void> {
    if (this._reading) {
      this.#readNext = refresh || this.#readNext === 'fresh' ? 'fresh' : 'kept';
      return;
    }
    this._reading = true;
    const { report, issues } = await this.#following.toEnd<RecordCard>('open_record', {
      portal: this.portal,
      record: this.record,
      refresh,
    });
    this._reading = false;
    this._now_ms = Date.now();
    this._issues = issues;
    if (report) this.#take(report);
    const next = this.#readNext;
    this.#readNext = 'nothing';
    if (next !== 'nothing') await this.#read(next === 'fresh');
  }

  #take(report: RecordCard): void {
    this._card = report;
    if (!report.companies.some((company) => company.realm === this._realm)) {
      this._realm = report.companies[0]?.realm ?? '';
    }
  }

  /** What was started before this page was opened goes on being shown. */
  async #joinOpenRuns(): Promise<void> {
    const { value } = await this.worker.send('run.open', { record: this.record });
    for (const view of value ?? []) if (CHANGING.has(view.operation)) this.#follow(view.run);
  }

  #follow(run: string): void {
    const changed = (view: RunView) => {
      const runs = new Map(this._runs);
      if (needsWords(view)) runs.set(run, view);
      else runs.delete(run);
      this._runs = runs;
      this._failures = isOver(view) ? ended(view).issues : [];
      if (isOver(view)) this.#read(false);
    };
    this.#following.follow(run, changed, (issues) => {
      this._failures = issues;
    });
  }

  #create(document: FormWord): void {
    this.#openComposer({
      ...(document === 'invoice' ? {} : { document }),
      portal: this.portal,
      realm: this._realm,
      type: this.record.type,
      id: this.record.id,
    });
  }

  #openComposer(query: Record<string, string>): void {
    this.worker.send('page.open', { page: 'compose', query });
  }

  #openSetup(): void {
    this.worker.send('page.open', { page: 'setup', query: {} });
  }

  #chooseRealm(event: Event): void {
    this._realm = (event.target as HTMLSelectElement).value;
    this.worker.send('settings.write', { realm: this._realm });
  }

  #closeAdding(): void {
    this._adding = false;
  }

  readonly #connectivity = (): void => {
    this._online = navigator.onLine;
    if (this._online && this.#ready) this.#read(false);
  };

  /** A tab that comes back tells it twice, as visible and as focused. */
  readonly #seenAgain = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - this.#seen_ms < SEEN_PAUSE_MS) return;
    this.#seen_ms = Date.now();
    this._now_ms = Date.now();
    this.#open();
  };

  readonly #documentsChanged = (): void => {
    this.#read(false);
  };

  get #ready(): boolean {
    return (
      this._connections !== null &&
      this._connections.hubspot !== null &&
      this._connections.companies.length > 0
    );
  }
}
customElements.define('sb-card', Card);

/** Linking is over in a moment; only where it waits does it need a place of its own. */
function needsWords(view: RunView): boolean {
  return !isOver(view) && (CREATING.has(view.operation) || view.state === 'waiting');
}
