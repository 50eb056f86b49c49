// What people decide once, for all deals: how new customers are named, how customers are found, what is added unasked.
import type { Issue, NamePolicy, Preferences } from '@sidebill/core/boundary';
import { css, html, LitElement, type nothing, type TemplateResult } from 'lit';
import type { Settings, Worker } from '../commands.ts';
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
  declare _issues: Issue[];

  constructor() {
    super();
    this._issues = [];
  }

  override render(): TemplateResult {
    return html`<section class="panel block" aria-labelledby="preferences">
      <h2 id="preferences">${t('preferences.title')}</h2>
      ${this._issues.map((issue) => issueNotice(issue))}
      ${[this.#matching(), this.#naming(), this.#adding()].map(choice)}
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

function choice({ id, label, hint, control }: Choice): TemplateResult | typeof nothing {
  return html`<div class="choice">
    <div class="grow">
      <label for=${id}>${label}</label>
      <p class="small soft" id="${id}-hint">${hint}</p>
    </div>
    ${control}
  </div>`;
}
