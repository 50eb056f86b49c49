// The consent page's HTML.
import type { Company, IntuitApp } from '../state.ts';

export function consentPage(app: IntuitApp, companies: Company[], query: URLSearchParams): string {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const choices = companies.map(
    (company, index) =>
      `<label class="company"><input type="radio" name="realmId" value="${company.realmId}"${index === 0 ? ' checked' : ''}>` +
      `<span>${escapeHtml(String(company.info['CompanyName']))}</span></label>`,
  );
  const text = `${escapeHtml(app.name)} asks to read and write the books of one of your companies.`;
  return page(
    'Connect to QuickBooks',
    `<h1>Connect ${escapeHtml(app.name)} to QuickBooks</h1><p>${text}</p>
<form method="post" action="/connect/oauth2/decision">${hidden.join('')}
<fieldset><legend>Which company?</legend>${choices.join('\n')}</fieldset>
<div class="buttons"><button name="decision" value="cancel">Cancel</button>
<button name="decision" value="connect" class="main">Connect</button></div></form>`,
  );
}

export function errorPage(sentence: string): string {
  return page(
    'Sorry',
    `<h1>Sorry, but we cannot connect this app</h1><p id="error">${escapeHtml(sentence)}</p>`,
  );
}

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1f2733;background:#fff}
fieldset{border:1px solid #c5ccd6;border-radius:8px;padding:1rem;margin:1rem 0}
.company{display:flex;gap:.6rem;padding:.3rem 0}
.buttons{display:flex;justify-content:flex-end;gap:.6rem}
button{font:inherit;padding:.5rem 1.2rem;border-radius:6px;border:1px solid #8d96a5;background:#fff}
button.main{background:#1d6f2b;border-color:#1d6f2b;color:#fff}
</style></head><body><main>${body}</main></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
