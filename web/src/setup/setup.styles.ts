import { css } from 'lit';

export const setupStyles = css`
  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    padding: var(--gap-4);
  }
  .step {
    display: grid;
    grid-template-columns: 26px minmax(0, 1fr);
    gap: 0 var(--gap-3);
  }
  .number {
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border: 1.5px solid var(--line-strong);
    border-radius: 50%;
    font-weight: 600;
    color: var(--ink-soft);
  }
  .number.limited {
    border-color: var(--warn);
    background: var(--warn-wash);
    color: var(--warn);
  }
  .number.done {
    border-color: var(--good);
    background: var(--good);
    color: var(--paper);
  }
  .step .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
  }
  .connection {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-2) var(--gap-3);
    padding: 10px var(--gap-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .connection .grow {
    flex: 1 1 200px;
  }
  .connection .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--gap-3);
    font-weight: 600;
  }
  .connection .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--text-s);
    font-weight: 500;
    color: var(--good);
  }
  .state.limited {
    color: var(--warn);
  }
  .state.broken {
    color: var(--bad);
  }
  .state::before {
    content: '';
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentcolor;
  }
  form {
    display: grid;
    gap: var(--gap-3);
  }
  form > .button {
    justify-self: start;
  }
  .methods {
    display: grid;
    gap: var(--gap-2);
  }
  @media (min-width: 560px) {
    .methods {
      grid-template-columns: 1fr 1fr;
    }
  }
  .method {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 var(--gap-2);
    padding: 10px var(--gap-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .method:has(input:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .method input {
    margin: 2px 0 0;
  }
  .method .text {
    grid-column: 2;
  }
  legend {
    padding: 0;
  }
  details summary {
    width: fit-content;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
  }
  .where {
    display: grid;
    gap: var(--gap-2);
    margin-top: var(--gap-2);
    padding: var(--gap-3);
    border-radius: var(--radius);
    background: var(--canvas);
  }
  .where ol {
    display: grid;
    gap: 5px;
    padding-inline-start: 18px;
    list-style: decimal;
  }
  .scopes {
    columns: 230px 2;
    column-gap: var(--gap-4);
    font-family: var(--mono);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .copy {
    display: flex;
    align-items: start;
    margin-top: 5px;
    gap: var(--gap-2);
  }
  .copy code {
    flex: 1 1 auto;
    min-width: 0;
    padding: 6px 9px;
    border-radius: var(--radius);
    background: var(--paper);
    box-shadow: inset 0 0 0 1px var(--line);
    font-family: var(--mono);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .limits {
    padding: var(--gap-3);
    border: 1px solid color-mix(in srgb, var(--warn) 26%, var(--line));
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--warn) 6%, var(--paper));
  }
  .limits .spread {
    flex-wrap: wrap;
    gap: var(--gap-1) var(--gap-3);
    margin-bottom: var(--gap-1);
  }
  .limits h3 svg {
    flex: none;
    color: var(--warn);
  }
  .missing {
    margin-top: var(--gap-2);
  }
  .missing li:last-child {
    padding-bottom: 0;
  }
  .missing li {
    display: grid;
    gap: 1px;
    padding: 6px 0;
    border-top: 1px solid var(--line);
  }
  .missing code {
    font-family: var(--mono);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  sb-copy {
    flex: none;
  }
  .ok {
    display: flex;
    gap: 6px;
    color: var(--good);
    font-weight: 500;
  }
  .hint {
    margin-top: 3px;
    font-size: var(--text-s);
    color: var(--ink-faint);
  }
`;
