// The room: 纲 left, 文 in the middle, 目 right; on a narrow screen one at a time; on paper one after another.
import { css } from 'lit';

export const shellStyles = css`
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
  gangmu-header {
    grid-row: 1;
    min-width: 0;
  }
  .notices {
    grid-row: 2;
    max-height: 34vh;
    overflow: auto;
  }
  .notice {
    display: flex;
    align-items: baseline;
    gap: 20px;
    padding: 8px 34px;
    font-size: 14px;
    background: var(--tint);
    text-wrap: pretty;
  }
  .notice + .notice {
    border-top: 1px solid var(--hair);
  }
  .notice b {
    unicode-bidi: isolate;
    overflow-wrap: anywhere;
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
  /* Lies over the room, so that nothing moves when it comes and goes; what takes no time is not shown. */
  .progress {
    grid-row: 3;
    grid-column: 1;
    align-self: start;
    justify-self: center;
    z-index: 4;
    position: relative;
    display: flex;
    gap: 18px;
    align-items: baseline;
    padding: 5px 22px 6px;
    font-size: 13px;
    color: var(--soft);
    background: var(--paper);
    border: 1px solid var(--hair);
    border-top: 0;
    animation: appear 0.2s 0.35s both;
  }
  .progress.again {
    animation-delay: 1.2s;
  }
  .progress button {
    color: var(--accent);
    min-height: 26px;
  }
  .progress::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    bottom: -1px;
    height: 2px;
    width: calc(var(--done, 0) * 100%);
    background: var(--accent);
    transition: width 0.2s;
  }
  .progress.working::after {
    width: 30%;
    animation: to-and-fro 1.6s ease-in-out infinite alternate;
  }
  @keyframes appear {
    from {
      visibility: hidden;
      opacity: 0;
    }
  }
  @keyframes to-and-fro {
    to {
      inset-inline-start: 70%;
    }
  }
  main {
    grid-row: 3;
    grid-column: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(230px, 330px) minmax(0, 1fr) minmax(320px, 440px);
    grid-template-rows: minmax(0, 1fr);
  }
  main.alone {
    display: block;
  }
  main[data-wide] {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
  }
  main[data-wide] > .gang {
    display: none;
  }
  .gang {
    overflow: auto;
    padding: 24px 26px 60px 34px;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
    border-inline-end: 1px solid var(--hair);
  }
  .mu {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
    border-inline-start: 1px solid var(--hair);
  }
  .wen {
    min-width: 0;
    min-height: 0;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    container-type: inline-size;
  }
  .wen > gangmu-editor {
    grid-row: 1 / 3;
  }
  h2 {
    font-size: 14px;
    font-weight: 400;
    line-height: 1.6;
    margin: 0 0 14px;
    color: var(--soft);
  }
  .bar {
    display: flex;
    align-items: baseline;
    gap: 18px;
    /* On the edges of the text below. */
    padding: 24px max(clamp(20px, 7cqi, 64px), calc(50cqi - 324px)) 6px;
    font-size: 13px;
    color: var(--soft);
  }
  @container (max-width: 560px) {
    .bar {
      padding-inline: 22px;
    }
  }
  .bar h2 {
    margin: 0 auto 0 0;
  }
  .bar button:hover {
    color: var(--accent);
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
  .network {
    position: relative;
    font-variant-numeric: tabular-nums;
  }
  summary {
    cursor: pointer;
    list-style: none;
    text-decoration: underline dotted;
    text-underline-offset: 0.3em;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .network p,
  .network ul {
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .network ul {
    margin-top: 6px;
  }
  .network > div {
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
  .update {
    margin-inline-start: auto;
    color: var(--accent);
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
    main:not([data-wide], .alone) {
      grid-template-columns: minmax(190px, 220px) minmax(0, 1fr) minmax(300px, 360px);
    }
    footer,
    .notice {
      padding-inline: 22px;
    }
    .gang {
      padding: 20px 14px 50px 22px;
    }
    .bar {
      padding-block: 20px 4px;
    }
  }
  @media (max-width: 900px) {
    .notice {
      padding-inline: 18px;
      flex-wrap: wrap;
      gap: 2px 18px;
    }
    .notice button {
      min-height: 40px;
    }
    main:not(.alone),
    main[data-wide] {
      grid-template-columns: minmax(0, 1fr);
    }
    main > .gang,
    main > .mu,
    main > .wen {
      border: 0;
      grid-area: 1 / 1;
      display: none;
    }
    .gang {
      padding: 18px 18px 60px;
    }
    main[data-pane='gang'] > .gang {
      display: block;
    }
    main[data-pane='wen'] > .wen,
    main[data-pane='mu'] > .mu {
      display: grid;
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
    .bar {
      padding: 0 18px;
      justify-content: flex-end;
    }
    .bar h2 {
      display: none;
    }
    .bar button {
      line-height: 40px;
      padding: 0 6px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress,
    .progress.working::after {
      animation-duration: 0s;
    }
    .progress::after {
      transition: none;
    }
  }
  @media print {
    :host {
      display: block;
      height: auto;
      background: none;
    }
    footer,
    .progress,
    .notices,
    .compass,
    .bar,
    h2,
    gangmu-header {
      display: none;
    }
    main,
    main:not(.alone) > * {
      display: block !important;
      overflow: visible;
      border: 0;
      padding: 0;
    }
    main > .wen {
      break-before: page;
      break-after: page;
    }
  }
`;
