import { css } from 'lit';

export const formStyles = css`
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    align-items: start;
  }
  @media (min-width: 480px) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .fields.three {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  .whole {
    grid-column: 1 / -1;
  }
  .hint {
    margin-top: 3px;
    font-size: var(--text-s);
    color: var(--ink-faint);
  }
  .issue {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 6px;
    margin-top: 5px;
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .issue.error svg {
    color: var(--bad);
  }
  .issue.warning svg {
    color: var(--warn);
  }
  .issue svg {
    margin-top: 1px;
  }
  .chosen {
    display: grid;
    gap: 3px;
    padding: 10px var(--gap-3);
    border: 1px solid var(--line);
    border-inline-start: 3px solid var(--accent);
    border-radius: var(--radius);
  }
  .chosen .name {
    font-weight: 600;
  }
  .chosen .reasons {
    margin-top: 5px;
  }
  .candidates .name {
    font-weight: 500;
  }
  .candidates li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--gap-3);
    padding: 7px 0;
    border-top: 1px solid var(--line);
  }
  .candidates .grow {
    flex: 1 1 220px;
  }
  .candidates li:last-child {
    border-bottom: 1px solid var(--line);
  }
  .line {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    grid-auto-flow: dense;
    gap: var(--gap-2);
    align-items: start;
    padding: var(--gap-3) 0;
    border-top: 1px solid var(--line);
  }
  .cell {
    display: contents;
  }
  .cell > .field {
    grid-column: span 3;
  }
  .cell > .issues {
    grid-column: 1 / -1;
  }
  .line .issue:first-child {
    margin-top: 0;
  }
  .line .include {
    grid-column: 1 / 3;
    display: flex;
    min-height: 28px;
    align-items: center;
    gap: var(--gap-2);
  }
  .amount > .field {
    grid-column: 3 / -1;
    grid-row: 1;
    align-self: center;
    font-weight: 600;
    text-align: end;
  }
  .amount .caption {
    display: none;
  }
  .line .what {
    grid-column: 1 / -1;
    display: grid;
    gap: 6px;
    align-content: start;
  }
  .line .what .field > .label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .line .what .field:has(.day) {
    display: flex;
    gap: var(--gap-2);
    align-items: center;
  }
  .line .what .field:has(.day) > .label {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
    margin: 0;
    font-weight: inherit;
  }
  .line .what .day {
    width: auto;
  }
  .columns {
    display: none;
  }
  .taxable > .field {
    align-self: end;
    min-height: var(--control);
  }
  .coded > .field {
    min-width: 0;
  }
  .all-taxed {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-1) var(--gap-2);
    align-items: center;
    padding-bottom: var(--gap-2);
  }
  .all-taxed .input {
    width: auto;
    max-width: 100%;
  }
  .line.excluded,
  .line.excluded .label,
  .line.excluded .item {
    color: var(--ink-faint);
  }
  .line.excluded :is(.input, .item) {
    border-color: var(--line);
    background: var(--sunken);
  }
  .line.excluded .amount > .field {
    color: var(--ink-faint);
    font-weight: 400;
  }
  .item {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    width: 100%;
    min-height: var(--control);
    padding: 5px 8px 5px 9px;
    border: 1px solid color-mix(in srgb, var(--line-strong) 62%, var(--line));
    border-radius: var(--radius);
    background: var(--paper);
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }
  .item:hover {
    border-color: var(--line-strong);
  }
  .item .tag {
    flex: none;
    background: var(--paper);
  }
  .item.open {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .item.wrong {
    border-color: var(--bad);
  }
  .item-panel {
    display: grid;
    gap: var(--gap-3);
    justify-items: stretch;
    padding: var(--gap-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--canvas);
  }
  :is(.item-panel, .unmatched) .grow {
    flex-basis: 110px;
  }
  .unmatched {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    justify-items: stretch;
  }
  .ways {
    flex-wrap: wrap;
    gap: 4px var(--gap-3);
  }
  .item-panel > .link {
    justify-self: start;
  }
  .what textarea.input {
    min-height: var(--control);
    field-sizing: content;
  }
  .end {
    text-align: end;
  }
  @media (min-width: 720px) {
    .columns,
    .line {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr) 72px 96px 80px 58px 104px;
      gap: 0 10px;
    }
    .by-code :is(.columns, .line) {
      grid-template-columns: 28px minmax(0, 1fr) 64px 88px 68px 126px 100px;
    }
    .columns {
      padding-top: var(--gap-1);
    }
    /* Issues stand in rows of their own below the numbers, beside the description: they move nothing. */
    .line {
      grid-auto-flow: row;
      grid-template-rows: repeat(6, auto) 1fr;
    }
    .line > .include,
    .cell > .field {
      grid-row: 1;
      grid-column: auto;
    }
    .line > .include {
      min-height: var(--control);
    }
    .line > .what {
      grid-column: 2;
      grid-row: 1 / -1;
    }
    .quantity > .field,
    .quantity > .issues {
      grid-column-start: 3;
    }
    .unit_price > .field,
    .unit_price > .issues {
      grid-column-start: 4;
    }
    .discount_percent > .field,
    .discount_percent > .issues {
      grid-column-start: 5;
    }
    .taxable > .field {
      grid-column: 6;
      justify-self: center;
    }
    .coded > .field {
      justify-self: stretch;
    }
    .amount > .field {
      grid-column: 7;
      align-self: start;
      padding-top: 6px;
    }
    .cell > .issues {
      grid-column-end: -1;
      padding-top: 6px;
    }
    .taxable > .issues,
    .amount > .issues {
      grid-column-start: 4;
    }
    .quantity > .issues {
      grid-row: 2;
    }
    .unit_price > .issues {
      grid-row: 3;
    }
    .discount_percent > .issues {
      grid-row: 4;
    }
    .taxable > .issues {
      grid-row: 5;
    }
    .amount > .issues {
      grid-row: 6;
    }
    .line .field > .label,
    .line .caption {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .columns span:nth-child(6) {
      text-align: center;
    }
  }
`;
