// What people decide once, for all deals: how new customers are named, how customers are found, what is added unasked.
import type { Issue, NamePolicy, Preferences, ProductRules } from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { QuickBooksConnection, Settings, Worker } from '../commands.ts';
import { issueNotice } from '../components/notice.ts';
import { type MessageKey, t, word } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { setupStyles } from './setup.styles.ts';

const NAMINGS: readonly NamePolicy[] = [
  'company',
  'contact',
  'company-with-contact',
  'sub-customer',
  'shared',
];
const MATCHINGS: readonly { value: Preferences['customers']; text: MessageKey }[] = [
  { value: 'evidence', text: 'preferences.byEvidence' },
  { value: 'same-contact', text: 'preferences.byContact' },
];

const NO_RULES: ProductRules = { missing: 'ask', income_account_id: '' };
const MISSINGS: readonly { value: ProductRules['missing']; text: MessageKey }[] = [
  { value: 'ask', text: 'preferences.missingAsk' },
  { value: 'create', text: 'preferences.missingCreate' },
  { value: 'stand-in', text: 'preferences.missingStandIn' },
];
const HINTS: Record<ProductRules['missing'], MessageKey> = {
  ask: 'preferences.missingAskHint',
  create: 'preferences.missingCreateHint',
  'stand-in': 'preferences.missingStandInHint',
};

interface Choice {
  id: string;
  label: string;
  hint: string;
  control: TemplateResult;
}

export class PreferencesPanel extends LitElement {
  static override properties = {
    worker: { attribute: false },
    settings: { attribute: false },
    companies: { attribute: false },
    _issues: { state: true },
  };
  static override styles = [
    shared,
    setupStyles,
    css`
      .choice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap-2) var(--gap-4);
      }
      .choice .grow {
        flex: 1 1 200px;
      }
      .choice + .choice {
        padding-top: var(--gap-3);
        border-top: 1px solid var(--line);
      }
      label {
        font-weight: 500;
      }
      select.input {
        flex: 0 1 248px;
      }
    `,
  ];

  declare worker: Worker;
  declare settings: Settings;
  declare companies: readonly QuickBooksConnection[];
  declare _issues: Issue[];

  constructor() {
    super();
    this.companies = [];
    this._issues = [];
  }

  override render(): TemplateResult {
    return html`<section class="panel block" aria-labelledby="preferences">
      <h2 id="preferences">${t('preferences.title')}</h2>
      ${this._issues.map((issue) => issueNotice(issue))}
      ${[this.#matching(), this.#naming(), this.#adding()].map(choice)}
      ${this.companies.map((company) => this.#products(company))}
    </section>`;
  }

  #matching(): Choice {
    const { customers } = this.settings.preferences;
    return {
      id: 'customers',
      label: t('preferences.customers'),
      hint: t(customers === 'same-contact' ? 'preferences.byContactHint' : 'preferences.byEvidenceHint'),
      control: this.#select(
        'customers',
        MATCHINGS.map(({ value, text }) => ({ value, text: t(text) })),
      ),
    };
  }

  #naming(): Choice {
    return {
      id: 'naming',
      label: t('preferences.naming'),
      hint: t('preferences.namingHint'),
      control: this.#select(
        'naming',
        NAMINGS.map((value) => ({ value, text: word('policies', value) })),
      ),
    };
  }

  #adding(): Choice {
    return {
      id: 'add_by_itself',
      label: t('preferences.adding'),
      hint: t('preferences.addingHint'),
      control: html`<input
        type="checkbox"
        id="add_by_itself"
        aria-describedby="add_by_itself-hint"
        .checked=${this.settings.preferences.add_by_itself}
        @change=${(event: Event) => this.#change({ add_by_itself: (event.target as HTMLInputElement).checked })}
      />`,
    };
  }

  #products({ realm, name, income_accounts }: QuickBooksConnection): TemplateResult {
    const rules = this.settings.preferences.products[realm] ?? NO_RULES;
    const change = (changed: Partial<ProductRules>) => {
      const { products } = this.settings.preferences;
      this.#change({ products: { ...products, [realm]: { ...rules, ...changed } } });
    };
    return html`${choice({
      id: `missing-${realm}`,
      label: t('preferences.missing', { name }),
      hint: t(HINTS[rules.missing]),
      control: html`<select
        id="missing-${realm}"
        class="input"
        aria-describedby="missing-${realm}-hint"
        @change=${(event: Event) => {
          const option = MISSINGS.find(({ value }) => value === (event.target as HTMLSelectElement).value);
          if (option) change({ missing: option.value });
        }}
      >
        ${MISSINGS.map(({ value, text }) => html`<option value=${value} ?selected=${value === rules.missing}>${t(text)}</option>`)}
      </select>`,
    })}
    ${
      rules.missing === 'ask'
        ? nothing
        : choice({
            id: `account-${realm}`,
            label: t('preferences.account', { name }),
            hint: t(rules.income_account_id === '' ? 'preferences.accountNone' : 'preferences.accountHint'),
            control: html`<select
              id="account-${realm}"
              class="input"
              aria-describedby="account-${realm}-hint"
              @change=${(event: Event) => change({ income_account_id: (event.target as HTMLSelectElement).value })}
            >
              <option value="">${t('preferences.accountChoose')}</option>
              ${income_accounts.map(({ id, name: account }) => html`<option value=${id} ?selected=${id === rules.income_account_id}>${account}</option>`)}
            </select>`,
          })
    }`;
  }

  #select<N extends 'naming' | 'customers'>(
    name: N,
    options: readonly { value: Preferences[N]; text: string }[],
  ): TemplateResult {
    const chosen = this.settings.preferences[name];
    return html`<select
      id=${name}
      class="input"
      aria-describedby="${name}-hint"
      @change=${(event: Event) => {
        const option = options.find(({ value }) => value === (event.target as HTMLSelectElement).value);
        if (option) this.#change({ [name]: option.value });
      }}
    >
      ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>`;
  }

  async #change(change: Partial<Preferences>): Promise<void> {
    const preferences = { ...this.settings.preferences, ...change };
    const { value, issues } = await this.worker.send('settings.write', { preferences });
    this._issues = issues;
    if (value) this.settings = value;
    else this.requestUpdate();
  }
}
customElements.define('sb-preferences', PreferencesPanel);

function choice({ id, label, hint, control }: Choice): TemplateResult {
  return html`<div class="choice">
    <div class="grow">
      <label for=${id}>${label}</label>
      <p class="small soft" id="${id}-hint">${hint}</p>
    </div>
    ${control}
  </div>`;
}
