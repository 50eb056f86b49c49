// The invoices that the deal already has: nobody makes a further one without having seen them.
import { html, nothing, type TemplateResult } from 'lit';
import '../components/notice.ts';
import { issueText, t } from '../messages/index.ts';
import type { Composing } from './composing.ts';

export function anotherSection({ draft }: Composing): TemplateResult | typeof nothing {
  const existing = draft.issuesAt('/another');
  if (existing.length === 0) return nothing;
  const wanted = draft.choices.another;
  return html`<sb-notice
    tone=${wanted ? 'calm' : 'warn'}
    .heading=${t('another.title', { count: existing.length })}
    .text=${wanted ? t('another.wanted') : t('another.ask')}
  >
    <ul>
      ${existing.map((issue) => html`<li class="break">${issueText(issue).text}</li>`)}
    </ul>
    <button
      class="button tight"
      data-path="/another"
      @click=${() => draft.edit({ another: !draft.choices.another })}
    >
      ${wanted ? t('another.undo') : t('another.create')}
    </button>
  </sb-notice>`;
}
