// 分布: where words stand. A barcode over the whole text and a heat map over its sections.
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dispersion, type Strokes } from '../charts/dispersion.js';
import { heatMap, type HeatTable } from '../charts/heat-map.js';
import type { Palette } from '../charts/types.js';
import { countBySection } from '../model/figures.js';
import { type Section, sectionsOf } from '../model/outline.js';
import { occurrences, type Reading } from '../model/reading.js';
import { selectTerm } from '../model/selection.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** A cell needs this many pixels to be seen and hit. */
const MOST_SECTIONS = 24;

/**
 * Dispersion of the top terms and of the selected one.
 * @fires gangmu-select - a term, at the place clicked.
 */
export class GangmuPlaces extends GangmuView {
  static override styles = [theme, panelStyles];

  /** How many of the most frequent content words. */
  @property({ type: Number }) rows = 10;

  protected override render(): TemplateResult {
    const t = this.strings.places;
    const reading = this.reading;
    const shown = reading === null ? [] : this.#terms(reading);
    if (reading === null) return html``;
    if (shown.length === 0) return html`<p class="empty">${t.empty}</p>`;
    const sections = sectionsOf(reading.report, t.opening);
    return html`
      <h3>${t.barcode}</h3>
      ${this.#renderBarcode(reading, shown, sections)}
      <p class="caption">${t.barcodeCaption}</p>
      ${sections.length > 1 && sections.length <= MOST_SECTIONS ? this.#renderHeat(reading, shown, sections) : nothing}
    `;
  }

  #renderBarcode(reading: Reading, shown: number[], sections: Section[]): TemplateResult {
    const rows: Strokes[] = shown.map((term) => ({
      name: reading.report.terms[term]?.text ?? '',
      key: term,
      at: thin(occurrences(reading, term).map((span) => span[0])),
      selected: this.#isSelected(term),
    }));
    const boundaries = sections.map((section) => section.span[0]);
    return html`<gangmu-chart
      .option=${(palette: Palette) => dispersion(rows, reading.text.length, boundaries, palette)}
      .label=${this.strings.places.barcodeLabel}
      .height=${rows.length * 26 + 12}
      @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => {
        const { key, data, row } = event.detail;
        const focus = typeof data['focus'] === 'number' ? data['focus'] : 0;
        this.select(selectTerm(reading, key >= 0 ? key : (shown[row] ?? -1), focus));
      }}
    ></gangmu-chart>`;
  }

  #renderHeat(reading: Reading, shown: number[], sections: Section[]): TemplateResult {
    const t = this.strings.places;
    const table = heatTable(reading, shown, sections);
    return html`<h3>${t.heat}</h3>
      <gangmu-chart
        .option=${(palette: Palette) => heatMap(table, palette, t.cell)}
        .label=${t.heatLabel}
        .height=${shown.length * 24 + 28}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => {
          const { key, data, row } = event.detail;
          const term = key >= 0 ? key : (shown[row] ?? -1);
          const from = sections[Number(data['section'] ?? 0)]?.span[0] ?? 0;
          const focus = occurrences(reading, term).findIndex((span) => span[0] >= from);
          this.select(selectTerm(reading, term, Math.max(0, focus)));
        }}
      ></gangmu-chart>
      <p class="caption">${t.heatCaption}</p>
      <details>
        <summary>${t.asTable}</summary>
        <div class="scroll-x" tabindex="0" role="region" aria-label=${t.asTable}><table>
          <thead><tr><th scope="col">${this.strings.terms.column.text}</th>${table.sections.map((s) => html`<th scope="col">${s.name}</th>`)}</tr></thead>
          <tbody>${table.terms.map((term, y) => html`<tr><td lang="zh" class="word">${term.name}</td>${(table.counts[y] ?? []).map((n) => html`<td>${n || '·'}</td>`)}</tr>`)}</tbody>
        </table></div>
      </details>`;
  }

  /** The most frequent content words, and the selected one if it is not among them. */
  #terms(reading: Reading): number[] {
    const top: number[] = [];
    reading.report.terms.forEach((term, i) => {
      if (term.class === 'content' && top.length < this.rows) top.push(i);
    });
    const { selection } = this;
    if (selection?.kind === 'term' && !top.includes(selection.index)) top.push(selection.index);
    return top;
  }

  #isSelected(term: number): boolean {
    return this.selection?.kind === 'term' && this.selection.index === term;
  }
}

/** No more strokes than pixels could show; the first and last stay. */
function thin(offsets: number[]): number[] {
  if (offsets.length <= 600) return offsets;
  const step = offsets.length / 600;
  return Array.from({ length: 600 }, (_, i) => offsets[Math.floor(i * step)] ?? 0);
}

/** Counts and rates of terms over sections. */
export function heatTable(reading: Reading, terms: readonly number[], sections: readonly Section[]): HeatTable {
  const counts = terms.map((term) => countBySection(occurrences(reading, term), sections));
  const rates = counts.map((row) =>
    row.map((count, i) => {
      const span = sections[i]?.span ?? [0, 1];
      return (count * 10_000) / Math.max(1, span[1] - span[0]);
    }),
  );
  return {
    terms: terms.map((key) => ({ key, name: reading.report.terms[key]?.text ?? '' })),
    sections: sections.map((section, key) => ({ key, name: section.label })),
    counts,
    rates,
  };
}
