// The visual language in one place: ink on paper, one petrol accent, a double rule under what is final.
// Every colour has its light and its dark value; `color-scheme` on the root decides between them.

import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

export const tokens = `
@font-face {
  font-family: 'Sidebill Sans';
  font-weight: 100 900;
  font-display: swap;
  src: url('${latin}') format('woff2');
  unicode-range: U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC,
    U+2122, U+2190-2193, U+2212, U+2215, U+FEFF, U+FFFD;
}
@font-face {
  font-family: 'Sidebill Sans';
  font-weight: 100 900;
  font-display: swap;
  src: url('${latinExt}') format('woff2');
  unicode-range: U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02D9, U+02DB, U+1E00-1EFF, U+20A0-20AB,
    U+20AD-20C0;
}
:root {
  color-scheme: light dark;

  --paper: light-dark(#ffffff, #14181a);
  --canvas: light-dark(#f6f7f6, #0e1112);
  --raised: light-dark(#ffffff, #1a1f21);
  --sunken: light-dark(#f3f5f4, #1d2325);
  --hover: light-dark(#eef1f0, #232a2c);
  --line: light-dark(#e2e6e4, #2a3134);
  --line-strong: light-dark(#868f8c, #77827f);

  --ink: light-dark(#14201f, #e8edeb);
  --ink-soft: light-dark(#4c5957, #a8b3b0);
  --ink-faint: light-dark(#62706d, #8d9996);

  --accent: light-dark(#0b5f5b, #58beb3);
  --accent-strong: light-dark(#084b48, #7bd3c9);
  --accent-wash: light-dark(#e6f1ef, #16302f);
  --on-accent: light-dark(#ffffff, #08211f);

  --good: light-dark(#1d6b3f, #6cc792);
  --good-wash: light-dark(#e7f3eb, #16291e);
  --warn: light-dark(#855100, #e2b154);
  --warn-wash: light-dark(#fbf2df, #2f2613);
  --bad: light-dark(#aa2b24, #f0948b);
  --bad-wash: light-dark(#fbebe9, #351d1b);
  --calm: light-dark(#365a86, #93b7e4);

  --font: 'Sidebill Sans', system-ui, -apple-system, 'Segoe UI', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace;
  --text-s: 0.75rem;
  --text-m: 0.8125rem;
  --text-l: 0.9375rem;
  --text-xl: 1.25rem;

  --gap-1: 4px;
  --gap-2: 8px;
  --gap-3: 12px;
  --gap-4: 16px;
  --gap-5: 24px;
  --gap-6: 40px;
  --scroll-bar: 0px;
  --control: 32px;
  --radius: 6px;
  --radius-s: 4px;
  --lift: 0 1px 2px light-dark(rgb(16 32 31 / 6%), rgb(0 0 0 / 40%));
  --float: 0 8px 28px light-dark(rgb(16 32 31 / 16%), rgb(0 0 0 / 55%)), 0 0 0 1px var(--line);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
html { background: var(--canvas); color: var(--ink); scrollbar-gutter: stable; }
html[data-surface='paper'] { --canvas: var(--paper); }
/* A slim bar whose place is always kept, and taken out of the padding beside it: nothing moves when it comes. It is
   never without its track, because a gutter alone is not painted in a frame. */
@supports selector(::-webkit-scrollbar) {
  :root { --scroll-bar: 10px; }
  html { overflow-y: scroll; scrollbar-gutter: auto; }
  html::-webkit-scrollbar { width: var(--scroll-bar); }
  html::-webkit-scrollbar-track { background: var(--canvas); }
  html::-webkit-scrollbar-thumb {
    border: 2px solid transparent;
    border-radius: 5px;
    background: var(--line-strong) content-box;
  }
}
body {
  margin: 0;
  font: 400 var(--text-m) / 1.45 var(--font);
  font-feature-settings: 'cv05', 'ss03';
  -webkit-font-smoothing: antialiased;
  text-size-adjust: 100%;
}
`;
