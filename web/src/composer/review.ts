// The last look before anything is written: effects in order, the exact payload, where it goes.
import type { ComposeView, PlannedEffect } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../format.ts';
import { t, word } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import { exactTable, partsOf, payloadPart } from './payload.ts';
import { totalBar, totalsList } from './summary.ts';

export interface ReviewActions {
  back: () => void;
  create: () => void;
}

export interface ReviewPlace {
  company: string;
  environment: 'production' | 'sandbox' | null;
  sending: boolean;
  /** QuickBooks is being asked whether the invoice is there already. */
  looking: boolean;
  /** What has to be seen before anything is created. */
  warnings: unknown;
}

const SHORT_HASH = 12;

export function review(draft: Draft, place: ReviewPlace, actions: ReviewActions): TemplateResult {
  const { view } = draft;
  const parts = partsOf(view.rows);
  const create = createButton(draft, place, actions);
  return html`<div class="columns-two">
    <div class="stack">
      ${place.warnings}
      <section class="panel block" aria-labelledby="effects-title">
        <h2 id="effects-title">${t('review.effects')}</h2>
        <ol class="effects">
          ${view.effects.map(
            (effect, index) => html`<li>
              <span class="figure faint">${index + 1}</span>
              <span class="break">${effectWords(effect)}</span>
              <span class="small faint">${word('services', effect.service)}</span>
            </li>`,
          )}
        </ol>
        <p class="small soft">${word('notSent', view.document)}</p>
      </section>
      <section class="panel block" aria-labelledby="payload-title">
        <h2 id="payload-title">${t('review.payload')}</h2>
        ${parts.map((part) => payloadPart(draft, part))}
        <details>
          <summary>${t('review.asSent')}</summary>
          ${parts.map(exactTable)}
        </details>
        <details>
          <summary>${t('review.exact')}</summary>
          ${view.payloads.map(
            ({ method, path, body }) => html`<figure>
              <figcaption class="mono small break">${method} ${path}</figcaption>
              <pre class="mono small" tabindex="0" aria-label="${method} ${path}">${indented(body)}</pre>
            </figure>`,
          )}
        </details>
      </section>
    </div>
    <aside class="panel block summary" aria-labelledby="into-title">
      <div>
        <h2 id="into-title" class="small faint into">${t('review.into')}</h2>
        <p class="company break">${place.company}</p>
        ${environmentTag(place.environment)}
      </div>
      ${totalsList(view)} ${postingsList(view)}
      <dl class="ids">
        <div>
          <dt class="faint">${t('review.realm')}</dt>
          <dd class="mono realm">${draft.question.question.basis.company.realm}</dd>
        </div>
        <div>
          <dt class="faint">${t('review.fingerprint')}</dt>
          <dd class="mono fingerprint" title=${t('review.fingerprintHint')}>${view.hash.slice(0, SHORT_HASH)}</dd>
        </div>
      </dl>
      <div class="wide-only">${create}</div>
      <button class="button wide" ?disabled=${place.sending} @click=${actions.back}>${t('common.back')}</button>
    </aside>
  </div>
  ${totalBar(view, create)}`;
}

function createButton(
  { view }: Draft,
  { sending, looking }: ReviewPlace,
  { create }: ReviewActions,
): TemplateResult {
  return html`<button class="button primary wide" ?disabled=${sending || looking || !view.ready} @click=${create}>
    ${sending ? t('review.creating') : word('newForms', view.document)}
  </button>`;
}

function postingsList({ postings, currency }: ComposeView): TemplateResult | typeof nothing {
  if (postings.length === 0) return nothing;
  return html`<div>
    <h2 class="small faint into">${t('review.postings')}</h2>
    <dl class="sums postings">
      ${postings.map(
        ({ kind, account, amount }) => html`<div>
          <dt>
            ${word('postings', kind)}
            <span class="account break">${account || t('review.accountByQuickBooks')}</span>
          </dt>
          <dd class="figure">${amount === '' ? '—' : money(amount, currency)}</dd>
        </div>`,
      )}
    </dl>
  </div>`;
}

export function environmentTag(environment: ReviewPlace['environment']): TemplateResult | typeof nothing {
  if (environment === null) return nothing;
  return html`<span class="tag ${environment}"
    >${environment === 'sandbox' ? t('compose.sandbox') : t('compose.production')}</span
  >`;
}

function effectWords({ action, args }: PlannedEffect): string {
  const { total = '', currency = '' } = args;
  return word('actions', action, { ...args, total: total === '' ? '' : money(total, currency) });
}

/** The same bytes, laid out to be read; as they are where they are no JSON. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (fault) {
    if (fault instanceof SyntaxError) return body;
    throw fault;
  }
}
