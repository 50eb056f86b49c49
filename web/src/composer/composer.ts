// The composer: one create_invoice run from its question to its report, on a page that may be closed any time.
import type {
  AddInvoiceReport,
  CompanyOption,
  ComposeAnswer,
  Core,
  CreateInvoiceInput,
  FormWord,
  Issue,
  OperationName,
} from '@sidebill/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Connections, RunView, Worker } from '../commands.ts';
import { badgeStyles } from '../components/badge.ts';
import { icon, mark } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import '../components/progress.ts';
import { t, word } from '../messages/index.ts';
import { breakdownStyles } from '../reasons/breakdown.ts';
import { reasonStyles } from '../reasons/list.ts';
import { isOver, Runs } from '../runs.ts';
import { shared } from '../style/base.ts';
import { anotherSection } from './another.ts';
import { composerStyles } from './composer.styles.ts';
import { Composing } from './composing.ts';
import { customerSection } from './customer.ts';
import { discountSection, termsSection, textSection } from './details.ts';
import { Draft } from './draft.ts';
import { duplicatesSection, Radar, radarNotes } from './duplicates.ts';
import { linesSection } from './lines.ts';
import { headline, madeBy, progress, result } from './result.ts';
import { environmentTag, review } from './review.ts';
import { skeleton } from './skeleton.ts';
import { sourceSection } from './source.ts';
import { reviewButton, type SummaryActions, summary, totalBar } from './summary.ts';

type Stage = 'edit' | 'review';

const FORMS: readonly FormWord[] = ['invoice', 'estimate', 'salesreceipt'];
const OPERATIONS: Readonly<Record<FormWord, OperationName>> = {
  invoice: 'create_invoice',
  estimate: 'create_estimate',
  salesreceipt: 'create_sales_receipt',
};

export class Composer extends LitElement {
  static override properties = {
    worker: { attribute: false },
    query: { attribute: false },
    loadCore: { attribute: false },
    _run: { state: true },
    _composing: { state: true },
    _stage: { state: true },
    _sending: { state: true },
    _discarding: { state: true },
    _issues: { state: true },
    _companies: { state: true },
    _connections: { state: true },
    _homeless: { state: true },
  };
  static override styles = [shared, badgeStyles, reasonStyles, breakdownStyles, composerStyles];

  declare worker: Worker;
  declare query: URLSearchParams;
  declare loadCore: () => Promise<Core>;
  declare _run: RunView | null;
  declare _composing: Composing | null;
  declare _stage: Stage;
  declare _sending: boolean;
  declare _discarding: boolean;
  declare _issues: Issue[];
  /** To choose from, when there are several and none was named. */
  declare _companies: CompanyOption[] | null;
  declare _connections: Connections | null;
  /** Opened without saying for which record. */
  declare _homeless: boolean;
  readonly #following = new Runs(this, () => this.worker);
  #sourceWasChosen = false;
  readonly #radar = new Radar(this.#following, () => this.requestUpdate());
  #core: Promise<Core> | null = null;

  constructor() {
    super();
    this._run = null;
    this._composing = null;
    this._stage = 'edit';
    this._sending = false;
    this._discarding = false;
    this._issues = [];
    this._companies = null;
    this._connections = null;
    this._homeless = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#travelled);
    this.#core = this.loadCore();
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#travelled);
  }

  override render(): TemplateResult {
    return html`<main>${this.#header()}${this.#body()}</main>`;
  }

  protected override updated(): void {
    const made = madeBy(this._run);
    document.title = made ? headline(made) : this.#title;
    if (this.#sourceWasChosen) this.#backToSource();
  }

  /** Who chose what is billed by keyboard is at that field again when the new draft stands. */
  #backToSource(): void {
    const field = this.renderRoot.querySelector<HTMLElement>('#source');
    if (field === null) return;
    this.#sourceWasChosen = false;
    field.focus();
  }

