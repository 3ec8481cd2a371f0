// How the right column is set: tabs on one line with a vermilion rule below the open one.
import { css } from 'lit';

export const figuresStyles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 24px 34px 60px 30px;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
    container-type: inline-size;
  }
  .top {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    min-height: 22px;
    margin-bottom: 14px;
  }
  h2 {
    font-size: 14px;
    font-weight: 400;
    line-height: 1.6;
    margin: 0;
    color: var(--soft);
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 2px clamp(7px, 3.4cqi, 20px);
    margin-bottom: 20px;
    border-bottom: 1px solid var(--hair);
  }
  .views button {
    padding: 2px 0 6px;
    margin-bottom: -1px;
    color: var(--soft);
    border-bottom: 2px solid transparent;
    white-space: nowrap;
  }
  .views button[aria-selected='true'] {
    color: var(--ink);
    font-weight: 600;
    border-bottom-color: var(--accent);
  }
  .views button:hover,
  .widen:hover {
    color: var(--accent);
  }
  .views sup {
    font-size: 11px;
    line-height: 0;
    margin-inline-start: 3px;
    color: var(--accent);
    font-weight: 400;
  }
  .widen {
    color: var(--soft);
    min-width: 32px;
    line-height: 22px;
    text-align: center;
  }
  @container (max-width: 400px) {
    .views button {
      font-size: 14px;
    }
  }
  /* One line also where there is little room, as in English on a small screen; what does not fit is moved into view. */
  @container (max-width: 330px) {
    .views {
      flex-wrap: nowrap;
      justify-content: space-between;
      gap: 6px;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .views button {
      font-size: 13px;
      margin-bottom: 0;
    }
    .views sup {
      margin-inline-start: 1px;
    }
  }
  @media (max-width: 1180px) {
    :host {
      padding: 20px 22px 50px 18px;
    }
  }
  @media (max-width: 900px) {
    :host {
      padding: 18px 18px 60px;
    }
    .widen {
      display: none;
    }
    .views button {
      min-height: 40px;
    }
  }
  @media print {
    .top,
    .views {
      display: none;
    }
  }
`;
