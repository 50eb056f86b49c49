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
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
  }
  .part + .part {
    padding-top: var(--gap-3);
    border-top: 1px solid var(--line);
  }
  .bill {
    border-bottom: 1px solid var(--line);
  }
  .bill li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--gap-3);
    padding: 8px 0;
    border-top: 1px solid var(--line);
  }
  .bill .what {
    grid-column: 1 / -1;
  }
  .bill .amount {
    font-weight: 600;
    text-align: end;
  }
  @media (min-width: 640px) {
    .bill li {
      grid-template-columns: minmax(0, 1fr) auto minmax(104px, auto);
      gap: 0 var(--gap-4);
    }
    .bill .what {
      grid-column: auto;
    }
  }
  .part .facts {
    display: grid;
    grid-template-columns: minmax(96px, 28%) minmax(0, 1fr);
    gap: 6px var(--gap-3);
  }
  .part .facts > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }
  .part .facts dt {
    color: var(--ink-soft);
  }
  .part .facts .value {
    font-weight: 500;
    white-space: pre-line;
  }
  .part .facts .small {
    white-space: nowrap;
  }
  @media (min-width: 640px) {
    .part .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 10px var(--gap-4);
    }
    .part .facts > div {
      display: block;
      grid-column: auto;
    }
    .part .facts > .whole {
      grid-column: 1 / -1;
    }
    .part .facts dt {
      font-size: var(--text-s);
    }
  }
  .exact {
    width: 100%;
    margin-bottom: var(--gap-3);
    border-collapse: collapse;
    table-layout: fixed;
  }
  caption {
    padding-bottom: 4px;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 4px var(--gap-2) 4px 0;
    border-top: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    color: var(--ink-soft);
  }
  td {
    white-space: pre-wrap;
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
  .ids {
    font-size: var(--text-s);
  }
  .ids > div {
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
    overflow-wrap: anywhere;
  }
  .result > .button {
    justify-self: start;
  }
`;
