// A plate in a book: heading on the left, quiet words on the right, the picture, its caption.
import { css } from 'lit';

export const figureStyles = css`
  :host {
    display: block;
    margin-bottom: 26px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 18px;
    margin-bottom: 6px;
  }
  h3 {
    margin: 0;
  }
  .tools {
    display: flex;
    gap: 14px;
    margin-inline-start: auto;
    font-size: 13px;
  }
  .tools button {
    color: var(--soft);
    min-height: 28px;
  }
  .tools button:hover {
    color: var(--accent);
  }
  caption {
    text-align: start;
    color: var(--soft);
    font-size: 12.5px;
    padding-bottom: 4px;
  }
  th.words,
  td.words {
    text-align: start;
  }
  td.words {
    min-width: 5em;
  }
  td:first-child {
    min-width: 6em;
  }
  :host(:popover-open) {
    position: fixed;
    inset: 0;
    width: auto;
    height: auto;
    margin: 0;
    padding: 28px clamp(16px, 4vw, 56px);
    overflow: auto;
    background: var(--paper);
    color: var(--ink);
    border: 0;
    --gangmu-plate-height: calc(100vh - 190px);
  }
  :host(:popover-open)::backdrop {
    background: var(--paper);
  }
  @media (pointer: coarse) {
    .tools button {
      min-height: 40px;
    }
  }
  @media print {
    .tools {
      display: none;
    }
    :host {
      break-inside: avoid;
    }
  }
`;
