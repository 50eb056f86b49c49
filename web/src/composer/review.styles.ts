import { css } from 'lit';

export const reviewStyles = css`
  .mono {
    font-family: var(--mono);
  }
  .effects li {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr) auto;
    gap: var(--gap-2);
    padding: 7px 0;
    border-top: 1px solid var(--line);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  caption {
    padding: var(--gap-2) 0 4px;
    font-weight: 600;
    text-align: start;
  }
  thead th {
    font-size: var(--text-s);
    color: var(--ink-faint);
  }
  th,
  td {
    padding: 5px var(--gap-2) 5px 0;
    border-top: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  col.field {
    width: 30%;
  }
  tbody th {
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  .group th {
    padding-top: var(--gap-3);
    font-weight: 600;
    color: var(--ink);
  }
  td {
    white-space: pre-line;
    font-variant-numeric: tabular-nums;
  }
  .after {
    font-weight: 500;
  }
  del {
    color: var(--bad);
  }
  summary {
    width: fit-content;
    color: var(--ink-soft);
    cursor: pointer;
  }
  details[open] summary {
    margin-bottom: var(--gap-2);
  }
  pre {
    margin: 4px 0 var(--gap-3);
    padding: var(--gap-3);
    max-height: 360px;
    overflow: auto;
    border-radius: var(--radius);
    background: var(--sunken);
    line-height: 1.5;
  }
  .into {
    font-weight: 400;
  }
  .company {
    font-size: var(--text-l);
    font-weight: 600;
  }
  .facts {
    font-size: var(--text-s);
  }
  .facts > div {
    display: flex;
    justify-content: space-between;
    gap: var(--gap-3);
  }
  .postings {
    font-size: var(--text-s);
  }
  .postings .account {
    display: block;
    color: var(--ink);
  }
  .top {
    align-items: flex-start;
  }
  .sign {
    display: inline-flex;
    flex: none;
    padding: 3px;
    border-radius: 50%;
    color: var(--paper);
  }
  .sign.good {
    background: var(--good);
  }
  .sign.bad {
    background: var(--bad);
  }
  #stage:focus-visible {
    outline: none;
  }
  .result h2 {
    font-size: var(--text-xl);
    line-height: 1.2;
    letter-spacing: -0.015em;
  }
  .result > .button {
    justify-self: start;
  }
`;
