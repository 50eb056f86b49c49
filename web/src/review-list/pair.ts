// The proposal that one is looking at: both records, why they are thought the same, and the runner-up.
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../components/icons.ts';
import { t } from '../messages/index.ts';
import { breakdowns } from '../reasons/breakdown.ts';
import { reasonList, why } from '../reasons/list.ts';
import type { Decision, Match, Proposal, Side } from './proposal.ts';
import { matchOf } from './row.ts';

export interface PairActions {
  accept: (right: string) => void;
  reject: () => void;
}

export function pair(
  proposal: Proposal,
  decision: Decision | undefined,
  actions: PairActions,
): TemplateResult {
  const match = matchOf(proposal, decision);
  const others = proposal.candidates.filter((one) => one !== match);
  return html`<section class="pair panel" aria-labelledby="pair-title">
    <h2 id="pair-title" class="visually-hidden">${t('matching.pair')}</h2>
    ${record(t('reasons.left'), proposal.left)}
    ${
      match
        ? html`${record(t('reasons.right'), match.right)}
          <div>
            <h3 class="label">${t('matching.why')}</h3>
            ${reasonList(match.evidence)}
          </div>`
        : html`<p class="soft">${t('matching.nobodyText')}</p>`
    }
    ${buttons(match, decision, actions)}
    ${
      others.length === 0
        ? nothing
        : html`<div>
          <h3 class="label">${t('matching.others')}</h3>
          <ul class="candidates">
            ${others.map((other) => otherMatch(proposal, other, actions))}
          </ul>
        </div>`
    }
    ${breakdowns(proposal.candidates.map(({ right, score, evidence }) => ({ name: right.title, score, evidence })))}
  </section>`;
}

/** Where nothing is proposed, what is left to say is that this is right. */
function buttons(
  match: Match | undefined,
  decision: Decision | undefined,
  { accept, reject }: PairActions,
): TemplateResult {
  const accepted = decision?.kind === 'accepted';
  return html`<div class="buttons">
    ${
      match
        ? html`<button
          class="button ${accepted ? '' : 'primary'}"
          aria-keyshortcuts="A"
          @click=${() => accept(match.right.id)}
        >
          ${icon('check')}${t('matching.accept')}<kbd aria-hidden="true">A</kbd>
        </button>`
        : nothing
    }
    <button class="button" aria-keyshortcuts="R" @click=${reject}>
      ${icon('close')}${match ? t('matching.reject') : t('matching.confirmNone')}<kbd aria-hidden="true">R</kbd>
    </button>
  </div>`;
}

function record(from: string, { title, facts }: Side): TemplateResult {
  return html`<div class="record">
    <p class="small faint">${from}</p>
    <p class="title break"><bdi>${title || t('matching.noName')}</bdi></p>
    ${facts.map((fact) => html`<p class="small soft break"><bdi>${fact}</bdi></p>`)}
  </div>`;
}

function otherMatch({ candidates }: Proposal, other: Match, { accept }: PairActions): TemplateResult {
  const [best, second] = candidates;
  return html`<li>
    <div class="grow">
      <p class="name break"><bdi>${other.right.title || t('matching.noName')}</bdi></p>
      ${why(other.evidence, best && other === second ? best.evidence : null)}
      <p class="small faint break">${other.right.facts.join(' · ')}</p>
    </div>
    <button
      class="button tight"
      aria-label=${t('customer.chooseName', { name: other.right.title })}
      @click=${() => accept(other.right.id)}
    >
      ${t('customer.choose')}
    </button>
  </li>`;
}
