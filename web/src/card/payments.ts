// What was paid on one invoice: each payment opens into its method, its reference and where the rest of it went.
import type { DocumentInput, Issue, MoneyText, PaymentsReport, PaymentView } from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Worker } from '../commands.ts';
import { outsideLink } from '../components/checked-link.ts';
import { icon } from '../components/icons.ts';
import { issueNotice } from '../components/notice.ts';
import { date, money } from '../format.ts';
import { t } from '../messages/index.ts';
import { Runs } from '../runs.ts';
import { shared } from '../style/base.ts';
import { factsStyles } from './facts.styles.ts';

/** Whose payments, as the invoice was read then. */
export interface PaymentsAsked extends DocumentInput {
  read_ms: number;
}

const styles = css`
  :host {
    display: grid;
    gap: 3px;
  }
  summary {
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr) auto;
    gap: 0 6px;
    padding: 3px 0;
    border-radius: var(--radius-s);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--hover);
  }
  .turn {
    align-self: start;
    padding-block: 4px;
    color: var(--ink-faint);
    line-height: 0;
    transition: rotate 120ms;
  }
  details[open] .turn {
    rotate: 90deg;
  }
  .preview {
    display: grid;
    gap: var(--gap-2);
    padding: 2px 0 var(--gap-2) 20px;
  }
  .title,
  .balance {
    font-weight: 600;
  }
`;

export class Payments extends LitElement {
  static override properties = {
    worker: { attribute: false },
    asked: { attribute: false, hasChanged: isOther },
    balance: { attribute: false },
    _report: { state: true },
    _issues: { state: true },
  };
  static override styles = [shared, factsStyles, styles];

  declare worker: Worker;
  declare asked: PaymentsAsked;
  declare balance: MoneyText;
  declare _report: PaymentsReport | null;
  declare _issues: Issue[];
  readonly #runs = new Runs(this, () => this.worker);

  constructor() {
    super();
    this._report = null;
    this._issues = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('asked')) this.#read();
  }

  override render(): TemplateResult {
    const balance = this._report?.balance ?? this.balance;
    return html`<p class="small title">${t('card.payments')}</p>
      ${this._issues.map((issue) => issueNotice(issue))} ${this.#list()}
      <p class="spread balance">
        <span>${t('card.balanceDue')}</span>
        <span class="figure">${money(balance.amount, balance.currency)}</span>
      </p>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (this._report === null) {
      if (this._issues.length > 0) return nothing;
      return html`<p class="small faint" role="status">${t('card.paymentsReading')}</p>`;
    }
    const { payments, otherwise } = this._report;
    return html`<ul aria-label=${t('card.payments')}>
      ${payments.map((one) => html`<li>${payment(one)}</li>`)}
      ${otherwise === null ? nothing : html`<li class="spread">${paidOtherwise(otherwise)}</li>`}
    </ul>`;
  }

  async #read(): Promise<void> {
    const { portal, key } = this.asked;
    const { report, issues } = await this.#runs.toEnd<PaymentsReport>('read_payments', { portal, key });
    this._report = report;
    this._issues = report === null ? issues : report.issues;
    if (report?.read_again)
      this.dispatchEvent(new CustomEvent('documents-changed', { bubbles: true, composed: true }));
  }
}
customElements.define('sb-payments', Payments);

/** A parent that draws itself again hands over a new object about the same reading. */
function isOther(next: PaymentsAsked, previous: PaymentsAsked | undefined): boolean {
  return previous === undefined || next.key !== previous.key || next.read_ms !== previous.read_ms;
}

function payment(shown: PaymentView): TemplateResult {
  const { applied } = shown;
  return html`<details>
    <summary>
      <span class="turn">${icon('chevron')}</span>
      <span>
        ${date(shown.date)} ${shown.method === '' ? nothing : html`<span class="faint">· ${shown.method}</span>`}
      </span>
      <span class="figure">${money(applied.amount, applied.currency)}</span>
    </summary>
    <div class="preview small">${facts(shown)}</div>
  </details>`;
}

function facts(shown: PaymentView): TemplateResult {
  const none = t('card.paymentNone');
  return html`<dl>
      <dt>${t('card.paymentMethod')}</dt>
      <dd class="break">${methodOf(shown) || none}</dd>
      <dt>${t('card.paymentReference')}</dt>
      <dd class="break">${shown.reference || none}</dd>
      <dt>${t('card.paymentTotal')}</dt>
      <dd class="figure">${money(shown.total.amount, shown.total.currency)}</dd>
      <dt>${t('card.paymentApplied')}</dt>
      <dd class="figure">${money(shown.applied.amount, shown.applied.currency)}</dd>
      <dt>${t('card.paymentUnapplied')}</dt>
      <dd class="figure">${money(shown.unapplied.amount, shown.unapplied.currency)}</dd>
    </dl>
    <div>
      ${outsideLink(shown.url, [t('card.paymentOpen'), icon('external')], { class: 'button tight' })}
    </div>`;
}

function methodOf({ method, method_id }: PaymentView): string {
  if (method !== '' || method_id === '') return method;
  return t('card.paymentMethodUnnamed', { id: method_id });
}

function paidOtherwise(amount: MoneyText): TemplateResult {
  return html`<span class="soft">${t('card.paidOtherwise')}</span>
    <span class="figure">${money(amount.amount, amount.currency)}</span>`;
}
