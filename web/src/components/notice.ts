// One thing that a person should know, with the next step; an issue of the core, or a page's own words.
import type { Issue } from '@sidebill/core/boundary';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { issueText, t } from '../messages/index.ts';
import { shared } from '../style/base.ts';
import { type IconName, icon } from './icons.ts';

export type Tone = 'bad' | 'warn' | 'good' | 'calm';

const ICONS: Readonly<Record<Tone, IconName>> = {
  bad: 'error',
  warn: 'warning',
  good: 'check',
  calm: 'clock',
};

export class Notice extends LitElement {
  static override properties = { tone: { reflect: true }, heading: {}, text: {} };
  static override styles = [
    shared,
    css`
      :host {
        --tone: var(--calm);
        padding: var(--gap-2) var(--gap-3);
        border: 1px solid color-mix(in srgb, var(--tone) 26%, var(--line));
        border-radius: var(--radius);
        background: color-mix(in srgb, var(--tone) 6%, var(--paper));
      }
      :host([tone='bad']) {
        --tone: var(--bad);
      }
      :host([tone='warn']) {
        --tone: var(--warn);
      }
      :host([tone='good']) {
        --tone: var(--good);
      }
      .body {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        column-gap: var(--gap-2);
      }
      svg {
        margin-top: 1px;
        color: var(--tone);
      }
      .heading {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .text {
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
      .text:empty {
        display: none;
      }
      ::slotted(*) {
        margin-top: var(--gap-2) !important;
      }
    `,
  ];

  declare tone: Tone;
  declare heading: string;
  declare text: string;

  constructor() {
    super();
    this.tone = 'calm';
    this.heading = '';
    this.text = '';
  }

  override render(): TemplateResult {
    return html`<div class="body">
      ${icon(ICONS[this.tone])}
      <div>
        <p class="heading">${this.heading}</p>
        ${this.text === '' ? nothing : html`<p class="text">${this.text}</p>`}
        <slot></slot>
      </div>
    </div>`;
  }
}
customElements.define('sb-notice', Notice);

const MENDED_IN_SETUP: ReadonlySet<string> = new Set([
  'not-connected',
  'reconnect-needed',
  'scope-missing',
  'property-missing',
  'mirror-unavailable',
  'company-differs',
  'portal-differs',
  'customer-lists-stale',
]);

/** An issue as a notice; `openSetup` adds the button where the set-up page is the next step. */
export function issueNotice(issue: Issue, openSetup?: () => void): TemplateResult {
  const { text, step } = issueText(issue);
  const mends = openSetup !== undefined && MENDED_IN_SETUP.has(issue.code);
  return html`<sb-notice tone=${issue.severity === 'error' ? 'bad' : 'warn'} .heading=${text} .text=${step}>
    ${mends ? html`<button class="button tight" @click=${openSetup}>${t('common.openSetup')}</button>` : nothing}
  </sb-notice>`;
}

/** Things worth knowing while all that matters is done: quietly, each once, no matter how often it came up. */
export function quietNotes(issues: readonly Issue[], openSetup: () => void): TemplateResult | typeof nothing {
  if (issues.length === 0) return nothing;
  const texts = new Map(issues.map((issue) => [issueText(issue).text, issueText(issue).step]));
  const mends = issues.some(({ code }) => MENDED_IN_SETUP.has(code));
  return html`<ul class="notes small soft">
    ${[...texts].map(([text, step]) => html`<li class="break">${text} <span class="faint">${step}</span></li>`)}
    ${mends ? html`<li><button class="link" @click=${openSetup}>${t('common.openSetup')}</button></li>` : nothing}
  </ul>`;
}

export const quietNotesStyles = css`
  .notes {
    display: grid;
    gap: 5px;
  }
`;
