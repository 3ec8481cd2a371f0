// Lines to type on and to choose from, as on a form: a rule below, no box.
import { css } from 'lit';

export const fieldStyles = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 6px 18px;
    margin-bottom: 12px;
  }
  .fields input,
  .fields select {
    padding: 2px 0;
    min-height: 30px;
    background: none;
    border: 0;
    border-bottom: 1px solid var(--hair);
    border-radius: 0;
  }
  .fields input[type='search'] {
    flex: 1 1 9em;
    min-width: 7em;
    font-size: 15px;
  }
  .fields option {
    background: var(--paper);
    color: var(--ink);
  }
  .fields select {
    max-width: 14em;
  }
  .fields label {
    color: var(--soft);
    font-size: 13px;
  }
  .fields label select {
    color: var(--ink);
    font-size: 14px;
  }
  .fields .choices {
    margin: 0;
    font-size: 13.5px;
    gap: 2px 12px;
  }
  .count {
    color: var(--soft);
    font-size: 12.5px;
    margin: 0 0 6px;
    display: flex;
    justify-content: space-between;
    align-items: baseline;
  }
  .count button {
    color: var(--accent);
  }
  .problem {
    color: var(--accent);
    font-size: 14px;
    margin: 0 0 10px;
    text-wrap: pretty;
  }
  @media (pointer: coarse) {
    .fields input,
    .fields select {
      min-height: 40px;
    }
  }
  @media print {
    .fields {
      display: none;
    }
  }
`;
