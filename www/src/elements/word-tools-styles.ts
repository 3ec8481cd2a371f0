// A strip of words in ink beside the word, and the line with the way back.
import { css } from 'lit';

export const wordToolsStyles = css`
  :host {
    display: contents;
  }
  .tools,
  .done {
    background: var(--ink);
    color: var(--paper);
    font-size: 13.5px;
    line-height: 1.6;
    border: 0;
    border-radius: 3px;
  }
  .tools {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 2px 6px;
    max-width: min(32em, 94vw);
  }
  .tools:popover-open {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
  }
  button {
    padding: 4px 8px;
    min-height: 30px;
    white-space: nowrap;
  }
  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  .tools .word {
    font-weight: 600;
  }
  .why {
    padding: 4px 8px;
    opacity: 0.85;
  }
  .done {
    position: absolute;
    /* Over the line that names what is selected. */
    bottom: 70px;
    inset-inline-start: 50%;
    translate: -50% 0;
    display: flex;
    align-items: baseline;
    gap: 6px;
    padding: 4px 6px 4px 14px;
    max-width: 92%;
    z-index: 3;
  }
  .done button {
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  :focus-visible {
    outline-color: var(--paper);
    outline-offset: -3px;
  }
  @media (pointer: coarse) {
    button {
      min-height: 42px;
      padding-inline: 12px;
    }
  }
  @media print {
    .tools,
    .done {
      display: none;
    }
  }
`;
