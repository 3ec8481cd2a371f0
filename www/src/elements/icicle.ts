// 篇幅: the outline as a strip along the text, by length.
import { html, nothing, type TemplateResult } from 'lit';
import { icicle } from '../charts/icicle.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { selectNode } from '../model/selection.js';
import { structureTable } from '../model/structure.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * Levels of the outline over the length of the text.
 * @fires gangmu-select - the point clicked.
 */
export class GangmuIcicle extends GangmuView {
  static override styles = [theme, panelStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.structure;
    if (reading.report.outline.length < 2) return html`<gangmu-figure .heading=${t.strip} .language=${language}><p class="empty">${t.empty}</p></gangmu-figure>`;
    const selected = this.selection?.kind === 'node' ? this.selection.index : -1;
    const choose = (key: number) => {
      if (key >= 0) this.select(selectNode(reading, key));
    };
    return html`<gangmu-figure .heading=${t.strip} .note=${t.stripNote} .language=${language} .stem=${fileStem(reading)} large
      .table=${() => structureTable(reading, t, selected)} @gangmu-row=${(event: CustomEvent<number>) => choose(event.detail)}>
      <gangmu-drawing .label=${t.stripLabel} .scene=${(palette: Palette, width: number) => icicle(reading, selected, palette, width)}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => choose(event.detail.key)}></gangmu-drawing>
    </gangmu-figure>`;
  }
}
