// 篇幅: the outline as rings, by length.
import { html, nothing, type TemplateResult } from 'lit';
import { sunburst } from '../charts/sunburst.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { selectNode } from '../model/selection.js';
import { structureTable } from '../model/structure.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * Rings of the outline.
 * @fires gangmu-select - the point clicked.
 */
export class GangmuSunburst extends GangmuView {
  static override styles = [theme, panelStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.structure;
    if (reading.report.outline.length < 2) return html`<gangmu-figure .heading=${t.rings} .language=${language}><p class="empty">${t.empty}</p></gangmu-figure>`;
    const selected = this.selection?.kind === 'node' ? this.selection.index : -1;
    const choose = (key: number) => {
      if (key >= 0) this.select(selectNode(reading, key));
    };
    return html`<gangmu-figure .heading=${t.rings} .note=${t.ringsNote} .language=${language} .stem=${fileStem(reading)} large
      .table=${() => structureTable(reading, t, selected)} @gangmu-row=${(event: CustomEvent<number>) => choose(event.detail)}>
      <gangmu-chart .height=${320} .label=${t.ringsLabel} .option=${(palette: Palette) => sunburst(reading, selected, palette)}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => choose(event.detail.key)}></gangmu-chart>
    </gangmu-figure>`;
  }
}
