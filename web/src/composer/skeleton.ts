// The composer before its question has arrived: the final sizes, and what is being read.
import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '../commands.ts';
import { t } from '../messages/index.ts';

export function skeleton(run?: RunView): TemplateResult {
  return html`<div class="columns-two" aria-busy="true">
    <div class="stack" aria-hidden="true">
      <div class="panel block ghost">${bones('40%', '100%', '70%', '100%')}</div>
      <div class="panel block ghost">${bones('30%', '100%', '100%', '100%', '100%')}</div>
      <div class="panel block ghost">${bones('30%', '100%')}</div>
    </div>
    <div class="panel block summary">
      ${
        run
          ? html`<sb-progress .view=${run}></sb-progress>`
          : html`<p role="status" class="soft">${t('compose.reading')}</p>`
      }
      ${run ? html`<sb-progress full .view=${run}></sb-progress>` : nothing}
    </div>
  </div>`;
}

function bones(...widths: string[]): TemplateResult[] {
  return widths.map((width) => html`<div class="bone" .style=${`width:${width};height:20px`}></div>`);
}
