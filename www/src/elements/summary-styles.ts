// The summary as the flyleaf of a report.
import { css } from 'lit';

export const summaryStyles = css`
  .title {
    font-size: 18px;
    font-weight: 700;
    line-height: 1.5;
    margin: 0;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .head {
    margin: 0;
    color: var(--soft);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
    gap: 16px 12px;
    margin: 12px 0 10px;
  }
  gangmu-figure {
    margin-top: 18px;
  }
  dt {
    color: var(--soft);
    font-size: 12.5px;
    line-height: 1.5;
    word-break: keep-all;
  }
  dd {
    margin: 0;
    font-size: 24px;
    line-height: 1.3;
    font-variant-numeric: lining-nums tabular-nums;
  }
  dl div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  small {
    font-size: 13px;
    color: var(--soft);
    margin-inline-start: 0.2em;
  }
  .skeleton button {
    display: block;
    width: 100%;
    padding: 5px 0;
    border-bottom: 1px solid var(--hair);
    overflow-wrap: anywhere;
  }
  .skeleton button:hover,
  .words button:hover {
    color: var(--accent);
  }
  .skeleton .on {
    background: var(--tint);
  }
  .marker {
    color: var(--accent);
    margin-inline-end: 0.3em;
  }
  .words {
    line-height: 2.1;
  }
  .words button {
    margin-inline-end: 1.1em;
    min-height: 26px;
  }
  .words button[aria-pressed='true'] {
    color: var(--accent);
  }
  .keep {
    display: flex;
    gap: 18px;
    margin: 14px 0 24px;
  }
  .keep button {
    color: var(--accent);
    min-height: 32px;
  }
  @media print {
    .keep {
      display: none;
    }
  }
`;
