// What the views of the figures share: quiet tables, text buttons, captions.
import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: block;
    font-size: 14px;
    line-height: 1.7;
  }
  h3 {
    font-size: 13px;
    font-weight: 400;
    color: var(--soft);
    letter-spacing: 0.12em;
    margin: 28px 0 8px;
  }
  h3:lang(en) {
    letter-spacing: 0.02em;
  }
  h3:first-child,
  :host > h3:first-of-type {
    margin-top: 0;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 5px 0 5px 10px;
    border-bottom: 1px solid var(--hair);
    text-align: end;
    vertical-align: baseline;
  }
  th {
    font-weight: 400;
    color: var(--soft);
    font-size: 12.5px;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    text-align: start;
    padding-inline-start: 0;
  }
  td button {
    min-height: 24px;
  }
  tr.on td {
    background: var(--tint);
  }
  tr.pick {
    cursor: pointer;
  }
  tr.pick:hover td {
    background: color-mix(in srgb, var(--tint) 55%, transparent);
  }
  .word {
    unicode-bidi: isolate;
    overflow-wrap: anywhere;
  }
  th button {
    color: inherit;
  }
  th[aria-sort] button {
    color: var(--ink);
    border-bottom: 1px solid var(--accent);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin: 0 0 14px;
    font-size: 14px;
  }
  .choices button {
    color: var(--soft);
    min-height: 28px;
    border-bottom: 2px solid transparent;
  }
  .choices button[aria-pressed='true'] {
    color: var(--ink);
    border-bottom-color: var(--accent);
  }
  .choices button:hover {
    color: var(--accent);
  }
  /* An item that holds what is selected, or lies in it. */
  .near {
    position: relative;
  }
  .near::before {
    content: '';
    position: absolute;
    inset-block: 13px;
    inset-inline-start: -10px;
    width: 2px;
    background: var(--accent);
  }
  .caption {
    color: var(--soft);
    font-size: 12.5px;
    line-height: 1.7;
    margin: 6px 0 18px;
    text-wrap: pretty;
  }
  .more {
    color: var(--accent);
    min-height: 32px;
    margin-top: 6px;
  }
  .scroll-x {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  ol,
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .kept {
    color: var(--good);
  }
  .broken {
    color: var(--accent);
  }
  @media (pointer: coarse) {
    td button,
    th button,
    .choices button {
      min-height: 36px;
    }
  }
  @media print {
    .choices,
    .more {
      display: none;
    }
  }
`;
