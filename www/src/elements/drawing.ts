// One picture of our own: shows a scene, follows width and colours, tells what was clicked. Large scenes are drawn where they are seen.
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Box, type Scene, type Shape } from '../charts/scene.js';
import { arrowHead, PAPER_EDGE, PATTERNS, tiled, toSvg } from '../charts/svg.js';
import type { Palette } from '../charts/types.js';
import type { ChartClick } from './chart.js';
import { probeStyles, readPalette, renderProbes } from './palette.js';
import { watchSizes } from './sizes.js';
import { theme } from './theme.js';

/** Beyond this many shapes only those in view are drawn. */
const MANY = 400;
/** Pixels drawn around what is in view. */
const MARGIN = 600;

/**
 * Draws what `scene` makes of the palette and the width.
 * @fires gangmu-chart-click - a shape that shows something was clicked.
 */
export class GangmuDrawing extends LitElement {
  static override styles = [
    theme,
    probeStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .frame {
        overflow: auto;
        scrollbar-width: thin;
        max-height: var(--gangmu-drawing-height, none);
      }
      svg {
        display: block;
      }
      [data-key] {
        cursor: pointer;
      }
    `,
  ];

  /** The picture as a function of the palette and the width there is. */
  @property({ attribute: false }) scene: ((palette: Palette, width: number) => Scene) | null = null;
  /** What it shows, in words. */
  @property() label = '';
  @state() private width = 0;
  @state() private seen: [number, number, number, number] = [0, 0, 2000, 2000];

  readonly #resized = watchSizes(([entry]) => {
    this.width = Math.floor(entry?.contentRect.width ?? 0);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** The whole picture as an SVG file's text; empty before it is drawn. */
  toSvg(): string {
    if (this.scene === null || this.width === 0) return '';
    const palette = readPalette(this.renderRoot, this);
    return toSvg(this.scene(palette, this.width), palette, PAPER_EDGE);
  }

  /** Brings a place of the picture into view. */
  reveal(x: number, y: number): void {
    const frame = this.renderRoot.querySelector('.frame');
    frame?.scrollTo({ left: x - frame.clientWidth / 2, top: y - frame.clientHeight / 3 });
  }

  protected override render(): TemplateResult {
    const scene = this.hasUpdated && this.width > 0 ? (this.scene?.(readPalette(this.renderRoot, this), this.width) ?? null) : null;
    if (!this.hasUpdated) void this.updateComplete.then(() => this.requestUpdate());
    const wide = scene !== null && scene.width > this.width;
    return html`${renderProbes(() => this.requestUpdate())}
      <div class="frame" @scroll=${this.#look} @click=${this.#onClick} @keydown=${this.#onKey} tabindex=${wide ? 0 : nothing} role=${wide ? 'group' : nothing} aria-label=${wide ? this.label : nothing}>
        ${scene === null ? nothing : html`<svg role=${scene.shapes.some((shape) => shape.focus !== undefined) ? 'group' : 'img'} aria-label=${this.label} width=${scene.width} height=${scene.height} viewBox="0 0 ${scene.width} ${scene.height}">
          ${this.#visible(scene).map((shape) => drawn(shape))}
        </svg>`}
      </div>`;
  }

  #visible(scene: Scene): readonly Shape[] {
    if (scene.shapes.length <= MANY) return scene.shapes;
    const [left, top, right, bottom] = this.seen;
    return scene.shapes.filter((shape) => {
      const [x0, y0, x1, y1] = extent(shape);
      return x1 >= left && x0 <= right && y1 >= top && y0 <= bottom;
    });
  }

  #look(event: Event): void {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = event.currentTarget as HTMLElement;
    const [left, top, right, bottom] = this.seen;
    // Only once the drawn margin is used up: scrolling itself costs nothing.
    const half = MARGIN / 2;
    if (scrollLeft - half > left && scrollLeft + clientWidth + half < right && scrollTop - half > top && scrollTop + clientHeight + half < bottom) return;
    this.seen = [scrollLeft - MARGIN, scrollTop - MARGIN, scrollLeft + clientWidth + MARGIN, scrollTop + clientHeight + MARGIN];
  }

  #onKey(event: KeyboardEvent): void {
    if ((event.key !== 'Enter' && event.key !== ' ') || !(event.target instanceof Element) || event.target.getAttribute('role') !== 'button') return;
    event.preventDefault();
    this.#onClick(event);
  }

  #onClick(event: Event): void {
    const hit = event.target instanceof Element ? event.target.closest<SVGElement>('[data-key]') : null;
    if (hit === null) return;
    const detail: ChartClick = { key: Number(hit.dataset['key']), data: { action: hit.dataset['action'] ?? '' }, row: -1 };
    this.dispatchEvent(new CustomEvent('gangmu-chart-click', { detail, bubbles: true, composed: true }));
  }
}

/** Left, top, right and bottom of a shape. */
function extent(shape: Shape): [number, number, number, number] {
  if (shape.kind === 'box') return [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height];
  if (shape.kind === 'label') return [shape.x - 200, shape.y - shape.size, shape.x + 200, shape.y + shape.lines.length * shape.size * 1.6];
  const numbers = (shape.d.match(/-?[\d.]+/g) ?? []).map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function drawn(shape: Shape): SVGTemplateResult {
  const key = shape.key ?? nothing;
  const action = shape.action ?? nothing;
  const title = shape.title === undefined ? nothing : svg`<title>${shape.title}</title>`;
  switch (shape.kind) {
    case 'box':
      return svg`<g data-key=${key} data-action=${action} tabindex=${shape.focus === undefined ? nothing : 0} role=${shape.focus === undefined ? nothing : 'button'} aria-label=${shape.focus ?? nothing}>${title}<rect x=${shape.x} y=${shape.y} width=${shape.width} height=${shape.height} rx=${shape.round ?? 0} fill=${shape.fill} fill-opacity=${shape.opacity ?? nothing} stroke=${shape.stroke ?? nothing}></rect>${tiles(shape)}</g>`;
    case 'label': {
      const { x, y, lines, size, leading = 1.4, turn } = shape;
      return svg`<text data-key=${key} data-action=${action} font-size=${size} fill=${shape.fill} text-anchor=${shape.anchor ?? 'start'} font-weight=${shape.weight ?? 400} transform=${turn ? `rotate(${turn} ${x} ${y})` : nothing}>${title}${lines.map((line, i) => svg`<tspan x=${x} y=${y + i * size * leading}>${line}</tspan>`)}</text>`;
    }
    case 'stroke':
      return svg`<g data-key=${key} data-action=${action}>${title}<path d=${shape.d} fill="none" stroke=${shape.stroke} stroke-width=${shape.width} stroke-dasharray=${shape.dash ?? nothing}></path>${shape.arrow === true ? svg`<path d=${arrowHead(shape.d)} fill=${shape.stroke}></path>` : nothing}</g>`;
  }
}

function tiles({ x, y, width, height, pattern = 'plain', over }: Box): SVGTemplateResult | typeof nothing {
  if (pattern === 'plain' || over === undefined) return nothing;
  return svg`<svg x=${x} y=${y} width=${width} height=${height}><path d=${tiled(PATTERNS[pattern], width, height)} fill="none" stroke=${over} stroke-width="0.8"></path></svg>`;
}
