import { css } from 'lit';

export const requestsStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    max-width: 1180px;
    margin: 0 auto;
    padding: var(--gap-4) calc(var(--gap-4) - var(--scroll-bar)) var(--gap-4) var(--gap-4);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--gap-2) var(--gap-3);
  }
  header > svg {
    margin-top: 4px;
  }
  header .grow {
    flex: 1 1 200px;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: var(--gap-2) var(--gap-3);
    font-size: var(--text-s);
    font-weight: 500;
    color: var(--ink-faint);
    text-align: start;
  }
  td {
    padding: 7px var(--gap-3);
    border-top: 1px solid var(--line);
    vertical-align: top;
  }
  .end {
    text-align: end;
  }
  .url {
    overflow-wrap: anywhere;
  }
  .method {
    font-weight: 600;
  }
  .host {
    display: block;
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  td.bad {
    white-space: normal;
  }
  .blank {
    display: grid;
    gap: var(--gap-2);
    padding: var(--gap-6) var(--gap-4);
    text-align: center;
  }
  .ghost {
    padding: 13px var(--gap-3);
    border-top: 1px solid var(--line);
  }
  .ghost .bone {
    height: 14px;
  }
  @media (max-width: 640px) {
    thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    table,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto auto;
      gap: 2px var(--gap-2);
      padding: var(--gap-2) var(--gap-3);
      border-top: 1px solid var(--line);
    }
    tbody tr:first-child {
      border-top: 0;
    }
    td {
      padding: 0;
      border: 0;
    }
    .url {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
