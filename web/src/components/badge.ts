// Where a document stands, as a word with a coloured point: never by colour alone.
import type { Status } from '@sidebill/core/boundary';
import { css, html, type TemplateResult } from 'lit';
import { word } from '../messages/index.ts';

const TONES: Readonly<Record<Status, string>> = {
  draft: 'faint',
  open: 'calm',
  'awaiting-send': 'calm',
  sent: 'calm',
  overdue: 'bad',
  'partially-paid': 'warn',
  paid: 'good',
  voided: 'faint',
  deleted: 'faint',
  pending: 'calm',
  accepted: 'good',
  expired: 'warn',
  closed: 'faint',
  rejected: 'bad',
};

export function statusBadge(status: Status): TemplateResult {
  return html`<span class="badge ${TONES[status]}">${word('statuses', status)}</span>`;
}

export const badgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--text-s);
    font-weight: 500;
    white-space: nowrap;
    color: var(--tone, var(--ink-faint));
  }
  .badge::before {
    content: '';
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentcolor;
  }
  .badge.faint {
    --tone: var(--ink-faint);
  }
  .badge.calm {
    --tone: var(--calm);
  }
  .badge.good {
    --tone: var(--good);
  }
  .badge.warn {
    --tone: var(--warn);
  }
  .badge.bad {
    --tone: var(--bad);
  }
`;
