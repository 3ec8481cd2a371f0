// 高频词语: bars, the longest on top.
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { termBars } from '../charts/term-bars.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { contentWords, isSelected, selectWord, type Word, wordTable } from '../model/frequent.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * The most frequent words as bars.
 * @fires gangmu-select - the word of the bar.
 */
export class GangmuBars extends GangmuView {
  static override styles = [theme, panelStyles];

  /** The words; the most frequent content words unless given. */
  @property({ attribute: false }) entries: readonly Word[] | null = null;
  /** How many bars. */
  @property({ type: Number }) most = 12;

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language, selection } = this;
    if (reading === null) return nothing;
    const t = this.strings.frequent;
    const shown = this.entries?.slice(0, this.most) ?? contentWords(reading.report, this.most);
    if (shown.length === 0) return html`<gangmu-figure .heading=${t.bars} .language=${language}><p class="empty">${t.empty}</p></gangmu-figure>`;
    const bars = shown.map((word, key) => ({ name: word.text, value: word.count, key, selected: isSelected(word, selection) }));
    const choose = (key: number) => this.select(selectWord(reading, shown[key]));
    return html`<gangmu-figure .heading=${t.bars} .note=${t.barsNote} .language=${language} .stem=${fileStem(reading)}
      .table=${() => wordTable(shown, selection, t)} @gangmu-row=${(event: CustomEvent<number>) => choose(event.detail)}>
      <gangmu-chart .option=${(palette: Palette) => termBars(bars, palette)} .label=${t.barsLabel(shown.length)} .height=${shown.length * 29 + 8}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => choose(event.detail.key >= 0 ? event.detail.key : event.detail.row)}></gangmu-chart>
    </gangmu-figure>`;
  }
}
