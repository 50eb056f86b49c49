// One connected QuickBooks company: what was read of it, its test, and its end.
import type { Issue } from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { QuickBooksConnection, Worker } from '../commands.ts';
import { icon } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { ago } from '../format.ts';
import { t } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { tellChange } from './comes.ts';
import { disconnectQuestion } from './disconnect.ts';
import { setupStyles } from './setup.styles.ts';
import { connectionState } from './state.ts';

export class Company extends LitElement {
  static override properties = {
    worker: { attribute: false },
    connection: { attribute: false },
    _doing: { state: true },
    _asking: { state: true },
    _works: { state: true },
    _issues: { state: true },
  };
  static override styles = [
    shared,
    setupStyles,
    css`
      :host {
        display: grid;
        gap: var(--gap-2);
      }
    `,
  ];

  declare worker: Worker;
  declare connection: QuickBooksConnection;
  declare _doing: 'test' | 'disconnect' | null;
  declare _asking: boolean;
  declare _works: boolean;
  declare _issues: Issue[];

  constructor() {
    super();
    this._doing = null;
    this._asking = false;
    this._works = false;
    this._issues = [];
  }

  override render(): TemplateResult {
    return html`${this._asking ? this.#question() : this.#line()}
    ${this._works ? html`<p class="ok" role="status">${icon('check')} ${t('setup.works')}</p>` : nothing}
    ${[...this.connection.issues, ...this._issues].map((issue) => issueNotice(issue))}`;
  }

  #line(): TemplateResult {
    const { name, home_currency, environment, counts, lists_read_ms, state } = this.connection;
    const place = environment === 'sandbox' ? t('setup.sandbox') : t('setup.production');
    return html`<div class="connection">
      <div class="grow">
        <p class="name"><span class="break">${name}</span> ${connectionState(state)}</p>
        <p class="small faint">${place} · ${home_currency} · ${t('setup.counts', counts)}</p>
        <p class="small faint">${t('setup.listsRead', { when: ago(lists_read_ms, Date.now()) })}</p>
      </div>
      <div class="actions">
        <button class="button tight" ?disabled=${this._doing !== null} @click=${this.#test}>
          ${this._doing === 'test' ? t('setup.testing') : t('setup.test')}
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

  #question(): TemplateResult {
    return disconnectQuestion(this.connection.method, this.connection.name, this._doing === 'disconnect', {
      confirm: () => this.#disconnect(),
      cancel: () => {
        this._asking = false;
      },
    });
  }

  async #test(): Promise<void> {
    this._doing = 'test';
    this._works = false;
    const { value, issues } = await this.worker.send('quickbooks.test', { realm: this.connection.realm });
    this._doing = null;
    this._works = value !== null;
    this._issues = [...issues, ...(value?.issues ?? [])];
    tellChange(this);
  }

  async #disconnect(): Promise<void> {
    this._doing = 'disconnect';
    const { issues } = await this.worker.send('quickbooks.disconnect', { realm: this.connection.realm });
    this._doing = null;
    this._asking = false;
    // Its own place is gone by then: the page tells what is left to do.
    tellChange(this, issues);
  }
}
customElements.define('sb-company', Company);
