import { css } from 'lit';

export const cardStyles = css`
  :host {
    background: var(--paper);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    padding: var(--gap-3) calc(var(--gap-4) - var(--scroll-bar)) var(--gap-4) var(--gap-4);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    min-height: 28px;
  }
  header h1 {
    font-size: var(--text-l);
    letter-spacing: -0.006em;
  }
  .age {
    flex: 1 1 auto;
    text-align: end;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
  }
  .actions > * {
    flex: 1 1 118px;
  }
  .actions .other-forms {
    display: flex;
    flex: 1 0 100%;
    gap: var(--gap-3);
    justify-content: center;
  }
  .documents:not(:last-child) {
    border-bottom: 1px solid var(--line);
  }
  .documents li:first-child sb-document,
  .documents .ghost:first-child {
    border-top: 0;
  }
  .totals + .documents {
    margin-top: calc(-1 * var(--gap-3));
  }
  .run {
    display: grid;
    gap: var(--gap-2);
    justify-items: start;
    padding: 10px var(--gap-3);
    border-inline-start: 3px solid var(--accent);
  }
  .run > * {
    width: 100%;
  }
  .run > .button {
    width: auto;
  }
  .blank {
    display: grid;
    gap: var(--gap-2);
    justify-items: center;
    padding: var(--gap-5) var(--gap-2);
    text-align: center;
  }
  .blank.left {
    justify-items: stretch;
    text-align: start;
    padding-inline: 0;
  }
  .blank .button {
    margin-top: var(--gap-2);
    justify-self: center;
  }
  .blank.left .button {
    justify-self: start;
  }
  .bone.control {
    height: var(--control);
  }
  .bones {
    display: flex;
    gap: var(--gap-3);
    padding: 10px 0;
  }
  .bones .bone {
    flex: 1;
    height: 33px;
  }
  .ghost {
    display: grid;
    gap: 7px;
    padding: 11px 0 11px 20px;
    border-top: 1px solid var(--line);
  }
  .ghost .bone {
    height: 14px;
  }
  .ghost .short {
    width: 45%;
  }
`;
