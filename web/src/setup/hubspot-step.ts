// Step one: a HubSpot key, its test, and what it does not permit.
import type { ConnectPortalReport, Issue } from '@sidebill/core/boundary';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { HubSpotConnection, Worker } from '../commands.ts';
import '../components/copy-button.ts';
import { icon } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { t, word } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { Comes, isPassing, tellChange } from './comes.ts';
import { disconnectQuestion } from './disconnect.ts';
import { SCOPES } from './scopes.ts';
import { setupStyles } from './setup.styles.ts';
import { connectionState, isLimited } from './state.ts';

type Doing = 'connect' | 'test' | 'disconnect';

export class HubSpotStep extends LitElement {
  static override properties = {
    worker: { attribute: false },
    connection: { attribute: false },
    _doing: { state: true },
    _asking: { state: true },
    _replacing: { state: true },
    _report: { state: true },
    _issues: { state: true },
  };
  static override styles = [shared, setupStyles];

  declare worker: Worker;
  declare connection: HubSpotConnection | null;
  declare _doing: Doing | null;
  declare _asking: boolean;
  declare _replacing: boolean;
  declare _report: ConnectPortalReport | null;
  declare _issues: Issue[];

  readonly #comes = new Comes(this);

  constructor() {
    super();
    this.connection = null;
    this._doing = null;
    this._asking = false;
    this._replacing = false;
    this._report = null;
    this._issues = [];
  }

  /** The account that a busy service kept us from testing has appeared. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#comes.running || !changed.has('connection') || changed.get('connection') || !this.connection)
      return;
    this.#comes.stop();
    this._issues = [];
  }

  override render(): TemplateResult {
    const { connection } = this;
    return html`<div class="block">
      <p class="soft">${t('setup.hubspotText')}</p>
      ${connection ? this.#connected(connection) : nothing}
      ${connection && !this._replacing ? nothing : this.#form()}
      ${[...(connection?.issues ?? []), ...this._issues].map((issue) => issueNotice(issue))}
      ${this.#permissions()}
    </div>`;
  }

  #connected({ state, portal }: HubSpotConnection): TemplateResult {
    const account = t('setup.account', { id: portal.portal_id });
    // HubSpot tells no name with a key: the id alone would stand there twice.
    const named = portal.name !== '' && portal.name !== portal.portal_id;
    const name = named ? portal.name : account;
    if (this._asking) {
      return disconnectQuestion('hubspot', name, this._doing === 'disconnect', {
        confirm: () => this.#disconnect(),
        cancel: () => {
          this._asking = false;
        },
      });
    }
    return html`<div class="connection">
      <div class="grow">
        <p class="name"><span class="break">${name}</span> ${connectionState(state, isLimited(this.connection))}</p>
        <p class="small faint">${[named ? account : '', portal.company_currency].filter(Boolean).join(' · ')}</p>
      </div>
      <div class="actions">
        <button class="button tight" ?disabled=${this._doing !== null} @click=${this.#test}>
          ${this._doing === 'test' ? t('setup.testing') : t('setup.test')}
        </button>
        <button
          class="button tight quiet"
          @click=${() => {
            this._replacing = !this._replacing;
          }}
        >
          ${t('setup.replaceToken')}
        </button>
        <button
          class="button tight quiet"
          @click=${() => {
            this._asking = true;
          }}
        >
          ${t('setup.disconnect')}
        </button>
      </div>
    </div>`;
  }

  #form(): TemplateResult {
    // Who connects for the first time needs the way; who replaces a key knows it.
    return html`<details ?open=${this.connection === null}>
        <summary>${t('setup.hubspotWhere')}</summary>
        <div class="where">
          <ol>
            <li>${t('setup.hubspotWhere1')}</li>
            <li>${t('setup.hubspotWhere2')}</li>
            <li>${t('setup.hubspotWhere3')}</li>
          </ol>
          <div class="spread">
            <h3>${t('setup.hubspotScopes')}</h3>
            <sb-copy .text=${SCOPES.join(' ')} .label=${t('setup.copyScopes')}></sb-copy>
          </div>
          <ul class="scopes">
            ${SCOPES.map((scope) => html`<li>${scope}</li>`)}
          </ul>
        </div>
      </details>
      <form @submit=${this.#connect}>
        <div>
          <label class="label" for="token">${t('setup.token')}</label>
          <input
            id="token"
            name="token"
            class="input"
            type="password"
            autocomplete="off"
            spellcheck="false"
            required
          />
        </div>
        <button class="button primary" ?disabled=${this._doing !== null}>
          ${this._doing === 'connect' ? t('setup.connecting') : t('setup.connect')}
        </button>
      </form>`;
  }

  #permissions(): TemplateResult | typeof nothing {
    const scopes = this._report?.scopes;
    if (!scopes) return this.#missingBefore(this.connection?.portal.missing_scopes ?? []);
    const missing = scopes.filter(({ granted }) => !granted);
    if (missing.length === 0) {
      return html`<p class="ok" role="status">${icon('check')} ${t('setup.works')} ${t('setup.allScopes')}</p>`;
    }
    const needs = [...new Set(missing.map(({ needed_for }) => needed_for))];
    return missingList(
      { heading: t('setup.missing', { count: needs.length }), step: t('setup.missingStep') },
      missing.map(({ scope }) => scope),
      needs.map(
        (need) => html`<li>
          <span>${word('needs', need)}</span>
          ${missing.map(({ scope, needed_for }) => (needed_for === need ? html`<code class="soft">${scope}</code>` : nothing))}
        </li>`,
      ),
    );
  }

  /** As it was found when the key was tested last; what each permission is for comes with the next test. */
  #missingBefore(scopes: readonly string[]): TemplateResult | typeof nothing {
    if (scopes.length === 0) return nothing;
    return missingList(
      { heading: t('setup.missingScopes', { count: scopes.length }), step: t('setup.missingTest') },
      scopes,
      scopes.map((scope) => html`<li><code>${scope}</code></li>`),
    );
  }

  async #connect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const token = String(new FormData(form).get('token') ?? '').trim();
    this._doing = 'connect';
    const { value, issues } = await this.worker.send('hubspot.connect', { token });
    this.#took(value, issues);
    if (issues.some(isPassing)) this.#comes.start();
    if (!value) return;
    form.reset();
    this._replacing = false;
    tellChange(this);
  }

  async #test(): Promise<void> {
    this._doing = 'test';
    const { value, issues } = await this.worker.send('hubspot.test', {});
    this.#took(value, issues);
    tellChange(this);
  }

  async #disconnect(): Promise<void> {
    this._doing = 'disconnect';
    const { issues } = await this.worker.send('hubspot.disconnect', {});
    this._asking = false;
    this.#took(null, issues);
    tellChange(this);
  }

  #took(report: ConnectPortalReport | null, issues: Issue[]): void {
    this._doing = null;
    this._report = report;
    this._issues = [...issues, ...(report?.issues ?? [])];
  }
}
customElements.define('sb-hubspot-step', HubSpotStep);

function missingList(
  words: { heading: string; step: string },
  scopes: readonly string[],
  rows: TemplateResult[],
): TemplateResult {
  return html`<div class="limits" role="status">
    <div class="spread">
      <h3 class="row">${icon('warning')} ${words.heading}</h3>
      <sb-copy .text=${scopes.join(' ')} .label=${t('setup.copyScopes')}></sb-copy>
    </div>
    <p class="soft">${words.step}</p>
    <ul class="missing">
      ${rows}
    </ul>
  </div>`;
}
