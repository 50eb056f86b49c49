// What every page does first: the visual language, the theme that was chosen, and a word when it breaks down.
import { html, render } from 'lit';
import '../components/notice.ts';
import type { Worker } from '../commands.ts';
import { language, t } from '../messages/index.ts';
import { tokens } from '../style/tokens.ts';
import { type Place, setTheme } from './theme.ts';

export function preparePage(root: HTMLElement, worker: Worker, title: string, place: Place = 'alone'): void {
  document.documentElement.lang = language;
  document.title = title;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  addEventListener('error', () => tellBreakdown(root));
  addEventListener('unhandledrejection', () => tellBreakdown(root));
  // Not dark for a moment on a light page, while the settings are read.
  setTheme('system', place);
  applyTheme(worker, place);
}

async function applyTheme(worker: Worker, place: Place): Promise<void> {
  const { value } = await worker.send('settings.read', {});
  if (value) setTheme(value.theme, place);
}

function tellBreakdown(root: HTMLElement): void {
  if (root.querySelector('.breakdown')) return;
  const place = document.createElement('div');
  place.className = 'breakdown';
  root.prepend(place);
  render(
    html`<sb-notice
      role="alert"
      tone="bad"
      .heading=${t('common.unexpected')}
      .text=${t('common.unexpectedStep')}
    ></sb-notice>`,
    place,
  );
}
