// 全文分布: a barcode, one row a term, one stroke an occurrence.
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dispersion, type Strokes } from '../charts/dispersion.js';
import type { Palette } from '../charts/types.js';
import { placesTable } from '../model/places.js';
import { fileStem } from '../model/file-name.js';
import { sectionsOf } from '../model/outline.js';
import { occurrences, type Reading } from '../model/reading.js';
import { selectTerm } from '../model/selection.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * Where terms stand in the text.
 * @fires gangmu-select - a term, at the place clicked.
 */
export class GangmuBarcode extends GangmuView {
  static override styles = [theme, panelStyles];

  /** Indices of the terms shown. */
  @property({ attribute: false }) terms: readonly number[] = [];

  protected override render(): TemplateResult {
    const t = this.strings.places;
    const { reading, terms } = this;
    if (reading === null) return html``;
    if (terms.length === 0) return html`<p class="empty">${t.empty}</p>`;
    const rows = terms.map((term) => this.#row(reading, term));
    // All a selected point governs; of a selected passage, the passage.
    const { selection } = this;
    const scope = selection?.scope ?? (selection?.kind === 'term' ? null : (selection?.spans[selection.focus] ?? null));
    const boundaries = sectionsOf(reading.report, t.opening).map((section) => section.span[0]);
    return html`<gangmu-figure .heading=${t.barcode} .note=${t.barcodeCaption} .language=${this.language} .stem=${fileStem(reading)}
      .table=${() => placesTable(reading, terms, t, this.#selected)} @gangmu-row=${(event: CustomEvent<number>) => this.select(selectTerm(reading, event.detail))}>
      <gangmu-chart
        .option=${(palette: Palette) => dispersion(rows, reading.text.length, boundaries, scope, palette)}
        .label=${t.barcodeLabel}
        .height=${rows.length * 26 + 12}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => {
          const { key, data, row } = event.detail;
          const focus = typeof data['focus'] === 'number' ? data['focus'] : 0;
          this.select(selectTerm(reading, key >= 0 ? key : (terms[row] ?? -1), focus));
        }}
      ></gangmu-chart>
    </gangmu-figure>`;
  }

  #row(reading: Reading, term: number): Strokes {
    const at = thin(occurrences(reading, term).map((span, focus): [number, number] => [span[0], focus]));
    return { name: reading.report.terms[term]?.text ?? '', key: term, at, selected: term === this.#selected };
  }

  get #selected(): number {
    return this.selection?.kind === 'term' ? this.selection.index : -1;
  }
}

/** No more strokes than pixels could show; each keeps its number. */
function thin<T>(places: T[]): T[] {
  if (places.length <= 600) return places;
  const step = places.length / 600;
  return Array.from({ length: 600 }, (_, i) => places[Math.floor(i * step)]).flatMap((place) => (place === undefined ? [] : [place]));
}
