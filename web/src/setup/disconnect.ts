// Asked before a connection is ended: what is lost with it.
import { html, type TemplateResult } from 'lit';
import { type MessageKey, t } from '../messages/index.ts';

interface Actions {
  confirm: () => void;
  cancel: () => void;
}

/** What ends with the connection depends on whose access it was. */
const QUESTIONS = {
  hubspot: 'setup.disconnectHubSpot',
  keys: 'setup.disconnectKeys',
  broker: 'setup.disconnectBroker',
} as const satisfies Readonly<Record<string, MessageKey>>;

export function disconnectQuestion(
  kind: keyof typeof QUESTIONS,
  name: string,
  going: boolean,
  actions: Actions,
): TemplateResult {
  return html`<div class="connection" role="group">
    <p class="grow break">${t(QUESTIONS[kind], { name })}</p>
    <button class="button tight danger" ?disabled=${going} @click=${actions.confirm}>
      ${going ? t('setup.disconnecting') : t('setup.disconnect')}
    </button>
    <button class="button tight quiet" ?disabled=${going} @click=${actions.cancel}>${t('common.cancel')}</button>
  </div>`;
}
