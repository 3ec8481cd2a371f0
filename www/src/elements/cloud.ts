// 词云: the most frequent words, as large as they are frequent. The table says the same to everyone else.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { cloudScene, layOut, type Placed } from '../charts/cloud.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { contentWords, isSelected, selectWord, type Word, wordTable } from '../model/frequent.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { watchSizes } from './sizes.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

const MOST = 60;

/**
 * The word cloud.
 * @fires gangmu-select - the word clicked.
 */
export class GangmuCloud extends GangmuView {
  static override styles = [theme, panelStyles];

  /** The words; the most frequent content words unless given. */
  @property({ attribute: false }) entries: readonly Word[] | null = null;
  @state() private placed: readonly Placed[] = [];
  @state() private failed = false;

  #shown: readonly Word[] = [];
  #laid = '';
  readonly #resized = watchSizes(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override willUpdate(): void {
    this.#shown = this.entries?.slice(0, MOST) ?? (this.report ? contentWords(this.report, MOST) : []);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language, selection } = this;
    if (reading === null) return nothing;
    const t = this.strings.frequent;
    const shown = this.#shown;
    if (shown.length === 0) return html`<gangmu-figure .heading=${t.cloud} .language=${language}><p class="empty">${t.empty}</p></gangmu-figure>`;
    const selected = shown.findIndex((word) => isSelected(word, selection));
    const size = this.#size();
    return html`<gangmu-figure .heading=${t.cloud} .note=${t.cloudNote} .language=${language} .stem=${fileStem(reading)}
      .table=${() => wordTable(shown, selection, t)} @gangmu-row=${(event: CustomEvent<number>) => this.select(selectWord(reading, shown[event.detail]))}>
      ${this.failed ? html`<p class="empty">${t.cloudFailed}</p>` : html`<gangmu-drawing lang="zh" style="min-height: ${size[1]}px" .label=${t.cloudLabel(shown.length)}
        .scene=${(palette: Palette) => cloudScene(shown, this.placed, selected, palette, size)}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => this.select(selectWord(reading, shown[event.detail.key]))}></gangmu-drawing>`}
    </gangmu-figure>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const size = this.#size();
    const wanted = JSON.stringify([size, this.#shown]);
    if (size[0] < 100 || this.#shown.length === 0 || wanted === this.#laid) return;
    this.#laid = wanted;
    void this.#layOut(this.#shown, size, wanted);
  }

  async #layOut(words: readonly Word[], size: [number, number], wanted: string): Promise<void> {
    try {
      const placed = await layOut(words, size, getComputedStyle(this).fontFamily);
      // Words or width may have changed meanwhile.
      if (this.#laid === wanted) this.placed = placed;
    } catch {
      this.failed = true;
    }
  }

  #size(): [number, number] {
    const width = Math.floor(this.clientWidth);
    return [width, Math.round(Math.min(420, Math.max(220, width * 0.68)))];
  }
}
