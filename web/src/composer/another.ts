// The invoices that the deal already has: nobody makes a further one without having seen them.
import { html, nothing, type TemplateResult } from 'lit';
import '../components/notice.ts';
import { issueText, t } from '../messages/index.ts';
import type { Composing } from './composing.ts';

export function anotherSection({ draft }: Composing): TemplateResult | typeof nothing {
  const existing = draft.issuesAt('/another');
  if (existing.length === 0) return nothing;
  const wanted = draft.choices.another;
  const sentences = existing.map((issue) => issueText(issue).text);
  const [only = ''] = sentences;
  return html`<sb-notice
    tone=${wanted ? 'calm' : 'warn'}
    .heading=${sentences.length === 1 ? only : t('another.title', { count: sentences.length })}
    .text=${wanted ? t('another.wanted') : t('another.ask')}
  >
    ${
      sentences.length === 1
        ? nothing
        : html`<ul>
          ${sentences.map((sentence) => html`<li class="break">${sentence}</li>`)}
        </ul>`
    }
    <button
      class="button tight"
      data-path="/another"
      @click=${() => draft.edit({ another: !draft.choices.another })}
    >
      ${wanted ? t('another.undo') : t('another.create')}
    </button>
  </sb-notice>`;
}
