// Ink on warm paper, one vermilion accent. A host may override every `--gangmu-…` property.
import { css } from 'lit';

/** Colours and faces, for every element's `:host`. */
export const theme = css`
  :host {
    --paper: var(--gangmu-paper, light-dark(#fbf8f1, #1a1916));
    --ink: var(--gangmu-ink, light-dark(#23201b, #e8e2d5));
    --soft: var(--gangmu-soft, light-dark(#675f54, #aaa191));
    --hair: var(--gangmu-hair, light-dark(#ddd4c3, #3b372f));
    --accent: var(--gangmu-accent, light-dark(#b3261e, #e8766b));
    --tint: var(--gangmu-tint, light-dark(#f4e8dc, #30261f));
    --mark: var(--gangmu-mark, light-dark(#f6dc9c, #63501a));
    --strong-mark: var(--gangmu-strong-mark, light-dark(#f0c24e, #8a6a12));
    --blue: var(--gangmu-blue, light-dark(#34577a, #8fb3d6));
    --good: var(--gangmu-good, light-dark(#2c6740, #86c097));
    --serif: var(--gangmu-serif, 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', STSong, SimSun, 'Noto Serif CJK', serif);
    --kai: var(--gangmu-kai, 'Kaiti SC', STKaiti, KaiTi, 'TW-Kai', 'LXGW WenKai', var(--serif));
    box-sizing: border-box;
    color: var(--ink);
    font-family: var(--serif);
    font-synthesis-style: none;
    text-spacing-trim: trim-start;
    line-break: strict;
  }
  /* Quotation marks of English in their own width; in a face for Chinese they are as wide as a character. */
  :host(:lang(en)) {
    font-feature-settings: 'pwid';
  }
  [lang='zh'],
  :host(:lang(zh)) {
    font-feature-settings: normal;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .empty {
    color: var(--soft);
    font-size: 14px;
    line-height: 1.9;
    margin: 8px 0 20px;
    text-wrap: pretty;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** How marks look in our own shadow trees. */
export const highlightStyles = css`
  ::highlight(gangmu-scope) {
    background-color: var(--tint);
  }
  ::highlight(gangmu-head) {
    text-decoration: underline dotted var(--blue) 1px;
    text-underline-offset: 0.32em;
  }
  ::highlight(gangmu-promise) {
    text-decoration: underline solid var(--accent) 2px;
    text-underline-offset: 0.3em;
  }
  ::highlight(gangmu-finding) {
    text-decoration: underline wavy var(--accent) 1px;
    text-underline-offset: 0.3em;
  }
  ::highlight(gangmu-hit) {
    background-color: var(--mark);
  }
  ::highlight(gangmu-focus) {
    background-color: var(--strong-mark);
  }
`;
