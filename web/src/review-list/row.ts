// One proposal as a row of the list, and as an option for who cannot see it.
import { html, type TemplateResult } from 'lit';
import { icon } from '../components/icons.ts';
import { t, word } from '../messages/index.ts';
import { reasonLine } from '../reasons/reasons.ts';
import type { Decision, Match, Proposal, Side } from './proposal.ts';

export interface RowPlace {
  index: number;
  count: number;
  top_px: number;
  active: boolean;
}

export function row(
  proposal: Proposal,
  decision: Decision | undefined,
  place: RowPlace,
  choose: () => void,
): TemplateResult {
  const match = matchOf(proposal, decision);
  return html`<div
    id="row-${place.index}"
    class="row ${place.active ? 'active' : ''} ${decision?.kind ?? ''}"
    role="option"
    aria-selected=${place.active}
    aria-setsize=${place.count}
    aria-posinset=${place.index + 1}
    .style=${`transform: translateY(${place.top_px}px)`}
    @click=${choose}
  >
    ${side(proposal.left)}
    ${match ? side(match.right) : html`<span class="side faint" aria-hidden="true">—</span>`}
    <span class="why small soft">${match ? reasonLine(match.evidence, 2) : ''}</span>
    ${state(proposal, decision)}
  </div>`;
}

/** The one that was chosen, else the best. */
export function matchOf({ candidates }: Proposal, decision: Decision | undefined): Match | undefined {
  const chosen = decision?.kind === 'accepted' ? decision.right : null;
  return candidates.find(({ right }) => right.id === chosen) ?? candidates[0];
}

function side({ title, facts }: Side): TemplateResult {
  return html`<span class="side">
    <span class="title"><bdi>${title || t('matching.noName')}</bdi></span>
    <span class="facts small faint">${facts.join(' · ')}</span>
  </span>`;
}

const TONES: Readonly<Record<Proposal['outcome'] | Decision['kind'], string>> = {
  link: 'good',
  ask: 'warn',
  none: 'faint',
  accepted: 'good',
  rejected: 'bad',
};

/** What was decided, else what is proposed: a word, and a sign once it is decided, never colour alone. */
function state({ outcome }: Proposal, decision: Decision | undefined): TemplateResult {
  if (!decision) return html`<span class="state ${TONES[outcome]}">${word('outcomes', outcome)}</span>`;
  const accepted = decision.kind === 'accepted';
  return html`<span class="state ${TONES[decision.kind]}"
    >${icon(accepted ? 'check' : 'close')}${accepted ? t('matching.accepted') : t('matching.rejected')}</span
  >`;
}
