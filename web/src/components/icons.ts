// The few line icons of the pages, drawn on a 16 grid; decoration only, the words stand beside or in a label.
import { html, svg, type TemplateResult } from 'lit';

const PATHS = {
  external: svg`<path d="M9.5 3H13v3.5M13 3 7.5 8.5M11 9.5V13H3V5h3.5" />`,
  refresh: svg`<path d="M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3" />`,
  plus: svg`<path d="M8 3.5v9M3.5 8h9" />`,
  search: svg`<circle cx="7" cy="7" r="4" /><path d="m10 10 3.2 3.2" />`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8" />`,
  check: svg`<path d="m3.5 8.5 3 3 6-7" />`,
  chevron: svg`<path d="m6 4 4 4-4 4" />`,
  down: svg`<path d="m4 6 4 4 4-4" />`,
  back: svg`<path d="M10 4 6 8l4 4" />`,
  error: svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 5v3.5M8 10.8v.1" />`,
  warning: svg`<path d="M8 2.8 14 13H2z" /><path d="M8 6.8v2.8M8 11.2v.1" />`,
  clock: svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 5v3.2l2 1.3" />`,
  document: svg`<path d="M4 2.5h5.5L12.5 5.5v8H4zM9 2.5V6h3.5M6 8.5h4M6 11h4" />`,
  link: svg`<path d="M6.8 9.2a2.3 2.3 0 0 0 3.3 0l2-2a2.3 2.3 0 0 0-3.3-3.3l-.7.7M9.2 6.8a2.3 2.3 0 0 0-3.3 0l-2 2a2.3 2.3 0 0 0 3.3 3.3l.7-.7" />`,
  offline: svg`<path d="M2 2l12 12M3.2 7.2A7 7 0 0 1 6 5.5M10 5.5a7 7 0 0 1 2.8 1.7M5.5 9.7a3.6 3.6 0 0 1 3-1M8 12.2v.1" />`,
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${PATHS[name]}
  </svg>`;
}

/** The mark: a ledger column closed by a double rule. */
export function mark(): TemplateResult {
  return html`<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
    <rect width="18" height="18" rx="4.5" fill="var(--accent)" />
    <path
      d="M5 5.2h8M8.5 8h4.5M5 11.2h8M5 13.2h8"
      stroke="var(--on-accent)"
      stroke-width="1.3"
      stroke-linecap="round"
    />
  </svg>`;
}
