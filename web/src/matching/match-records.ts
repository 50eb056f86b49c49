// Which records of HubSpot are which of QuickBooks: read both sides, look through what is proposed, save the links.
import type {
  CrmList,
  ImportCustomersReport,
  Issue,
  LinkRecordsReport,
  PairsAnswer,
  ProposedRecord,
  ReadRecordsReport,
} from '@sidebill/core/boundary';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Connections, PairList, RunView, Worker } from '../commands.ts';
import { icon, mark } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { saveText } from '../files.ts';
import { t, word } from '../messages/index.ts';
import '../review-list/review-list.ts';
import './missing-contacts.ts';
import type { Decided, Decision, Proposal } from '../review-list/proposal.ts';
import { Runs } from '../runs.ts';
import { shared } from '../style/base.ts';
import { pairsText } from './export.ts';
import { matchRecordsStyles } from './match-records.styles.ts';
import { keptDecisions, madeFor, proposalsOf, readPairs } from './proposals.ts';
import { countUnpaired, readUnpaired } from './unpaired.ts';

const LISTS: readonly CrmList[] = ['companies', 'contacts', 'products'];

type Doing = 'comparing' | 'reading' | 'saving' | 'creating' | null;

export class MatchRecords extends LitElement {
  static override properties = {
    worker: { attribute: false },
    _connections: { state: true },
    _realm: { state: true },
    _of: { state: true },
    _doing: { state: true },
    _compared: { state: true },
    _pages: { state: true },
    _proposals: { state: true },
    _made: { state: true },
    _decisions: { state: true },
    _unpaired: { state: true },
    _missing: { state: true },
    _issues: { state: true },
    _said: { state: true },
  };
  static override styles = [shared, matchRecordsStyles];

  declare worker: Worker;
  declare _connections: Connections | null;
  declare _realm: string;
  declare _of: CrmList;
  declare _doing: Doing;
  declare _compared: PairsAnswer | null;
  /** Read so far while lists are read. */
  declare _pages: number;
  declare _proposals: readonly Proposal[];
  /** Of an earlier sitting. */
  declare _made: Decided;
  /** As they stand now, by HubSpot's id. */
  declare _decisions: ReadonlyMap<string, Decision>;
  /** Customers that match no contact. */
  declare _unpaired: number;
  /** The same, while one looks through them. */
  declare _missing: ProposedRecord[] | null;
  declare _issues: Issue[];
  declare _said: string;
  readonly #runs = new Runs(this, () => this.worker);
  /** Answers of a list that one has left are not shown. */
  #turn = 0;

  constructor() {
    super();
    this._connections = null;
    this._realm = '';
    this._of = 'companies';
    this._doing = null;
    this._compared = null;
    this._pages = 0;
    this._proposals = [];
    this._made = [];
    this._decisions = new Map();
    this._unpaired = 0;
    this._missing = null;
    this._issues = [];
    this._said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#turn += 1;
  }

  override render(): TemplateResult {
    return html`<main aria-busy=${this._doing !== null || this._connections === null}>
      <header>
        ${mark()}
        <div class="grow">
          <h1>${t('records.title')}</h1>
          <p class="soft">${t('records.lead')}</p>
        </div>
      </header>
      ${this._issues.map((issue) => issueNotice(issue))}
      ${this._connections === null ? nothing : this.#content(this._connections)}
    </main>`;
  }

  #content({ hubspot, companies }: Connections): TemplateResult {
    if (!hubspot || companies.length === 0) {
      return html`<div class="blank">
        <h2>${t('records.unconnected')}</h2>
        <button class="button primary" @click=${() => this.worker.send('page.open', { page: 'setup', query: {} })}>
          ${t('records.openSetup')}
        </button>
      </div>`;
    }
    return html`<div class="bar">
        ${this.#lists()} ${companies.length > 1 ? this.#companies(companies) : nothing}
        <span class="grow"></span>
        <button class="button tight" ?disabled=${this._doing !== null} @click=${this.#read}>
          ${icon('refresh')}${t('records.read')}
        </button>
        <button class="button tight" ?disabled=${this._proposals.length === 0} @click=${this.#export}>
          ${t('records.export')}
        </button>
        ${this.#save()}
      </div>
      <p class="small soft" role="status">${this.#progress()}</p>
      ${this._missing ? this.#missingContacts(this._missing) : html`${this.#withoutContact()}${this.#pairs()}`}`;
  }

