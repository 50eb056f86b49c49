// Step two: QuickBooks, by a company's own Intuit keys or through its token broker.
import type { Issue } from '@sidebill/core/boundary';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Commands, Connections, Worker } from '../commands.ts';
import '../components/copy-button.ts';
import { issueNotice } from '../components/notice.ts';
import { type MessageKey, t } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import './company.ts';
import { Comes, isPassing, tellChange } from './comes.ts';
import { setupStyles } from './setup.styles.ts';

type Request = Commands['quickbooks.connect']['request'];

export class QuickBooksStep extends LitElement {
  static override properties = {
    worker: { attribute: false },
    connections: { attribute: false },
    _method: { state: true },
    _adding: { state: true },
    _connecting: { state: true },
    _issues: { state: true },
  };
  static override styles = [shared, setupStyles];

  declare worker: Worker;
  declare connections: Connections;
  declare _method: Request['method'];
  declare _adding: boolean;
  declare _connecting: boolean;
  declare _issues: Issue[];

  readonly #comes = new Comes(this);

  constructor() {
    super();
    this._method = 'keys';
    this._adding = false;
    this._connecting = false;
    this._issues = [];
  }

  /** The company that a busy service kept us from reading has appeared. */
  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('connections');
    if (!this.#comes.running || !before || before.companies.length >= this.connections.companies.length)
      return;
    this.#comes.stop();
    this._adding = false;
    this._issues = [];
  }

  override render(): TemplateResult {
    const { companies } = this.connections;
    const asks = companies.length === 0 || this._adding;
    return html`<div class="block">
      <p class="soft">${t('setup.quickbooksText')}</p>
      ${companies.map(
        (company) => html`<sb-company .worker=${this.worker} .connection=${company}></sb-company>`,
      )}
      ${asks ? this.#form() : this.#another()} ${this._issues.map((issue) => issueNotice(issue))}
    </div>`;
  }

  #another(): TemplateResult {
    return html`<div>
      <button
        class="button tight"
        @click=${() => {
          this._adding = true;
        }}
      >
        ${t('setup.another')}
      </button>
    </div>`;
  }

  #form(): TemplateResult {
    const keys = this._method === 'keys';
    return html`<form @submit=${this.#connect}>
      <fieldset>
        <legend class="label">${t('setup.method')}</legend>
        <div class="methods">
          ${this.#methodChoice('keys', t('setup.keys'), t('setup.keysText'))}
          ${this.#methodChoice('broker', t('setup.broker'), t('setup.brokerText'))}
        </div>
      </fieldset>
      ${keys ? this.#keyFields() : this.#brokerFields()}
      <button class="button primary" ?disabled=${this._connecting}>
        ${keys ? this.#action('setup.signIn', 'setup.signingIn') : this.#action('setup.signInBroker', 'setup.askingBroker')}
      </button>
    </form>`;
  }

  #action(idle: MessageKey, going: MessageKey): string {
    return t(this._connecting ? going : idle);
  }

  #methodChoice(method: Request['method'], name: string, text: string): TemplateResult {
    return html`<label class="method">
      <input
        class="check"
        type="radio"
        name="method"
        value=${method}
        .checked=${this._method === method}
        @change=${() => {
          this._method = method;
        }}
      />
      <strong>${name}</strong>
      <span class="small soft text">${text}</span>
    </label>`;
  }

  #keyFields(): TemplateResult {
    return html`<div class="where">
        <ol>
          <li>${t('setup.keysWhere1')}</li>
          <li>
            ${t('setup.keysWhere2')}
            <div class="copy">
              <code>${this.connections.redirect_uri}</code>
              <sb-copy .text=${this.connections.redirect_uri}></sb-copy>
            </div>
          </li>
          <li>${t('setup.keysWhere3')}</li>
        </ol>
      </div>
      ${this.#input('client_id', t('setup.clientId'), 'text')}
      ${this.#input('client_secret', t('setup.clientSecret'), 'password')}
      <div>
        <label class="label" for="environment">${t('setup.environment')}</label>
        <select id="environment" name="environment" class="input">
          <option value="production">${t('setup.production')}</option>
          <option value="sandbox">${t('setup.sandbox')}</option>
        </select>
      </div>`;
  }

  #brokerFields(): TemplateResult {
    return html`${this.#input('url', t('setup.brokerUrl'), 'url', t('setup.brokerUrlHint'))}
    ${this.#input('broker_key', t('setup.brokerKey'), 'password')}`;
  }

  #input(name: string, label: string, type: string, hint = ''): TemplateResult {
    return html`<div>
      <label class="label" for=${name}>${label}</label>
      <input
        id=${name}
        name=${name}
        class="input"
        type=${type}
        autocomplete="off"
        spellcheck="false"
        required
        pattern=${type === 'url' ? 'https://.+' : nothing}
        aria-describedby=${hint === '' ? nothing : `${name}-hint`}
      />
      ${hint === '' ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    </div>`;
  }

  async #connect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this._connecting = true;
    const { value, issues } = await this.worker.send('quickbooks.connect', requestOf(new FormData(form)));
    this._connecting = false;
    this._issues = [...issues, ...(value ?? []).flatMap((report) => report.issues)];
    if (issues.some(isPassing)) this.#comes.start();
    if (!value) return;
    form.reset();
    this._method = 'keys';
    this._adding = false;
    tellChange(this);
  }
}
customElements.define('sb-quickbooks-step', QuickBooksStep);

function requestOf(data: FormData): Request {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  if (text('method') === 'broker')
    return { method: 'broker', url: text('url'), broker_key: text('broker_key') };
  return {
    method: 'keys',
    client_id: text('client_id'),
    client_secret: text('client_secret'),
    environment: text('environment') === 'sandbox' ? 'sandbox' : 'production',
  };
}
