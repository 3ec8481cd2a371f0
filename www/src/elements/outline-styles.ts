// How the outline looks: markers in vermilion, lengths as figures and as a hair line below.
import { css } from 'lit';

export const outlineStyles = css`
  :host {
    display: block;
    font-size: 15px;
    line-height: 1.6;
  }
  .tools {
    display: flex;
    gap: 10px;
    align-items: center;
    margin: 0 0 10px;
    font-size: 13px;
    color: var(--soft);
  }
  .tools input {
    flex: 1;
    min-width: 0;
    background: none;
    border: 0;
    border-bottom: 1px solid var(--hair);
    padding: 4px 0;
    border-radius: 0;
  }
  .tools input::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  .tools button {
    min-width: 26px;
    min-height: 26px;
    text-align: center;
  }
  .tools button:hover,
  .tools button[aria-pressed='true'] {
    color: var(--accent);
  }
  [role='tree'] {
    outline-offset: 4px;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-items: baseline;
    padding: 3px 8px 3px 0;
    padding-inline-start: calc((var(--level) - 1) * 17px);
    cursor: pointer;
    border-radius: 3px;
    /* Of hundreds of rows only those in view are laid out and painted. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30px;
  }
  .row:hover {
    background: color-mix(in srgb, var(--tint) 55%, transparent);
  }
  .row[aria-selected='true'] {
    background: var(--tint);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .fold {
    width: 16px;
    align-self: stretch;
    color: var(--soft);
    font-size: 9px;
    line-height: 25px;
    text-align: center;
    user-select: none;
  }
  .text {
    unicode-bidi: isolate;
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .marker {
    color: var(--accent);
    margin-inline-end: 0.35em;
    unicode-bidi: isolate;
  }
  .figure {
    color: var(--soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    padding-inline-start: 10px;
  }
  .row.document .text {
    font-weight: 700;
  }
  .row.document:not(:first-child) {
    margin-top: 14px;
  }
  .row.top .text {
    font-weight: 600;
  }
  .row::after {
    content: '';
    position: absolute;
    inset-inline-start: calc((var(--level) - 1) * 17px + 16px);
    bottom: 0;
    height: 1px;
    width: calc((100% - (var(--level) - 1) * 17px - 16px) * var(--share));
    background: color-mix(in srgb, var(--accent) 45%, transparent);
  }
  .promise {
    display: block;
    width: 100%;
    padding: 3px 8px 3px 16px;
    border-radius: 3px;
    unicode-bidi: isolate;
  }
  .promise:hover {
    background: color-mix(in srgb, var(--tint) 55%, transparent);
  }
  .promise.on {
    background: var(--tint);
  }
  .verdict {
    font-size: 12px;
    white-space: nowrap;
    margin-inline-start: 0.5em;
    font-weight: 400;
  }
  .verdict.kept {
    color: var(--good);
  }
  .verdict:not(.kept) {
    color: var(--accent);
  }
  .slice {
    contain: strict;
    overflow: auto;
    position: relative;
  }
  .virtual .row {
    position: absolute;
    inset-inline: 0;
    height: 30px;
  }
  .virtual .text {
    -webkit-line-clamp: 1;
    line-clamp: 1;
  }
  @media (pointer: coarse) {
    .row {
      padding-block: 7px;
    }
    .tools button {
      min-width: 40px;
      min-height: 40px;
    }
  }
  @media print {
    .tools {
      display: none;
    }
    .row {
      content-visibility: visible;
    }
  }
`;
