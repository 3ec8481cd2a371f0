// A list of remarks as a proofreader leaves them.
import { css } from 'lit';

export const findingsStyles = css`
  li {
    border-bottom: 1px solid var(--hair);
    padding: 10px 0;
  }
  li.on {
    background: var(--tint);
    margin-inline: -8px;
    padding-inline: 8px;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 14px;
    align-items: start;
  }
  .severity {
    font-size: 12.5px;
    margin-inline-end: 0.6em;
  }
  .error,
  .warning {
    color: var(--accent);
  }
  .note {
    color: var(--soft);
  }
  .jump:hover .message {
    color: var(--accent);
  }
  blockquote {
    margin: 2px 0 0;
    color: var(--soft);
    font-size: 13px;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  details {
    color: var(--soft);
    font-size: 12.5px;
  }
  summary {
    cursor: pointer;
    width: max-content;
    min-height: 24px;
  }
  summary:hover,
  .quiet:hover {
    color: var(--accent);
  }
  .quiet {
    color: var(--soft);
    font-size: 12.5px;
    min-height: 26px;
  }
  .clean {
    color: var(--good);
  }
  .undo {
    display: flex;
    gap: 12px;
    align-items: baseline;
    color: var(--soft);
    font-size: 13px;
    margin: 0 0 10px;
  }
  .undo button {
    color: var(--accent);
    min-height: 28px;
  }
  h4 {
    font-size: 12.5px;
    font-weight: 400;
    color: var(--soft);
    margin: 18px 0 0;
  }
`;
