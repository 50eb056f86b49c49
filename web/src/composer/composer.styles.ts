import { css } from 'lit';
import { quietNotesStyles } from '../components/notice.ts';
import { formStyles } from './form.styles.ts';
import { reviewStyles } from './review.styles.ts';

const frame = css`
  main {
    max-width: 1180px;
    margin: 0 auto;
    padding: var(--gap-4) calc(var(--gap-4) - var(--scroll-bar)) var(--gap-4) var(--gap-4);
    display: grid;
    gap: var(--gap-4);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--gap-2) var(--gap-3);
    min-height: 46px;
  }
  header > svg {
    margin-top: 4px;
  }
  header .grow {
    flex: 1 1 180px;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--gap-2);
    min-height: 18px;
  }
  .stages {
    display: flex;
    gap: var(--gap-4);
    padding-top: 5px;
    color: var(--ink-faint);
  }
  .stages li {
    padding-bottom: 3px;
    border-bottom: 2px solid transparent;
  }
  .stages .past {
    display: flex;
    gap: 3px;
    color: var(--ink-soft);
  }
  .stages .past svg {
    width: 14px;
    margin-inline-start: -2px;
    color: var(--good);
  }
  .stages [aria-current] {
    color: var(--ink);
    font-weight: 600;
    border-color: var(--accent);
  }
  .columns-two {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-4);
    align-items: start;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-4);
  }
  .notices:empty,
  .notices:not(:has(*)) {
    display: none;
  }
  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    padding: var(--gap-4);
  }
  .narrow {
    width: 100%;
    max-width: 560px;
    margin-inline: auto;
  }
  .ask {
    border-color: var(--bad);
  }
  .tag {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: 4px;
    font-size: var(--text-s);
    font-weight: 500;
    line-height: 18px;
    color: var(--ink-soft);
  }
  .tag.alert,
  .tag.sandbox {
    border-color: color-mix(in srgb, var(--warn) 45%, var(--line));
    color: var(--warn);
  }
  .bar {
    position: sticky;
    z-index: 4;
    bottom: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: 0 calc(var(--scroll-bar) - var(--gap-4)) calc(-1 * var(--gap-4)) calc(-1 * var(--gap-4));
    padding: var(--gap-2) calc(var(--gap-4) - var(--scroll-bar)) var(--gap-2) var(--gap-4);
    border-top: 1px solid var(--line);
    background: var(--paper);
  }
  .bar .sum {
    font-size: var(--text-l);
    font-weight: 600;
  }
  @media (min-width: 900px) {
    .columns-two {
      grid-template-columns: minmax(0, 1fr) 300px;
    }
    .summary {
      position: sticky;
      top: var(--gap-4);
    }
    .bar {
      display: none;
    }
  }
  @media (max-width: 899px) {
    .wide-only {
      display: none;
    }
  }
  @media (max-width: 400px) {
    main {
      padding: var(--gap-3) calc(var(--gap-3) - var(--scroll-bar)) var(--gap-3) var(--gap-3);
    }
    .block {
      padding: var(--gap-3);
    }
    .bar {
      margin: 0 calc(var(--scroll-bar) - var(--gap-3)) calc(-1 * var(--gap-3)) calc(-1 * var(--gap-3));
      padding-inline: var(--gap-3) calc(var(--gap-3) - var(--scroll-bar));
    }
  }
`;

const sums = css`
  .sums > div:not(.basis) {
    display: flex;
    justify-content: space-between;
    gap: var(--gap-3);
    padding: 3px 0;
  }
  .sums dt {
    color: var(--ink-soft);
  }
  .sums .faint dt,
  .sums .faint {
    color: var(--ink-faint);
  }
  .sums .soft dd {
    color: var(--ink-soft);
  }
  .sums .basis {
    padding-bottom: 3px;
  }
  .sums .total {
    margin-top: 5px;
    padding: 7px 0 5px !important;
    border-top: 1px solid var(--line-strong);
    border-bottom: 3px double var(--line-strong);
    font-size: var(--text-l);
    font-weight: 600;
  }
  .sums .total dt {
    color: var(--ink);
  }
  .clear {
    display: flex;
    gap: 6px;
    color: var(--good);
    font-weight: 500;
  }
  .todo {
    display: grid;
    gap: 6px;
  }
  .todo li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 7px;
    padding: 3px 0;
  }
  .todo svg {
    margin-top: 1px;
  }
  .todo .error svg {
    color: var(--bad);
  }
  .todo .warning svg {
    color: var(--warn);
  }
  .to-field {
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .to-field:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`;

export const composerStyles = [frame, sums, quietNotesStyles, formStyles, reviewStyles];
