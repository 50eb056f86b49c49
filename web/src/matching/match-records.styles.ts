import { css } from 'lit';

export const matchRecordsStyles = css`
  main {
    --above-list: 222px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-3);
    max-width: 1180px;
    margin: 0 auto;
    padding: var(--gap-5) calc(var(--gap-4) - var(--scroll-bar)) var(--gap-5) var(--gap-4);
  }
  header {
    display: flex;
    gap: var(--gap-3);
  }
  header svg {
    flex: none;
    margin-top: 4px;
  }
  .grow {
    flex: 1 1 auto;
  }
  .bar,
  .lists {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-2);
  }
  .lists {
    gap: 2px;
  }
  .lists .chosen {
    border-color: var(--accent);
    background: var(--accent-wash);
  }
  select.input {
    width: auto;
    max-width: 100%;
  }
  .without {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2) var(--gap-3);
    align-items: center;
    justify-content: space-between;
    padding: var(--gap-2) var(--gap-3);
  }
  .waiting {
    height: 320px;
  }
  .blank {
    display: grid;
    gap: var(--gap-2);
    justify-items: center;
    padding: var(--gap-6) var(--gap-4);
    text-align: center;
  }
  .blank p {
    max-width: 460px;
  }
  @media (max-width: 480px) {
    main {
      padding: var(--gap-3) calc(var(--gap-3) - var(--scroll-bar)) var(--gap-3) var(--gap-3);
    }
  }
`;
