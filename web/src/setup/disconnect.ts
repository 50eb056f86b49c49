// Asked before a connection is ended, always in the same words.
import { html, type TemplateResult } from 'lit';
import { t } from '../messages/index.ts';

interface Actions {
  confirm: () => void;
  cancel: () => void;
}

export function disconnectQuestion(name: string, going: boolean, actions: Actions): TemplateResult {
  return html`<div class="connection" role="group">
    <p class="grow break">${t('setup.disconnectAsk', { name })}</p>
    <button class="button tight danger" ?disabled=${going} @click=${actions.confirm}>
      ${going ? t('setup.disconnecting') : t('setup.disconnect')}
    </button>
    <button class="button tight quiet" ?disabled=${going} @click=${actions.cancel}>${t('common.cancel')}</button>
  </div>`;
}
