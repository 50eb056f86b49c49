// Set-up in three steps: HubSpot, QuickBooks, done.
import type { Issue } from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Connections, Settings, Worker } from '../commands.ts';
import { outsideLink } from '../components/checked-link.ts';
import { icon, mark } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { saveText } from '../files.ts';
import { type MessageKey, t } from '../messages/index.ts';
import { setTheme } from '../pages/theme.ts';
import { shared } from '../style/base.ts';
import './hubspot-step.ts';
import './preferences.ts';
import './quickbooks-step.ts';
import { setupStyles } from './setup.styles.ts';
import { isLimited } from './state.ts';

const THEMES = [
  { value: 'system', text: t('setup.themeSystem') },
  { value: 'light', text: t('setup.themeLight') },
  { value: 'dark', text: t('setup.themeDark') },
] as const;

export class Setup extends LitElement {
  static override properties = {
    worker: { attribute: false },
    _connections: { state: true },
    _settings: { state: true },
    _issues: { state: true },
  };
  static override styles = [
    shared,
    setupStyles,
    css`
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-4);
        max-width: 760px;
        margin: 0 auto;
        padding: var(--gap-5) calc(var(--gap-4) - var(--scroll-bar)) var(--gap-6) var(--gap-4);
      }
      header {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr);
        gap: 4px var(--gap-3);
      }
      header svg {
        margin-top: 4px;
      }
      header p {
        grid-column: 2;
      }
      .step {
        padding: var(--gap-4);
      }
      .step > .title {
        align-self: center;
      }
      .step > .body {
        grid-column: 2;
        min-width: 0;
        margin: 0 calc(-1 * var(--gap-4)) calc(-1 * var(--gap-4));
      }
      .more {
        display: grid;
        gap: var(--gap-3);
      }
      .more .spread {
        flex-wrap: wrap;
        align-items: center;
      }
      .waiting {
        height: 132px;
      }
      select.input {
        width: auto;
      }
      @media (max-width: 480px) {
        main {
          padding: var(--gap-3) calc(var(--gap-3) - var(--scroll-bar)) var(--gap-3) var(--gap-3);
        }
        .step > .body {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  declare worker: Worker;
  declare _connections: Connections | null;
  declare _settings: Settings | null;
  declare _issues: Issue[];

  constructor() {
    super();
    this._connections = null;
    this._settings = null;
    this._issues = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('connections-changed', (event) =>
      this.#read((event as CustomEvent<Issue[]>).detail),
    );
    this.#read();
    this.#readSettings();
  }

  override render(): TemplateResult {
    return html`<main aria-busy=${this._connections === null}>
      <header>
        ${mark()}
        <h1>${t('setup.title')}</h1>
        <p class="soft">${t('setup.lead')}</p>
      </header>
      ${this._issues.map((issue) => issueNotice(issue))}
      ${this._connections ? this.#steps(this._connections) : skeleton()}
    </main>`;
  }

  #steps(connections: Connections): TemplateResult {
    const hasPortal = connections.hubspot?.state === 'connected';
    const limited = isLimited(connections.hubspot);
    const hasCompany = connections.companies.some(({ state }) => state === 'connected');
    const ready = hasPortal && hasCompany;
    return html`${step(
      1,
      t('setup.hubspot'),
      limited ? 'limited' : progressOf(hasPortal),
      html`<sb-hubspot-step .worker=${this.worker} .connection=${connections.hubspot}></sb-hubspot-step>`,
    )}
    ${step(
      2,
      t('setup.quickbooks'),
      progressOf(hasCompany),
      html`<sb-quickbooks-step .worker=${this.worker} .connections=${connections}></sb-quickbooks-step>`,
    )}
    ${step(3, t('setup.finish'), progressOf(ready), this.#finish(connections, ready, limited))}
    ${ready && this._settings ? html`<sb-preferences .worker=${this.worker} .settings=${this._settings} .companies=${connections.companies}></sb-preferences>` : nothing}
    ${this.#more(connections)}`;
  }

  #finish(connections: Connections, ready: boolean, limited: boolean): TemplateResult {
    const portal = connections.hubspot?.portal;
    const deals = portal
      ? `https://${portal.ui_domain}/contacts/${encodeURIComponent(portal.portal_id)}/objects/0-3`
      : '';
    return html`<div class="block">
      <p class="soft">${ready ? t('setup.finishText') : t('setup.finishWaiting')}</p>
      ${ready && limited ? html`<p class="soft">${t('setup.finishLimited')}</p>` : nothing}
      ${
        ready
          ? html`<div>
            ${outsideLink(deals, [t('setup.openHubSpot'), icon('external')], { class: 'button primary' })}
          </div>`
          : nothing
      }
    </div>`;
  }

  #more(connections: Connections): TemplateResult {
    return html`<section class="panel block more">
      <div class="spread">
        <div class="grow">
          <label for="theme">${t('setup.theme')}</label>
          <p class="small soft" id="theme-text">${t('setup.themeText')}</p>
        </div>
        <select id="theme" class="input" aria-describedby="theme-text" @change=${this.#chooseTheme}>
          ${THEMES.map(
            ({ value, text }) =>
              html`<option value=${value} ?selected=${value === this._settings?.theme}>${text}</option>`,
          )}
        </select>
      </div>
      <div class="spread">
        <p class="soft">${t('setup.matchingText')}</p>
        <button
          class="button tight"
          @click=${() => this.worker.send('page.open', { page: 'matching', query: {} })}
        >
          ${t('setup.matching')}
        </button>
      </div>
      <div class="spread">
        <p class="soft">${t('setup.exportText')}</p>
        <button class="button tight" @click=${this.#export}>${t('setup.export')}</button>
      </div>
      <div class="spread">
        <p class="soft">${t('setup.requestsText')}</p>
        <button
          class="button tight"
          @click=${() => this.worker.send('page.open', { page: 'requests', query: {} })}
        >
          ${t('setup.requests')}
        </button>
      </div>
      <p class="small faint">${t('setup.version', { version: connections.version })}</p>
    </section>`;
  }

  async #read(told: readonly Issue[] = []): Promise<void> {
    const { value, issues } = await this.worker.send('connections.read', {});
    this._issues = [...told, ...issues];
    if (value) this._connections = value;
  }

  async #readSettings(): Promise<void> {
    this._settings = (await this.worker.send('settings.read', {})).value;
  }

