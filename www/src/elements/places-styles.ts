// The words whose places are shown, and a line to add one.
import { css } from 'lit';

export const placesStyles = css`
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    margin-bottom: 18px;
    font-size: 13.5px;
  }
  .chosen ul {
    display: contents;
  }
  .chosen li button {
    color: var(--soft);
    min-width: 24px;
    min-height: 24px;
    text-align: center;
  }
  .chosen li button:hover {
    color: var(--accent);
  }
  input {
    width: 8.5em;
    padding: 2px 0;
    background: none;
    border: 0;
    border-bottom: 1px solid var(--hair);
    border-radius: 0;
  }
  input::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  @media print {
    .chosen {
      display: none;
    }
  }
`;
