// Every request that left this browser, so that nobody has to take "no middleman" on trust.
import type { Issue } from '@sidebill/core/boundary';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { LoggedRequest, Worker } from '../commands.ts';
import { icon, mark } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { date, duration, localDay, timeWithSeconds } from '../format.ts';
import { t, word } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { requestsStyles } from './requests.styles.ts';

const LIMIT = 500;
const ALL = '';

export class Requests extends LitElement {
  static override properties = {
    worker: { attribute: false },
    _requests: { state: true },
    _service: { state: true },
    _issues: { state: true },
  };
  static override styles = [shared, requestsStyles];

  declare worker: Worker;
  declare _requests: LoggedRequest[] | null;
  declare _service: string;
  declare _issues: Issue[];

  constructor() {
    super();
    this._requests = null;
    this._service = ALL;
    this._issues = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  override render(): TemplateResult {
    return html`<main aria-busy=${this._requests === null}>
      <header>
        ${mark()}
        <div class="grow">
          <h1>${t('requests.title')}</h1>
          <p class="soft">${t('requests.lead')}</p>
        </div>
        <button class="button tight" @click=${this.#read}>${icon('refresh')}${t('common.refresh')}</button>
      </header>
      ${this._issues.map((issue) => issueNotice(issue))}
      ${this._requests === null ? skeleton() : this.#content(this._requests)}
    </main>`;
  }

  #content(requests: LoggedRequest[]): TemplateResult {
    if (requests.length === 0) {
      return html`<div class="blank">
        <h2>${t('requests.empty')}</h2>
        <p class="soft">${t('requests.emptyText')}</p>
      </div>`;
    }
    const shown = requests.filter(({ service }) => this._service === ALL || service === this._service);
    return html`${this.#filter(requests)}
      <p class="small faint" role="status">
        ${t('requests.shown', { count: shown.length })} · ${t('requests.hosts', { count: hosts(shown).length })}:
        ${hosts(shown).join(', ')}
      </p>
      <div class="panel scroll">
        <table>
          <caption class="visually-hidden">
            ${t('requests.title')}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('requests.time')}</th>
              <th scope="col">${t('requests.service')}</th>
              <th scope="col">${t('requests.request')}</th>
              <th scope="col">${t('requests.status')}</th>
              <th scope="col" class="end">${t('requests.duration')}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(requestRow)}
          </tbody>
        </table>
      </div>`;
  }

  #filter(requests: LoggedRequest[]): TemplateResult {
    const services = [ALL, ...new Set(requests.map(({ service }) => service))];
    return html`<fieldset class="filter">
      <legend class="visually-hidden">${t('requests.filter')}</legend>
      ${services.map(
        (service) => html`<button
          class="button tight ${service === this._service ? '' : 'quiet'}"
          aria-pressed=${service === this._service}
          @click=${() => {
            this._service = service;
          }}
        >
          ${service === ALL ? t('requests.all') : word('services', service)}
        </button>`,
      )}
    </fieldset>`;
  }

  async #read(): Promise<void> {
    const { value, issues } = await this.worker.send('requests.read', { limit: LIMIT });
    this._issues = issues;
    if (value) this._requests = value;
  }
}
customElements.define('sb-requests', Requests);

function requestRow(request: LoggedRequest): TemplateResult {
  const { host, path } = partsOf(request.url);
  const failed = request.failure !== null || request.status >= 400;
  return html`<tr>
    <td class="figure faint" title=${date(localDay(request.at_ms))}>${timeWithSeconds(request.at_ms)}</td>
    <td>${word('services', request.service)}</td>
    <td class="url">
      <span class="method">${request.method}</span> <span class="break">${path}</span>
      <span class="small faint host"
        >${host}${request.metered ? html` · <span title=${t('requests.meteredHint')}>${t('requests.metered')}</span>` : nothing}</span
      >
    </td>
    <td class="figure ${failed ? 'bad' : 'good'}">
      ${request.failure === null ? request.status : word('failures', request.failure)}
    </td>
    <td class="figure end faint">${duration(request.duration_ms)}</td>
  </tr>`;
}

function partsOf(address: string): { host: string; path: string } {
  if (!URL.canParse(address)) return { host: '', path: address };
  const url = new URL(address);
  return { host: url.host, path: decodedPath(`${url.pathname}${url.search}`) };
}

/** Percent signs read badly; what cannot be decoded stays as it is. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch (fault) {
    if (fault instanceof URIError) return path;
    throw fault;
  }
}

function hosts(requests: readonly LoggedRequest[]): string[] {
  return [...new Set(requests.map(({ url }) => partsOf(url).host))].filter(Boolean).sort();
}

function skeleton(): TemplateResult {
  return html`<div class="panel scroll" aria-hidden="true">
    ${Array.from({ length: 8 }, () => html`<div class="ghost"><div class="bone"></div></div>`)}
  </div>`;
}
