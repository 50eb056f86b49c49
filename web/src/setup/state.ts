// How far a connection reaches, in words and a colour, always the same ones.
import { html, type TemplateResult } from 'lit';
import type { HubSpotConnection } from '../commands.ts';
import { t } from '../messages/index.ts';

/** It works, but its key lacks permissions. */
export function isLimited(connection: HubSpotConnection | null): boolean {
  return connection?.state === 'connected' && connection.portal.missing_scopes.length > 0;
}

export function connectionState(state: 'connected' | 'broken', limited = false): TemplateResult {
  if (state === 'broken') return html`<span class="state broken">${t('setup.broken')}</span>`;
  if (limited) return html`<span class="state limited">${t('setup.limited')}</span>`;
  return html`<span class="state">${t('setup.connected')}</span>`;
}
