// How the text is set. Headings follow the convention of red-headed documents: Song bold, then Kai, then text face.
import { css } from 'lit';

export const readerStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    background: var(--paper);
  }
  .scroll {
    height: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  .sheet {
    max-width: calc(36em + 2 * var(--gutter));
    margin: 0 auto;
    padding: 16px var(--gutter) 45vh;
    --gutter: clamp(20px, 7cqi, 64px);
    font-size: var(--reader-size, 18px);
    line-height: 2;
    container-type: normal;
    hanging-punctuation: allow-end last;
    text-autospace: normal;
    cursor: text;
  }
  :host {
    container-type: inline-size;
  }
  .group {
    contain: layout style;
  }
  p {
    margin: 0;
    text-indent: 2em;
    text-align: justify;
    text-justify: inter-character;
    overflow-wrap: anywhere;
    position: relative;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }
  p.continued {
    text-indent: 0;
  }
  p.title {
    text-indent: 0;
    text-align: center;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.5;
    letter-spacing: 0.04em;
    margin: 1.7em 0 0.5em;
    text-wrap: balance;
  }
  /* the lines of one title stand together */
  p.title + p.title {
    margin-top: -0.5em;
  }
  .group:first-child p.title:first-child,
  .group:first-child p.boilerplate + p.title {
    margin-top: 0.4em;
  }
  p.subtitle,
  p.byline,
  p.date,
  p.docnumber,
  p.provenance {
    text-indent: 0;
    text-align: center;
    color: var(--soft);
    font-size: 0.86em;
  }
  p.byline,
  p.subtitle {
    font-family: var(--kai);
  }
  p.byline + p:not(.date, .byline),
  p.date + p:not(.date, .byline),
  p.title + p.addressee,
  p.title + p.salutation {
    margin-top: 1em;
  }
  p.addressee,
  p.salutation {
    text-indent: 0;
  }
  p.salutation {
    text-indent: 2em;
  }
  p.issuer {
    text-align: right;
    text-indent: 0;
    padding-right: 2em;
    margin-top: 1em;
  }
  p.issuer + p.date {
    text-align: right;
    padding-right: 2em;
    color: inherit;
    font-size: 1em;
  }
  /* The red head: an issuing body right above its document number. */
  p.issuer:has(+ p.docnumber) {
    text-align: center;
    padding: 0;
    margin-top: 0.6em;
    color: var(--accent);
    font-size: 1.35em;
    font-weight: 700;
    letter-spacing: 0.12em;
    line-height: 1.7;
  }
  p.issuer + p.issuer {
    margin-top: 0;
  }
  p.attachment-note {
    margin-top: 1em;
  }
  p.attachment-note + p.attachment-note {
    margin-top: 0;
  }
  p.boilerplate {
    text-indent: 0;
    text-align: start;
    color: var(--soft);
    font-size: 0.72em;
    line-height: 1.7;
  }
  p.h {
    text-align: start;
    break-after: avoid;
  }
  p.h1 {
    font-weight: 700;
    font-size: 1.06em;
    margin-top: 0.7em;
  }
  p.h2 {
    font-family: var(--kai);
    font-weight: 600;
  }
  p.h3 {
    font-weight: 600;
  }
  p[data-number]::before {
    content: attr(data-number) / '';
    position: absolute;
    inset-inline-end: calc(100% + 0.7em);
    white-space: nowrap;
    color: var(--accent);
    font: 400 13px/2.75 var(--serif);
    text-indent: 0;
    text-align: end;
  }
  .walk {
    position: absolute;
    inset-inline: 0;
    bottom: 18px;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .walk > div {
    pointer-events: auto;
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: calc(100% - 32px);
    padding: 3px 6px 3px 18px;
    background: var(--ink);
    color: var(--paper);
    font-size: 14px;
    line-height: 1.6;
    border-radius: 2em;
    box-shadow: 0 4px 18px rgb(0 0 0 / 0.18);
  }
  .walk .what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-width: 16em;
    unicode-bidi: isolate;
  }
  .walk .count {
    opacity: 0.85;
    font-variant-numeric: tabular-nums;
    padding: 0 6px;
    white-space: nowrap;
  }
  .walk button {
    width: 34px;
    height: 34px;
    text-align: center;
    border-radius: 50%;
  }
  .walk button:hover {
    background: rgb(128 128 128 / 0.35);
  }
  .walk button:focus-visible {
    outline-color: var(--paper);
    outline-offset: -3px;
    border-radius: 50%;
  }
  @container (max-width: 560px) {
    .sheet {
      padding-top: 8px;
      --reader-size: 17px;
      line-height: 1.95;
      padding-inline: 22px;
    }
    p[data-number]::before {
      inset-inline-end: calc(100% + 4px);
      font-size: 11px;
      line-height: 3.15;
    }
    p.title {
      font-size: 1.36em;
    }
  }
  @media print {
    :host,
    .scroll {
      overflow: visible;
      height: auto;
      background: none;
    }
    .sheet {
      padding: 0;
      max-width: none;
      font-size: 12pt;
    }
    .walk {
      display: none;
    }
    p {
      orphans: 2;
      widows: 2;
    }
  }
`;
