// How the extension is built: one source, build/extension/chromium and build/extension/firefox.
import { defineConfig } from 'wxt';
import { publicKey } from './public-key.ts';

const services = [
  'https://api.hubapi.com/*',
  'https://quickbooks.api.intuit.com/*',
  'https://sandbox-quickbooks.api.intuit.com/*',
  'https://oauth.platform.intuit.com/*',
  'https://developer.api.intuit.com/*',
];

/**
 * The worker's policy lets it call any https host, since a team's token broker may have any: which hosts really
 * answer is the host permissions' matter. Pages have a stricter one of their own (below): they call nobody.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' https:",
  "frame-src 'none'",
  "frame-ancestors https://*.hubspot.com 'self'",
].join('; ');

/** The composer loads the core's module out of the package. */
const pagePolicy = "connect-src 'self'";

export default defineConfig({
  srcDir: 'src',
  publicDir: 'public',
  outDir: '../build/extension',
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: 'Sidebill',
    description: 'QuickBooks invoices beside your HubSpot deals.',
    ...(browser === 'firefox' ? firefoxParts : chromiumParts),
    permissions: ['storage', 'alarms', 'identity', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: services,
    optional_host_permissions: ['https://*/*'],
    content_security_policy: { extension_pages: policy },
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: ['https://*.hubspot.com/*'],
        // A page cannot frame the card by itself when it cannot know its address. Firefox has that by nature.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    content_scripts: [
      {
        matches: ['https://*.hubspot.com/*'],
        js: ['record-page.js'],
        run_at: 'document_idle',
        all_frames: false,
      },
    ],
    action: { default_title: 'Sidebill' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  }),
  vite: ({ mode }) => ({
    build: { target: 'es2023', sourcemap: false },
    plugins: mode === 'production' ? [pagesCallNobody()] : [],
  }),
});

const chromiumParts = {
  key: publicKey,
  minimum_chrome_version: '130',
};

const firefoxParts = {
  browser_specific_settings: {
    gecko: {
      id: 'sidebill@sidebill.app',
      strict_min_version: '128.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};

/** A second policy in every page: what a page may not call, no script in it can. */
function pagesCallNobody() {
  return {
    name: 'sidebill:pages-call-nobody',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy },
        injectTo: 'head-prepend' as const,
      },
    ],
  };
}
