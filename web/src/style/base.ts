// Controls and text that every component shares.
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--text-xl);
    font-weight: 600;
    letter-spacing: -0.015em;
    line-height: 1.25;
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 600;
    letter-spacing: -0.006em;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 600;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
    text-decoration-thickness: 1px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: var(--radius-s);
  }
  .soft {
    color: var(--ink-soft);
  }
  .faint {
    color: var(--ink-faint);
  }
  .small {
    font-size: var(--text-s);
  }
  .figure {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
  .break {
    overflow-wrap: anywhere;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: var(--control);
    padding: 0 var(--gap-3);
    border: 1px solid var(--line-strong);
    border-color: color-mix(in srgb, var(--line-strong) 55%, var(--line));
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    font-weight: 500;
    text-decoration: none;
    text-align: center;
    cursor: pointer;
    transition: background-color 90ms;
  }
  .button:hover {
    background: var(--hover);
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: var(--accent-strong);
    border-color: var(--accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ink-soft);
  }
  .button.quiet:hover {
    background: var(--hover);
    color: var(--ink);
  }
  .button.danger {
    color: var(--bad);
  }
  .button.tight {
    min-height: 28px;
    padding: 0 var(--gap-2);
    font-size: var(--text-s);
  }
  .button.icon {
    width: 28px;
    min-height: 28px;
    padding: 0;
    flex: none;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    background: var(--sunken);
    border-color: var(--line);
    color: var(--ink-faint);
  }
  .button.quiet:disabled {
    background: transparent;
    border-color: transparent;
  }
  .button.wide {
    width: 100%;
  }
  .link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 35%, transparent);
    text-underline-offset: 2px;
  }
  .link:hover {
    text-decoration-color: currentcolor;
  }
  .label {
    display: block;
    margin-bottom: 3px;
    font-size: var(--text-s);
    font-weight: 500;
    color: var(--ink-soft);
  }
  .input {
    width: 100%;
    min-height: var(--control);
    padding: 5px 9px;
    border: 1px solid color-mix(in srgb, var(--line-strong) 62%, var(--line));
    border-radius: var(--radius);
    background: var(--paper);
  }
  .input::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }
  .input:hover {
    border-color: var(--line-strong);
  }
  .input:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
    border-color: var(--accent);
    border-radius: var(--radius);
  }
  .input[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .input.figure {
    text-align: end;
  }
  textarea.input {
    display: block;
    resize: vertical;
    min-height: 68px;
    line-height: 1.45;
  }
  select.input {
    appearance: none;
    padding-inline-end: 28px;
    background-image: linear-gradient(45deg, transparent 50%, currentcolor 50%),
      linear-gradient(135deg, currentcolor 50%, transparent 50%);
    background-position: right 15px center, right 10px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  .check {
    width: 16px;
    height: 16px;
    flex: none;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    cursor: pointer;
  }
`;

export const surfaces = css`
  .panel {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 8px;
    box-shadow: var(--lift);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
  }
  .spread {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--gap-3);
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .bone {
    border-radius: var(--radius-s);
    background: var(--sunken);
    animation: breathe 1.6s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const shared = [base, controls, surfaces];
