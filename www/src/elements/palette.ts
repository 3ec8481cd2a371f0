// The colours of the place a picture stands in, resolved, and a way to hear that they changed.
import { css, html, type TemplateResult, unsafeCSS } from 'lit';
import type { Palette } from '../charts/types.js';

const COLOURS = ['paper', 'ink', 'soft', 'hair', 'accent', 'tint', 'blue', 'good', 'mark'] as const;

/** Styles of the probes. */
export const probeStyles = css`
  .probe {
    position: absolute;
    visibility: hidden;
    /* A change of theme, whatever caused it, is heard as a transition. */
    transition: color 1ms;
  }
  ${unsafeCSS(COLOURS.map((name) => `.probe[data-colour='${name}'] { color: var(--${name}); }`).join('\n'))}
`;

/** Invisible elements that wear the colours. */
export function renderProbes(changed: () => void): TemplateResult {
  return html`${COLOURS.map((name) => html`<span class="probe" data-colour=${name} @transitionend=${changed}></span>`)}`;
}

/** The colours worn by the probes in `root`, and the face of `host`. */
export function readPalette(root: ParentNode, host: Element): Palette {
  const palette: Partial<Record<(typeof COLOURS)[number], string>> = {};
  for (const probe of root.querySelectorAll<HTMLElement>('.probe')) {
    palette[probe.dataset['colour'] as (typeof COLOURS)[number]] = getComputedStyle(probe).color;
  }
  return { ...(palette as Omit<Palette, 'font'>), font: getComputedStyle(host).fontFamily };
}
