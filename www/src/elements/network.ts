// 搭配网: which words stand together in sentences, over the whole text or around one word.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { NetworkQuery, NetworkView } from '../engine/report.js';
import { network } from '../charts/network.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { selectTerm } from '../model/selection.js';
import type { DataTable } from '../model/table.js';
import { Answered } from './answer.js';
import type { ChartClick } from './chart.js';
import { fieldStyles } from './field-styles.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** Words and pairs: more are a tangle. */
const WORDS = 36;
const PAIRS = 80;

/**
 * The network of company.
 * @fires gangmu-select - the word clicked.
 */
export class GangmuNetwork extends GangmuView {
  static override styles = [theme, panelStyles, fieldStyles];

  /** The word in the middle when it is not the whole text. */
  @property() word = '';
  @state() private around = false;
  readonly #network = new Answered<NetworkView>(this);

  protected override willUpdate(): void {
    const { ask, word } = this;
    const around = this.around && word !== '';
    this.#network.update([ask, around, around ? word : ''], ask === null ? null : () => ask('network', { query: this.#query() }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const t = this.strings.network;
    const { value } = this.#network;
    if (this.ask === null || value === null || this.reading === null) return nothing;
    return html`
      <gangmu-figure .heading=${t.heading} .note=${value.edges.length > 0 ? t.caption : ''} .language=${this.language} .stem=${fileStem(this.reading)} large
        .table=${value.edges.length > 0 ? () => this.#table(value) : null} .csv=${() => this.#file('csv')} .json=${() => this.#file('json')}
        @gangmu-row=${(event: CustomEvent<number>) => this.#choose(value, value.edges[event.detail]?.target ?? -1)}>
        <div class="fields">
          <div class="choices" role="group" aria-label=${t.scope}>
            <button aria-pressed=${!this.around} @click=${() => (this.around = false)}>${t.whole}</button>
            <button aria-pressed=${this.around} ?disabled=${this.word === ''} @click=${() => (this.around = true)}>${t.around(this.word)}</button>
          </div>
        </div>
        ${value.edges.length === 0 ? html`<p class="empty">${t.empty}</p>` : this.#renderPicture(value)}
      </gangmu-figure>
    `;
  }

  #renderPicture(value: NetworkView): TemplateResult {
    const t = this.strings.network;
    const { selection } = this;
    // Words without company would only float about.
    const tied = new Set(value.edges.flatMap(({ source, target }) => [source, target]));
    const shown = value.nodes.map((_, i) => i).filter((i) => tied.has(i));
    const at = new Map(shown.map((node, i) => [node, i]));
    const points = shown.map((i) => {
      const { text, count } = value.nodes[i] ?? { text: '', count: 0 };
      return { name: text, count, selected: selection?.kind === 'term' && selection.label === text };
    });
    const ties = value.edges.map((edge) => {
      const [source, target] = [at.get(edge.source) ?? 0, at.get(edge.target) ?? 0];
      return { source, target, strength: edge.g2, title: t.pair(points[source]?.name ?? '', points[target]?.name ?? '', edge.sentences) };
    });
    return html`<gangmu-chart
      .option=${(palette: Palette) => network(points, ties, palette)}
      .label=${t.label(points.length, ties.length)}
      .height=${Math.min(560, 240 + points.length * 8)}
      @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => this.#choose(value, shown[event.detail.key] ?? -1)}
    ></gangmu-chart>`;
  }

  #choose(value: NetworkView, node: number): void {
    const text = value.nodes[node]?.text;
    const { reading } = this;
    if (text === undefined || reading === null) return;
    this.select(selectTerm(reading, reading.report.terms.findIndex((term) => term.text === text)));
  }

  #query(): NetworkQuery {
    return { most: WORDS, mostEdges: PAIRS, ...(this.around && this.word !== '' && { around: this.word }) };
  }

  #file(format: 'csv' | 'json'): Promise<string> {
    return this.ask?.('table', { table: 'network', format, language: this.language, network: this.#query() }) ?? Promise.reject(new Error('no analyzer'));
  }

  #table(value: NetworkView): DataTable {
    const { heading, column } = this.strings.network;
    const word = (node: number) => value.nodes[node]?.text ?? '';
    return {
      title: heading,
      columns: [
        { key: 'source', label: column.source, document: true },
        { key: 'target', label: column.target, document: true },
        { key: 'sentences', label: column.sentences, digits: 0 },
        { key: 'g2', label: column.g2, digits: 1 },
        { key: 'logDice', label: column.logDice, digits: 2 },
      ],
      rows: value.edges.map((edge, key) => ({ key, cells: [word(edge.source), word(edge.target), edge.sentences, edge.g2, edge.logDice] })),
    };
  }
}