  #header(): TemplateResult {
    const basis = this._composing?.draft.question.question.basis;
    return html`<header>
      ${mark()}
      <div class="grow">
        <h1 class="break">${this.#title}</h1>
        <p class="small soft place">
          ${basis ? html`<span>${basis.company.name}</span> ${environmentTag(this.#environment)}` : nothing}
        </p>
      </div>
      ${this.#stages()}
    </header>`;
  }

  /** Before an invoice exists, what is being made; then what it belongs to, as the result names it itself. */
  get #title(): string {
    const name = this._composing?.draft.question.question.basis.sale.name ?? '';
    const made = madeBy(this._run);
    if (made) return name || made.document?.customer_name || t('compose.over');
    return word('newFormsFor', this.#document, name === '' ? {} : { name });
  }

  /** What is made: as the run says it, else as the page was opened for. */
  get #document(): FormWord {
    const operation = this._run?.operation;
    const asked = FORMS.find((form) => form === this.query.get('document')) ?? 'invoice';
    return FORMS.find((form) => OPERATIONS[form] === operation) ?? asked;
  }

  #stages(): TemplateResult | typeof nothing {
    const at = this.#stageNumber;
    if (at === null) return nothing;
    const names = [t('compose.edit'), t('compose.review'), t('compose.done')];
    return html`<ol class="stages small" aria-label=${t('compose.progress')}>
      ${names.map((name, index) =>
        index < at
          ? html`<li class="past">
              ${icon('check')}${name}<span class="visually-hidden"> ${t('compose.stageOver')}</span>
            </li>`
          : html`<li aria-current=${index === at ? 'step' : nothing}>${name}</li>`,
      )}
    </ol>`;
  }

  /** The stage that is going on; past the last one when the invoice exists, null when there is none to go through. */
  get #stageNumber(): number | null {
    if (this._homeless || this._companies !== null) return null;
    if (this._run === null || this._run.state === 'asking') return this._stage === 'review' ? 1 : 0;
    if (madeBy(this._run)) return 3;
    if (this._run.state === 'done') return null;
    return this._composing !== null || this.#wrote ? 2 : 0;
  }

  #body(): TemplateResult {
    if (this._homeless) return homeless();
    if (this._companies !== null) return this.#companyChoice(this._companies);
    if (this._run === null) return this._issues.length > 0 ? this.#notices() : skeleton();
    if (isOver(this._run)) {
      return result(this._run, { startOver: () => this.#startOver(), openSetup: () => this.#openSetup() });
    }
    if (this._run.state !== 'asking' || this._composing === null) {
      const plain = this._composing === null && !this._sending && !this.#wrote;
      return html`${this.#notices()}${plain ? skeleton(this._run) : progress(this._run)}`;
    }
    return html`${this.#notices()}
    ${this._discarding ? this.#discardQuestion() : nothing}
    ${this._stage === 'review' ? this.#review(this._composing.draft) : this.#form(this._composing)}`;
  }

  #form(composing: Composing): TemplateResult {
    const actions: SummaryActions = {
      goTo: (path) => this.#goTo(path),
      review: () => this.#toReview(),
      discard: () => {
        this._discarding = true;
      },
    };
    return html`<div class="columns-two">
        <div class="stack">
          ${anotherSection(composing)} ${this.#duplicates(composing.draft)} ${this.#source(composing.draft)} ${customerSection(composing)} ${linesSection(composing)} ${termsSection(composing)}
          ${discountSection(composing)} ${textSection(composing)}
        </div>
        ${summary(composing.draft, actions)}
      </div>
      ${totalBar(composing.draft.view, reviewButton(composing.draft, actions))}`;
  }

  #review(draft: Draft): TemplateResult {
    const place = {
      company: draft.question.question.basis.company.name,
      environment: this.#environment,
      sending: this._sending,
      looking: this.#radar.looking,
      warnings: html`${radarNotes(this.#radar)}${this.#duplicates(draft)}`,
    };
    return html`<h2 id="stage" class="visually-hidden" tabindex="-1">${t('review.title')}</h2>
      ${review(draft, place, { back: () => history.back(), create: () => this.#approve() })}`;
  }

  #duplicates(draft: Draft): TemplateResult | typeof nothing {
    return duplicatesSection(draft, { addInstead: (key) => this.#addInstead(draft, key) });
  }

  #source(draft: Draft): TemplateResult | typeof nothing {
    return sourceSection(draft, (quote) => this.#billFrom(draft, quote));
  }

  #notices(): TemplateResult {
    const told = this._composing?.draft.told ?? [];
    return html`<div class="stack notices" role="status">
      ${[...told, ...this._issues].map((issue) => issueNotice(issue, () => this.#openSetup()))}
    </div>`;
  }

