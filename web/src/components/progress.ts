// A running operation in words: which step, what is waited for, since when.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { RunStep, RunView } from '../commands.ts';
import { time } from '../format.ts';
import { t, word } from '../messages/index.ts';
import { currentStep } from '../runs.ts';
import { shared } from '../style/base.ts';
import { icon } from './icons.ts';

const STATES: Readonly<Record<RunStep['state'], string>> = {
  done: t('run.stepDone'),
  going: t('run.stepGoing'),
  waiting: t('run.stepWaiting'),
  failed: t('run.stepFailed'),
};

export class Progress extends LitElement {
  static override properties = { view: { attribute: false }, full: { type: Boolean } };
  static override styles = [
    shared,
    css`
      .head {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        column-gap: var(--gap-2);
        align-items: baseline;
      }
      .pulse {
        align-self: center;
        justify-self: center;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--accent);
        animation: breathe 1.4s ease-in-out infinite;
      }
      .now {
        grid-column: 2;
        color: var(--ink-soft);
      }
      ol {
        margin-top: var(--gap-2);
        display: grid;
        gap: 5px;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        column-gap: var(--gap-2);
        align-items: center;
        color: var(--ink-soft);
      }
      li .dot {
        justify-self: center;
        width: 7px;
        height: 7px;
        border-radius: 50%;
        border: 1.5px solid var(--accent);
      }
      li.going,
      li.waiting {
        color: var(--ink);
        font-weight: 500;
      }
      li.going .dot {
        background: var(--accent);
        animation: breathe 1.4s ease-in-out infinite;
      }
      li.done svg {
        color: var(--good);
      }
      li.failed {
        color: var(--bad);
      }
      li.waiting svg {
        color: var(--warn);
      }
    `,
  ];

  declare view: RunView | null;
  /** Every step, not only the one that is going on. */
  declare full: boolean;

  constructor() {
    super();
    this.view = null;
    this.full = false;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.view) return nothing;
    return this.full ? this.#steps(this.view) : this.#head(this.view);
  }

  #head(view: RunView): TemplateResult {
    const step = currentStep(view);
    return html`<div class="head" role="status">
      <span class="pulse"></span>
      <span><strong>${word('operations', view.operation)}</strong></span>
      <span class="now"
        >${step ? doingNow(step) : t('run.starting')}
        <span class="small faint figure">· ${t('time.since', { time: time(view.started_ms) })}</span></span
      >
    </div>`;
  }

  #steps(view: RunView): TemplateResult {
    return html`<ol aria-label=${t('run.steps')}>
      ${view.steps.map(
        (step) => html`<li class=${step.state}>
          ${stateSign(step)}
          <span>${word('purposes', step.purpose)}</span>
          <span class="visually-hidden">${STATES[step.state]}</span>
          ${step.service ? html`<span class="small faint">${word('services', step.service)}</span>` : nothing}
        </li>`,
      )}
    </ol>`;
  }
}
customElements.define('sb-progress', Progress);

function stateSign(step: RunStep): TemplateResult {
  if (step.state === 'done') return icon('check');
  if (step.state === 'failed') return icon('error');
  if (step.state === 'waiting') return icon('clock');
  return html`<span class="dot"></span>`;
}

function doingNow({ purpose, state, service, until_ms }: RunStep): string {
  if (state !== 'waiting') return word('purposes', purpose);
  return t('run.waiting', {
    service: service ? word('services', service) : null,
    time: until_ms === null ? null : time(until_ms),
  });
}
