// One chart: loads the chart library when first in use, follows size and colours, tells what was clicked.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { EChartsType } from 'echarts/core';
import { PAPER_EDGE } from '../charts/svg.js';
import type { ChartOption, Palette } from '../charts/types.js';
import { probeStyles, readPalette, renderProbes } from './palette.js';
import { watchSizes } from './sizes.js';
import { theme } from './theme.js';

/** What a click on a chart says. */
export interface ChartClick {
  /** The datum's `key`, or -1 for an axis label. */
  key: number;
  /** Other fields of the datum. */
  data: Record<string, unknown>;
  /** Index on the category axis, for labels. */
  row: number;
}

/**
 * Draws what `option` makes of the palette.
 * @fires gangmu-chart-click - a datum or a label of the category axis was clicked.
 * @fires gangmu-chart-ready - drawn for the first time.
 */
export class GangmuChart extends LitElement {
  static override styles = [
    theme,
    probeStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .canvas {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  /** The chart as a function of the palette. */
  @property({ attribute: false }) option: ((palette: Palette) => ChartOption) | null = null;
  /** What the picture shows, in words. */
  @property() label = '';
  /** Height in CSS pixels. */
  @property({ type: Number }) height = 240;
  @state() private failed = false;
  @query('.canvas') private canvas!: HTMLElement;

  #chart: EChartsType | undefined;
  #loading: Promise<void> | undefined;
  readonly #resized = watchSizes(() => this.#chart?.resize());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
    this.#loading = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`
      ${renderProbes(() => this.requestUpdate())}
      <div class="canvas" role="img" aria-label=${this.label} style="height: ${this.height}px" ?hidden=${this.failed}></div>
    `;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    void this.#draw();
  }

  /** The picture as an SVG file's text; empty before it is drawn. */
  toSvg(): string {
    const drawn = this.#chart ? this.canvas.querySelector('svg') : null;
    if (drawn === null) return '';
    const copy = drawn.cloneNode(true) as SVGElement;
    const box = drawn.getBoundingClientRect();
    const [width, height] = [Math.round(box.width) + 2 * PAPER_EDGE, Math.round(box.height) + 2 * PAPER_EDGE];
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const set = (element: Element, attributes: Record<string, string | number>) => {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    };
    set(copy, { width, height, viewBox: `${-PAPER_EDGE} ${-PAPER_EDGE} ${width} ${height}` });
    set(paper, { x: -PAPER_EDGE, y: -PAPER_EDGE, width, height, fill: readPalette(this.renderRoot, this).paper });
    copy.prepend(paper);
    return new XMLSerializer().serializeToString(copy);
  }

  async #draw(): Promise<void> {
    if (this.option === null || !this.isConnected) return;
    this.#loading ??= this.#load();
    await this.#loading;
    if (this.#chart === undefined || this.option === null) return;
    this.#chart.resize();
    // Drawn with the next frame, in a task of its own.
    this.#chart.setOption(this.option(readPalette(this.renderRoot, this)), { notMerge: true, lazyUpdate: true });
  }

  async #load(): Promise<void> {
    try {
      const { draw } = await import('../charts/runtime.js');
      if (!this.isConnected) return;
      this.#chart = draw(this.canvas);
      this.#chart.on('click', (event) => this.#onClick(event as unknown as Record<string, unknown>));
      this.#resized.observe(this.canvas);
      this.dispatchEvent(new CustomEvent('gangmu-chart-ready', { bubbles: true, composed: true }));
    } catch {
      // The table beside the picture says the same.
      this.failed = true;
    }
  }

  #onClick(event: Record<string, unknown>): void {
    const data = typeof event['data'] === 'object' && event['data'] !== null ? (event['data'] as Record<string, unknown>) : {};
    const key = typeof data['key'] === 'number' ? data['key'] : -1;
    const row = typeof event['dataIndex'] === 'number' ? event['dataIndex'] : -1;
    this.dispatchEvent(new CustomEvent<ChartClick>('gangmu-chart-click', { detail: { key, data, row }, bubbles: true, composed: true }));
  }
}
