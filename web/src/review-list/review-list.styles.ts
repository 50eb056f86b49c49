import { css } from 'lit';

const WIDE_PX = 54;
const NARROW_PX = 92;

/** All rows are equally high, so that where each one stands is known without drawing it. */
export function rowHeightPx(): number {
  return matchMedia('(max-width: 720px)').matches ? NARROW_PX : WIDE_PX;
}

export const reviewListStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-2);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .filters .chosen {
    border-color: var(--accent);
    background: var(--accent-wash);
  }
  .filters .chosen .figure {
    color: var(--ink-soft);
  }
  .progress {
    flex: 1 1 auto;
    text-align: end;
  }
  kbd {
    min-width: 17px;
    padding: 0 4px;
    border: 1px solid color-mix(in srgb, currentcolor 40%, transparent);
    border-radius: 3px;
    font: inherit;
    font-size: 0.6875rem;
    line-height: 15px;
    text-align: center;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 360px;
    gap: var(--gap-4);
    align-items: start;
  }
  #list {
    position: relative;
    height: max(320px, calc(100vh - var(--above-list, 150px)));
    overflow: auto;
    overflow-anchor: none;
  }
  #list:focus-visible {
    outline-offset: 1px;
    border-radius: 8px;
  }
  .whole {
    position: relative;
  }
  .row {
    position: absolute;
    inset: 0 0 auto;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 0.9fr) 88px;
    gap: 0 var(--gap-3);
    align-items: center;
    height: ${WIDE_PX}px;
    padding: 0 var(--gap-3);
    border-bottom: 1px solid var(--line);
    cursor: default;
  }
  .row:hover {
    background: var(--hover);
  }
  .row.active {
    background: var(--accent-wash);
    box-shadow: inset 3px 0 var(--accent);
  }
  .row:is(.active, :hover) .faint {
    color: var(--ink-soft);
  }
  .side,
  .why {
    min-width: 0;
  }
  .row :is(.title, .facts),
  .why {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    font-weight: 500;
  }
  .row:is(.accepted, .rejected):not(.active) .title {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .state {
    display: inline-flex;
    gap: 3px;
    align-items: center;
    font-size: var(--text-s);
    font-weight: 500;
    white-space: nowrap;
    color: var(--tone, var(--ink-faint));
  }
  .state svg {
    flex: none;
    margin-inline-start: -3px;
  }
  .state.good {
    --tone: var(--good);
  }
  .state.warn {
    --tone: var(--warn);
  }
  .state.bad {
    --tone: var(--bad);
  }
  .pair {
    position: sticky;
    top: var(--gap-4);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    max-height: max(320px, calc(100vh - var(--above-list, 150px)));
    overflow: auto;
    padding: var(--gap-4);
  }
  .record {
    display: grid;
    gap: 1px;
  }
  .record + .record {
    padding-top: var(--gap-3);
    border-top: 1px solid var(--line);
  }
  .record .title {
    font-size: var(--text-l);
    font-weight: 600;
  }
  .buttons {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: var(--gap-2);
  }
  .pair .reasons {
    display: grid;
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
    flex: 1 1 180px;
  }
  .candidates .name {
    font-weight: 500;
  }
  .none {
    padding: var(--gap-6) var(--gap-4);
    text-align: center;
  }
  @media (max-width: 960px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
    #list {
      height: max(240px, 42vh);
    }
    .pair {
      position: static;
      max-height: none;
    }
  }
  @media (max-width: 720px) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto auto;
      align-content: center;
      gap: 2px var(--gap-2);
      height: ${NARROW_PX}px;
    }
    .side {
      grid-column: 1;
    }
    .why {
      display: none;
    }
    .state {
      grid-column: 2;
      grid-row: 1 / 3;
    }
    .progress {
      text-align: start;
    }
  }
`;
