// The widget's own frame; the views bring their styles.
import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    padding: 14px 18px 18px;
    border-top: 3px double var(--accent);
    background: var(--paper);
    font-size: 15px;
    line-height: 1.7;
    text-align: start;
    /* Chinese and English both run this way, whatever the page around does. */
    direction: ltr;
  }
  .label {
    margin: 0 0 10px;
    color: var(--accent);
    font-size: 17px;
    font-weight: 700;
    letter-spacing: 0.16em;
  }
  .text {
    max-height: min(60vh, 36em);
    overflow: auto;
    margin: 0 0 16px;
    padding: 0 0 12px;
    border-bottom: 1px solid var(--hair);
    line-height: 1.9;
  }
  .text.plain {
    white-space: pre-wrap;
  }
  section + section {
    margin-top: 22px;
  }
  .status {
    color: var(--soft);
    font-size: 13px;
    margin: 0 0 10px;
    overflow-wrap: anywhere;
  }
  .start {
    color: var(--accent);
    min-height: 36px;
  }
  @container (max-width: 300px) {
    .label {
      margin-bottom: 6px;
    }
  }
`;
