// The room: 纲 left, 文 in the middle, 目 right; on a narrow screen one at a time.
import { css } from 'lit';

export const appStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    height: 100vh;
    height: 100dvh;
    background: var(--paper);
    font-size: 15px;
    line-height: 1.7;
  }
  .skip {
    position: absolute;
    inset-inline-start: 12px;
    top: -60px;
    background: var(--ink);
    color: var(--paper);
    padding: 8px 16px;
    z-index: 5;
  }
  .skip:focus {
    top: 8px;
  }
  header {
    grid-row: 1;
    display: flex;
    align-items: baseline;
    gap: 8px 30px;
    padding: 15px 34px 10px;
    border-bottom: 3px double var(--accent);
  }
  h1 {
    margin: 0;
    font-size: 27px;
    line-height: 1.4;
    font-weight: 700;
    letter-spacing: 0.16em;
    color: var(--accent);
    white-space: nowrap;
  }
  h1 button {
    letter-spacing: inherit;
    font-weight: inherit;
  }
  .documents {
    display: flex;
    align-items: baseline;
    gap: 4px 22px;
    min-width: 0;
    flex: 1;
    overflow-x: auto;
    scrollbar-width: none;
    margin-bottom: -6px;
    padding: 4px 4px 6px;
  }
  .document {
    display: flex;
    align-items: baseline;
    gap: 4px;
    color: var(--soft);
    flex: 0 1 auto;
    min-width: 5.5em;
    white-space: nowrap;
  }
  .document > button:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
    border-bottom: 2px solid transparent;
    unicode-bidi: isolate;
    max-width: 17em;
  }
  .document.on {
    color: var(--ink);
    min-width: 8em;
  }
  .document.on > button:first-child {
    border-bottom-color: var(--ink);
    font-weight: 600;
  }
  .document .close {
    font-size: 12px;
    width: 22px;
    height: 22px;
    text-align: center;
    color: var(--soft);
  }
  .add {
    color: var(--soft);
    white-space: nowrap;
  }
  .document > button:first-child:hover,
  .add:hover,
  .tools button:hover,
  .close:hover {
    color: var(--accent);
  }
  .tools {
    display: flex;
    gap: 18px;
    font-size: 14px;
    color: var(--soft);
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .tools button {
    min-height: 28px;
  }
  .notice {
    grid-row: 2;
    display: flex;
    align-items: baseline;
    gap: 20px;
    padding: 8px 34px;
    font-size: 14px;
    background: var(--tint);
    text-wrap: pretty;
  }
  .notice .actions {
    margin-inline-start: auto;
    display: flex;
    gap: 18px;
    white-space: nowrap;
  }
  .notice button {
    color: var(--accent);
    min-height: 28px;
  }
  .progress {
    grid-row: 2;
    position: relative;
    display: flex;
    gap: 18px;
    align-items: baseline;
    padding: 6px 34px;
    font-size: 13px;
    color: var(--soft);
  }
  .progress button {
    color: var(--accent);
    min-height: 26px;
  }
  .progress::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    bottom: 0;
    height: 1px;
    width: calc(var(--done, 0) * 100%);
    background: var(--accent);
    transition: width 0.2s;
  }
  main {
    grid-row: 3;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(230px, 330px) minmax(0, 1fr) minmax(320px, 440px);
  }
  main[data-wide] {
    grid-template-columns: 0 minmax(0, 2fr) minmax(0, 3fr);
  }
  main[data-wide] > .gang {
    display: none;
  }
  main[data-wide] > .wen {
    grid-column: 1 / 3;
  }
  .mu {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
  }
  .gang {
    overflow: auto;
    padding: 24px 26px 60px 34px;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
  }
  .gang {
    border-inline-end: 1px solid var(--hair);
  }
  .mu {
    border-inline-start: 1px solid var(--hair);
  }
  .wen {
    min-width: 0;
    min-height: 0;
    position: relative;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
  }
  h2 {
    font-size: 14px;
    font-weight: 400;
    line-height: 1.6;
    margin: 0 0 14px;
    color: var(--soft);
  }
  .edit {
    position: absolute;
    top: 14px;
    inset-inline-end: 26px;
    z-index: 1;
    font-size: 13px;
    color: var(--soft);
    min-height: 28px;
  }
  .edit:hover {
    color: var(--accent);
  }
  textarea.editor {
    width: 100%;
    height: 100%;
    resize: none;
    border: 0;
    outline-offset: -3px;
    background: var(--paper);
    padding: 46px max(28px, calc(50% - 18em)) 30vh;
    font-size: 18px;
    line-height: 2;
  }
  footer {
    grid-row: 4;
    display: flex;
    flex-wrap: wrap;
    gap: 0 26px;
    padding: 5px 34px 6px;
    border-top: 1px solid var(--hair);
    color: var(--soft);
    font-size: 12.5px;
  }
  footer .network {
    position: relative;
    font-variant-numeric: tabular-nums;
  }
  footer summary {
    cursor: pointer;
    list-style: none;
    text-decoration: underline dotted;
    text-underline-offset: 0.3em;
  }
  footer summary::-webkit-details-marker {
    display: none;
  }
  footer details p {
    position: absolute;
    bottom: 100%;
    inset-inline-start: -14px;
    width: min(30em, 80vw);
    margin: 0 0 8px;
    padding: 10px 14px;
    background: var(--ink);
    color: var(--paper);
    border-radius: 3px;
    z-index: 3;
  }
  .compass {
    display: none;
  }
  .dropping::after {
    content: attr(data-drop);
    position: fixed;
    inset: 14px;
    border: 2px dashed var(--accent);
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    display: grid;
    place-content: center;
    font-size: 26px;
    letter-spacing: 0.2em;
    color: var(--accent);
    z-index: 10;
    pointer-events: none;
  }
  @media (max-width: 1180px) {
    main:not([data-wide]) {
      grid-template-columns: minmax(200px, 230px) minmax(0, 1fr) minmax(300px, 340px);
    }
    header,
    footer,
    .notice,
    .progress {
      padding-inline: 22px;
    }
    .gang {
      padding: 20px 14px 50px 22px;
    }
  }
  @media (max-width: 900px) {
    header {
      flex-wrap: wrap;
      padding: 10px 18px 6px;
    }
    h1 {
      font-size: 22px;
    }
    .documents {
      order: 3;
      flex-basis: 100%;
      gap: 4px 16px;
    }
    .tools {
      gap: 16px;
    }
    .notice,
    .progress {
      padding-inline: 18px;
    }
    .notice {
      flex-wrap: wrap;
      gap: 2px 18px;
    }
    main,
    main[data-wide] {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
    }
    .gang,
    .mu,
    main > .wen {
      border: 0;
      grid-area: 1 / 1;
    }
    .gang {
      padding: 18px 18px 60px;
    }
    main[data-pane='gang'] > :not(.gang),
    main[data-pane='wen'] > :not(.wen),
    main[data-pane='mu'] > :not(.mu) {
      display: none;
    }
    .compass {
      display: grid;
      grid-row: 4;
      grid-template-columns: repeat(3, 1fr);
      border-top: 1px solid var(--hair);
      padding-bottom: env(safe-area-inset-bottom);
    }
    .compass button {
      text-align: center;
      padding: 9px 0 10px;
      color: var(--soft);
      font-size: 17px;
      line-height: 1.5;
      border-top: 2px solid transparent;
      margin-top: -1px;
    }
    .compass button[aria-pressed='true'] {
      color: var(--accent);
      border-top-color: var(--accent);
      font-weight: 600;
    }
    footer {
      display: none;
    }
    :host([empty]) footer {
      display: flex;
      padding: 5px 18px;
    }
    .edit {
      inset-inline-end: 12px;
      top: 4px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::after {
      transition: none;
    }
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    header,
    footer,
    .progress,
    .notice,
    .compass,
    .edit,
    .skip {
      display: none;
    }
    main {
      display: block;
    }
    main > * {
      display: block !important;
      overflow: visible;
      border: 0;
      padding: 0;
    }
    .gang,
    .mu {
      break-after: page;
    }
    .mu {
      break-before: page;
    }
  }
`;
