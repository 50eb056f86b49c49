// The documents the app host serves: an empty shell with a strict policy, filled by the page's own script.
import type { Language } from './texts.ts';

/** No frames, no inline code without the nonce, no calls to anywhere else: stricter than the vendor's own policy. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'none'",
    "child-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export function appShell(nonce: string, language: Language, title: string, hostile: boolean): string {
  const scripts = ['crm.js', ...(hostile ? ['hostile.js'] : [])]
    .map((file) => `<script nonce="${nonce}" src="/sandbox-assets/${file}" defer></script>`)
    .join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/sandbox-assets/crm.css">
${scripts}
</head>
<body class="crm">
<div id="hs-global-toolbar"></div>
<div class="app" id="app-root"></div>
</body>
</html>
`;
}

/** A page that needs no script: the consent page and what follows from it. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/sandbox-assets/crm.css">
</head>
<body class="consent"><main class="consent-card">${body}</main></body>
</html>
`;
}
