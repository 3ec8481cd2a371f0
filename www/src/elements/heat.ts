// 词语与章节: how densely each term stands in each section.
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type HeatChoice, heatMap } from '../charts/heat-map.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { type Section, sectionsOf } from '../model/outline.js';
import { heatTable, sectionTable } from '../model/places.js';
import { occurrences, type Reading } from '../model/reading.js';
import { selectTerm } from '../model/selection.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** A cell needs this many pixels to be seen and hit. */
const MOST_SECTIONS = 24;

/**
 * Terms over sections.
 * @fires gangmu-select - a term, at its first place in the section clicked.
 */
export class GangmuHeat extends GangmuView {
  static override styles = [theme, panelStyles];

  /** Indices of the terms shown. */
  @property({ attribute: false }) terms: readonly number[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const t = this.strings.places;
    const { reading, terms } = this;
    if (reading === null || terms.length === 0) return nothing;
    const sections = sectionsOf(reading.report, t.opening);
    if (sections.length < 2) return html`<gangmu-figure .heading=${t.heat} .language=${this.language}><p class="empty">${t.heatEmpty}</p></gangmu-figure>`;
    const heat = heatTable(reading, terms, sections);
    const many = sections.length > MOST_SECTIONS;
    return html`<gangmu-figure .heading=${t.heat} .note=${t.heatCaption} .language=${this.language} .stem=${fileStem(reading)} large
      .table=${() => sectionTable(reading, heat, sections, t)} @gangmu-row=${(event: CustomEvent<number>) => this.select(selectTerm(reading, event.detail))}>
      <div class="scroll-x" tabindex=${many ? 0 : nothing} role=${many ? 'group' : nothing} aria-label=${many ? t.heatLabel : nothing}>
        <gangmu-chart
          style="min-width: ${many ? sections.length * 22 + 110 : 0}px"
          .option=${(palette: Palette) => heatMap(heat, this.#chosen(sections), palette, t.cell)}
          .label=${t.heatLabel}
          .height=${terms.length * 24 + 28}
          @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => this.#onClick(reading, event.detail)}
        ></gangmu-chart>
      </div>
    </gangmu-figure>`;
  }

  /** What is selected, as a row and a column: a word, and the section the place in view lies in. */
  #chosen(sections: readonly Section[]): HeatChoice {
    const { selection } = this;
    const place = selection?.spans[selection.focus]?.[0] ?? -1;
    return { term: selection?.kind === 'term' ? selection.index : -1, section: sections.findIndex(({ span }) => span[0] <= place && place < span[1]) };
  }

  #onClick(reading: Reading, { key, data, row }: ChartClick): void {
    const term = key >= 0 ? key : (this.terms[row] ?? -1);
    const from = sectionsOf(reading.report, '')[Number(data['section'] ?? 0)]?.span[0] ?? 0;
    const focus = occurrences(reading, term).findIndex((span) => span[0] >= from);
    this.select(selectTerm(reading, term, Math.max(0, focus)));
  }
}