  #discardQuestion(): TemplateResult {
    return html`<div class="panel block ask" role="alertdialog" aria-labelledby="discard-question">
      <p id="discard-question">${t('compose.discardAsk')}</p>
      <div class="row">
        <button class="button danger" @click=${() => this.#answer({ kind: 'cancel' })}>
          ${t('compose.discard')}
        </button>
        <button
          class="button quiet"
          @click=${() => {
            this._discarding = false;
          }}
        >
          ${t('common.cancel')}
        </button>
      </div>
    </div>`;
  }

  #companyChoice(companies: CompanyOption[]): TemplateResult {
    return html`<form class="panel block narrow" @submit=${this.#chooseCompany}>
      <div>
        <label class="label" for="realm">${t('compose.chooseCompany')}</label>
        <select id="realm" class="input" name="realm">
          ${companies.map(
            (company) =>
              html`<option value=${company.realm}>${company.name} · ${company.home_currency}</option>`,
          )}
        </select>
      </div>
      <button class="button primary">${t('compose.next')}</button>
    </form>`;
  }

  async #open(): Promise<void> {
    this.#readConnections();
    const known = this.query.get('run');
    if (known) {
      const { value } = await this.worker.send('run.read', { run: known });
      if (value) return this.#take(value);
    }
    if (!this.query.get('id')) {
      this._homeless = true;
      return;
    }
    const realm = this.query.get('realm');
    return realm ? this.#start(realm) : this.#findCompany();
  }

  async #findCompany(): Promise<void> {
    const { value, issues } = await this.worker.send('companies.read', {});
    this._issues = issues;
    const [only] = value ?? [];
    if (value?.length === 1 && only) return this.#start(only.realm);
    this._companies = value;
  }

  #chooseCompany(event: SubmitEvent): void {
    event.preventDefault();
    const realm = new FormData(event.target as HTMLFormElement).get('realm');
    this._companies = null;
    if (typeof realm === 'string') this.#start(realm);
  }

  async #start(realm: string): Promise<void> {
    const input: CreateInvoiceInput = {
      portal: this.query.get('portal') ?? '',
      realm,
      source: { type: this.query.get('type') ?? '', id: this.query.get('id') ?? '' },
      another: this.query.get('another') === 'true',
      ...(this.query.get('quote') ? { quote: this.query.get('quote') ?? '' } : {}),
    };
    const { value, issues } = await this.worker.send('run.start', {
      operation: OPERATIONS[this.#document],
      input,
    });
    this._issues = issues;
    if (value) this.#take(value);
  }

  /**
   * What was begun is given up, and the invoice composed anew from the quote, or from the deal itself.
   * The form leaves at once: what is typed into it would be lost.
   */
  async #billFrom(draft: Draft, quote: string): Promise<void> {
    const begun = this._run;
    if (begun === null) return;
    const { step, turn } = draft.question;
    const { realm } = draft.question.question.basis.company;
    this.#following.drop(begun.run);
    this._run = null;
    this._composing = null;
    this._issues = [];
    this.#sourceWasChosen = true;
    const { issues } = await this.worker.send('run.answer', {
      run: begun.run,
      step,
      turn,
      choice: { kind: 'cancel' },
    });
    if (issues.length > 0) {
      this.#take(begun);
      this._issues = issues;
      return;
    }
    draft.forget();
    if (quote === '') this.query.delete('quote');
    else this.query.set('quote', quote);
    this.query.delete('run');
    await this.#start(realm);
  }

  /** From here on the page's address names the run, so that a reload finds it. */
  #take(view: RunView): void {
    this.query.set('run', view.run);
    history.replaceState({ stage: 'edit' }, '', `?${this.query}`);
    this.#show(view);
    if (isOver(view)) return;
    this.#following.follow(
      view.run,
      (changed) => {
        this._issues = [];
        this.#show(changed);
      },
      (issues) => {
        this._issues = issues;
      },
    );
  }

  #show(view: RunView): void {
    const had = this._run?.state;
    this._run = view;
    if (isOver(view) && had !== view.state) this.#focusStage();
    if (view.state !== 'asking' || view.question === null) return;
    const open = this._composing?.draft.question;
    if (open?.step === view.question.step && open.turn === view.question.turn) return;
    this.#compose(view, open !== undefined);
  }

  #compose(view: RunView, again: boolean): void {
    if (view.question === null) return;
    const changed = () => this.requestUpdate();
    const draft = new Draft(view.run, view.question, changed);
    this._composing = new Composing(draft, this.worker, { changed, goTo: (path) => this.#goTo(path) });
    this._sending = false;
    if (again) this._stage = 'edit';
    this.#core?.then((core) => draft.useCore(core));
  }

  #toReview(): void {
    const draft = this._composing?.draft;
    draft?.composeNow();
    this.requestUpdate();
    if (!draft?.view.ready) return;
    history.pushState({ stage: 'review' }, '');
    this.#enter('review');
  }

  /** Back in the page and back in the browser are the same step. */
  readonly #travelled = (event: PopStateEvent): void => {
    const wanted: Stage = event.state?.stage === 'review' ? 'review' : 'edit';
    this.#enter(wanted === 'review' && this._composing?.draft.view.ready ? 'review' : 'edit');
  };

  #enter(stage: Stage): void {
    this._stage = stage;
    scrollTo(0, 0);
    if (stage === 'review' && this._composing) this.#radar.look(this._composing.draft);
    if (stage === 'review') this.#focusStage();
  }

  async #addInstead(draft: Draft, key: string): Promise<void> {
    if (!this._run) return;
    const { portal, source } = this._run.input as CreateInvoiceInput;
    this._sending = true;
    const { report, issues } = await this.#following.toEnd<AddInvoiceReport>('add_invoice', {
      portal,
      record: source,
      keys: [key],
    });
    this._sending = false;
    this._issues = [...issues, ...(report?.failed.flatMap((one) => one.issues) ?? [])];
    if (report && report.failed.length === 0 && draft === this._composing?.draft) {
      await this.#answer({ kind: 'cancel' });
    }
  }

  #approve(): void {
    const draft = this._composing?.draft;
    if (!draft || this._sending) return;
    this.#answer({ kind: 'approve', choices: draft.choices, approved_hash: draft.view.hash });
  }

  async #answer(choice: ComposeAnswer): Promise<void> {
    const draft = this._composing?.draft;
    if (!draft || !this._run) return;
    this._sending = true;
    this._discarding = false;
    const { step, turn } = draft.question;
    const { value, issues } = await this.worker.send('run.answer', {
      run: this._run.run,
      step,
      turn,
      choice,
    });
    this._sending = false;
    this._issues = issues;
    if (!value) return;
    draft.forget();
    this.#show(value);
  }

  /** A finished run stays as it is; what is wanted now is another one for the same record. */
  #startOver(): void {
    const input = this._run?.input as Partial<CreateInvoiceInput> | undefined;
    this.query.delete('run');
    this._run = null;
    this._composing = null;
    this._stage = 'edit';
    if (input?.source) {
      this.query.set('portal', input.portal ?? '');
      this.query.set('type', input.source.type);
      this.query.set('id', input.source.id);
      if (input.quote) this.query.set('quote', input.quote);
      else this.query.delete('quote');
    }
    const realm = input?.realm ?? this.query.get('realm');
    if (realm) this.#start(realm);
    else this.#findCompany();
  }

  async #goTo(path: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = this.renderRoot.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
      if (!place) continue;
      place.focus();
      place.scrollIntoView({ block: 'center' });
      return;
    }
  }

  async #focusStage(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#stage')?.focus();
  }

  async #readConnections(): Promise<void> {
    const { value } = await this.worker.send('connections.read', {});
    this._connections = value;
  }

  #openSetup(): void {
    this.worker.send('page.open', { page: 'setup', query: {} });
  }

  get #wrote(): boolean {
    return this._run?.steps.some((step) => step.write) ?? false;
  }

  get #environment(): 'production' | 'sandbox' | null {
    const realm = this._composing?.draft.question.question.basis.company.realm;
    return this._connections?.companies.find((company) => company.realm === realm)?.environment ?? null;
  }
}
customElements.define('sb-composer', Composer);

function homeless(): TemplateResult {
  return html`<sb-notice
    class="narrow"
    tone="warn"
    .heading=${t('compose.missing')}
    .text=${t('compose.missingStep')}
  ></sb-notice>`;
}
