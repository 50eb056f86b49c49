// Names and values side by side, as a document's and a payment's preview show them.
import { css } from 'lit';

export const factsStyles = css`
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 3px var(--gap-3);
  }
  dt {
    color: var(--ink-faint);
  }
  .whole {
    grid-column: 1 / -1;
  }
  dd.whole {
    margin-top: -3px;
    white-space: pre-line;
  }
`;
