// Devices on the page: rows with a hair line between them, the words that make the device in vermilion.
import { css } from 'lit';

export const rhetoricStyles = css`
  .item {
    padding: 8px 0 10px;
    border-bottom: 1px solid var(--hair);
    unicode-bidi: isolate;
  }
  .item.on {
    background: var(--tint);
    margin-inline: -8px;
    padding-inline: 8px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }
  .head > :first-child {
    flex: 1 1 auto;
  }
  button.lead {
    min-height: 26px;
    overflow-wrap: anywhere;
  }
  button.lead:hover,
  .points button:hover {
    color: var(--accent);
  }
  .fixed,
  .slots td.fixed,
  .cue {
    color: var(--accent);
    font-weight: 400;
  }
  .kind {
    color: var(--soft);
    font-size: 12.5px;
    white-space: nowrap;
  }
  .verdict {
    white-space: nowrap;
    font-size: 13px;
  }
  .points {
    color: var(--soft);
    font-size: 13px;
    line-height: 1.8;
  }
  .points button {
    min-height: 24px;
    overflow-wrap: anywhere;
  }
  .slots {
    width: auto;
    margin-top: 2px;
    line-height: 1.75;
  }
  .slots td {
    padding: 1px 0;
    border: 0;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .slots td.slot {
    padding-inline: 0.35em;
    min-width: 2.2em;
  }
  .slots td:first-child {
    padding-inline-start: 0;
    min-width: 0;
  }
  .slots td.kept {
    white-space: nowrap;
  }
  .slots tr.now td {
    text-decoration: underline solid var(--accent) 1px;
    text-underline-offset: 0.3em;
  }
`;
