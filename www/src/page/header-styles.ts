// How the head is set: the name in vermilion, a double rule below as on a red-headed document.
import { css } from 'lit';

export const headerStyles = css`
  :host {
    display: block;
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
    z-index: 9;
  }
  .skip:focus {
    top: 8px;
  }
  header {
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
  .close {
    font-size: 12px;
    width: 24px;
    height: 24px;
    text-align: center;
    color: var(--soft);
  }
  .add {
    color: var(--soft);
    white-space: nowrap;
  }
  .tools {
    display: flex;
    align-items: baseline;
    gap: 18px;
    font-size: 14px;
    color: var(--soft);
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .tools > button {
    min-height: 28px;
  }
  .document > button:first-child:hover,
  .add:hover,
  .tools > button:hover,
  summary:hover,
  .close:hover {
    color: var(--accent);
  }
  .menu {
    position: relative;
  }
  summary {
    list-style: none;
    cursor: pointer;
    font-size: 20px;
    line-height: 1.2;
    min-width: 28px;
    text-align: center;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .sheet {
    position: absolute;
    inset-inline-end: 0;
    top: calc(100% + 10px);
    z-index: 8;
    width: 19em;
    padding: 10px 18px 14px;
    background: var(--paper);
    color: var(--ink);
    border: 1px solid var(--hair);
    border-top: 2px solid var(--accent);
    box-shadow: 0 10px 30px rgb(0 0 0 / 0.14);
    white-space: normal;
  }
  .sheet button {
    display: flex;
    justify-content: space-between;
    width: 100%;
    min-height: 34px;
    align-items: center;
  }
  .sheet button:hover {
    color: var(--accent);
  }
  .sheet .grave {
    color: var(--accent);
  }
  .sheet button[disabled] {
    color: var(--soft);
    cursor: default;
  }
  .sheet label {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-height: 32px;
    cursor: pointer;
  }
  .sheet input {
    accent-color: var(--accent);
    flex: none;
  }
  .sheet p {
    margin: 0 0 6px;
    padding-inline-start: 22px;
    color: var(--soft);
    font-size: 12.5px;
    line-height: 1.65;
  }
  .sheet .requests,
  .sheet .requests p {
    padding: 0;
  }
  .requests ul {
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  hr {
    border: 0;
    border-top: 1px solid var(--hair);
    margin: 6px 0;
  }
  kbd {
    font: inherit;
    color: var(--soft);
  }
  @media (max-width: 1180px) {
    header {
      padding-inline: 22px;
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
    .documents:empty {
      display: none;
    }
    .tools {
      gap: 16px;
    }
    .document > button:first-child,
    .add,
    .tools > button {
      min-height: 40px;
    }
    .close {
      width: 36px;
      height: 36px;
    }
    summary {
      min-width: 40px;
      line-height: 40px;
    }
    .sheet button,
    .sheet label {
      min-height: 44px;
      align-items: center;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
