// The table of words.
import { css } from 'lit';

export const termsStyles = css`
  /* What stands below goes on with the caption of the picture. */
  gangmu-bars {
    margin-bottom: 0;
  }
  gangmu-bars + .caption {
    margin-top: 0;
  }
  th.words,
  td.words {
    text-align: start;
  }
  td.words {
    min-width: 4em;
    line-height: 1.5;
  }
  .fields .figures {
    color: var(--soft);
    font-size: 13px;
    min-height: 28px;
  }
  .fields .figures:hover {
    color: var(--accent);
  }
  .fields gangmu-export-menu {
    font-size: 13px;
    color: var(--soft);
    margin-inline-start: auto;
  }
`;