  #lists(): TemplateResult {
    return html`<div class="lists" role="group" aria-label=${t('records.lists')}>
      ${LISTS.map(
        (of) => html`<button
          class="button tight ${of === this._of ? 'chosen' : 'quiet'}"
          aria-pressed=${of === this._of}
          ?disabled=${this._doing !== null && this._doing !== 'comparing'}
          @click=${() => this.#choose(of, this._realm)}
        >
          ${word('crmLists', of)}
        </button>`,
      )}
    </div>`;
  }

  #companies(companies: Connections['companies']): TemplateResult {
    return html`<select
      class="input"
      aria-label=${t('records.company')}
      @change=${(event: Event) => this.#choose(this._of, (event.target as HTMLSelectElement).value)}
    >
      ${companies.map(
        ({ realm, name }) => html`<option value=${realm} ?selected=${realm === this._realm}>${name}</option>`,
      )}
    </select>`;
  }

  #withoutContact(): TemplateResult | typeof nothing {
    if (this._unpaired === 0 || this._doing !== null) return nothing;
    return html`<div class="panel without">
      <p>${t('import.left', { count: this._unpaired })}</p>
      <button class="button tight" @click=${this.#openMissing}>${t('import.open')}</button>
    </div>`;
  }

  #missingContacts(customers: readonly ProposedRecord[]): TemplateResult {
    return html`<sb-missing-contacts
      .customers=${customers}
      ?creating=${this._doing === 'creating'}
      @leave=${() => {
        this._missing = null;
      }}
      @create=${(event: CustomEvent<string[]>) => this.#createContacts(event.detail)}
    ></sb-missing-contacts>`;
  }

  #save(): TemplateResult {
    const count = this.#accepted().length;
    return html`<button
      class="button primary tight"
      ?disabled=${count === 0 || this._doing !== null}
      @click=${this.#saveLinks}
    >
      ${this._doing === 'saving' ? t('records.saving') : count === 0 ? t('records.saveNone') : t('records.save', { count })}
    </button>`;
  }

  #progress(): string {
    switch (this._doing) {
      case 'reading':
        return t('records.reading', { count: this._pages });
      case 'comparing':
        return this._compared
          ? t('records.comparing', { done: this._compared.done, of: this._compared.of })
          : t('records.opening');
      case 'saving':
      case 'creating':
      case null:
        return this._said;
    }
  }

  #pairs(): TemplateResult {
    if (this._doing === 'comparing' || this._doing === 'reading')
      return html`<div class="panel waiting" aria-hidden="true"></div>`;
    if (this._proposals.length > 0) {
      return html`<sb-review-list
        .proposals=${this._proposals}
        .made=${this._made}
        @decided=${(event: CustomEvent<Decided>) => this.#decide(event.detail)}
      ></sb-review-list>`;
    }
    return html`<div class="blank">
      <h2>${t('records.nothing')}</h2>
      <p class="soft">${t('records.nothingText')}</p>
    </div>`;
  }

  async #begin(): Promise<void> {
    const { value, issues } = await this.worker.send('connections.read', {});
    this._issues = issues;
    if (!value) return;
    this._connections = value;
    const settings = await this.worker.send('settings.read', {});
    const chosen = value.companies.find(({ realm }) => realm === settings.value?.realm) ?? value.companies[0];
    if (value.hubspot && chosen) this.#choose(this._of, chosen.realm);
  }

  #list(): PairList {
    return { portal: this._connections?.hubspot?.portal.portal_id ?? '', realm: this._realm, of: this._of };
  }

  #choose(of: CrmList, realm: string): void {
    this._of = of;
    this._realm = realm;
    this._said = '';
    this._issues = [];
    this.#compare();
  }

  async #compare(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const list = this.#list();
    this._doing = 'comparing';
    this._compared = null;
    this._proposals = [];
    this._unpaired = 0;
    this._missing = null;
    const decisions = await this.worker.send('decisions.read', list);
    const read = await readPairs(this.worker, list, (answer) => {
      if (turn === this.#turn) this._compared = answer;
      return turn === this.#turn;
    });
    if (turn !== this.#turn || !read) return;
    this._doing = null;
    this._issues = [...this._issues, ...decisions.issues, ...read.issues];
    this._proposals = proposalsOf(read.pairs);
    this._made = madeFor(this._proposals, decisions.value ?? []);
    this._decisions = new Map(this._made.flatMap(([left, one]) => (one ? [[left, one] as const] : [])));
    await this.#countUnpaired();
  }

  async #countUnpaired(): Promise<void> {
    if (this._of !== 'contacts') return;
    const turn = this.#turn;
    const { count, issues } = await countUnpaired(this.worker, this.#list());
    if (turn !== this.#turn) return;
    this._unpaired = count;
    this._issues = [...this._issues, ...issues];
  }

  readonly #openMissing = async (): Promise<void> => {
    const { customers, issues } = await readUnpaired(this.worker, this.#list());
    this._issues = issues;
    if (issues.length > 0) return;
    this._missing = customers;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('sb-missing-contacts')?.focus();
  };

  async #createContacts(customers: string[]): Promise<void> {
    this._doing = 'creating';
    this._issues = [];
    const { portal, realm } = this.#list();
    const { report, issues } = await this.#runs.toEnd<ImportCustomersReport>('import_customers', {
      portal,
      realm,
      customers,
    });
    this._said = report ? createdWords(report) : '';
    this._issues = [...issues, ...oneOfEach(report?.failed.flatMap((one) => one.issues) ?? [])];
    await this.#compare();
  }

  readonly #read = async (): Promise<void> => {
    this._doing = 'reading';
    this._pages = 0;
    this._issues = [];
    const { report, issues } = await this.#runs.toEnd<ReadRecordsReport>(
      'read_records',
      this.#list(),
      (view) => {
        this._pages = pagesOf(view);
      },
    );
    this._issues = issues;
    this._said = report
      ? t('records.wasRead', { hubspot: report.hubspot, quickbooks: report.quickbooks })
      : '';
    await this.#compare();
  };

  readonly #saveLinks = async (): Promise<void> => {
    this._doing = 'saving';
    this._issues = [];
    const input = { ...this.#list(), pairs: this.#accepted() };
    const { report, issues } = await this.#runs.toEnd<LinkRecordsReport>('link_records', input);
    this._issues = [...issues, ...oneOfEach(report?.failed.flatMap((one) => one.issues) ?? [])];
    this._said = report ? savedWords(report) : '';
    await this.#compare();
  };

  readonly #export = (): void => {
    const name = `sidebill-matches-${this._of}.csv`;
    saveText(
      name,
      pairsText(this._proposals, (left) => this._decisions.get(left)),
    );
  };

  #accepted(): { hubspot: string; quickbooks: string }[] {
    return [...this._decisions].flatMap(([hubspot, decision]) =>
      decision.kind === 'accepted' ? [{ hubspot, quickbooks: decision.right }] : [],
    );
  }

  async #decide(decided: Decided): Promise<void> {
    const now = new Map(this._decisions);
    for (const [left, decision] of decided) {
      if (decision) now.set(left, decision);
      else now.delete(left);
    }
    this._decisions = now;
    const { issues } = await this.worker.send('decisions.write', {
      ...this.#list(),
      decided: keptDecisions(decided),
    });
    this._issues = issues;
    await this.#countUnpaired();
  }
}
customElements.define('sb-match-records', MatchRecords);

function pagesOf({ steps }: RunView): number {
  return steps.filter(({ state }) => state === 'done').length;
}

/** Hundreds may fail for one reason: it is said once. */
function oneOfEach(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [issue.code, issue])).values()];
}

function savedWords({ linked, failed }: LinkRecordsReport): string {
  const saved = t('records.saved', { count: linked.length });
  return failed.length === 0 ? saved : `${saved} ${t('records.failed', { count: failed.length })}`;
}

function createdWords({ created, without_email, failed }: ImportCustomersReport): string {
  const said = [t('import.created', { count: created.length })];
  if (without_email.length > 0) said.push(t('import.withoutEmail', { count: without_email.length }));
  if (failed.length > 0) said.push(t('import.failed', { count: failed.length }));
  return said.join(' ');
}
