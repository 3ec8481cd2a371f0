// A quiet list that drops from a word.
import { css } from 'lit';

export const menuStyles = css`
  :host {
    position: relative;
    font-size: 13px;
    line-height: 1.7;
  }
  .trigger {
    color: var(--soft);
    min-height: 28px;
  }
  .trigger:hover,
  .trigger[aria-expanded='true'] {
    color: var(--accent);
  }
  .menu {
    position: absolute;
    inset-inline-end: 0;
    top: 100%;
    z-index: 5;
    display: grid;
    min-width: max-content;
    padding: 6px 0;
    background: var(--paper);
    border: 1px solid var(--hair);
    box-shadow: 0 6px 18px light-dark(rgb(60 40 20 / 0.12), rgb(0 0 0 / 0.45));
  }
  .menu button {
    padding: 3px 16px;
    min-height: 30px;
    text-align: start;
  }
  .menu button:hover,
  .menu button:focus-visible {
    background: var(--tint);
    outline-offset: -2px;
  }
  .status {
    position: absolute;
    inset-inline-end: 0;
    top: 100%;
    z-index: 4;
    color: var(--good);
    background: var(--paper);
    font-size: 12.5px;
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .trigger,
    .menu button {
      min-height: 40px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
