// How the editor is set: face, measure and leading of the reader, so that a text does not jump when it is taken up.
import { EditorView } from '@codemirror/view';
import { css } from 'lit';

export const editorStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-width: 0;
    container-type: inline-size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    padding: 17px max(20px, calc(50% - 20em)) 4px;
    border-bottom: 1px solid var(--hair);
    font-size: 14px;
    color: var(--soft);
  }
  .bar button {
    min-height: 32px;
  }
  .bar button:hover:not([disabled]) {
    color: var(--accent);
  }
  .bar button[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  .bar .done {
    margin-inline-start: auto;
    color: var(--accent);
  }
  .pad {
    min-height: 0;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    background: var(--paper);
  }
  @media (pointer: coarse) {
    .bar button {
      min-height: 44px;
    }
  }
  @media print {
    .bar {
      display: none;
    }
  }
`;

export const editorTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--serif)', fontSize: '18px', lineHeight: '2', scrollbarWidth: 'thin', scrollbarColor: 'var(--hair) transparent' },
  '.cm-content': {
    maxWidth: 'calc(36em + 2 * clamp(20px, 7cqi, 64px))',
    margin: '0 auto',
    padding: '16px clamp(20px, 7cqi, 64px) 45vh',
    caretColor: 'var(--accent)',
    lineBreak: 'strict',
  },
  '.cm-line': { padding: '0', textAlign: 'justify' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-selectionBackground': { backgroundColor: 'var(--tint) !important' },
  '.cm-specialChar': { color: 'var(--accent)' },
  '.m-head': { textDecoration: 'underline dotted var(--blue) 1px', textUnderlineOffset: '0.32em' },
  '.m-promise': { textDecoration: 'underline solid var(--accent) 2px', textUnderlineOffset: '0.3em' },
  '.m-finding': { textDecoration: 'underline wavy var(--accent) 1px', textUnderlineOffset: '0.3em' },
  '.m-hit': { backgroundColor: 'var(--mark)' },
  '.m-focus': { backgroundColor: 'var(--strong-mark)' },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', fontFamily: 'var(--serif)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--hair)' },
  '.cm-panel.cm-search': { padding: '8px 20px', fontSize: '14px' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-textfield': { backgroundColor: 'transparent', border: '0', borderBottom: '1px solid var(--soft)', color: 'inherit', padding: '3px 0', fontSize: '14px' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'transparent', border: '0', color: 'var(--accent)', padding: '4px 6px', fontSize: '14px' },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--strong-mark)' },
  '.cm-panel.cm-search [name=close]': { fontSize: '18px', minWidth: '28px' },
});