  async #chooseTheme(event: Event): Promise<void> {
    const chosen = THEMES.find(({ value }) => value === (event.target as HTMLSelectElement).value);
    if (!chosen) return;
    setTheme(chosen.value);
    const { value, issues } = await this.worker.send('settings.write', { theme: chosen.value });
    this._issues = issues;
    if (value) this._settings = value;
  }

  async #export(): Promise<void> {
    const { value, issues } = await this.worker.send('links.export', {});
    this._issues = issues;
    if (value) saveText(value.name, value.text);
  }
}
customElements.define('sb-setup', Setup);

type StepProgress = 'open' | 'limited' | 'done';

function progressOf(done: boolean): StepProgress {
  return done ? 'done' : 'open';
}

const STEP_WORDS: Readonly<Record<StepProgress, MessageKey>> = {
  open: 'setup.open',
  limited: 'setup.limited',
  done: 'setup.done',
};

function step(number: number, title: string, progress: StepProgress, body: TemplateResult): TemplateResult {
  const signs = { open: number, limited: icon('warning'), done: icon('check') };
  return html`<section class="panel step" aria-labelledby="step-${number}">
    <span class="number ${progress}" aria-hidden="true">${signs[progress]}</span>
    <div class="title">
      <h2 id="step-${number}">
        <span class="visually-hidden">${t('setup.step', { number })}</span> ${title}
        <span class="visually-hidden">${t(STEP_WORDS[progress])}</span>
      </h2>
    </div>
    <div class="body">${body}</div>
  </section>`;
}

function skeleton(): TemplateResult[] {
  return [1, 2, 3].map(
    (number) => html`<div class="panel step waiting" aria-hidden="true">
      <span class="number">${number}</span>
      <div class="title"><div class="bone">&nbsp;</div></div>
    </div>`,
  );
}
