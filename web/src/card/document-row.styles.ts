import { css } from 'lit';

export const documentRowStyles = css`
  :host {
    border-top: 1px solid var(--line);
  }
  .line {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 28px;
    column-gap: var(--gap-2);
    row-gap: 1px;
    align-items: center;
    padding: 9px 0 9px 20px;
  }
  .line:hover {
    background: linear-gradient(var(--hover), var(--hover)) center / calc(100% + 16px) 100% no-repeat;
    border-radius: var(--radius-s);
  }
  .number {
    justify-self: start;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .number::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .turn {
    position: absolute;
    inset: 10px auto auto 0;
    color: var(--ink-faint);
    line-height: 0;
    transition: rotate 120ms;
  }
  .open .turn {
    rotate: 90deg;
  }
  .total {
    align-self: start;
    font-weight: 600;
    text-align: end;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--gap-2);
  }
  .pdf {
    position: relative;
    z-index: 1;
  }
  .pdf:disabled {
    color: var(--ink-faint);
    text-decoration: none;
    cursor: default;
  }
  .second {
    grid-column: 1 / 3;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 10px;
  }
  .second > .due {
    margin-inline-start: auto;
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
  }
  .when {
    grid-column: 1 / 3;
  }
  .company {
    grid-column: 1 / 3;
  }
  .out {
    position: relative;
    grid-column: 3;
    grid-row: 1 / 3;
    align-self: start;
  }
  .details {
    display: grid;
    gap: var(--gap-3);
    padding: 2px 0 var(--gap-3) 20px;
  }
  .lines {
    border-top: 1px solid var(--line);
  }
  .lines li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--gap-3);
    padding: 5px 0;
  }
  .lines li + li {
    border-top: 1px solid var(--line);
  }
  .sums {
    display: grid;
    gap: 3px;
    margin-top: calc(-1 * var(--gap-2));
  }
  .sum {
    padding-bottom: 3px;
    border-bottom: 3px double var(--line-strong);
    font-weight: 600;
  }
  .actions {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px;
  }
  .actions > .whole {
    margin: 0;
  }
  .read {
    text-align: center;
  }
  @media (min-width: 440px) {
    .actions {
      display: flex;
      flex-wrap: wrap;
    }
    .read {
      flex: 1 0 100%;
      text-align: start;
    }
  }
  .ask {
    display: grid;
    gap: var(--gap-2);
  }
`;
